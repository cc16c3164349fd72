// Clusters and pools out of Cluster API manifests for OCI. Takes Kubernetes objects, adds entries of the same kinds as Terraform's.
// A `Cluster` names its control plane and its network, a `MachinePool` its cluster and what OCI is to make of it.
import { Draft } from "../../cloud/draft.ts";
import type { Parts } from "../../cloud/parts.ts";
import { References } from "../../cloud/references.ts";
import { at, type FoundObject, placeIn, subjectOf, text, titleOf } from "../../kubernetes.ts";
import { dataValue } from "../../terraform/data-value.ts";
import type { Value } from "../../terraform/value.ts";
import { unknown } from "../../terraform/value.ts";
import type { Capi, CapiObject } from "./capi-object.ts";
import { addControlPlane } from "./control-plane.ts";
import { addNetwork } from "./network.ts";
import { addManagedPool, addVirtualPool } from "./pools.ts";

const GROUP = /(?:^|\.)cluster\.x-k8s\.io$/;

export function addCapi(objects: readonly FoundObject[], parts: Parts): void {
  const relevant = objects.filter(({ group }) => GROUP.test(group));
  if (relevant.length === 0) return;
  const references = new References();
  const all = (kind: string) => [...made.values()].filter(({ found }) => found.kind === kind);
  const key = (kind: string, namespace: string, name: string) => `${kind} ${namespace || "default"}/${name}`;
  const made = new Map(
    relevant.map((found) => [key(found.kind, found.namespace, found.name), objectOf(found, references)]),
  );
  const capi: Capi = {
    parts,
    references,
    object: (kind, name, from) => made.get(key(kind, from.namespace, name)),
    onlyPlane: ({ namespace }) => {
      const planes = all("OCIManagedControlPlane").filter(
        ({ found }) => (found.namespace || "default") === (namespace || "default"),
      );
      return planes.length === 1 ? planes[0] : undefined;
    },
  };

  for (const network of all("OCIManagedCluster")) addNetwork(network, capi);
  for (const plane of all("OCIManagedControlPlane")) {
    const cluster = all("Cluster").find(({ found }) =>
      named(found, ["spec", "controlPlaneRef"], plane.found),
    );
    addControlPlane(plane, cluster, capi);
  }
  const owner = (pool: CapiObject) =>
    all("MachinePool").find(({ found }) =>
      named(found, ["spec", "template", "spec", "infrastructureRef"], pool.found),
    );
  for (const pool of all("OCIManagedMachinePool")) addManagedPool(pool, owner(pool), capi);
  for (const pool of all("OCIVirtualMachinePool")) addVirtualPool(pool, owner(pool), capi);
}

/** Whether the reference at `path` is to `target`. */
function named(from: FoundObject, path: readonly string[], target: FoundObject): boolean {
  const name = text(at(from.value, [...path, "name"]));
  const kind = text(at(from.value, [...path, "kind"]));
  return (
    name === target.name &&
    kind === target.kind &&
    (from.namespace || "default") === (target.namespace || "default")
  );
}

function objectOf(found: FoundObject, references: References): CapiObject {
  const { document, path } = found;
  const hidden = hiddenIn(found, document.unknown ?? {});
  const draft = new Draft(hidden(dataValue(document, found.value, path), ""), references);
  draft.place([], []);
  const place = placeIn(found, []);
  return {
    found,
    draft,
    written: {
      subject: subjectOf(found),
      title: titleOf(found),
      place,
      block: place,
      notation: "capi",
      existence: "known",
    },
  };
}

/** Placeholders were cut out of the document: they are put back as what they are, unknown. */
function hiddenIn(
  { path }: FoundObject,
  names: Readonly<Record<string, string>>,
): (value: Value, below: string) => Value {
  const prefix = path.length === 0 ? "" : `${path.join(".")}.`;
  const cut = Object.entries(names).flatMap(([name, ref]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), ref] as const] : [],
  );
  if (cut.length === 0) return (value) => value;
  const put = (value: Value, below: string): Value => {
    const inner = (name: string) => (below === "" ? name : `${below}.${name}`);
    if (value.kind === "list") {
      return { ...value, items: value.items.map((item, index) => replaced(item, inner(String(index)))) };
    }
    if (value.kind !== "object") return value;
    const entries = new Map(
      [...value.entries].map(([name, entry]) => [
        name,
        { ...entry, value: replaced(entry.value, inner(name)) },
      ]),
    );
    for (const [name, ref] of cut) {
      const last = name.slice(below === "" ? 0 : below.length + 1);
      if (name.startsWith(below) && inner(last) === name && !last.includes(".") && !entries.has(last)) {
        entries.set(last, {
          value: unknown("filled in by somebody else", ref, value.site),
          site: value.site,
        });
      }
    }
    return { ...value, entries };
  };
  const replaced = (value: Value, below: string): Value => {
    const ref = cut.find(([name]) => name === below)?.[1];
    return ref === undefined ? put(value, below) : unknown("filled in by somebody else", ref, value.site);
  };
  return put;
}
