// Self-managed nodes in numbers: instance configurations, and the instance pools and cluster networks that use them. What is launched
// stands in the configuration, how often and where in the pool. A configuration that nothing here uses stands for itself.
import type { Placement } from "../../model/inventory/cluster.ts";
import type { Ref } from "../../model/inventory/entry.ts";
import type { Path } from "../../model/place.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import type { Fields } from "../cloud/parts.ts";
import type { World } from "../cloud/world.ts";
import { blocks, get } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";
import { ignoredChanges, isSelfManaged, LAUNCH_DETAILS, launchFields } from "./self-managed.ts";

const IMAGE = ["source_details", "image_id"];

function launches(configuration: Resource | undefined, world: World): boolean {
  return (
    configuration !== undefined &&
    isSelfManaged(configuration, get(configuration.body, LAUNCH_DETAILS), world)
  );
}

function launched(found: Found, configuration: Resource) {
  return {
    ...launchFields(found, found.draft.over(configuration.body).below(...LAUNCH_DETAILS), IMAGE),
    ...ignoredChanges(
      found.draft,
      configuration,
      ...(configuration === found.resource ? [] : [found.resource]),
    ),
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
  applies: ({ body }, world) => launches(configurationIn(body, world), world),
  read: (found) => {
    const { draft } = found;
    return {
      ...launched(found, configurationIn(found.resource.body, found.world)!),
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
  applies: (resource, world) => poolsOf(resource, world).length > 0,
  read: (found) => {
    const [first, ...others] = poolsOf(found.resource, found.world);
    for (const pool of others) {
      const other = found.another();
      const subject = `${found.written.subject}.instance_pools[${pool.index}]`;
      found.parts.add(
        "node_pools",
        { ...found.written, subject },
        other.draft,
        inNetwork(other, pool),
        other.id,
      );
    }
    return inNetwork(found, first!);
  },
});

type PoolOfNetwork = { readonly index: number; readonly configuration: Resource };

/** The pools of a cluster network that launch self-managed nodes. */
function poolsOf({ body }: Resource, world: World): readonly PoolOfNetwork[] {
  return blocks(body, "instance_pools").items.flatMap(({ body: pool }, index) => {
    const configuration = configurationIn(pool, world);
    return configuration && launches(configuration, world) ? [{ index, configuration }] : [];
  });
}

function inNetwork(found: Found, { index, configuration }: PoolOfNetwork): Fields<"node_pools"> {
  const { draft } = found;
  return {
    ...launched(found, configuration),
    ...draft.string("name", "display_name"),
    mode: "self-managed",
    form: "cluster-network",
    ...draft.number("size", "instance_pools", index, "size"),
    ...placements(draft, "placement_configuration"),
  };
}

/** Configurations that something here launches. */
function used(world: World): ReadonlySet<Resource | undefined> {
  return world.once("used configurations", () => {
    const users = [...world.ofType("oci_core_instance_pool"), ...world.ofType("oci_core_cluster_network")];
    return new Set(users.flatMap((user) => configurationsOf(user, world)));
  });
}

function configurationsOf({ type, body }: Resource, world: World): readonly (Resource | undefined)[] {
  const holders =
    type === "oci_core_cluster_network"
      ? blocks(body, "instance_pools").items.map((pool) => pool.body)
      : [body];
  return holders.map((holder) => configurationIn(holder, world));
}

function configurationIn(holder: Value, world: World): Resource | undefined {
  const target = world.target(holder, "instance_configuration_id");
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
