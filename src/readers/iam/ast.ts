// The syntax trees of policy statements and matching rules. Plain data; spans are offsets into the text that was parsed.
import type { Span } from "../../model/place.ts";
import type { Severity } from "../../model/severity.ts";
import type { Hole } from "./tokens.ts";

/** A name, a number, an OCID, a variable: with its quotes and escapes taken off, except when it holds placeholders. */
export type Word = {
  readonly text: string;
  readonly quoted: boolean;
  readonly hole: Hole;
  readonly span: Span;
};

/** A member of a list of subjects: a name, a name in an identity domain, or an OCID. */
export type Principal = {
  readonly domain: Word | null;
  readonly name: Word | null;
  readonly ocid: Word | null;
  readonly span: Span;
};

export type SubjectKind = "any-user" | "any-group" | "group" | "dynamic-group" | "service" | "resource";

/** `kind` is `unknown` where a placeholder stands for the whole subject. */
export type Subject = {
  readonly kind: SubjectKind | "unknown";
  readonly principals: readonly Principal[];
  readonly span: Span;
};

export type Verb = "inspect" | "read" | "use" | "manage" | "associate";

export type Action =
  | { readonly kind: "verb"; readonly verb: Verb | Word; readonly resource: Word; readonly span: Span }
  | { readonly kind: "permissions"; readonly permissions: readonly Word[]; readonly span: Span }
  /** A placeholder for the whole action; `to` says whether that word stands before it. */
  | { readonly kind: "unknown"; readonly to: boolean; readonly hole: Word; readonly span: Span };

export type Location =
  | { readonly kind: "tenancy" | "any-tenancy"; readonly span: Span }
  | { readonly kind: "named-tenancy"; readonly name: Word; readonly span: Span }
  | {
      readonly kind: "compartment";
      readonly path: readonly Word[];
      readonly ocid: Word | null;
      readonly tenancy: Word | null;
      readonly span: Span;
    }
  | { readonly kind: "unknown"; readonly hole: Word; readonly span: Span };

/** The other side of `associate`: `with subnets in tenancy`. */
export type With = { readonly resource: Word; readonly location: Location; readonly span: Span };

export type Value =
  | {
      readonly kind: "string" | "pattern" | "variable" | "ocid" | "unknown";
      readonly text: string;
      readonly hole: Hole;
      readonly span: Span;
    }
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly span: Span };

export type Operator =
  | "="
  | "!="
  | "in"
  | "not in"
  | "before"
  | "after"
  | "between"
  | "sets-intersect"
  | "present"
  | "absent";

export type Comparison = {
  readonly kind: "comparison";
  readonly variable: Word;
  readonly operator: Operator;
  /** `null` for `present` and `absent` only. */
  readonly value: Value | null;
  readonly span: Span;
};

/** `match` is `bare` for braces without `any` or `all`. */
export type Group = {
  readonly kind: "group";
  readonly match: "any" | "all" | "bare";
  readonly terms: readonly Condition[];
  readonly span: Span;
};

/** A placeholder that stands for one condition or several. */
export type Fragment = { readonly kind: "fragment"; readonly hole: Word; readonly span: Span };

export type Condition = Group | Comparison | Fragment;

/** `from` is the tenancy an `admit` names after `of`: its name, or the word `any-tenancy`. */
export type Grant = {
  readonly kind: "grant";
  readonly effect: "allow" | "deny" | null;
  readonly form: "plain" | "endorse" | "admit";
  readonly subject: Subject | null;
  readonly from: { readonly kind: "any-tenancy" | "tenancy" | "unknown"; readonly name: Word | null } | null;
  readonly action: Action | null;
  readonly location: Location | null;
  readonly with: With | null;
  readonly condition: Condition | null;
  /** Placeholders after the last clause that was recognised. */
  readonly tail: readonly Word[];
  readonly span: Span;
};

export type DefineKind = "tenancy" | "group" | "dynamic-group" | "compartment" | "service";

export type Define = {
  readonly kind: "define";
  readonly what: DefineKind | null;
  readonly domain: Word | null;
  readonly name: Word | null;
  readonly ocid: Word | null;
  readonly span: Span;
};

export type MatchingRule = {
  readonly kind: "matching-rule";
  readonly condition: Condition | null;
  readonly span: Span;
};

export type Entry = Grant | Define | MatchingRule;

export type Verdict = "valid" | "invalid" | "undetermined";

/** What to write in place of the text at `span`. */
export type Fix = { readonly span: Span; readonly text: string };

/** Something wrong with a statement, or right by luck only (severity `warning` or `notice`). */
export type LanguageProblem = {
  readonly code: `iam/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fix?: Fix;
};

/** One entry: its text, its tree (`null` when nothing was recognised), the verdict on it, and what is wrong. */
export type Parsed<T extends Entry = Entry> = {
  readonly text: string;
  readonly entry: T | null;
  readonly verdict: Verdict;
  readonly problems: readonly LanguageProblem[];
};

export type ParsedStatement = Parsed<Grant | Define>;
export type ParsedRule = Parsed<MatchingRule>;
