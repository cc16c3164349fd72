// An object of Cluster API as the readers of its kinds see it, and the names under which they refer to one another.
import type { Draft } from "../../cloud/draft.ts";
import type { Parts, Written } from "../../cloud/parts.ts";
import type { References } from "../../cloud/references.ts";
import type { FoundObject } from "../../kubernetes.ts";

export type CapiObject = { readonly found: FoundObject; readonly draft: Draft; readonly written: Written };

export type Capi = {
  readonly parts: Parts;
  readonly references: References;
  /** The object of a kind with a name, in the namespace of the one that names it. */
  readonly object: (kind: string, name: string, from: FoundObject) => CapiObject | undefined;
  /** The only control plane of a namespace: pools that nobody assigns to a cluster belong to it. */
  readonly onlyPlane: (from: FoundObject) => CapiObject | undefined;
};

/** The name under which a cluster's control plane is referred to. */
export function clusterKey(name: string, from: FoundObject): string {
  return `cluster ${from.namespace || "default"}/${name}`;
}

/** A control plane under its own name. */
export function planeKey({ namespace, name }: FoundObject): string {
  return `control plane ${namespace || "default"}/${name}`;
}

export function subnetKey(name: string, from: FoundObject): string {
  return `subnet ${from.namespace || "default"}/${name}`;
}
