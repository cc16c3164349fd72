// The cluster that the module makes.
import type { Ref } from "../../../model/inventory/entry.ts";
import type { Draft } from "../../cloud/draft.ts";
import { readBoolean, readMap, readString } from "../../terraform/read-value.ts";
import { grants } from "./grants.ts";
import { compartment, type Network } from "./network.ts";
import { moduleNsg } from "./nsgs.ts";
import type { OkeCall } from "./oke-call.ts";

/** Inventory attribute → input, for those whose defaults rules may want to tell from what somebody wrote. */
const INPUTS: Readonly<Record<string, string>> = {
  type: "cluster_type",
  version: "kubernetes_version",
  cni: "cni_type",
  endpoint_public: "assign_public_ip_to_control_plane",
  pods_cidr: "pods_cidr",
  services_cidr: "services_cidr",
};

export function addCluster(oke: OkeCall): { readonly read: (network: Network) => void } {
  const { call, inputs, world, parts } = oke;
  const creates = readBoolean(inputs.value, "create_cluster");
  if (creates.kind === "known" && !creates.value) return { read: () => {} };
  const id = parts.reserve("clusters");
  world.references.register(`${call.address}.cluster_id`, id);
  return {
    read: (network) => {
      const draft = oke.draft();
      const written = oke.written("Cluster of module");
      // Pools that cannot be listed are no pools: somebody has to know that they are missing.
      const pools = readMap(inputs.value, "worker_pools");
      if (pools.kind === "unknown") draft.doubt("worker_pools", pools.ref);
      const vcn = network.vcn();
      const endpoint = network.subnet("cp");
      draft.place(["vcn"], ["vcn_id"]);
      draft.place(["endpoint_subnet"], ["subnets", "cp"]);
      const defaults = Object.keys(INPUTS).filter((attribute) => inputs.defaulted.has(INPUTS[attribute]!));
      const fields = {
        ...draft.string("name", "cluster_name"),
        ...type(draft),
        ...draft.version("version", "kubernetes_version"),
        ...compartment(draft),
        ...(vcn && { vcn }),
        ...cni(draft),
        ...(endpoint && { endpoint_subnet: endpoint }),
        ...draft.boolean("endpoint_public", "assign_public_ip_to_control_plane"),
        endpoint_nsgs: [
          ...(draft.refs("endpoint_nsgs", "control_plane_nsg_ids").endpoint_nsgs ?? []),
          ...moduleNsg(oke, "cp", draft, "endpoint_nsgs"),
        ],
        ...loadBalancers(draft, network),
        ...draft.refs("backend_nsgs", "backend_nsg_ids"),
        ...draft.ref("kms_key", "cluster_kms_key_id"),
        ...draft.string("pods_cidr", "pods_cidr"),
        ...draft.string("services_cidr", "services_cidr"),
        ...ipFamilies(draft),
        ...draft.boolean("image_policy_enabled", "use_signed_images"),
        ...draft.boolean("iam_by_module", "create_iam_resources"),
        ...installs(draft),
        ...grants(oke.inputs, draft),
        ...(defaults.length > 0 && { defaults }),
      };
      const existence = creates.kind === "known" ? written.existence : "possible";
      parts.add("clusters", { ...written, existence }, draft, fields, id);
    },
  };
}

function type(draft: Draft): { type?: string } {
  const stated = draft.string("type", "cluster_type").type;
  return stated === undefined
    ? {}
    : { type: stated.toLowerCase() === "enhanced" ? "ENHANCED_CLUSTER" : "BASIC_CLUSTER" };
}

/** The module's two words for it. */
export function cni(draft: Draft): { cni?: string } {
  const stated = draft.string("cni", "cni_type").cni;
  return stated === undefined ? {} : { cni: stated === "npn" ? "OCI_VCN_IP_NATIVE" : "FLANNEL_OVERLAY" };
}

/** What it installs by charts that virtual nodes have a say about. */
const INSTALLS = ["cluster_autoscaler_install", "cilium_install", "multus_install", "metrics_server_install"];
/** Values of a chart may adapt it. */
const ADAPTED = ["metrics_server_helm_values", "metrics_server_helm_values_files"];

function installs(draft: Draft): { installs?: readonly string[] } {
  const found: string[] = [];
  for (const name of INSTALLS) {
    const asked = readBoolean(draft.value(name));
    if (asked.kind !== "known" || !asked.value) continue;
    if (name === "metrics_server_install" && ADAPTED.some((one) => draft.value(one).kind !== "absent"))
      continue;
    draft.place(["installs", found.length], [name]);
    found.push(name);
  }
  return found.length > 0 ? { installs: found } : {};
}

function loadBalancers(draft: Draft, network: Network): { lb_subnets?: readonly Ref[] } {
  const preferred = readString(draft.value("preferred_load_balancer"));
  draft.place(["lb_subnets"], ["preferred_load_balancer"]);
  if (preferred.kind !== "known") {
    if (preferred.kind === "unknown") draft.doubt("lb_subnets", preferred.ref);
    return {};
  }
  const subnet = network.subnet(preferred.value === "public" ? "pub_lb" : "int_lb");
  return subnet ? { lb_subnets: [subnet] } : {};
}

function ipFamilies(draft: Draft): { ip_families?: readonly string[] } {
  const stated = draft.strings("ip_families", "oke_ip_families");
  if (stated.ip_families?.length || draft.unknown["ip_families"] !== undefined) return stated;
  draft.place(["ip_families"], ["enable_ipv6"]);
  const enabled = readBoolean(draft.value("enable_ipv6"));
  if (enabled.kind === "known") return { ip_families: enabled.value ? ["IPv4", "IPv6"] : ["IPv4"] };
  if (enabled.kind === "unknown") draft.doubt("ip_families", enabled.ref);
  return {};
}
