// What every entry of the inventory has: an id, where it comes from, what is not known of it. References between entries.

/** Attribute (dotted path) → canonical text of the expression that could not be resolved. */
export type Unknown = { readonly [attribute: string]: string };

/**
 * A reference to something, kept even when it is not known. Equal `ref`s are the same thing; two different `ocid`s, or two
 * different `resource`s, are different things; any other pair is unknown.
 */
export type Ref = {
  /** An OCID, a resource address, or the outermost expression in canonical text. */
  readonly ref: string;
  readonly kind: "ocid" | "resource" | "expression" | "name";
  /** `id` of the inventory entry it leads to, when that is known. */
  readonly id?: string;
  /** It stands for the tenancy: its OCID, its data source, or a variable of that name. */
  readonly tenancy?: boolean;
  /** Stack of the entry that holds it, where the repository has several; what is written out (`ocid`, `name`) means the same in all. */
  readonly stack?: string;
};

/** `possible`: a condition decides whether it exists; judged as if it did, and good enough against absence. */
export type Existence = "known" | "possible";

/** Where a resource was written: decides wording, never judgement. */
export type Notation = "terraform" | "module" | "plan" | "capi" | "command" | "manifest" | "file";

/** Every entry that is not a Kubernetes object. */
export type Entry = {
  readonly id: string;
  readonly name?: string;
  /** Resource address, object name or command: what a person would call it. */
  readonly address: string;
  readonly notation: Notation;
  readonly existence: Existence;
  readonly unknown: Unknown;
  /** A number or keys that cannot be known decide how many there are: there may be others like it. */
  readonly more?: boolean;
  /** Root module and set of variables that it belongs to; only where the repository has several. */
  readonly stack?: string;
};

/** `[major, minor, patch]`; missing parts are left out (`1.30` is `[1, 30]`). */
export type Version = readonly number[];
