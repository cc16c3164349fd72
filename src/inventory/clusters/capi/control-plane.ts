// Clusters: `OCIManagedControlPlane`, with the compartment and network of the `OCIManagedCluster` that the `Cluster` names beside it.
import type { Draft } from "../../cloud/draft.ts";
import { at, text } from "../../kubernetes.ts";
import { readString } from "../../terraform/read-value.ts";
import { type Capi, type CapiObject, clusterKey, planeKey } from "./capi-object.ts";

export function addControlPlane(
  { found, draft, written }: CapiObject,
  cluster: CapiObject | undefined,
  capi: Capi,
): void {
  const { parts, references } = capi;
  const id = parts.reserve("clusters");
  const name = cluster?.found.name ?? found.name;
  references.register(clusterKey(name, found), id);
  references.register(planeKey(found), id);
  const network =
    cluster &&
    capi.object(
      "OCIManagedCluster",
      text(at(cluster.found.value, ["spec", "infrastructureRef", "name"])),
      cluster.found,
    );
  const vcn = network && references.idOf(`vcn ${network.found.namespace || "default"}/${network.found.name}`);
  parts.add(
    "clusters",
    written,
    draft,
    {
      name,
      ...clusterType(draft),
      ...draft.version("version", "spec", "version"),
      ...(network && draft.over(network.draft.root).ref("compartment", "spec", "compartmentId")),
      ...(network &&
        vcn !== undefined && {
          vcn: references.to(`vcn ${network.found.namespace || "default"}/${network.found.name}`),
        }),
      ...draft.string("cni", "spec", "clusterPodNetworkOptions", 0, "cniType"),
      ...draft.ref("kms_key", "spec", "kmsKeyId"),
      ...draft.boolean("image_policy_enabled", "spec", "imagePolicyConfig", "isPolicyEnabled"),
    },
    id,
  );
  for (const { path } of draft.items("addons", "spec", "addons") ?? []) {
    const addon = draft.fresh(path);
    const named = readString(addon.value("name"));
    if (named.kind !== "known") continue;
    const subject = `${written.subject} add-on ${named.value}`;
    parts.add("addons", { ...written, subject, title: `Add-on "${named.value}"` }, addon, {
      name: named.value,
      ...addon.string("name", "name"),
      addon: named.value,
      cluster: references.to(clusterKey(name, found)),
      ...addon.string("addon_version", "version"),
    });
  }
}

/** Both the short names and those of the API are about. */
function clusterType(draft: Draft): { readonly type?: string } {
  const stated = draft.string("type", "spec", "clusterType");
  return /^(?:BASIC|ENHANCED)$/.test(stated.type ?? "") ? { type: `${stated.type}_CLUSTER` } : stated;
}
