// Labels of pods that their template does not show: values that nobody knows, and what kustomizations and patches of the repository put on
// top. Takes planned pods, gives what rules need that compare a pod's labels with a selector; applies nothing.
import type { Json } from "../model/document.ts";
import type { Pod } from "../model/inventory/workload.ts";
import { at, elements, type FoundObject, isObject, text, texts } from "./kubernetes.ts";
import { isKustomization } from "./patch-holders.ts";
import { type Planned, templateMetadata } from "./planned-pods.ts";
import type { PodRoot } from "./pod-roots.ts";

/** No label has this key or value. */
const ANY = "*";
/** No label's key has any of these. */
const PLACEHOLDER = /[${}<>]/;

/** Values by label, whichever pods they are meant for; `*` stands for a value, and for labels, that nobody knows. */
export type AddedLabels = ReadonlyMap<string, ReadonlySet<string>>;

export function addedLabels(all: readonly Planned[]): AddedLabels {
  const added = new Map<string, Set<string>>();
  for (const { object, roots } of all) {
    const kustomized = !object.partial && isKustomization(object.document);
    if (!object.partial && !kustomized) continue;
    const stated = kustomized
      ? ofKustomization(object.value)
      : roots.map((root) => templateMetadata(object, root).labels);
    for (const labels of stated) for (const [key, value] of Object.entries(labels)) add(added, key, [value]);
    const unknown = kustomized
      ? unknownOfKustomization(object)
      : roots.flatMap((root) => unknownLabels(object, root));
    for (const key of unknown) add(added, key, [ANY]);
  }
  return added;
}

function add(to: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = to.get(key) ?? new Set();
  for (const value of values) set.add(value);
  to.set(key, set);
}

function ofKustomization(value: { readonly [key: string]: Json }): Readonly<Record<string, string>>[] {
  const onTemplates = elements(value["labels"]).filter(
    (entry) => isObject(entry) && (entry["includeSelectors"] === true || entry["includeTemplates"] === true),
  );
  return [
    texts(value["commonLabels"]),
    ...onTemplates.map((entry) => texts(isObject(entry) ? entry["pairs"] : undefined)),
  ];
}

function unknownOfKustomization({ document }: FoundObject): string[] {
  return Object.keys(document.unknown ?? {}).flatMap((place) => {
    const match = /^(?:commonLabels|labels\.\d+\.pairs)(?:\.(.+))?$/.exec(place);
    return match ? [match[1] ?? ANY] : [];
  });
}

/** Only for pods that select their like, and what they select by: entries of all others stay as slim as they were. */
export function labelDoubts(
  object: FoundObject,
  root: PodRoot,
  spec: { readonly [key: string]: Json },
  added: AddedLabels,
): Pick<Pod, "unknown_labels" | "added_labels"> {
  const selected = selectedLabels(spec);
  if (selected.size === 0) return {};
  const hidden = [...selected.keys(), ANY].filter((key) => added.get(key)?.has(ANY));
  const unknown = [...new Set([...unknownLabels(object, root), ...hidden])];
  const more = [...selected].flatMap(([key, values]) => {
    const all = added.get(key) ?? new Set();
    const kept = [...[...values].filter((value) => all.has(value)), ...firstOther(all, values)];
    return kept.length === 0 ? [] : [[key, kept] as const];
  });
  return {
    ...(unknown.length > 0 && { unknown_labels: unknown }),
    ...(more.length > 0 && { added_labels: Object.fromEntries(more) }),
  };
}

function firstOther(all: ReadonlySet<string>, values: ReadonlySet<string>): string[] {
  for (const value of all) if (value !== ANY && !values.has(value)) return [value];
  return [];
}

function selectedLabels(spec: { readonly [key: string]: Json }): AddedLabels {
  const selected = new Map<string, Set<string>>();
  for (const constraint of elements(spec["topologySpreadConstraints"])) {
    const labels = texts(at(constraint, ["labelSelector", "matchLabels"]));
    for (const [key, value] of Object.entries(labels)) add(selected, key, [value]);
    for (const expression of elements(at(constraint, ["labelSelector", "matchExpressions"])))
      add(selected, text(at(expression, ["key"])), elements(at(expression, ["values"])).map(text));
  }
  return selected;
}

function unknownLabels(object: FoundObject, root: PodRoot): string[] {
  const { document, path } = object;
  const template = [...path, ...root.metadata].join(".");
  const labels = `${template}.labels`;
  const keys = Object.keys(templateMetadata(object, root).labels).filter((key) => PLACEHOLDER.test(key));
  for (const place of Object.keys(document.unknown ?? {})) {
    if (place === template || place === labels) keys.push(ANY);
    else if (place.startsWith(`${labels}.`)) keys.push(place.slice(labels.length + 1));
  }
  return [...new Set(keys.map((key) => (PLACEHOLDER.test(key) ? ANY : key)))];
}
