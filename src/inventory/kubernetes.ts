// Kubernetes objects out of data documents: lists are opened, patches and cluster exports recognised. Takes documents, gives objects
// with their place in the document; judges nothing and decides nothing about nodes.
import type { DataDocument, Json } from "../model/document.ts";
import type { Path, Place } from "../model/place.ts";

export type FoundObject = {
  readonly document: DataDocument;
  /** Path of the object in its document; not empty for the items of a list. */
  readonly path: Path;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly value: { readonly [key: string]: Json };
  readonly partial: boolean;
  readonly exported: boolean;
};

/** Kinds that live outside namespaces and that rules name; the rest of the subject line says `default` where none is stated. */
const CLUSTER_SCOPED =
  /^(Namespace|Node|PersistentVolume|StorageClass|RuntimeClass|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|ClusterSecretStore|ClusterExternalSecret|IngressClass|PriorityClass|.*WebhookConfiguration)$/;
/** Items of items of items: deeper lists are not Kubernetes. */
const MAX_LIST_DEPTH = 5;

/** A plain list of objects is no manifest to kubectl, but to tools that write or apply such lists; references have no metadata. */
export function kubernetesObjects(documents: readonly DataDocument[]): FoundObject[] {
  return documents.flatMap((document) =>
    Array.isArray(document.value)
      ? document.value.flatMap((one, index) =>
          isObject(at(one, ["metadata"])) ? objectsAt(document, [index]) : [],
        )
      : objectsAt(document, []),
  );
}

/** The object, or the objects of the list, at a path of a document. */
export function objectsAt(document: DataDocument, path: Path): FoundObject[] {
  return objectsIn(document, at(document.value, path), path, 0);
}

function objectsIn(
  document: DataDocument,
  value: Json | undefined,
  path: Path,
  depth: number,
): FoundObject[] {
  if (!isObject(value)) return [];
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return [];
  if (kind.endsWith("List") && Array.isArray(value["items"])) {
    if (depth >= MAX_LIST_DEPTH) return [];
    return value["items"].flatMap((item, index) =>
      objectsIn(document, withIdentity(item, apiVersion, kind), [...path, "items", index], depth + 1),
    );
  }
  const slash = apiVersion.indexOf("/");
  const metadata = isObject(value["metadata"]) ? value["metadata"] : {};
  return [
    {
      document,
      path,
      group: slash === -1 ? "" : apiVersion.slice(0, slash),
      version: apiVersion.slice(slash + 1),
      kind,
      name: text(metadata["name"]) || text(metadata["generateName"]),
      namespace: text(metadata["namespace"]),
      labels: texts(metadata["labels"]),
      annotations: texts(metadata["annotations"]),
      value,
      partial: document.partial,
      exported: isExported(value, metadata),
    },
  ];
}

/** The items of a `DeploymentList` need not repeat their kind. */
function withIdentity(item: Json, apiVersion: string, listKind: string): Json {
  if (!isObject(item) || item["kind"] !== undefined || listKind === "List") return item;
  return { apiVersion, kind: listKind.slice(0, -"List".length), ...item };
}

/** A cluster adds these, and people take some of them out; `status: {}` and a null creation time are what generators print. */
function isExported(
  value: { readonly [key: string]: Json },
  metadata: { readonly [key: string]: Json },
): boolean {
  const status = value["status"];
  return Boolean(
    metadata["uid"] ||
      metadata["managedFields"] ||
      metadata["resourceVersion"] ||
      metadata["creationTimestamp"] ||
      metadata["selfLink"] ||
      (isObject(status) && Object.keys(status).length > 0),
  );
}

/** `apps/Deployment shop/web`; the namespace is `default` where a namespaced object states none. */
export function subjectOf({
  group,
  kind,
  namespace,
  name,
}: Pick<FoundObject, "group" | "kind" | "namespace" | "name">): string {
  const qualified = group === "" ? kind : `${group}/${kind}`;
  return CLUSTER_SCOPED.test(kind)
    ? `${qualified} ${name}`
    : `${qualified} ${namespace || "default"}/${name}`;
}

/** `Deployment "web"`. */
export function titleOf({ kind, name }: Pick<FoundObject, "kind" | "name">): string {
  return name === "" ? kind : `${kind} "${name}"`;
}

/** Place of a path below the object. */
export function placeIn({ document, path }: FoundObject, below: Path): Place {
  return { file: document.file, range: document.locate([...path, ...below]) };
}

/** A text or number as text; empty for anything else. */
export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The scalars of a map as texts. */
export function texts(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).filter(([, entry]) => entry !== null && typeof entry !== "object");
  return Object.fromEntries(entries.map(([key, entry]) => [key, String(entry)]));
}

/** Values that are not known below a path of the document, by their path from there. */
export function unknownBelow(document: DataDocument, path: Path): Record<string, string> {
  if (!document.unknown) return {};
  const prefix = path.length === 0 ? "" : `${path.join(".")}.`;
  const below = Object.entries(document.unknown).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(below.map(([key, ref]) => [key.slice(prefix.length), ref]));
}

/** The value at a path, or nothing. */
export function at(value: Json | undefined, path: Path): Json | undefined {
  let current: Json | undefined = value;
  for (const key of path) {
    if (current === null || typeof current !== "object") return undefined;
    current = Array.isArray(current)
      ? current[key as number]
      : Object.hasOwn(current, key)
        ? (current as Record<string, Json>)[key]
        : undefined;
  }
  return current;
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The elements of a list; none of anything else. */
export function elements(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? list : [];
}
