// What a pod keeps under a strategic merge patch: requests and limits of its containers, and its emptyDirs. Takes planned pods, gives for
// a patch what the patched pod states beside it, and only where nothing else in the repository can have a say; applies nothing.
import type { Json } from "../model/document.ts";
import type { Container, Pod } from "../model/inventory/workload.ts";
import { at, elements, isObject, text } from "./kubernetes.ts";
import { builtTogether } from "./kustomize-builds.ts";
import type { Planned } from "./planned-pods.ts";
import { quantity } from "./quantity.ts";

type Fields = { readonly [key: string]: Json };
/** What patched objects keep under a patch: of a container, and of the volumes. */
export type Kept = {
  readonly resources: (planned: Planned, list: string, name: string) => Pick<Container, "kept">;
  readonly emptyDirs: (planned: Planned) => Pick<Pod, "kept_empty_dirs">;
};

const SIDES = { requests: "limits", limits: "requests" } as const;
/** Operations that leave nothing behind to be seen. */
const TAKING = /\bop["']?\s*:\s*["']?(?:remove|move|copy)\b/;
const OPERATION = /\bop["']?\s*:/;
type Side = keyof typeof SIDES;

export function kept(all: readonly Planned[]): Kept {
  const together = builtTogether(all.map(({ object }) => object));
  const patches = new Map<Planned, Planned[]>();
  for (const planned of all) {
    if (planned.base === undefined || planned.base.object.partial) continue;
    const others = patches.get(planned.base);
    if (others) others.push(planned);
    else patches.set(planned.base, [planned]);
  }
  /** The patch with all that may be built with it; nothing where one of them does more than merge. */
  const merged = ({ base, doubtful, object }: Planned) => {
    const { file } = object.document;
    const same = base && patches.get(base)?.filter((one) => together(file, one.object.document.file));
    return same && !doubtful && base.roots.length === 1 && same.every(isPlainMerge)
      ? { base, same }
      : undefined;
  };
  return {
    resources: (planned, list, name) => {
      const own = resourcesOf(planned, list, name);
      const { base, same } = (own && merged(planned)) ?? {};
      if (!base || !same || !own || name === "") return {};
      const index = elements(specOf(base)?.[list]).findIndex((one) => text(at(one, ["name"])) === name);
      const resources = (["requests", "limits"] as const).flatMap((side) =>
        Object.entries(sideOf(resourcesOf(base, list, name), side)).flatMap(([resource, written]) => {
          const amount = quantity(written);
          const faced = quantity(sideOf(own, SIDES[side])[resource]) !== undefined;
          const anew = same.some((one) =>
            Object.hasOwn(sideOf(resourcesOf(one, list, name), side), resource),
          );
          return amount !== undefined && faced && !anew
            ? [{ side, resource, amount, written: text(written) }]
            : [];
        }),
      );
      return resources.length === 0 ? {} : { kept: { item: `${base.pods[0]}/${list}/${index}`, resources } };
    },
    emptyDirs: (planned) => {
      const { base, same } = (volumesOf(planned).length > 0 && merged(planned)) || {};
      if (!base || same?.some(isOperation)) return {};
      const anew = new Set(same?.flatMap(volumesOf).map((volume) => text(at(volume, ["name"]))));
      const dirs = volumesOf(base).flatMap((volume, index) => {
        const name = text(at(volume, ["name"]));
        return isObject(at(volume, ["emptyDir"])) && !anew.has(name)
          ? [{ item: `${base.pods[0]}/volumes/${index}`, name }]
          : [];
      });
      return dirs.length === 0 ? {} : { kept_empty_dirs: dirs };
    },
  };
}

function volumesOf(planned: Planned): readonly Json[] {
  return elements(specOf(planned)?.["volumes"]);
}

/** Volumes that an operation writes may stand in place of all others. */
function isOperation(planned: Planned): boolean {
  return volumesOf(planned).length > 0 && planned.object.document.mayMention?.(OPERATION) === true;
}

function specOf({ object, roots }: Planned): Fields | undefined {
  const spec = roots[0] && at(object.value, roots[0].spec);
  return isObject(spec) ? spec : undefined;
}

function resourcesOf(planned: Planned, list: string, name: string): Fields | undefined {
  const container = elements(specOf(planned)?.[list]).find((one) => text(at(one, ["name"])) === name);
  const resources = at(container, ["resources"]);
  return isObject(resources) ? resources : undefined;
}

function sideOf(resources: Fields | undefined, side: Side): Fields {
  const stated = resources?.[side];
  return isObject(stated) ? stated : {};
}

/** It names what it changes, takes nothing away, and no part of it is unknown. */
function isPlainMerge(planned: Planned): boolean {
  const { document } = planned.object;
  if (document.mayMention?.(TAKING) === true) return false;
  const spec = specOf(planned);
  if (spec === undefined) return true;
  if (planned.roots.length !== 1 || Object.keys(document.unknown ?? {}).length > 0) return false;
  const containers = [...elements(spec["containers"]), ...elements(spec["initContainers"])];
  return !takesAway(spec) && containers.every((one) => text(at(one, ["name"])) !== "");
}

/** By a directive, or by nothing where there was something. */
function takesAway(value: Json): boolean {
  if (value === null || typeof value !== "object") return value === null;
  return Object.entries(value).some(([key, member]) => key.startsWith("$") || takesAway(member));
}
