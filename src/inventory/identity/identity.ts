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
import { isOcid, refOf, refText } from "./references.ts";
import type { StatementSource } from "./source.ts";
import { StatementOrigin } from "./statement-origin.ts";

export type Identity = {
  readonly statements: readonly Statement[];
  readonly dynamic_groups: readonly DynamicGroup[];
};

/** Shared by all entries that have none of something. */
const NONE: readonly never[] = [];
const EVERYTHING_KNOWN: Statement["unknown"] = {};

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
      unknown: EVERYTHING_KNOWN,
      verdict: parsed.verdict,
      problems,
    } as const;
    const { stack } = source;
    if (rule) {
      const entry = groupEntry(parsed as ParsedRule, source, common);
      dynamic_groups.push(stack === undefined ? entry : inStack(entry, stack));
    } else {
      const alone = statementEntry(parsed as ParsedStatement, source, common);
      const entry = stack === undefined ? alone : statementInStack(alone, stack);
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

type Common = Pick<
  Statement,
  "id" | "address" | "notation" | "existence" | "unknown" | "verdict" | "problems"
>;

type Draft = { -readonly [Field in keyof Statement]: Statement[Field] };

const NOWHERE: Statement["location"] = { kind: "unknown", hole: false };

/** Fields are set one by one: there may be a hundred thousand statements, and copies of objects cost more than their parsing. */
function statementEntry(
  { entry, text }: Parsed<Grant | Define>,
  { owner, attachment }: StatementSource,
  common: Common,
): Statement {
  const { id, address, notation, existence, unknown, verdict, problems } = common;
  const draft: Draft = {
    id,
    address,
    notation,
    existence,
    unknown,
    text,
    verdict,
    effect: "none",
    principals: NONE,
    resources: NONE,
    permissions: NONE,
    permissions_known: false,
    location: NOWHERE,
    problems,
  };
  if (owner !== undefined) {
    draft.policy = owner.key;
    if (attachment === undefined && owner.compartment !== undefined)
      draft.attachment = refOf(owner.compartment);
  }
  if (attachment !== undefined) draft.attachment = attachment;
  if (entry?.kind === "grant") addGrant(draft, entry);
  else if (/^\$\{[\s\S]*\}$/.test(text)) addAnything(draft);
  else if (entry !== null) {
    draft.effect = "define";
    const defines = definedBy(entry);
    if (defines !== undefined) draft.defines = defines;
  }
  return draft;
}

/** A placeholder for a whole statement may grant anything to anybody. */
function addAnything(draft: Draft): void {
  draft.effect = "allow";
  draft.principals = [{ kind: "any-user", hole: true }];
  draft.doubtful = allDoubtful.maybe;
  draft.location = { kind: "unknown", hole: true };
  draft.verdict = "undetermined";
  draft.problems = NONE;
}

function addGrant(draft: Draft, entry: Grant): void {
  const { verb, resources, answers, known } = actionOf(entry);
  draft.effect = entry.form === "plain" ? (entry.effect ?? "none") : entry.form;
  draft.principals = principalsOf(entry.subject);
  if (verb !== undefined) draft.verb = verb;
  draft.resources = resources;
  draft.permissions = answers.yes;
  if (answers.maybe.length > 0) draft.doubtful = answers.maybe;
  if (verb === "manage" && resources[0] === "all-resources") draft.everything = true;
  draft.permissions_known = known;
  draft.location = locationOf(entry.location);
  const clauses = entry.tail.length > 0 ? null : toClauses(entry.condition);
  if (clauses !== null) draft.clauses = withRefs(clauses);
  if (entry.form !== "plain") {
    const aliases = aliasesOf(entry);
    if (aliases.length > 0) draft.aliases = aliases;
  }
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
    ...(clauses !== null && { clauses: withRefs(clauses) }),
  };
}

/** What placeholders stand for, as the rest of the inventory calls it. */
function withRefs(clauses: NonNullable<Statement["clauses"]>): NonNullable<Statement["clauses"]> {
  const referring = clauses.some((clause) => clause.some(({ ref }) => ref !== undefined));
  return referring ? clauses.map((clause) => clause.map(withRef)) : clauses;
}

/** References of one stack mean nothing in another; what is written out means the same in all. */
function inStack<T extends Pick<Statement, "clauses">>(entry: T, stack: string): T {
  const clauses = entry.clauses?.map((clause) => clause.map((term) => placed(term, stack)));
  return { ...entry, stack, ...(clauses && { clauses }) };
}

function statementInStack(entry: Statement, stack: string): Statement {
  return {
    ...inStack(entry, stack),
    principals: entry.principals.map((principal) => placed(principal, stack)),
    location: placed(entry.location, stack),
    ...(entry.attachment && {
      attachment: entry.attachment.kind === "name" ? entry.attachment : placed(entry.attachment, stack),
    }),
  };
}

function placed<T extends { readonly ref?: string }>(part: T, stack: string): T {
  return part.ref === undefined || isOcid(part.ref) ? part : { ...part, stack };
}

function withRef(term: ConditionTerm): ConditionTerm {
  return term.ref === undefined ? term : { ...term, ref: refText(term.ref) };
}

function faultsOf({ text, problems }: Parsed): readonly LanguageFault[] {
  if (problems.length === 0) return NONE;
  return problems.map(({ code, severity, message, span: [start, end], fix }) => ({
    code,
    severity,
    message,
    start,
    end,
    ...(fix && { fix: text.slice(0, fix.span[0]) + fix.text + text.slice(fix.span[1]) }),
  }));
}
