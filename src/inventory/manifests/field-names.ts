// Names of Kubernetes fields as the Terraform provider spells them. Takes a name of the provider's, gives Kubernetes' own, and whether
// a block of it is one of a list.
import { own } from "../../model/own.ts";

/** Blocks that stand for one element of a list. */
const LISTS: Readonly<Record<string, string>> = {
  allowed_topologies: "allowedTopologies",
  aggregation_rule: "aggregationRule",
  cluster_role_selectors: "clusterRoleSelectors",
  container: "containers",
  egress: "egress",
  endpoint: "endpoints",
  env: "env",
  env_from: "envFrom",
  from: "from",
  host_aliases: "hostAliases",
  http_header: "httpHeaders",
  image_pull_secret: "imagePullSecrets",
  image_pull_secrets: "imagePullSecrets",
  ingress: "ingress",
  init_container: "initContainers",
  item: "items",
  items: "items",
  limit: "limits",
  match_expressions: "matchExpressions",
  match_fields: "matchFields",
  match_label_expressions: "matchLabelExpressions",
  metric: "metrics",
  node_selector_term: "nodeSelectorTerms",
  option: "options",
  path: "paths",
  pod_failure_policy: "podFailurePolicy",
  policy: "policies",
  port: "ports",
  ports: "ports",
  preferred_during_scheduling_ignored_during_execution: "preferredDuringSchedulingIgnoredDuringExecution",
  readiness_gate: "readinessGates",
  rule: "rules",
  secret: "secrets",
  sources: "sources",
  subject: "subjects",
  subset: "subsets",
  address: "addresses",
  not_ready_address: "notReadyAddresses",
  sysctl: "sysctls",
  taint: "taints",
  tls: "tls",
  to: "to",
  toleration: "tolerations",
  topology_spread_constraint: "topologySpreadConstraints",
  volume: "volumes",
  volume_claim_template: "volumeClaimTemplates",
  volume_device: "volumeDevices",
  volume_mount: "volumeMounts",
  webhook: "webhooks",
};

/** The same word is a single block in these places: name of the parent → names. */
const SINGLE: Readonly<Record<string, ReadonlySet<string>>> = {
  ephemeral: new Set(["volume_claim_template"]),
  volume: new Set(["secret"]),
  sources: new Set(["secret"]),
  env_from: new Set(["secret_ref", "config_map_ref"]),
  http_get: new Set(["port", "path"]),
  tcp_socket: new Set(["port"]),
  service: new Set(["port"]),
  service_backend: new Set(["port"]),
  backend: new Set(["port"]),
  client_config: new Set(["service"]),
};

/** Spellings that plain conversion does not give. */
const SPELLINGS: Readonly<Record<string, string>> = {
  block_owner_deletion: "blockOwnerDeletion",
  ceph_fs: "cephfs",
  cluster_ip: "clusterIP",
  cluster_ips: "clusterIPs",
  data_disk_uri: "diskURI",
  downward_api: "downwardAPI",
  external_ips: "externalIPs",
  external_id: "externalID",
  fs_type: "fsType",
  host_ip: "hostIP",
  host_ipc: "hostIPC",
  host_pid: "hostPID",
  load_balancer_ip: "loadBalancerIP",
  non_resource_urls: "nonResourceURLs",
  pod_cidr: "podCIDR",
  provider_id: "providerID",
  session_affinity_config: "sessionAffinityConfig",
  set_hostname_as_fqdn: "setHostnameAsFQDN",
  storage_provisioner: "provisioner",
  volume_id: "volumeID",
  volumes_attributes: "volumeAttributes",
};

export function fieldName(name: string): string {
  return own(SPELLINGS, name) ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Null for a block that is not one of a list. */
export function listName(name: string, parent: string): string | null {
  if (own(SINGLE, parent)?.has(name)) return null;
  // Node affinity requires terms in one block, pod affinity in many.
  if (name === "required_during_scheduling_ignored_during_execution")
    return parent === "node_affinity" ? null : fieldName(name);
  return own(LISTS, name) ?? null;
}

/** File modes are octal texts here. */
const MODES = new Set(["default_mode", "mode"]);
/** Numbers that the provider takes as text; a name stays a name. */
const NUMBERS = new Set([
  "replicas",
  "port",
  "target_port",
  "node_port",
  "container_port",
  "host_port",
  "max_unavailable",
  "max_surge",
  "min_available",
  "number",
]);

export function fieldValue(name: string, value: string | number | boolean): string | number | boolean {
  if (typeof value !== "string") return value;
  if (MODES.has(name) && /^0?[0-7]{3,4}$/.test(value)) return Number.parseInt(value, 8);
  if (NUMBERS.has(name) && /^\d+$/.test(value)) return Number(value);
  return value;
}
