// The pools of the module's `worker_pools`, in all of its modes.
import type { Image, NodePool, Placement } from "../../../model/inventory/cluster.ts";
import type { Ref } from "../../../model/inventory/entry.ts";
import { own } from "../../../model/own.ts";
import { Draft } from "../../cloud/draft.ts";
import { get, readBoolean, readMap, readNumber, readString } from "../../terraform/read-value.ts";
import type { ObjectValue } from "../../terraform/value.ts";
import { parseImageName } from "../image.ts";
import { shapeFields, taintFields } from "../pool-fields.ts";
import { regionOf } from "../region.ts";
import { cni } from "./cluster.ts";
import { grants } from "./grants.ts";
import { compartment, type Network } from "./network.ts";
import { moduleNsg } from "./nsgs.ts";
import type { OkeCall } from "./oke-call.ts";
import { type PoolBody, poolBody } from "./pool-body.ts";
import { settings } from "./pool-settings.ts";

const MODES: Readonly<Record<string, NodePool["mode"]>> = {
  "node-pool": "managed",
  "virtual-node-pool": "virtual",
  instance: "self-managed",
  "instance-pool": "self-managed",
  "cluster-network": "self-managed",
  "compute-cluster": "self-managed",
  "gpu-memory-cluster": "self-managed",
};

export function addPools(oke: OkeCall, network: Network): void {
  const { inputs, world, parts, call } = oke;
  const pools = readMap(inputs.value, "worker_pools");
  if (pools.kind !== "known") return;
  for (const [name, pool] of pools.value) {
    if (pool.kind !== "object") continue;
    const complete = poolBody(pool, inputs);
    const create = readBoolean(complete.body, "create");
    const stated = readString(complete.body, "mode");
    const mode = stated.kind === "known" ? own(MODES, stated.value) : undefined;
    if (!mode || stated.kind !== "known" || (create.kind === "known" && !create.value)) continue;
    const draft = new Draft(complete.body, world.references);
    draft.place([], []);
    const written = {
      ...oke.written("Pool", `${call.address}.worker_pools.${name}`),
      title: `Pool "${name}"`,
      existence: create.kind === "unknown" || pools.open ? ("possible" as const) : call.existence,
      ...((pools.open || call.more) && { more: true as const }),
    };
    parts.add("node_pools", written, draft, {
      name,
      mode,
      form: stated.value,
      ...fields(oke, network, draft, mode, complete),
    });
  }
}

type Fields = Omit<
  NodePool,
  "id" | "address" | "notation" | "existence" | "unknown" | "mode" | "name" | "form"
>;

function fields(
  oke: OkeCall,
  network: Network,
  draft: Draft,
  mode: NodePool["mode"],
  pool: PoolBody,
): Fields {
  const cluster = clusterRef(oke);
  const defaults = [...pool.defaulted].flatMap((name) => own(ATTRIBUTES, name) ?? []);
  return {
    ...(cluster && { cluster }),
    ...compartmentOf(oke, draft),
    ...draft.number("size", "size"),
    ...draft.number("max_size", "max_size"),
    ...autoscale(draft),
    ...(mode === "virtual" ? draft.string("shape", "shape") : nodeFields(oke, draft, mode)),
    ...subnets(oke, network, draft, mode),
    ...placements(draft),
    ...labels(oke, draft),
    ...taintFields(draft, draft.items("taints", "taints") ?? []),
    ...(mode === "virtual" ||
    draft.ref("capacity_reservation", "capacity_reservation_id").capacity_reservation === undefined
      ? {}
      : { capacity_reservation: true }),
    ...(mode === "virtual" && region(oke, draft)),
    ...settings(oke, draft, mode, pool),
    ...(mode === "self-managed" && grants(oke.inputs, draft)),
    ...(defaults.length > 0 && { defaults }),
  };
}

