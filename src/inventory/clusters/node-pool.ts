// Managed node pools: `oci_containerengine_node_pool`.
import type { NodePool, Placement } from "../../model/inventory/cluster.ts";
import type { Ref } from "../../model/inventory/entry.ts";
import { adapter } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import { stated } from "./cluster.ts";
import { imageOf } from "./image.ts";
import { labelFields, shapeFields } from "./pool-fields.ts";

const DETAILS = "node_config_details";
const NETWORK = "node_pool_pod_network_option_details";

export const nodePool = adapter({
  type: "oci_containerengine_node_pool",
  list: "node_pools",
  title: "Node pool",
  read: (found) => {
    const { draft, world } = found;
    const rows = placements(draft);
    return {
      ...draft.string("name", "name"),
      mode: "managed" as const,
      ...draft.ref("cluster", "cluster_id"),
      ...draft.ref("compartment", "compartment_id"),
      ...draft.version("version", "kubernetes_version"),
      ...draft.number("size", DETAILS, "size"),
      ...shapeFields(draft, ["node_shape"], ["node_shape_config"]),
      ...draft.string("cni", DETAILS, NETWORK, "cni_type"),
      ...draft.number("max_pods", DETAILS, NETWORK, "max_pods_per_node"),
      ...draft.refs("pod_subnets", DETAILS, NETWORK, "pod_subnet_ids"),
      ...draft.refs("pod_nsgs", DETAILS, NETWORK, "pod_nsg_ids"),
      ...subnets(draft, rows),
      ...draft.refs("nsgs", DETAILS, "nsg_ids"),
      ...(rows.length > 0 && { placements: rows }),
      ...labelFields(draft, "initial_node_labels"),
      ...imageOf(draft, world, [["node_source_details", "image_id"], ["node_image_id"], ["node_image_name"]]),
      cloud_init: found.bootstrap(draft, [["node_metadata", "user_data"]]),
      ...sshKey(draft),
      ...(rows.some(({ capacity_reservation }) => capacity_reservation) && { capacity_reservation: true }),
      ...draft.boolean("cycling", "node_pool_cycling_details", "is_node_cycling_enabled"),
      ...secondaryVnics(draft),
      ...stated(draft, "security_attributes", ["security_attributes"]),
    };
  },
});

function placements(draft: Draft): Placement[] {
  return draft.blocks("placements", DETAILS, "placement_configs").map(({ path }, index) => {
    const row = draft.part(["placements", index], path);
    return {
      ...row.string("availability_domain", "availability_domain"),
      ...row.strings("fault_domains", "fault_domains"),
      ...row.ref("subnet", "subnet_id"),
      ...row.ref("capacity_reservation", "capacity_reservation_id"),
      unknown: row.unknown,
    };
  });
}

function subnets(draft: Draft, rows: readonly Placement[]): { subnets?: readonly Ref[] } {
  if (rows.length === 0 && draft.value("subnet_ids").kind !== "absent")
    return draft.refs("subnets", "subnet_ids");
  draft.place(["subnets"], [DETAILS, "placement_configs"]);
  if (draft.unknown["placements"] !== undefined) draft.doubt("subnets", draft.unknown["placements"]);
  const distinct = new Map<string, Ref>();
  for (const [index, { subnet }] of rows.entries()) {
    if (!subnet || distinct.has(subnet.ref)) continue;
    draft.place(["subnets", distinct.size], [DETAILS, "placement_configs", index, "subnet_id"]);
    distinct.set(subnet.ref, subnet);
  }
  return distinct.size > 0 ? { subnets: [...distinct.values()] } : {};
}

function sshKey(draft: Draft): { ssh_key?: boolean } {
  draft.place(["ssh_key"], ["ssh_public_key"]);
  const value = draft.value("ssh_public_key");
  if (value.kind === "absent" || (value.kind === "known" && value.value === "")) return {};
  if (value.kind === "unknown" && value.reference === undefined && value.text === undefined) {
    draft.doubt("ssh_key", value);
    return {};
  }
  return { ssh_key: true };
}

function secondaryVnics(draft: Draft): Pick<NodePool, "secondary_vnics"> {
  const found = draft.blocks("secondary_vnics", "secondary_vnics");
  if (found.length === 0) return {};
  const secondary_vnics = found.map(({ path }, index) => {
    const vnic = draft.part(["secondary_vnics", index], path).below("create_vnic_details");
    const profile = {
      ...vnic.number("ip_count", "ip_count"),
      ...vnic.ref("subnet", "subnet_id"),
      ...vnic.number("application_resources", "application_resources"),
    };
    for (const [name, ref] of Object.entries(vnic.unknown))
      draft.doubt(`secondary_vnics.${index}.${name}`, ref);
    return profile;
  });
  return { secondary_vnics };
}
