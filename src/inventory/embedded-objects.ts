// Kubernetes objects that other documents hold as data: tasks of Ansible, templates of OpenShift, and custom resources that hand objects
// on. Takes documents, gives the objects, and where such documents hold objects as texts.
import type { DataDocument, Json } from "../model/document.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { moduleCalls } from "./ansible-tasks.ts";
import { mayRunPods } from "./custom-groups.ts";
import { expanded } from "./dotted-path.ts";
import { at, elements, type FoundObject, isObject, objectsAt } from "./kubernetes.ts";
import { OF_OTHERS, searchInside } from "./search-inside.ts";

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

/** Of other custom resources, an object that says its kind and more than a reference would; not those that describe something to come. */
const PASSED_OVER = new Set([...OF_OTHERS, "schema"]);
const CONTENTS = ["spec", "template", "data", "stringData"];
/** Texts of objects, by API group and kind. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "argoproj.io Workflow": ["spec.templates.*.resource.manifest"],
  "argoproj.io WorkflowTemplate": ["spec.templates.*.resource.manifest"],
  "argoproj.io ClusterWorkflowTemplate": ["spec.templates.*.resource.manifest"],
  "argoproj.io CronWorkflow": ["spec.workflowSpec.templates.*.resource.manifest"],
};

/** What charts call the objects that they only pass on. */
const EXTRA_KEYS = ["extraObjects", "extraManifests", "extraDeploy", "extraResources"];
const EXTRA = /\bextra(?:Objects|Manifests|Deploy|Resources)\b/;
const SCHEMAS = new Set(["openAPIV3Schema", "schema", "status"]);

const MODULE = /^(?:kubernetes\.core\.|community\.(?:kubernetes|okd)\.|redhat\.openshift\.)?k8s$/;
const DEFINITIONS = ["definition", "resource_definition", "inline"];
const MAX_DEPTH = 20;

export function embeddedObjects(documents: readonly DataDocument[]): FoundObject[] {
  return documents.flatMap((document) =>
    [...held(document.value), ...extra(document)].flatMap(({ path, partial }) =>
      objectsAt(partial ? { ...document, partial } : document, path),
    ),
  );
}

/** Whole objects that the values of a chart bring along. */
function extra({ value, mayMention }: DataDocument): readonly Embedded[] {
  if (mayMention?.(EXTRA) === false) return [];
  const found: Embedded[] = [];
  searchInside(value, {
    passedOver: SCHEMAS,
    maxDepth: MAX_DEPTH,
    visit: (fields, path) => {
      if (fields["enabled"] === false) return false;
      for (const key of EXTRA_KEYS)
        elements(fields[key]).forEach((_, index) => {
          found.push({ path: [...path, key, index], partial: false });
        });
      return true;
    },
  });
  return found;
}

function held(value: Json): readonly Embedded[] {
  if (Array.isArray(value))
    return definitions(value).flatMap(({ path, state }) => oneOrMany(value, path, state === "patched"));
  if (!isObject(value) || typeof value["apiVersion"] !== "string") return [];
  const [group] = value["apiVersion"].split("/");
  const path = own(HOLDERS, `${group} ${String(value["kind"])}`);
  if (path) return oneOrMany(value, path, false);
  return group !== undefined && mayRunPods(group) ? inside(value) : [];
}

/** Templates of claims say their kind as well, and are looked for elsewhere. */
function inside(value: Json): readonly Embedded[] {
  const found: Embedded[] = [];
  searchInside(value, {
    passedOver: PASSED_OVER,
    maxDepth: MAX_DEPTH,
    visit: (fields, path) => {
      if (path.length === 0 || !isOne(fields)) return true;
      const here = [...path];
      const below = held(fields).map((one) => ({ ...one, path: [...here, ...one.path] }));
      found.push({ path: here, partial: false }, ...below);
      return false;
    },
  });
  return found;
}

function isOne(value: { readonly [key: string]: Json }): boolean {
  const { apiVersion, kind } = value;
  const named = typeof apiVersion === "string" && typeof kind === "string";
  return (
    named &&
    kind !== "PersistentVolumeClaim" &&
    (CONTENTS.some((key) => isObject(value[key])) || isMarked(value["metadata"]))
  );
}

/** A reference has no labels; a namespace may have nothing else. */
function isMarked(metadata: Json | undefined): boolean {
  return isObject(metadata) && (isObject(metadata["labels"]) || isObject(metadata["annotations"]));
}

/** Where a document holds objects as texts. */
export function objectTexts({
  value,
}: DataDocument): readonly { readonly text: string; readonly path: Path }[] {
  return textPaths(value).flatMap((path) => {
    const text = at(value, path);
    return typeof text === "string" ? [{ text, path }] : [];
  });
}

function textPaths(value: Json): readonly Path[] {
  if (Array.isArray(value))
    return definitions(value).flatMap(({ path, state }) => (state === "patched" ? [] : [path]));
  if (!isObject(value) || typeof value["apiVersion"] !== "string") return [];
  const [group] = value["apiVersion"].split("/");
  const paths = own(TEXTS, `${group} ${String(value["kind"])}`) ?? [];
  return paths.flatMap((dotted) => expanded(value, dotted));
}

/** Where tasks of Ansible hold what is to be there. */
function definitions(tasks: Json): readonly { readonly path: Path; readonly state: Json | undefined }[] {
  return moduleCalls(tasks, MODULE).flatMap(({ path, settings }) => {
    const state = settings["state"];
    return state === "absent" ? [] : DEFINITIONS.map((name) => ({ path: [...path, name], state }));
  });
}

function oneOrMany(holder: Json, path: Path, partial: boolean): readonly Embedded[] {
  const found = at(holder, path);
  if (Array.isArray(found)) return found.map((_, index) => ({ path: [...path, index], partial }));
  return isObject(found) ? [{ path, partial }] : [];
}
