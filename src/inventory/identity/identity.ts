// Policy statements and dynamic groups. Takes sources of any notation, gives the parsed entries with what they confer, where and under
// which conditions, and remembers where each stands. Judges nothing.
import type {
  ConditionTerm,
  DynamicGroup,
  LanguageFault,
  Statement,
} from "../../model/inventory/identity.ts";
import type { Compartment } from "../../model/inventory/resource.ts";
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
    const { stack } = source;
    if (rule) {
      const entry = groupEntry(parsed as ParsedRule, source, id, problems);
      dynamic_groups.push(stack === undefined ? entry : groupInStack(entry, stack));
    } else {
      const entry = statementEntry(parsed as ParsedStatement, source, id, problems);
      if (stack !== undefined) putInStack(entry, stack);
      entry.location = resolve(entry.location, entry.attachment);
      statements.push(entry);
    }
  }
  return { statements, dynamic_groups };
}

function parse({ text, kind }: StatementSource): Parsed {
  if (kind === "matching-rule") return parseMatchingRule(text);
  return kind === "statement" ? parseStatement(text) : parseEntry(text);
}

function addressOf(source: StatementSource): string {
  const given = source.address ?? source.owner?.address;
  if (given !== undefined) return given;
  const { file, range } = source.place;
  return `${file}:${range?.start.line ?? 1}`;
}

type Clauses = NonNullable<Statement["clauses"]>;

type Draft = { -readonly [Field in keyof Statement]: Statement[Field] };

const NOWHERE: Statement["location"] = { kind: "unknown", hole: false };

/** Fields are set one by one: there may be a hundred thousand statements, and copies of objects cost more than their parsing. */
function statementEntry(
  { entry, text, verdict }: Parsed<Grant | Define>,
  source: StatementSource,
  id: string,
  problems: readonly LanguageFault[],
): Draft {
  const { owner, attachment } = source;
  const draft: Draft = {
    id,
    address: addressOf(source),
    notation: source.notation,
    existence: source.existence ?? "known",
    unknown: EVERYTHING_KNOWN,
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
  else if (entry === null && verdict === "undetermined") addAnything(draft);
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
  { entry, text, verdict }: Parsed<MatchingRule>,
  source: StatementSource,
  id: string,
  problems: readonly LanguageFault[],
): DynamicGroup {
  const clauses = entry?.condition == null ? null : toClauses(entry.condition);
  const { name, domain } = source.owner ?? {};
  return {
    id,
    address: addressOf(source),
    notation: source.notation,
    existence: source.existence ?? "known",
    unknown: EVERYTHING_KNOWN,
    verdict,
    problems,
    rule: text,
    ...(name !== undefined && { name }),
    ...(domain !== undefined && { domain }),
    ...(source.ocid !== undefined && { ocid: source.ocid }),
    ...(clauses !== null && { clauses: withRefs(clauses) }),
  };
}

/** What placeholders stand for, as the rest of the inventory calls it. */
function withRefs(clauses: Clauses): Clauses {
  const referring = clauses.some((clause) => clause.some(({ ref }) => ref !== undefined));
  return referring ? clauses.map((clause) => clause.map(withRef)) : clauses;
}

/** References of one stack mean nothing in another; what is written out means the same in all. */
function putInStack(draft: Draft, stack: string): void {
  const { principals, location, attachment, clauses } = draft;
  draft.stack = stack;
  draft.principals = principals.map((principal) => placed(principal, stack));
  draft.location = placed(location, stack);
  if (attachment !== undefined && attachment.kind !== "name") draft.attachment = placed(attachment, stack);
  if (clauses !== undefined) draft.clauses = clausesInStack(clauses, stack);
}

function groupInStack(group: DynamicGroup, stack: string): DynamicGroup {
  const { clauses } = group;
  return { ...group, stack, ...(clauses && { clauses: clausesInStack(clauses, stack) }) };
}

function clausesInStack(clauses: Clauses, stack: string): Clauses {
  return clauses.map((clause) => clause.map((term) => placed(term, stack)));
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
