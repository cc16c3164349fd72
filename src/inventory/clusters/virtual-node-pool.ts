// Virtual node pools: `oci_containerengine_virtual_node_pool`.
import type { Placement } from "../../model/inventory/cluster.ts";
import type { Ref } from "../../model/inventory/entry.ts";
import { adapter } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import { foreignSettings, isNotWritten, labelFields, taintFields } from "./pool-fields.ts";
import { regionOf } from "./region.ts";

/** Settings of managed pools that people carry over. */
const FOREIGN = [
  "kubernetes_version",
  "node_shape",
  "node_metadata",
  "node_source_details",
  "ssh_public_key",
  "capacity_reservation_id",
  "node_eviction_node_pool_settings",
  "node_pool_cycling_details",
  "initial_node_labels",
];

export const virtualNodePool = adapter({
  type: "oci_containerengine_virtual_node_pool",
  list: "node_pools",
  title: "Virtual node pool",
  read: ({ draft, resource }) => {
    const rows = placements(draft);
    return {
      ...draft.string("name", "display_name"),
      mode: "virtual" as const,
      ...draft.ref("cluster", "cluster_id"),
      ...draft.ref("compartment", "compartment_id"),
      ...draft.number("size", "size"),
      ...draft.string("shape", "pod_configuration", "shape"),
      ...podSubnet(draft),
      ...draft.refs("pod_nsgs", "pod_configuration", "nsg_ids"),
      ...subnets(draft, rows),
      ...draft.refs("nsgs", "nsg_ids"),
      ...(rows.length > 0 && { placements: rows }),
      ...labelFields(draft, "initial_virtual_node_labels"),
      ...taintFields(draft, draft.blocks("taints", "taints")),
      ...(rows.some(({ capacity_reservation }) => capacity_reservation) && { capacity_reservation: true }),
      ...cycling(draft),
      ...regionOf(draft, resource.provider),
      ...foreignSettings(draft, FOREIGN),
    };
  },
});

function placements(draft: Draft): Placement[] {
  return draft.blocks("placements", "placement_configurations").map(({ path }, index) => {
    const row = draft.part(["placements", index], path);
    return {
      ...row.string("availability_domain", "availability_domain"),
      ...row.strings("fault_domains", "fault_domain"),
      ...faultDomainCount(row),
      ...row.ref("subnet", "subnet_id"),
      ...row.ref("capacity_reservation", "capacity_reservation_id"),
      unknown: row.unknown,
    };
  });
}

function faultDomainCount(row: Draft): { fault_domain_count?: number } {
  const stated = row.value("fault_domain");
  if (row.unknown["fault_domains"] === undefined || stated.kind !== "list" || stated.open) return {};
  return { fault_domain_count: stated.items.length };
}

function podSubnet(draft: Draft): { pod_subnets?: readonly Ref[] } {
  const path = ["pod_configuration", "subnet_id"];
  draft.place(["pod_subnets"], path);
  draft.place(["pod_subnets", 0], path);
  const ref = draft.references.of(draft.value(...path));
  return ref ? { pod_subnets: [ref] } : {};
}

function subnets(draft: Draft, rows: readonly Placement[]): { subnets?: readonly Ref[] } {
  draft.place(["subnets"], ["placement_configurations"]);
  if (draft.unknown["placements"] !== undefined) draft.doubt("subnets", draft.unknown["placements"]);
  const distinct = new Map<string, Ref>();
  for (const [index, { subnet }] of rows.entries()) {
    if (!subnet || distinct.has(subnet.ref)) continue;
    draft.place(["subnets", distinct.size], ["placement_configurations", index, "subnet_id"]);
    distinct.set(subnet.ref, subnet);
  }
  return distinct.size > 0 ? { subnets: [...distinct.values()] } : {};
}

/** The block alone says it: there is nothing in it that does not concern cycling. */
function cycling(draft: Draft): { cycling?: boolean } {
  const path = ["virtual_node_pool_cycling_details"];
  if (isNotWritten(draft.value(), path[0]!)) return {};
  const stated = draft.boolean("cycling", ...path, "is_virtual_node_cycling_enabled");
  if (
    stated.cycling !== undefined ||
    draft.unknown["cycling"] !== undefined ||
    draft.value(...path).kind === "absent"
  )
    return stated;
  draft.place(["cycling"], path);
  return { cycling: true };
}
