// What a container keeps of its requests and limits under a strategic merge patch. Takes planned pods, gives for a container of a patch
// what the patched one states beside it, and only where nothing else in the repository can have a say; applies nothing.
import type { Json } from "../model/document.ts";
import type { Container } from "../model/inventory/workload.ts";
import { at, elements, isObject, text } from "./kubernetes.ts";
import { builtTogether } from "./kustomize-builds.ts";
import type { Planned } from "./planned-pods.ts";
import { quantity } from "./quantity.ts";

type Fields = { readonly [key: string]: Json };
export type KeptResources = (planned: Planned, list: string, name: string) => Pick<Container, "kept">;

const SIDES = { requests: "limits", limits: "requests" } as const;
/** Operations that leave nothing behind to be seen. */
const TAKING = /\bop["']?\s*:\s*["']?(?:remove|move|copy)\b/;
type Side = keyof typeof SIDES;

export function keptResources(all: readonly Planned[]): KeptResources {
  const together = builtTogether(all.map(({ object }) => object));
  const patches = new Map<Planned, Planned[]>();
  for (const planned of all) {
    if (planned.base === undefined || planned.base.object.partial) continue;
    const others = patches.get(planned.base);
    if (others) others.push(planned);
    else patches.set(planned.base, [planned]);
  }
  return (planned, list, name) => {
    const { base, doubtful } = planned;
    const { file } = planned.object.document;
    const same = base && patches.get(base)?.filter(({ object }) => together(file, object.document.file));
    if (!same || doubtful || base.roots.length !== 1 || !same.every(isPlainMerge)) return {};
    const index = elements(specOf(base)?.[list]).findIndex((one) => text(at(one, ["name"])) === name);
    const below = resourcesOf(base, list, name);
    const own = resourcesOf(planned, list, name);
    if (index < 0 || name === "" || below === undefined || own === undefined) return {};
    const stated = (side: Side, resource: string) =>
      same.some((one) => Object.hasOwn(sideOf(resourcesOf(one, list, name), side), resource));
    const kept = (side: Side) =>
      Object.entries(sideOf(below, side)).flatMap(([resource, written]) => {
        const amount = quantity(written);
        const faced = quantity(sideOf(own, SIDES[side])[resource]) !== undefined;
        if (amount === undefined || !faced || stated(side, resource)) return [];
        return [{ side, resource, amount, written: text(written) }];
      });
    const all = [...kept("requests"), ...kept("limits")];
    return all.length === 0 ? {} : { kept: { item: `${base.pods[0]}/${list}/${index}`, resources: all } };
  };
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
