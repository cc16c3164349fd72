// What refers to what within one root module: the same text may mean other things in another, which the stack in a ref tells apart.
// Takes addresses with the ids of their entries, and values; gives refs that can be compared.
import type { Ref } from "../../model/inventory/entry.ts";
import type { Path } from "../../model/place.ts";
import { type Ref as Found, get, refOf } from "../terraform/read-value.ts";
import { isPlaceholder } from "../terraform/to-fill-in.ts";
import type { Value } from "../terraform/value.ts";
import { positionIn } from "../terraform/value-places.ts";

const TENANCY =
  /(?:^|[.\s])(?:var\.(?:tenancy|tenancy_ocid|tenancy_id|oci_tenancy_ocid|root_compartment_ocid)|data\.oci_identity_tenancy\.[^.]+(?:\.id)?)$/;

function placeText(value: Value): string {
  const at = positionIn(value, 0);
  return at === null ? "an unknown place" : `${at.file}:${at.position.line}:${at.position.column}`;
}

export class References {
  readonly #ids = new Map<string, string>();
  readonly #stack: { readonly stack?: string };
  readonly #elsewhere: (value: Value) => Ref | undefined;

  /**
   * `stack`: the root module and its set of variables; empty where the repository has only one. `elsewhere`: what a value refers to in
   * another root module.
   */
  constructor(stack = "", elsewhere: (value: Value) => Ref | undefined = () => undefined) {
    this.#elsewhere = elsewhere;
    this.#stack = stack === "" ? {} : { stack };
  }

  /** An address of a resource, or another text that stands for the same thing (`oci_core_vcn.v.default_route_table_id`). */
  register(text: string, id: string): void {
    if (!this.#ids.has(text)) this.#ids.set(text, id);
  }

  idOf(text: string): string | undefined {
    return this.#ids.get(text);
  }

  /** Undefined when nothing is stated; an empty text states nothing. */
  of(value: Value, ...path: Path): Ref | undefined {
    const target = get(value, path);
    const elsewhere = this.#elsewhere(target);
    if (elsewhere) return elsewhere;
    const found = refOf(target);
    if (found === null || found.ref === "") return undefined;
    return found.kind === "literal" && isPlaceholder(found.ref)
      ? { ref: `${found.ref} at ${placeText(target)}`, kind: "expression" }
      : this.#ref(found);
  }

  /** For things that have no block of their own: what a module makes. */
  to(text: string, kind: Ref["kind"] = "resource"): Ref {
    const id = this.#ids.get(text);
    return { ref: text, kind, ...(id !== undefined && { id }), ...this.#stack };
  }

  #ref(found: Found): Ref {
    if (found.kind === "literal") {
      if (!/^ocid1\./.test(found.ref)) return { ref: found.ref, kind: "name" };
      return {
        ref: found.ref,
        kind: "ocid",
        ...(found.ref.startsWith("ocid1.tenancy.") && { tenancy: true }),
      };
    }
    const id = this.#ids.get(found.ref) ?? this.#onlyAlternative(found.alternatives ?? []);
    return {
      ref: found.ref,
      // Two data sources may give the same thing, and so may a data source and a resource.
      kind:
        found.kind === "resource" && !/(?:^|\.)data\./.test(found.ref) && this.#ids.has(found.ref)
          ? "resource"
          : "expression",
      ...(id !== undefined && { id }),
      ...(TENANCY.test(found.ref) && { tenancy: true }),
      ...this.#stack,
    };
  }

  /** `var.create ? oci_core_subnet.pods[0].id : var.subnet_id` is judged as the subnet that is there to be read. */
  #onlyAlternative(alternatives: readonly (Found | null)[]): string | undefined {
    const ids = new Set(alternatives.flatMap((one) => (one === null ? [] : (this.#ids.get(one.ref) ?? []))));
    return ids.size === 1 ? [...ids][0] : undefined;
  }
}
