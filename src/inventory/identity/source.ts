// A statement or matching rule as some notation gives it, before it is parsed: what `identity` takes. Plain data.
import type { StatementText } from "../../model/document.ts";
import type { Existence, Notation, Ref } from "../../model/inventory/entry.ts";
import type { Place } from "../../model/place.ts";

/** Values that are not known stand in `text` as `${<ref>}`, with the `ref` that the inventory gives them elsewhere. */
export type StatementSource = StatementText & {
  readonly notation: Notation;
  readonly existence?: Existence;
  /** What a person would call it: a resource's address, a policy's name; default: the file and line. */
  readonly address?: string;
  /** Compartment that the policy is attached to. */
  readonly attachment?: Ref;
  /** The whole policy or dynamic group, for suppressions; default: the statement itself. */
  readonly object?: Place;
  /** Stack of the resource that holds it, where there are several: its references are meant there. */
  readonly stack?: string;
  /** OCID of a dynamic group, where it is known. */
  readonly ocid?: string;
};
