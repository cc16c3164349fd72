// Which object a patch changes. Takes the objects of the repository, gives for each patch the object of its name that is no patch, or
// the first patch of that name where the object itself stands elsewhere. Applies nothing.
import { posix } from "node:path";
import type { FoundObject } from "./kubernetes.ts";

export type PatchedObjects = {
  readonly bases: ReadonlyMap<FoundObject, FoundObject>;
  /** Patches of which as much speaks for another object. */
  readonly doubtful: ReadonlySet<FoundObject>;
};

export function patchedObjects(found: readonly FoundObject[]): PatchedObjects {
  const patches = found.filter(({ partial }) => partial);
  const bases = new Map<FoundObject, FoundObject>();
  const doubtful = new Set<FoundObject>();
  if (patches.length === 0) return { bases, doubtful };
  const whole = new Map<string, FoundObject[]>();
  const known = (object: FoundObject) => {
    for (const key of [keyOf(object), kindOf(object)]) {
      const list = whole.get(key);
      if (list) list.push(object);
      else whole.set(key, [object]);
    }
  };
  for (const object of found) if (!object.partial) known(object);
  for (const patch of patches) {
    const candidates = (whole.get(patch.name === "" ? kindOf(patch) : keyOf(patch)) ?? []).filter(
      ({ namespace }) => namespace === patch.namespace || namespace === "" || patch.namespace === "",
    );
    let nearest: FoundObject | undefined;
    let most = -1;
    for (const one of candidates) {
      const shared = sharedFolders(one.document.file, patch.document.file);
      if (shared === most) doubtful.add(patch);
      if (shared <= most) continue;
      [nearest, most] = [one, shared];
      doubtful.delete(patch);
    }
    if (nearest) bases.set(patch, nearest);
    else known(patch);
  }
  return { bases, doubtful };
}

function kindOf({ group, kind }: FoundObject): string {
  return `${group}/${kind}`;
}

function keyOf(object: FoundObject): string {
  return `${kindOf(object)}\0${object.name}`;
}

/** How many folders, from the top, both files are in. */
function sharedFolders(a: string, b: string): number {
  const [first, second] = [a, b].map((file) => posix.dirname(file).split("/")) as [string[], string[]];
  const differs = first.findIndex((folder, index) => folder !== second[index]);
  return differs === -1 ? first.length : differs;
}
