// The inventory: what a repository says about OKE, as plain JSON; its parts stand in the folder of the same name. It is the contract
// between TypeScript and Rego: `policies/schema/inventory.json` is generated from these types, and `oke-policy inventory` prints exactly this.
// Unknown attributes are left out of an entry and named in its `unknown`; places are kept elsewhere (`Origin`).
import type { Json } from "./document.ts";
import type { Addon, Cluster, CredentialRotation, NodePool } from "./inventory/cluster.ts";
import type { DynamicGroup, Policy, Statement } from "./inventory/identity.ts";
import type {
  Connection,
  Gateway,
  Nsg,
  RouteTable,
  SecurityList,
  SecurityRule,
  Subnet,
  Vcn,
} from "./inventory/network.ts";
import type { OcneCommand, OcneFile } from "./inventory/ocne.ts";
import type { Chart, ChartSettings, MetricQuery, RemoteManifest } from "./inventory/package.ts";
import type { Alarm, Bastion, Compartment, Database, KmsKey, Log, Vtap } from "./inventory/resource.ts";
import type { Bootstrap, Script, ScriptCommand } from "./inventory/script.ts";
import type { SecretValue } from "./inventory/secret.ts";
import type { IndexedPod, KubernetesObject, NodeTarget, Workloads } from "./inventory/workload.ts";

export type Facts = { readonly [fact: string]: boolean | number | string | readonly string[] };

/** Everything the rules may ask for. Workload rules see `workloads` in chunks, repository rules see the rest. */
export type Inventory = {
  /** The date whose facts hold, `YYYY-MM-DD`. */
  readonly as_of: string;
  readonly facts: Facts;
  /** Static tables: shapes, security rules, IAM lattice parts, OCNE keys. */
  readonly tables: { readonly [table: string]: Json };
  readonly nodes: { readonly target: NodeTarget | "mixed"; readonly reason: string };
  readonly workloads: Workloads;
  /** Slim workloads for joins. `objects` holds whole objects of the kinds that joins ask for. */
  readonly index: {
    readonly pods: readonly IndexedPod[];
    readonly objects: { readonly [kind: string]: readonly KubernetesObject[] };
  };
  readonly charts: readonly Chart[];
  readonly chart_settings: readonly ChartSettings[];
  readonly remote_manifests: readonly RemoteManifest[];
  readonly metric_queries: readonly MetricQuery[];
  readonly clusters: readonly Cluster[];
  readonly node_pools: readonly NodePool[];
  readonly addons: readonly Addon[];
  readonly credential_rotations: readonly CredentialRotation[];
  readonly vcns: readonly Vcn[];
  readonly subnets: readonly Subnet[];
  readonly route_tables: readonly RouteTable[];
  readonly gateways: readonly Gateway[];
  readonly security_lists: readonly SecurityList[];
  readonly nsgs: readonly Nsg[];
  readonly security_rules: readonly SecurityRule[];
  readonly connections: readonly Connection[];
  readonly keys: readonly KmsKey[];
  readonly logs: readonly Log[];
  readonly vtaps: readonly Vtap[];
  readonly databases: readonly Database[];
  readonly alarms: readonly Alarm[];
  readonly bastions: readonly Bastion[];
  readonly compartments: readonly Compartment[];
  readonly policies: readonly Policy[];
  readonly statements: readonly Statement[];
  readonly dynamic_groups: readonly DynamicGroup[];
  readonly scripts: readonly Script[];
  readonly commands: readonly ScriptCommand[];
  readonly bootstraps: readonly Bootstrap[];
  readonly ocne: readonly OcneFile[];
  readonly ocne_commands: readonly OcneCommand[];
  readonly secrets: readonly SecretValue[];
  /** Paths that the repository holds, for references between files: only those that something asks for. */
  readonly files: { readonly [path: string]: boolean };
  readonly external_cidrs: readonly string[];
};
