// Compartments with what is above them, as far as the same root module knows it.
import type { Ref } from "../../model/inventory/entry.ts";
import type { Compartment } from "../../model/inventory/resource.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import { readString } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";

/** OCI allows six levels. */
const MAX_LEVELS = 10;

export const compartment = adapter({
  type: "oci_identity_compartment",
  list: "compartments",
  title: "Compartment",
  read: (found) => ({
    ...found.draft.string("name", "name"),
    ...found.draft.ref("parent", "compartment_id"),
    ...above(found),
  }),
});

function above({ resource, world }: Found): Pick<Compartment, "path" | "ancestors" | "ancestors_known"> {
  const ancestors: string[] = [];
  const names: (string | null)[] = [nameOf(resource)];
  let at: Resource | undefined = resource;
  let last: Ref | undefined;
  for (let level = 0; at !== undefined && level < MAX_LEVELS; level++) {
    last = world.references.of(at.body, "compartment_id");
    if (last) ancestors.push(last.ref);
    const parent: Resource | undefined = world.target(at.body, "compartment_id");
    at = parent?.type === resource.type ? parent : undefined;
    if (at) names.unshift(nameOf(at));
  }
  const ancestors_known = last?.tenancy === true;
  const path = names.filter((name) => name !== null);
  return { ...(ancestors_known && path.length === names.length && { path }), ancestors, ancestors_known };
}

function nameOf({ body }: Resource): string | null {
  const read = readString(body, "name");
  return read.kind === "known" ? read.value : null;
}
