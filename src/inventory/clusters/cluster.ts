// Clusters: `oci_containerengine_cluster`.
import { adapter } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";

export const cluster = adapter({
  type: "oci_containerengine_cluster",
  list: "clusters",
  title: "Cluster",
  read: ({ draft }) => ({
    ...draft.string("name", "name"),
    ...draft.string("type", "type"),
    ...draft.version("version", "kubernetes_version"),
    ...draft.ref("compartment", "compartment_id"),
    ...draft.ref("vcn", "vcn_id"),
    ...draft.string("cni", "cluster_pod_network_options", "cni_type"),
    ...draft.ref("endpoint_subnet", "endpoint_config", "subnet_id"),
    ...draft.boolean("endpoint_public", "endpoint_config", "is_public_ip_enabled"),
    ...draft.refs("endpoint_nsgs", "endpoint_config", "nsg_ids"),
    ...draft.refs("lb_subnets", "options", "service_lb_subnet_ids"),
    ...draft.refs("backend_nsgs", "options", "service_lb_config", "backend_nsg_ids"),
    ...draft.ref("kms_key", "kms_key_id"),
    ...draft.string("pods_cidr", "options", "kubernetes_network_config", "pods_cidr"),
    ...draft.string("services_cidr", "options", "kubernetes_network_config", "services_cidr"),
    ...draft.strings("ip_families", "options", "ip_families"),
    ...draft.boolean("dashboard_enabled", "options", "add_ons", "is_kubernetes_dashboard_enabled"),
    ...draft.boolean(
      "pod_security_policy_enabled",
      "options",
      "admission_controller_options",
      "is_pod_security_policy_enabled",
    ),
    ...draft.boolean("image_policy_enabled", "image_policy_config", "is_policy_enabled"),
    ...stated(draft, "security_attributes", ["endpoint_config", "security_attributes"]),
  }),
});

/** True when something is written there; nothing otherwise. */
export function stated<A extends string>(
  draft: Draft,
  attribute: A,
  path: readonly string[],
): { readonly [K in A]?: true } {
  draft.place([attribute], path);
  const value = draft.value(...path);
  const empty =
    value.kind === "absent" ||
    (value.kind === "object" && value.entries.size === 0) ||
    (value.kind === "list" && value.items.length === 0);
  if (empty) return {};
  if (value.kind === "unknown") draft.doubt(attribute, value);
  return (value.kind === "unknown" ? {} : { [attribute]: true }) as { readonly [K in A]?: true };
}
