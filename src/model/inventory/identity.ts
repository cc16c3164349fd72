// Policies, their statements, dynamic groups.
import type { Entry, Ref } from "./entry.ts";

export type Policy = Entry & { readonly compartment?: Ref; readonly statements: readonly string[] };

export type ConditionTerm = {
  readonly variable: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly value_kind: "string" | "pattern" | "variable" | "ocid" | "list" | "hole";
  readonly ref?: string;
  /** As in `Ref`. */
  readonly stack?: string;
};

export type Principal = {
  readonly kind: "group" | "dynamic-group" | "service" | "any-user" | "any-group" | "resource";
  readonly name?: string;
  readonly domain?: string;
  readonly ocid?: string;
  readonly ref?: string;
  /** As in `Ref`. */
  readonly stack?: string;
  /** Holds a placeholder. */
  readonly hole: boolean;
};

/** What is wrong with a statement or matching rule. Offsets are into its text; `fix` is the whole text put right. */
export type LanguageFault = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: string;
};

/** One parsed policy statement. */
export type Statement = Entry & {
  readonly text: string;
  readonly verdict: "valid" | "invalid" | "undetermined";
  readonly effect: "allow" | "deny" | "endorse" | "admit" | "define" | "none";
  readonly principals: readonly Principal[];
  readonly verb?: string;
  readonly resources: readonly string[];
  /** What it confers, as far as rules ask for it: permissions (`CLUSTER_JOIN`) and actions (`use ipv6s`, see `policies/data/iam.json`). */
  readonly permissions: readonly string[];
  /** What it may confer too: the documentation at hand does not say. */
  readonly doubtful?: readonly string[];
  /** Whatever the permission, it is conferred (`manage all-resources`). */
  readonly everything?: boolean;
  /** True when verb, resource types and permissions are all known, so that `permissions` is everything it confers. */
  readonly permissions_known: boolean;
  readonly location: {
    readonly kind: "tenancy" | "compartment" | "any-tenancy" | "named-tenancy" | "unknown";
    readonly path?: readonly string[];
    readonly ref?: string;
    /** As in `Ref`. */
    readonly stack?: string;
    readonly hole: boolean;
  };
  /** Disjunction of conjunctions; `[]` means no condition; absent means beyond the bound or not readable. */
  readonly clauses?: readonly (readonly ConditionTerm[])[];
  /** Key of the policy that it is part of: statements with the same key share their aliases and count together. */
  readonly policy?: string;
  /** Names that this statement defines, and names of other tenancies, compartments and groups that it takes to be defined. */
  readonly defines?: string;
  readonly aliases?: readonly {
    readonly kind: "tenancy" | "compartment" | "group" | "dynamic-group";
    readonly name: string;
  }[];
  /** Compartment that the policy is attached to. */
  readonly attachment?: Ref;
  readonly problems: readonly LanguageFault[];
};

export type DynamicGroup = Entry & {
  readonly domain?: string;
  readonly ocid?: string;
  /** Its matching rule. */
  readonly rule?: string;
  readonly verdict: "valid" | "invalid" | "undetermined";
  /** As in `Statement.clauses`; what the rule matches. */
  readonly clauses?: readonly (readonly ConditionTerm[])[];
  readonly problems: readonly LanguageFault[];
};
