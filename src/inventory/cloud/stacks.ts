// What the inventory calls each root module with each set of variables. Takes what was evaluated, gives a name for everything in it;
// empty where there is only one, as nothing has to be told apart then.
import type { ModuleCall, Resource } from "../terraform/resource.ts";

type Declared = Pick<Resource | ModuleCall, "root" | "variant">;

/** Things of one root and one set of variables have the same. */
export function scopeOf({ root, variant }: Declared): string {
  return JSON.stringify([root, variant]);
}

export function stacksOf(...lists: readonly (readonly Declared[])[]): (one: Declared) => string {
  const scopes = new Set(lists.flatMap((list) => list.map(scopeOf)));
  return (one) => (scopes.size > 1 ? nameOf(one) : "");
}

/** As people would name it: the folder, and the var files that tell it from itself. */
function nameOf({ root, variant }: Declared): string {
  return [root || ".", variant].filter((part) => part !== "").join(" + ");
}
