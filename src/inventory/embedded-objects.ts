// Kubernetes objects that other documents hold as data: tasks of Ansible, templates of OpenShift, and the objects by which Crossplane,
// Open Cluster Management and Karmada hand objects on. Takes documents, gives the objects.
import type { DataDocument, Json } from "../model/document.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { at, elements, type FoundObject, isObject, objectsAt } from "./kubernetes.ts";

/** `partial`: merged into an object that is there already. */
type Embedded = { readonly path: Path; readonly partial: boolean };

/** By API group and kind; a list holds objects, anything else is one. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "template.openshift.io Template": ["objects"],
  "kubernetes.crossplane.io Object": ["spec", "forProvider", "manifest"],
  "kubernetes.m.crossplane.io Object": ["spec", "forProvider", "manifest"],
  "work.open-cluster-management.io ManifestWork": ["spec", "workload", "manifests"],
  "work.open-cluster-management.io ManifestWorkReplicaSet": [
    "spec",
    "manifestWorkTemplate",
    "workload",
    "manifests",
  ],
  "work.karmada.io Work": ["spec", "workload", "manifests"],
};

const MODULE = /^(?:kubernetes\.core\.|community\.(?:kubernetes|okd)\.|redhat\.openshift\.)?k8s$/;
const DEFINITIONS = ["definition", "resource_definition", "inline"];
const TASKS = ["pre_tasks", "tasks", "post_tasks", "handlers", "block", "rescue", "always"];
const MAX_DEPTH = 20;

export function embeddedObjects(documents: readonly DataDocument[]): FoundObject[] {
  return documents.flatMap((document) =>
    held(document.value).flatMap(({ path, partial }) =>
      objectsAt(partial ? { ...document, partial } : document, path),
    ),
  );
}

function held(value: Json): readonly Embedded[] {
  if (Array.isArray(value)) return ofTasks(value, [], 0);
  if (!isObject(value) || typeof value["apiVersion"] !== "string") return [];
  const [group] = value["apiVersion"].split("/");
  const path = own(HOLDERS, `${group} ${String(value["kind"])}`);
  return path ? oneOrMany(value, path, false) : [];
}

function ofTasks(list: readonly Json[], path: Path, depth: number): readonly Embedded[] {
  if (depth > MAX_DEPTH) return [];
  return list.flatMap((task, index): readonly Embedded[] => {
    if (!isObject(task)) return [];
    const here = [...path, index];
    const own = Object.keys(task).flatMap((key) => (MODULE.test(key) ? ofModule(task, key) : []));
    const nested = TASKS.flatMap((key) => ofTasks(elements(task[key]), [key], depth + 1));
    return [...own, ...nested].map((found) => ({ ...found, path: [...here, ...found.path] }));
  });
}

function ofModule(task: { readonly [key: string]: Json }, key: string): readonly Embedded[] {
  const settings = task[key];
  if (!isObject(settings) || settings["state"] === "absent") return [];
  const partial = settings["state"] === "patched";
  return DEFINITIONS.flatMap((name) => oneOrMany(task, [key, name], partial));
}

function oneOrMany(holder: Json, path: Path, partial: boolean): readonly Embedded[] {
  const found = at(holder, path);
  if (Array.isArray(found)) return found.map((_, index) => ({ path: [...path, index], partial }));
  return isObject(found) ? [{ path, partial }] : [];
}
