// Which files kustomize builds together: a kustomization with all that it is built on. Takes Kubernetes objects, kustomizations among
// them; gives an answer for two files. Opens nothing: what lies outside the repository is not known to be built with anything.
import { posix } from "node:path";
import type { FoundObject } from "./kubernetes.ts";
import { elements, text } from "./kubernetes.ts";
import { isKustomization, patchesOf } from "./patch-holders.ts";

/** Whether some build may take in both; files that no kustomization names may be part of any. */
export type BuiltTogether = (file: string, other: string) => boolean;

type Kustomization = { readonly files: readonly string[]; readonly folders: readonly string[] };

export function builtTogether(found: readonly FoundObject[]): BuiltTogether {
  const kustomizations = new Map<string, Kustomization>();
  for (const { document, value, partial } of found) {
    if (partial || !isKustomization(document)) continue;
    const folder = posix.dirname(document.file);
    const named = ["resources", "bases", "components"].flatMap((key) => elements(value[key]).map(text));
    const patches = patchesOf(document).flatMap(({ file }) => file ?? []);
    kustomizations.set(folder, {
      files: [document.file, ...patches],
      folders: named.map((name) => posix.join(folder, name)),
    });
  }
  const builds = new Map<string, Set<string>>();
  for (const folder of kustomizations.keys())
    for (const file of filesOf(folder, kustomizations)) {
      const all = builds.get(file);
      if (all) all.add(folder);
      else builds.set(file, new Set([folder]));
    }
  return (file, other) => {
    const [first, second] = [builds.get(file), builds.get(other)];
    return first === undefined || second === undefined || [...first].some((folder) => second.has(folder));
  };
}

function filesOf(folder: string, kustomizations: ReadonlyMap<string, Kustomization>): readonly string[] {
  const seen = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(kustomizations.get(next)?.folders ?? []));
  }
  return [...seen].flatMap((one) => kustomizations.get(one)?.files ?? []);
}
