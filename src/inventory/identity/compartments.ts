// Compartment names as references: finds the compartment that a path means, seen from where the policy is attached. Takes the
// compartments of the inventory; says nothing where several would do.
import type { Ref } from "../../model/inventory/entry.ts";
import type { Statement } from "../../model/inventory/identity.ts";
import type { Compartment } from "../../model/inventory/resource.ts";
import { isTenancy } from "./references.ts";

type Location = Statement["location"];

/** Gives the location with the `ref` of the compartment that its path leads to, or as it is. */
export function compartmentPaths(
  compartments: readonly Compartment[],
): (location: Location, attachment: Ref | undefined) => Location {
  const byName = new Map<string, Compartment[]>();
  for (const one of compartments) {
    if (one.name === undefined) continue;
    const name = one.name.toLowerCase();
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [one]);
    else same.push(one);
  }
  if (byName.size === 0) return (location) => location;
  const byRef = new Map(compartments.map((one) => [keyOf(one.address, one.stack), one]));
  return (location, attachment) => {
    const path = location.path;
    if (location.kind !== "compartment" || path === undefined || location.hole) return location;
    const fitting = (byName.get(path.at(-1)!.toLowerCase()) ?? []).filter((one) =>
      leadsTo(one, path, attachment, byRef),
    );
    const [only] = fitting;
    return only !== undefined && fitting.length === 1
      ? { ...location, ref: only.address, ...(only.stack !== undefined && { stack: only.stack }) }
      : location;
  };
}

/** Whether the names above the compartment are those of the path, and what is above them is the attachment, as far as it is known. */
function leadsTo(
  compartment: Compartment,
  path: readonly string[],
  attachment: Ref | undefined,
  byRef: ReadonlyMap<string, Compartment>,
): boolean {
  let one: Compartment | undefined = compartment;
  for (const name of path.slice(0, -1).reverse()) {
    if (one.parent === undefined) return true;
    one = byRef.get(keyOf(one.parent.ref, one.parent.stack));
    if (one === undefined) return true;
    if (one.name !== undefined && one.name.toLowerCase() !== name.toLowerCase()) return false;
  }
  if (attachment === undefined) return true;
  const place = keyOf(attachment.ref, attachment.stack);
  if (keyOf(one.address, one.stack) === place || one.parent === undefined) return true;
  // A name alone is that of the attachment itself or of a child of it.
  const parent = keyOf(one.parent.ref, one.parent.stack);
  return parent === place || !(byRef.has(parent) && (byRef.has(place) || isTenancy(attachment.ref)));
}

/** The same text means something else in another stack. */
function keyOf(ref: string, stack: string | undefined): string {
  return stack === undefined ? ref : `${stack} ${ref}`;
}