/** Keys of a pool whose defaults rules may want to tell from what somebody wrote. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  mode: "mode",
  size: "size",
  shape: "shape",
  ocpus: "ocpus",
  max_pods_per_node: "max_pods",
  kubernetes_version: "version",
  cni_type: "cni",
};

function clusterRef({ inputs, world, output, call }: OkeCall): Ref | undefined {
  if (world.references.idOf(`${call.address}.cluster_id`) !== undefined) return output("cluster_id");
  return world.references.of(inputs.value, "cluster_id");
}

function compartmentOf({ inputs }: OkeCall, draft: Draft): { compartment?: Ref } {
  const own = draft.ref("compartment", "compartment_id");
  if (own.compartment) return own;
  const all = draft.over(inputs.value);
  const workers = all.ref("compartment", "worker_compartment_id");
  return workers.compartment ? workers : compartment(all);
}

/** The provider's, or else the one that the module is told to look things up in. */
function region({ call, inputs }: OkeCall, draft: Draft): { region?: string } {
  const stated = regionOf(draft, call.provider("oci"));
  if (stated.region !== undefined || draft.unknown["region"] !== undefined) return stated;
  return inputs.defaulted.has("region") ? {} : draft.over(inputs.value).string("region", "region");
}

/** Either key makes the size somebody else's. */
function autoscale(draft: Draft): { autoscale?: boolean } {
  for (const key of ["autoscale", "allow_autoscaler"]) {
    const { autoscale } = draft.boolean("autoscale", key);
    if (autoscale) return { autoscale };
  }
  return draft.unknown["autoscale"] === undefined ? { autoscale: false } : {};
}

function nodeFields(oke: OkeCall, draft: Draft, mode: NodePool["mode"]): Partial<Fields> {
  const network = cni(draft);
  const native = network.cni === "OCI_VCN_IP_NATIVE";
  const { max_pods } = draft.number("max_pods", "max_pods_per_node");
  const { version } = draft.version("version", "kubernetes_version");
  draft.place(["metadata"], []);
  // What the module itself writes into the metadata of self-managed nodes.
  const metadata = {
    "oke-native-pod-networking": "true",
    ...(max_pods !== undefined && { "oke-max-pods": String(max_pods) }),
    "pod-subnets": oke.output("pod_subnet_id").ref,
  };
  return {
    ...shapeFields(draft, ["shape"], []),
    ...draft.number("memory_gbs", "memory"),
    ...(version && { version }),
    ...network,
    ...(max_pods !== undefined && { max_pods }),
    ...image(draft, version),
    cloud_init: cloudInit(oke, draft),
    ...(mode === "self-managed" && native && { metadata }),
    ...(mode === "managed" && draft.boolean("cycling", "node_cycling_enabled")),
    ...draft.boolean("legacy_imds_disabled", "legacy_imds_endpoints_disabled"),
    ...draft.boolean("public_ip", "assign_public_ip"),
  };
}

function image(draft: Draft, version: NodePool["version"]): { image?: Image } {
  draft.place(["image"], ["image_type"]);
  const { type } = draft.string("type", "image_type");
  if (type === "custom") {
    const value = draft.value("image_id");
    draft.place(["image"], ["image_id"]);
    const ref = draft.references.of(value);
    return { image: { type, ...(ref?.kind === "name" ? parseImageName(ref.ref) : ref && { ref }) } };
  }
  const [os, release] = [readString(draft.value("os")), readString(draft.value("os_version"))];
  draft.place(["image", "os_version"], ["os_version"]);
  if (draft.unknown["type"] !== undefined) draft.doubt("image", draft.unknown["type"]);
  return {
    image: {
      ...(type !== undefined && { type, oke: type === "oke" }),
      ...(os.kind === "known" && { os: os.value }),
      ...(release.kind === "known" &&
        /^\d+(\.\d+)*$/.test(release.value) && { os_version: release.value.split(".").map(Number) }),
      ...(type === "oke" && version && { kubernetes_version: version }),
    },
  };
}

/** The module brings a script of its own, to which those of the author are added. */
function cloudInit({ inputs }: OkeCall, draft: Draft): NonNullable<NodePool["cloud_init"]> {
  const disabled = readBoolean(draft.value("disable_default_cloud_init"));
  const own = [draft.value("cloud_init"), draft.over(inputs.value).value("worker_cloud_init")];
  draft.place(["cloud_init"], [own[0]!.kind === "absent" ? "disable_default_cloud_init" : "cloud_init"]);
  if (disabled.kind === "unknown") return { state: "unknown" };
  if (disabled.kind !== "known" || !disabled.value) return { state: "stated", encoding: "base64" };
  if (own.some((value) => value.kind === "list" && value.items.length > 0))
    return { state: "stated", encoding: "base64" };
  return {
    state: own.some((value) => value.kind === "unknown" || (value.kind === "list" && value.open))
      ? "unknown"
      : "absent",
  };
}

