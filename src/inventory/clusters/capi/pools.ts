// Pools: `OCIManagedMachinePool` and `OCIVirtualMachinePool`, with the size, version and cluster of the `MachinePool` that names them.
import type { NodePool, Placement } from "../../../model/inventory/cluster.ts";
import type { Ref } from "../../../model/inventory/entry.ts";
import type { Path } from "../../../model/place.ts";
import type { Draft } from "../../cloud/draft.ts";
import { at, text } from "../../kubernetes.ts";
import { readString } from "../../terraform/read-value.ts";
import { parseImageName } from "../image.ts";
import { labelFields, shapeFields, taintFields } from "../pool-fields.ts";
import { type Capi, type CapiObject, clusterKey, planeKey } from "./capi-object.ts";
import { subnetRef } from "./network.ts";

const NODES = ["nodePoolNodeConfig"];
const NETWORK = [...NODES, "nodePoolPodNetworkOptionDetails"];
const NATIVE = [...NETWORK, "vcnIpNativePodNetworkOptions"];

export function addManagedPool(pool: CapiObject, owner: CapiObject | undefined, capi: Capi): void {
  const draft = pool.draft.below("spec");
  const rows = placements(draft, [...NODES, "placementConfigs"], pool, capi);
  const { version } = draft.version("version", "version");
  capi.parts.add("node_pools", pool.written, draft, {
    name: pool.found.name,
    mode: "managed",
    ...owned(pool, owner, capi, version === undefined),
    ...(version && { version }),
    ...shapeFields(draft, ["nodeShape"], ["nodeShapeConfig"]),
    ...draft.number("memory_gbs", "nodeShapeConfig", "memoryInGBs"),
    ...draft.string("cni", ...NETWORK, "cniType"),
    ...draft.number("max_pods", ...NATIVE, "maxPodsPerNode"),
    ...names(draft, "pod_subnets", [...NATIVE, "subnetNames"], (name) => subnetRef(name, pool, capi)),
    ...names(draft, "pod_nsgs", [...NATIVE, "nsgNames"], nsgRef),
    ...subnets(rows, draft, [...NODES, "placementConfigs"]),
    ...names(draft, "nsgs", [...NODES, "nsgNames"], nsgRef),
    ...(rows.length > 0 && { placements: rows }),
    ...labelFields(draft, "initialNodeLabels"),
    ...image(draft),
    ...(draft.value("sshPublicKey").kind !== "absent" && { ssh_key: true }),
    ...(rows.some(({ capacity_reservation }) => capacity_reservation) && { capacity_reservation: true }),
    ...draft.boolean("cycling", "nodePoolCyclingDetails", "isNodeCyclingEnabled"),
  });
}

export function addVirtualPool(pool: CapiObject, owner: CapiObject | undefined, capi: Capi): void {
  const draft = pool.draft.below("spec");
  const rows = placements(draft, ["placementConfigs"], pool, capi);
  const subnet = readString(draft.value("podConfiguration", "subnetName"));
  draft.place(["pod_subnets"], ["podConfiguration", "subnetName"]);
  capi.parts.add("node_pools", pool.written, draft, {
    name: pool.found.name,
    mode: "virtual",
    ...owned(pool, owner, capi, false),
    ...draft.string("shape", "podConfiguration", "shape"),
    ...(subnet.kind === "known" && { pod_subnets: [subnetRef(subnet.value, pool, capi)] }),
    ...names(draft, "pod_nsgs", ["podConfiguration", "nsgNames"], nsgRef),
    ...subnets(rows, draft, ["placementConfigs"]),
    ...names(draft, "nsgs", ["nsgNames"], nsgRef),
    ...(rows.length > 0 && { placements: rows }),
    ...labelFields(draft, "initialVirtualNodeLabels"),
    ...region(draft, owner, capi),
    ...taintFields(draft, draft.items("taints", "taints") ?? []),
  });
}

/** What the pool's owner says of it. */
function owned(
  { found, draft }: CapiObject,
  owner: CapiObject | undefined,
  { references, onlyPlane }: Capi,
  withVersion: boolean,
): Partial<Pick<NodePool, "cluster" | "size" | "version">> {
  if (!owner) {
    const plane = onlyPlane(found);
    draft.place(["cluster"], []);
    return plane ? { cluster: references.to(planeKey(plane.found)) } : {};
  }
  const name = text(at(owner.found.value, ["spec", "clusterName"]));
  const from = draft.over(owner.draft.root);
  from.place(["cluster"], ["spec", "clusterName"]);
  const id = references.idOf(clusterKey(name, found));
  const cluster: Ref = { ref: clusterKey(name, found), kind: "name", ...(id !== undefined && { id }) };
  return {
    ...(name !== "" && { cluster }),
    ...from.number("size", "spec", "replicas"),
    ...(withVersion && from.version("version", "spec", "template", "spec", "version")),
  };
}

/** What the network of the pool's cluster says. */
function region(draft: Draft, owner: CapiObject | undefined, { object }: Capi): Pick<NodePool, "region"> {
  const cluster =
    owner && object("Cluster", text(at(owner.found.value, ["spec", "clusterName"])), owner.found);
  const name = cluster && text(at(cluster.found.value, ["spec", "infrastructureRef", "name"]));
  const network = name === undefined ? undefined : object("OCIManagedCluster", name, cluster!.found);
  return network ? draft.over(network.draft.root).string("region", "spec", "region") : {};
}

function nsgRef(name: string): Ref {
  return { ref: `nsg ${name}`, kind: "name" };
}

function names<A extends "pod_subnets" | "pod_nsgs" | "nsgs">(
  draft: Draft,
  attribute: A,
  path: Path,
  refOf: (name: string) => Ref,
): { readonly [K in A]?: readonly Ref[] } {
  const items = draft.items(attribute, ...path);
  if (!items) return {};
  const refs: Ref[] = [];
  for (const { value, path: from } of items) {
    if (value.kind !== "known") continue;
    draft.place([attribute, refs.length], from);
    refs.push(refOf(String(value.value)));
  }
  return { [attribute]: refs } as unknown as { readonly [K in A]?: readonly Ref[] };
}

function placements(draft: Draft, path: Path, pool: CapiObject, capi: Capi): Placement[] {
  return (draft.items("placements", ...path) ?? []).map(({ path: from }, index) => {
    const row = draft.part(["placements", index], from);
    const subnet = readString(row.value("subnetName"));
    row.place(["subnet"], ["subnetName"]);
    if (subnet.kind === "unknown") row.doubt("subnet", subnet.ref);
    return {
      ...row.string("availability_domain", "availabilityDomain"),
      ...row.strings("fault_domains", "faultDomains"),
      ...(subnet.kind === "known" && { subnet: subnetRef(subnet.value, pool, capi) }),
      ...row.ref("capacity_reservation", "capacityReservationId"),
      unknown: row.unknown,
    };
  });
}

function subnets(rows: readonly Placement[], draft: Draft, path: Path): { subnets?: readonly Ref[] } {
  const distinct = new Map(rows.flatMap(({ subnet }) => (subnet ? [[subnet.ref, subnet] as const] : [])));
  draft.place(["subnets"], path);
  return distinct.size > 0 ? { subnets: [...distinct.values()] } : {};
}

function image(draft: Draft): Pick<NodePool, "image"> {
  const path = ["nodeSourceViaImage", "imageId"];
  draft.place(["image"], path);
  const ref = draft.references.of(draft.value(...path));
  if (!ref) return {};
  return { image: ref.kind === "name" ? parseImageName(ref.ref) : { ref } };
}
