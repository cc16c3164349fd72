// The pods of all objects before any entry is made: their ids, and the objects that patches change. Takes Kubernetes objects, gives them
// with what says where their pods run.
import type { Json } from "../model/document.ts";
import type { NodeTarget } from "../model/inventory/workload.ts";
import { at, type FoundObject, isObject, text, texts } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import { patchedObjects } from "./patched-objects.ts";
import { type PodRoot, podRoots } from "./pod-roots.ts";
import { NODES_MARK, type Targets } from "./targets.ts";

/** An object with the ids of its pods, and with what decides where these run: its own word, for a patch on top of the object's. */
export type Planned = {
  readonly object: FoundObject;
  readonly roots: readonly PodRoot[];
  readonly pods: readonly string[];
  readonly base: Planned | undefined;
  /** It may as well change another object of that name. */
  readonly doubtful: boolean;
};

export function plannedPods(found: readonly FoundObject[], origins: Origins): Planned[] {
  const { bases, doubtful } = patchedObjects(found);
  const all = found.map((object) => {
    const roots = podRoots(object.group, object.kind, object.value);
    return {
      object,
      roots,
      pods: roots.map(() => origins.next("w")),
      base: undefined,
      doubtful: doubtful.has(object),
    };
  });
  if (bases.size === 0) return all;
  const byObject = new Map<FoundObject, Planned>(all.map((planned) => [planned.object, planned]));
  return all.map((planned) => {
    const base = bases.get(planned.object);
    return { ...planned, base: base && byObject.get(base) };
  });
}

/** The pod that a patch changes, as far as it stands in the repository. */
export function patchedPod({ base }: Planned, index: number): string | undefined {
  return base?.pods[index] ?? base?.pods[0];
}

export function nodesOf(planned: Planned, index: number, targets: Targets): NodeTarget {
  const { object, base } = planned;
  const own = saying(planned, index);
  if (base === undefined) return targets.of(object.document.file, own.marks, own.spec);
  const below = saying(base, index);
  const spec = own.spec || below.spec ? { ...below.spec, ...own.spec } : undefined;
  return targets.of(object.document.file, { ...below.marks, ...own.marks }, spec);
}

/** Of all labels and annotations, only the mark says where pods run. */
function saying({ object, roots }: Planned, index: number) {
  const root = roots[index] ?? roots[0];
  const template = root && at(object.value, root.metadata);
  const mark =
    text(at(template, ["labels", NODES_MARK])) ||
    text(at(template, ["annotations", NODES_MARK])) ||
    object.labels[NODES_MARK] ||
    object.annotations[NODES_MARK];
  return { marks: mark ? { [NODES_MARK]: mark } : NO_MARKS, spec: root && placing(object.value, root) };
}

/** The pod spec, with the placement of what is around it where it states none. */
function placing(value: Json, { spec, within = [] }: PodRoot): { readonly [key: string]: Json } {
  const own = at(value, spec) as { readonly [key: string]: Json };
  if (within.length === 0) return own;
  const around = within.flatMap((path) => {
    const outer = at(value, path);
    return PLACEMENT.flatMap((key) =>
      isObject(outer) && outer[key] !== undefined ? [[key, outer[key]]] : [],
    );
  });
  return { ...Object.fromEntries(around), ...own };
}

const PLACEMENT = ["nodeSelector", "affinity", "tolerations"];

const NO_MARKS: Readonly<Record<string, string>> = {};

export function templateMetadata({ value }: FoundObject, { metadata }: PodRoot) {
  const template = at(value, metadata);
  const { labels, annotations, ...others } = isObject(template) ? template : {};
  return { labels: texts(labels), annotations: texts(annotations), others };
}
