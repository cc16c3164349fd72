// The cluster that the commands of a file make, for the commands of the same file that name it by a variable. Takes resources, gives them
// with `cluster_id` leading to that cluster.
import type { Document, ScriptDocument } from "../../model/document.ts";
import { groupBy } from "../../model/group.ts";
import type { Resource } from "../terraform/resource.ts";
import { variablesFrom } from "./node-addresses.ts";

const CLUSTER_MADE = /\bce\s+cluster\s+create\b/;

/** What stands for the root module of what the commands of a file make. */
export function rootOf(file: string): string {
  return `command:${file}`;
}

/** `$CLUSTER_ID` is the cluster that the same file makes, when it makes one only and the variable holds what came of it or says so. */
export function withMadeClusters(resources: readonly Resource[], documents: readonly Document[]): Resource[] {
  const clusters = groupBy(
    resources.filter(({ type }) => type === "oci_containerengine_cluster"),
    ({ root }) => root,
  );
  const scripts = groupBy(documents.filter(isShell), ({ file }) => rootOf(file));
  const held = new Map<string, ReadonlySet<string>>();
  /** The variables of a file that hold what the making of a cluster gave. */
  const holders = (root: string): ReadonlySet<string> => {
    const found =
      held.get(root) ??
      new Set((scripts.get(root) ?? []).flatMap(({ text }) => [...variablesFrom(text, CLUSTER_MADE)]));
    held.set(root, found);
    return found;
  };
  return resources.map((resource) => {
    const [cluster, ...others] = clusters.get(resource.root) ?? [];
    const stated = resource.body.entries.get("cluster_id");
    if (cluster === undefined || others.length > 0 || stated?.value.kind !== "unknown") return resource;
    const variable = /^"?\$\{?(\w+)\}?"?$/.exec(stated.value.ref)?.[1];
    if (variable === undefined) return resource;
    if (!/cluster/i.test(variable) && !holders(resource.root).has(variable)) return resource;
    const value = { ...stated.value, reference: { address: cluster.address, path: [] } };
    const entries = new Map(resource.body.entries).set("cluster_id", { ...stated, value });
    return { ...resource, body: { ...resource.body, entries } };
  });
}

function isShell(document: Document): document is ScriptDocument {
  return document.format === "shell";
}
