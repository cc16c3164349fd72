// Workloads: pods with their containers and volumes as flat lists, objects by kind. Takes Kubernetes objects, gives the inventory's
// `workloads` and tells `origins` where each entry stands.
import type { Json } from "../model/document.ts";
import type {
  Container,
  CustomObject,
  KubernetesObject,
  Pod,
  Quantities,
  Volume,
  Workloads,
} from "../model/inventory/workload.ts";
import type { Path } from "../model/place.ts";
import { isCustomGroup, mayRunPods } from "./custom-groups.ts";
import { imageReference } from "./image.ts";
import { keptAddresses } from "./kept-addresses.ts";
import { type Kept, kept } from "./kept-under-patches.ts";
import { at, type FoundObject, isObject, unknownBelow } from "./kubernetes.ts";
import { ObjectOrigin } from "./object-origin.ts";
import type { Origins } from "./origins.ts";
import { ownContainer, podSpecOf } from "./own-words.ts";
import { nodesOf, type Planned, patchedPod, plannedPods, templateMetadata } from "./planned-pods.ts";
import { containersOf, isFilledIn, keptElements, nameOf, slim } from "./pod-containers.ts";
import { type AddedLabels, addedLabels, labelDoubts } from "./pod-labels.ts";
import type { PodRoot } from "./pod-roots.ts";
import { quantity } from "./quantity.ts";
import type { Targets } from "./targets.ts";

/** Where most kinds keep their pod template: only other places are said. */
const USUAL_TEMPLATE = "spec.template";