function subnets(oke: OkeCall, network: Network, draft: Draft, mode: NodePool["mode"]): Partial<Fields> {
  const stated = (attribute: string, key: string, role: string): readonly Ref[] | undefined => {
    draft.place([attribute], [key]);
    draft.place([attribute, 0], [key]);
    const ref = draft.references.of(draft.value(key)) ?? network.subnet(role);
    return ref && [ref];
  };
  const { inputs } = oke;
  const nodes = stated("subnets", "subnet_id", "workers");
  const native = cniOf(inputs.value);
  const pods =
    mode === "virtual" || native !== "flannel"
      ? (stated("pod_subnets", "pod_subnet_id", "pods") ?? nodes)
      : undefined;
  if (mode !== "virtual" && native === undefined) draft.doubt("pod_subnets", "cni_type");
  const sharedNsgs = draft.over(inputs.value).refs("nsgs", "worker_nsg_ids").nsgs ?? [];
  const nsgs = [
    ...(draft.refs("nsgs", "nsg_ids").nsgs ?? []),
    ...sharedNsgs,
    ...moduleNsg(oke, "workers", draft, "nsgs"),
  ];
  const podNsgs = native === "npn" || mode === "virtual" ? podGroups(oke, draft) : [];
  return {
    ...(nodes && { subnets: nodes }),
    ...(pods && (mode === "virtual" || native === "npn") && { pod_subnets: pods }),
    nsgs,
    // Pods on virtual nodes fall back to the groups of the nodes.
    ...(mode === "virtual" && { pod_nsgs: podNsgs.length > 0 ? podNsgs : nsgs }),
    ...(mode !== "virtual" && native === "npn" && { pod_nsgs: podNsgs }),
  };
}

/** Those of the pool, or those of all pools with the module's own. */
function podGroups(oke: OkeCall, draft: Draft): readonly Ref[] {
  const own = draft.refs("pod_nsgs", "pod_nsg_ids").pod_nsgs ?? [];
  const all = get(oke.inputs.value, ["pod_nsg_ids"]);
  const shared = draft.value("pod_nsg_ids") === all || own.length === 0;
  return shared ? [...own, ...moduleNsg(oke, "pods", draft, "pod_nsgs")] : own;
}

function cniOf(inputs: ObjectValue): string | undefined {
  const read = readString(inputs, "cni_type");
  return read.kind === "known" ? read.value : undefined;
}

/** Without a choice the module places nodes in every availability domain of the region. */
const ALL_DOMAINS = "data.oci_identity_availability_domains.all.availability_domains[*].name";

/** Availability domains are numbers here. */
function placements(draft: Draft): { placements?: readonly Placement[] } {
  const domains = draft.items("placements", "placement_ads");
  if (!domains?.length) return everywhere(draft);
  const rows = domains.flatMap(({ value, path }, index): Placement[] => {
    const row = draft.part(["placements", index], path);
    const { fault_domains } = draft.strings("fault_domains", "placement_fds");
    const number = readNumber(value);
    if (number.kind === "unknown") row.doubt("availability_domain", number.ref);
    return [
      {
        ...(number.kind === "known" && { availability_domain: String(number.value) }),
        ...(fault_domains && { fault_domains }),
        unknown: row.unknown,
      },
    ];
  });
  return { placements: rows };
}

/** One row stands for all of them. */
function everywhere(draft: Draft): { placements?: readonly Placement[] } {
  const row = draft.part(["placements", 0], []);
  const { fault_domains } = row.strings("fault_domains", "placement_fds");
  if (!fault_domains?.length) return {};
  row.doubt("availability_domain", ALL_DOMAINS);
  if (draft.unknown["placements"] === undefined) draft.doubt("placements", ALL_DOMAINS);
  return { placements: [{ fault_domains, unknown: row.unknown }] };
}

function labels({ inputs }: OkeCall, draft: Draft): { labels?: { readonly [key: string]: string } } {
  const all = draft.over(inputs.value).texts("labels", "worker_node_labels").labels;
  const own = draft.texts("labels", "node_labels").labels;
  return all || own ? { labels: { ...all, ...own } } : {};
}
