// Policy statements and dynamic groups. Takes sources of any notation, gives the parsed entries with what they confer, where and under
// which conditions, and remembers where each stands. Judges nothing.
import type {
  Compartment,
  ConditionTerm,
  DynamicGroup,
  LanguageFault,
  Statement,
} from "../../model/inventory.ts";
import type {
  Define,
  Grant,
  MatchingRule,
  Parsed,
  ParsedRule,
  ParsedStatement,
} from "../../readers/iam/ast.ts";
import { toClauses } from "../../readers/iam/clauses.ts";
import { parseEntry, parseMatchingRule, parseStatement } from "../../readers/iam/read.ts";
import type { Origins } from "../origins.ts";
import { allDoubtful } from "./asked.ts";
import { compartmentPaths } from "./compartments.ts";
import { actionOf, aliasesOf, definedBy, locationOf, principalsOf } from "./parts.ts";
import { refOf, refText } from "./references.ts";
import type { StatementSource } from "./source.ts";
import { StatementOrigin } from "./statement-origin.ts";

export type Identity = {
  readonly statements: readonly Statement[];
  readonly dynamic_groups: readonly DynamicGroup[];
};

export type IdentityContext = { readonly origins: Origins; readonly compartments: readonly Compartment[] };

export function identity(
  sources: readonly StatementSource[],
  { origins, compartments }: IdentityContext,
): Identity {
  const statements: Statement[] = [];
  const dynamic_groups: DynamicGroup[] = [];
  const resolve = compartmentPaths(compartments);
  for (const source of sources) {
    const parsed = parse(source);
    const problems = faultsOf(parsed);
    const rule = source.kind === "matching-rule" || parsed.entry?.kind === "matching-rule";
    const id = origins.next(rule ? "dg" : "st");
    const name = source.owner?.name;
    origins.set(id, new StatementOrigin(source, problems, rule ? (name ?? source.text) : undefined));
    const { line } = source.place.range?.start ?? { line: 1 };
    const common = {
      id,
      address: source.address ?? source.owner?.address ?? `${source.place.file}:${line}`,
      notation: source.notation,
      existence: source.existence ?? "known",
      unknown: {},
      verdict: parsed.verdict,
      problems,
    } as const;
    if (rule) dynamic_groups.push(groupEntry(parsed as ParsedRule, source, common));
    else {
      const entry = statementEntry(parsed as ParsedStatement, source, common);
      const location = resolve(entry.location, entry.attachment);
      statements.push(location === entry.location ? entry : { ...entry, location });
    }
  }
  return { statements, dynamic_groups };
}

function parse({ text, kind }: StatementSource): Parsed {
  if (kind === "matching-rule") return parseMatchingRule(text);
  return kind === "statement" ? parseStatement(text) : parseEntry(text);
}

/** A placeholder for a whole statement may grant anything to anybody. */
const anything = {
  effect: "allow",
  principals: [{ kind: "any-user", hole: true }],
  resources: [],
  permissions: [],
  doubtful: allDoubtful.maybe,
  permissions_known: false,
  location: { kind: "unknown", hole: true },
  verdict: "undetermined",
  problems: [],
} as const;

type Common = Pick<
  Statement,
  "id" | "address" | "notation" | "existence" | "unknown" | "verdict" | "problems"
>;

function statementEntry(
  { entry, text }: Parsed<Grant | Define>,
  source: StatementSource,
  common: Common,
): Statement {
  const attachment =
    source.attachment ??
    (source.owner?.compartment === undefined ? undefined : refOf(source.owner.compartment));
  const shared = {
    ...common,
    text,
    ...(source.owner && { policy: source.owner.key }),
    ...(attachment && { attachment }),
  };
  if (/^\$\{[^]*\}$/.test(text) && entry?.kind !== "grant") return { ...shared, ...anything };
  const nothing = {
    principals: [],
    resources: [],
    permissions: [],
    permissions_known: false,
    location: { kind: "unknown", hole: false },
  } as const;
  if (entry === null) return { ...shared, ...nothing, effect: "none" };
  if (entry.kind === "define") {
    const defines = definedBy(entry);
    return { ...shared, ...nothing, effect: "define", ...(defines !== undefined && { defines }) };
  }
  const { verb, resources, answers, known } = actionOf(entry);
  const clauses = entry.tail.length > 0 ? null : toClauses(entry.condition);
  const aliases = aliasesOf(entry);
  return {
    ...shared,
    effect: entry.form === "plain" ? (entry.effect ?? "none") : entry.form,
    principals: principalsOf(entry.subject),
    ...(verb !== undefined && { verb }),
    resources,
    permissions: answers.yes,
    ...(answers.maybe.length > 0 && { doubtful: answers.maybe }),
    ...(verb === "manage" && resources[0] === "all-resources" && { everything: true }),
    permissions_known: known,
    location: locationOf(entry.location),
    ...(clauses !== null && { clauses: clauses.map((clause) => clause.map(withRef)) }),
    ...(aliases.length > 0 && { aliases }),
  };
}

function groupEntry(
  { entry, text }: Parsed<MatchingRule>,
  source: StatementSource,
  common: Common,
): DynamicGroup {
  const clauses = entry?.condition == null ? null : toClauses(entry.condition);
  const { name, domain } = source.owner ?? {};
  return {
    ...common,
    rule: text,
    ...(name !== undefined && { name }),
    ...(domain !== undefined && { domain }),
    ...(source.ocid !== undefined && { ocid: source.ocid }),
    ...(clauses !== null && { clauses: clauses.map((clause) => clause.map(withRef)) }),
  };
}

/** What a placeholder stands for, as the rest of the inventory calls it. */
function withRef(term: ConditionTerm): ConditionTerm {
  return term.ref === undefined ? term : { ...term, ref: refText(term.ref) };
}

function faultsOf({ text, problems }: Parsed): LanguageFault[] {
  return problems.map(({ code, severity, message, span: [start, end], fix }) => ({
    code,
    severity,
    message,
    start,
    end,
    ...(fix && { fix: text.slice(0, fix.span[0]) + fix.text + text.slice(fix.span[1]) }),
  }));
}
