// Takes a parsed entry and where it stands, gives the plain object that the command `iam` prints. Adds no judgement.
import type { Position } from "../../model/place.ts";
import type {
  Action,
  Condition,
  Entry,
  Grant,
  Location,
  Parsed,
  Principal,
  Subject,
  Value,
  Verdict,
  Word,
} from "./ast.ts";

/** Where an entry stands: its file, and the position of an offset into its text. */
export type EntryPlace = { readonly file: string; readonly at: (offset: number) => Position };

export type SubjectView = {
  readonly kind: string;
  readonly name: string | null;
  readonly domain: string | null;
  readonly ocid: string | null;
};

export type LocationView = {
  readonly kind: "tenancy" | "compartment" | "any-tenancy" | "named-tenancy" | "unknown";
  readonly path: readonly string[];
  readonly ocid: string | null;
  /** Present when the compartment or tenancy is that of another, named one. */
  readonly tenancy?: string;
};

/** `text` is a placeholder's own text for kind `unknown`. */
export type ValueView =
  | { readonly kind: "string" | "pattern" | "variable" | "ocid" | "unknown"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly ValueView[] };

export type TermView = {
  readonly variable: string;
  readonly operator: string;
  readonly value: ValueView | null;
};
/** A placeholder that stands for conditions. */
export type FragmentView = { readonly placeholder: string };
export type ConditionView = {
  readonly match: "all" | "any";
  readonly terms: readonly (TermView | ConditionView | FragmentView)[];
};

export type ProblemView = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole entry with the fault put right. */
  readonly fix?: string;
};

export type AliasView = {
  readonly kind: string | null;
  readonly name: string | null;
  readonly domain: string | null;
  readonly ocid: string | null;
};

export type StatementView = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly verdict: Verdict;
  readonly kind: "allow" | "deny" | "endorse" | "admit" | "define" | "matching-rule" | null;
  readonly effect: "allow" | "deny" | null;
  readonly subjects: readonly SubjectView[];
  readonly verb: string | null;
  readonly permissions: readonly string[];
  readonly resources: readonly string[];
  readonly location: LocationView | null;
  /** The other tenancy that the statement names: of an admitted subject, or endorsed into. */
  readonly tenancy: string | null;
  readonly with: { readonly resource: string; readonly location: LocationView } | null;
  readonly alias: AliasView | null;
  readonly condition: ConditionView | null;
  readonly problems: readonly ProblemView[];
};

export function toView(parsed: Parsed, place: EntryPlace): StatementView {
  const { text, verdict, entry } = parsed;
  const { line, column } = place.at(0);
  const grant = entry?.kind === "grant" ? entry : null;
  const action = grant?.action ?? null;
  return {
    file: place.file,
    line,
    column,
    text,
    verdict,
    kind: kindOf(entry),
    effect: grant?.effect ?? null,
    subjects: grant?.subject == null ? [] : subjects(grant.subject),
    verb: verb(action),
    permissions:
      action?.kind === "permissions" ? action.permissions.map((name) => name.text.toUpperCase()) : [],
    resources: action?.kind === "verb" ? [action.resource.text.toLowerCase()] : [],
    location: grant?.location == null ? null : location(grant.location),
    tenancy: grant === null ? null : otherTenancy(grant),
    with:
      grant?.with == null
        ? null
        : { resource: grant.with.resource.text, location: location(grant.with.location) },
    alias:
      entry?.kind === "define"
        ? {
            kind: entry.what,
            name: textOf(entry.name),
            domain: textOf(entry.domain),
            ocid: textOf(entry.ocid),
          }
        : null,
    condition:
      entry === null || entry.kind === "define" || entry.condition === null
        ? null
        : conditionTree(entry.condition),
    problems: parsed.problems.map((problem) => {
      const start = place.at(problem.span[0]);
      const end = place.at(problem.span[1]);
      const view = {
        code: problem.code,
        severity: problem.severity,
        message: problem.message,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
      if (problem.fix === undefined) return view;
      const { span, text: replacement } = problem.fix;
      return { ...view, fix: text.slice(0, span[0]) + replacement + text.slice(span[1]) };
    }),
  };
}

function kindOf(entry: Entry | null): StatementView["kind"] {
  if (entry === null) return null;
  if (entry.kind !== "grant") return entry.kind;
  return entry.form === "plain" ? entry.effect : entry.form;
}

function subjects({ kind, principals }: Subject): SubjectView[] {
  if (kind === "unknown") return [];
  if (kind === "resource") {
    return [{ kind, name: principals.map(({ name }) => textOf(name)).join(" "), domain: null, ocid: null }];
  }
  if (kind === "any-user" || kind === "any-group") return [{ kind, name: null, domain: null, ocid: null }];
  return principals.map((principal) => subject(kind, principal));
}

function subject(kind: string, { domain, name, ocid }: Principal): SubjectView {
  return { kind, name: textOf(name), domain: textOf(domain), ocid: textOf(ocid) };
}

function verb(action: Action | null): string | null {
  if (action?.kind !== "verb") return null;
  return typeof action.verb === "string" ? action.verb : action.verb.text;
}

function location(place: Location): LocationView {
  switch (place.kind) {
    case "compartment": {
      const view = { kind: place.kind, path: place.path.map((part) => part.text), ocid: textOf(place.ocid) };
      return place.tenancy === null ? view : { ...view, tenancy: place.tenancy.text };
    }
    case "named-tenancy":
      return { kind: place.kind, path: [], ocid: null, tenancy: place.name.text };
    default:
      return { kind: place.kind, path: [], ocid: null };
  }
}

function otherTenancy({ from, location: place }: Grant): string | null {
  if (from !== null) return from.kind === "any-tenancy" ? from.kind : textOf(from.name);
  if (place === null) return null;
  if (place.kind === "any-tenancy") return place.kind;
  if (place.kind === "named-tenancy") return place.name.text;
  return place.kind === "compartment" ? textOf(place.tenancy) : null;
}

/** One bare term is `all` of itself. */
function conditionTree(condition: Condition): ConditionView {
  const view = conditionPart(condition);
  return "terms" in view ? view : { match: "all", terms: [view] };
}

function conditionPart(condition: Condition): TermView | ConditionView | FragmentView {
  switch (condition.kind) {
    case "fragment":
      return { placeholder: condition.hole.text };
    case "group":
      return { match: condition.match === "any" ? "any" : "all", terms: condition.terms.map(conditionPart) };
    case "comparison":
      return {
        variable: condition.variable.text,
        operator: condition.operator,
        value: condition.value === null ? null : valueView(condition.value),
      };
  }
}

function valueView(value: Value): ValueView {
  if (value.kind === "list") return { kind: "list", items: value.items.map(valueView) };
  return { kind: value.kind, text: value.text };
}

function textOf(word: Word | null): string | null {
  return word === null ? null : word.text;
}
