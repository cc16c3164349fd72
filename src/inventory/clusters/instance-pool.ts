// Self-managed nodes in numbers: instance configurations, and the instance pools and cluster networks that use them. What is launched
// stands in the configuration, how often and where in the pool. A configuration that nothing here uses stands for itself.
import type { Placement, Ref } from "../../model/inventory.ts";
import type { Path } from "../../model/place.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import type { World } from "../cloud/world.ts";
import { blocks, get } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import { ignoredChanges, isSelfManaged, LAUNCH_DETAILS, launchFields } from "./self-managed.ts";

const IMAGE = ["source_details", "image_id"];

function launches(configuration: Resource | undefined, world: World): boolean {
  return configuration !== undefined && isSelfManaged(get(configuration.body, LAUNCH_DETAILS), world);
}

function launched(found: Found, configuration: Resource) {
  return {
    ...launchFields(found, found.draft.over(configuration.body).below(...LAUNCH_DETAILS), IMAGE),
    ...ignoredChanges(found.draft, configuration),
  };
}

export const instanceConfiguration = adapter({
  type: "oci_core_instance_configuration",
  list: "node_pools",
  title: "Instance configuration",
  applies: (resource, world) => launches(resource, world) && !used(world).has(resource),
  read: (found) => ({
    ...found.draft.string("name", "display_name"),
    mode: "self-managed" as const,
    form: "instance-configuration",
    ...launched(found, found.resource),
  }),
});

export const instancePool = adapter({
  type: "oci_core_instance_pool",
  list: "node_pools",
  title: "Instance pool",
  applies: (resource, world) => launches(configurationOf(resource, world), world),
  read: (found) => {
    const { draft } = found;
    return {
      ...launched(found, configurationOf(found.resource, found.world)!),
      ...draft.string("name", "display_name"),
      mode: "self-managed" as const,
      form: "instance-pool",
      ...draft.number("size", "size"),
      ...placements(draft, "placement_configurations"),
    };
  },
});

export const clusterNetwork = adapter({
  type: "oci_core_cluster_network",
  list: "node_pools",
  title: "Cluster network",
  applies: (resource, world) => launches(configurationOf(resource, world), world),
  read: (found) => {
    const { draft } = found;
    return {
      ...launched(found, configurationOf(found.resource, found.world)!),
      ...draft.string("name", "display_name"),
      mode: "self-managed" as const,
      form: "cluster-network",
      ...draft.number("size", "instance_pools", 0, "size"),
      ...placements(draft, "placement_configuration"),
    };
  },
});

/** Configurations that something here launches. */
function used(world: World): ReadonlySet<Resource | undefined> {
  return world.once("used configurations", () => {
    const users = [...world.ofType("oci_core_instance_pool"), ...world.ofType("oci_core_cluster_network")];
    return new Set(users.map((user) => configurationOf(user, world)));
  });
}

function configurationOf({ type, body }: Resource, world: World): Resource | undefined {
  const holder = type === "oci_core_cluster_network" ? blocks(body, "instance_pools").items[0]?.body : body;
  const target = holder && world.target(holder, "instance_configuration_id");
  return target?.type === "oci_core_instance_configuration" ? target : undefined;
}

function placements(
  draft: Draft,
  block: string,
): { placements?: readonly Placement[]; subnets?: readonly Ref[] } {
  const rows = draft.blocks("placements", block).map(({ path }, index): Placement => {
    const row = draft.part(["placements", index], path);
    const subnet: Path =
      row.value("primary_vnic_subnets").kind === "absent"
        ? ["primary_subnet_id"]
        : ["primary_vnic_subnets", "subnet_id"];
    return {
      ...row.string("availability_domain", "availability_domain"),
      ...row.strings("fault_domains", "fault_domains"),
      ...row.ref("subnet", ...subnet),
      unknown: row.unknown,
    };
  });
  return rows.length > 0 ? { placements: rows, ...subnetsOf(rows, draft, block) } : {};
}

function subnetsOf(rows: readonly Placement[], draft: Draft, block: string): { subnets?: readonly Ref[] } {
  const subnets = [
    ...new Map(rows.flatMap(({ subnet }) => (subnet ? [[subnet.ref, subnet] as const] : []))).values(),
  ];
  if (subnets.length === 0) return {};
  draft.place(["subnets"], [block]);
  return { subnets };
}
