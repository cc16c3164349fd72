// A rule as `dist/rules.json` describes it: the METADATA of its Rego source. Its first examples lie beside it, in `dist/examples.json`.
import type { Severity } from "./severity.ts";

/** `workload` and `statement` rules see one chunk of items at a time, `repository` rules see the joins. */
export type Entrypoint = "workload" | "statement" | "repository";

export type Rule = {
  /** The slug: folder, file, package segment, docs page, suppression. */
  readonly id: string;
  /** Folder below `policies/rules`. */
  readonly domain: string;
  readonly entrypoint: Entrypoint;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly requirements: readonly string[];
  /** `{fact}` is replaced by the fact (text in quotes), `{fact:plain}` by the bare text, `{subject}` by the title of the item. */
  readonly message: string;
  readonly remediation: string;
  /** `virtual`: only concerns workloads bound for virtual nodes; counts for readiness. */
  readonly target: "virtual" | "any";
  /** False for the few that run only when asked for. */
  readonly enabled: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly references: readonly { readonly description: string; readonly ref: string }[];
};

/** `file` is relative to the project. Text is without expectation comments. */
export type Example = { readonly file: string; readonly text: string };

export type Examples = { readonly bad: Example; readonly good: Example };

/** By the id of the rule. */
export type ExampleBook = { readonly [rule: string]: Examples };

/** A rule as a person reads it. */
export type RuleInFull = Rule & { readonly examples: Examples };

/**
 * What an item must mention before a rule can find something in it: in one of these ways, each list has a word that holds somewhere in
 * the item. `ports` is a key; `ports *` one with something in it; `tag = latest` one with this text or a list with it; `repository ~ vpa-`
 * one with a text that has this in it; `~ nvidia.com/` a key that has it; `@volumes` an entry of this list, `@Service` an object of this
 * kind.
 */
export type Mentions = readonly (readonly (readonly string[])[])[];

export type RuleBook = {
  readonly version: string;
  /** SHA-256 over `policies/**`: tells a stale WASM without OPA. */
  readonly digest: string;
  readonly rules: readonly Rule[];
  /** By id, for rules on workloads and statements; one that is not listed may find something in anything. */
  readonly mentions: { readonly [rule: string]: Mentions };
  /** Kinds of objects that rules ask for: one at a time, and in joins. */
  readonly kinds: { readonly workloads: readonly string[]; readonly index: readonly string[] };
};