/** Flux writes the image in where a comment says so. */
const IMAGE_POLICY = /\{ *"\$imagepolicy" *:/;

/** What other documents than the object's own say about its pods. */
type Elsewhere = {
  readonly tagged: ReadonlySet<string>;
  readonly added: AddedLabels;
  readonly kept: Kept;
};

type Lists = {
  pods: Pod[];
  containers: Container[];
  volumes: Volume[];
  objects: Record<string, KubernetesObject[]>;
  custom: CustomObject[];
};

/** `tagged` names images whose tag is put in by something else than the manifest. */
export function workloads(
  found: readonly FoundObject[],
  targets: Targets,
  origins: Origins,
  tagged: ReadonlySet<string> = new Set(),
): Workloads {
  // Kinds are words of strangers: `constructor` is no kind before somebody writes it.
  const objects: Lists["objects"] = Object.create(null);
  const lists: Lists = { pods: [], containers: [], volumes: [], objects, custom: [] };
  const all = plannedPods(found, origins);
  const elsewhere = { tagged, added: addedLabels(all), kept: kept(all) };
  for (const planned of all) addObject(planned, targets, origins, lists, elsewhere);
  return lists;
}

function addObject(
  planned: Planned,
  targets: Targets,
  origins: Origins,
  lists: Lists,
  elsewhere: Elsewhere,
): void {
  const { object, roots, pods } = planned;
  const id = origins.next("o");
  for (const index of roots.keys()) addPod(planned, index, id, targets, origins, lists, elsewhere);
  const entry: KubernetesObject = {
    ...identity(object),
    id,
    nodes: nodesOf(planned, 0, targets),
    value: object.value,
    unknown: unknownBelow(object.document, object.path),
  };
  if (isCustom(object)) {
    const { value: _, unknown: __, ...slim } = entry;
    const kept = mayRunPods(object.group) ? keptAddresses(object.value) : [];
    lists.custom.push(kept.length > 0 ? { ...slim, kept_addresses: kept } : slim);
  }
  lists.objects[object.kind] ??= [];
  lists.objects[object.kind]!.push(entry);
  origins.set(id, new ObjectOrigin(object, [], patchedPod(planned, 0) ?? pods[0]));
}

/** What a patch takes away is not there to be judged. */
function isCustom({ group, value }: FoundObject): boolean {
  return isCustomGroup(group) && value["$patch"] !== "delete";
}

function addPod(
  planned: Planned,
  index: number,
  objectId: string,
  targets: Targets,
  origins: Origins,
  lists: Lists,
  elsewhere: Elsewhere,
): void {
  const { object } = planned;
  const [root, id] = [planned.roots[index]!, planned.pods[index]!];
  const { spec: specPath } = root;
  const stated = at(object.value, specPath) as { readonly [key: string]: Json };
  const spec = podSpecOf(stated, root);
  const template = templateMetadata(object, root);
  const nodes = nodesOf(planned, index, targets);
  const replicas = replicasOf(object);
  const object_metadata = otherMetadata(object);
  const patches = patchedPod(planned, index);
  const workload = patches ?? id;
  lists.pods.push({
    ...identity(object),
    id,
    nodes,
    object: objectId,
    ...(patches !== undefined && { patches }),
    spec: slim(spec, root),
    metadata: template.others,
    pod_labels: template.labels,
    pod_annotations: template.annotations,
    ...elsewhere.kept.emptyDirs(planned),
    ...labelDoubts(object, root, spec, elsewhere.added),
    ...templateOf(root),
    ...(replicas !== undefined && { replicas }),
    ...(Object.keys(object_metadata).length > 0 && { object_metadata }),
    ...(isObject(spec["resources"]) && root.own === undefined && resources(spec)),
    unknown: unknownBelow(object.document, [...object.path, ...specPath]),
  });
  origins.set(id, new ObjectOrigin(object, specPath, workload, root.words));
  const marked = object.kind === "Pod" && object.document.mayMention?.(IMAGE_POLICY) === true;
  const common = { pod: id, nodes, partial: object.partial, exported: object.exported };
  const partial = object.partial || isFilledIn(object, root);
  for (const { value, list, path, name } of containersOf(spec, root, ownContainer(stated, root))) {
    lists.containers.push({
      id: `${id}/${path}`,
      list,
      name,
      ...common,
      partial,
      value,
      ...resources(value),
      ...elsewhere.kept.resources(planned, list, name),
      ...image(value, elsewhere.tagged, marked),
    });
  }
  for (const { value, index } of keptElements(spec["volumes"])) {
    const volumeId = `${id}/volumes/${index}`;
    lists.volumes.push({
      id: volumeId,
      name: nameOf(value),
      ...common,
      source: sourceOf(value),
      value,
    });
  }
}

function templateOf({ metadata }: PodRoot): Pick<Pod, "template"> {
  const template: Path = metadata.slice(0, -1);
  return template.join(".") === USUAL_TEMPLATE ? {} : { template };
}

function identity(object: FoundObject) {
  const { kind, group, version, namespace, name, partial, exported, labels, annotations } = object;
  return { kind, group, version, namespace, name, partial, exported, labels, annotations };
}

/** A volume without a source is an `emptyDir` after defaulting. */
function sourceOf(volume: { readonly [key: string]: Json }): string {
  return Object.keys(volume).find((key) => key !== "name" && !key.startsWith("$")) ?? "emptyDir";
}

function resources(container: { readonly [key: string]: Json }): {
  requests: Quantities;
  limits: Quantities;
} {
  const stated = isObject(container["resources"]) ? container["resources"] : {};
  return { requests: quantities(stated["requests"]), limits: quantities(stated["limits"]) };
}

function quantities(stated: Json | undefined): Quantities {
  if (!isObject(stated)) return {};
  const read = Object.entries(stated).map(([resource, value]) => [resource, quantity(value)] as const);
  return Object.fromEntries(read.filter((entry): entry is [string, number] => entry[1] !== undefined));
}

function image(
  container: { readonly [key: string]: Json },
  tagged: ReadonlySet<string>,
  marked: boolean,
): Pick<Container, "image"> {
  if (typeof container["image"] !== "string") return {};
  const reference = imageReference(container["image"]);
  const elsewhere = marked || tagged.has(reference.repository);
  return { image: { ...reference, ...(elsewhere && { set_elsewhere: true }) } };
}

/** Metadata that the entry does not carry otherwise; what a cluster adds tells nothing. */
const CARRIED = new Set([
  "name",
  "generateName",
  "namespace",
  "labels",
  "annotations",
  "managedFields",
  "creationTimestamp",
  "resourceVersion",
  "uid",
]);

function otherMetadata({ value }: FoundObject): { readonly [key: string]: Json } {
  const metadata = isObject(value["metadata"]) ? value["metadata"] : {};
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !CARRIED.has(key)));
}

function replicasOf({ value }: FoundObject): number | undefined {
  const replicas = at(value, ["spec", "replicas"]);
  return typeof replicas === "number" ? replicas : undefined;
}
