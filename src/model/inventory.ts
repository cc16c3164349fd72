// The inventory: what a repository says about OKE, as plain JSON. It is the contract between TypeScript and Rego:
// `policies/schema/inventory.json` is generated from these types, and `oke-policy inventory` prints exactly this.
// Unknown attributes are left out of an entry and named in its `unknown`; places are kept elsewhere (`Origin`).
import type { Json } from "./document.ts";

/** Attribute (dotted path) → canonical text of the expression that could not be resolved. */
export type Unknown = { readonly [attribute: string]: string };

/**
 * A reference to something, kept even when it is not known. Equal `ref`s are the same thing; two different `ocid`s, or two
 * different `resource`s, are different things; any other pair is unknown.
 */
export type Ref = {
  /** An OCID, a resource address, or the outermost expression in canonical text. */
  readonly ref: string;
  readonly kind: "ocid" | "resource" | "expression" | "name";
  /** `id` of the inventory entry it leads to, when that is known. */
  readonly id?: string;
  /** It stands for the tenancy: its OCID, its data source, or a variable of that name. */
  readonly tenancy?: boolean;
  /** Stack of the entry that holds it, where the repository has several; what is written out (`ocid`, `name`) means the same in all. */
  readonly stack?: string;
};

/** `possible`: a condition decides whether it exists; judged as if it did, and good enough against absence. */
export type Existence = "known" | "possible";

/** Where a resource was written: decides wording, never judgement. */
export type Notation = "terraform" | "module" | "plan" | "capi" | "command" | "manifest" | "file";

/** Every entry that is not a Kubernetes object. */
export type Entry = {
  readonly id: string;
  readonly name?: string;
  /** Resource address, object name or command: what a person would call it. */
  readonly address: string;
  readonly notation: Notation;
  readonly existence: Existence;
  readonly unknown: Unknown;
  /** A number or keys that cannot be known decide how many there are: there may be others like it. */
  readonly more?: boolean;
  /** Root module and set of variables that it belongs to; only where the repository has several. */
  readonly stack?: string;
};

/** `[major, minor, patch]`; missing parts are left out (`1.30` is `[1, 30]`). */
export type Version = readonly number[];

// ---------------------------------------------------------------- Kubernetes objects

/** Where an object runs: `mixed-unknown` may land on a virtual node. */
export type NodeTarget = "virtual" | "managed" | "self-managed" | "mixed-unknown" | "unknown";

/** Fields common to every Kubernetes object and pod. */
export type ObjectIdentity = {
  readonly id: string;
  readonly kind: string;
  /** API group; empty for the core group. */
  readonly group: string;
  /** API version without the group. */
  readonly version: string;
  /** Empty for objects that state none: `namespace_known` is then false. */
  readonly namespace: string;
  readonly name: string;
  readonly nodes: NodeTarget;
  /** A patch: absence proves nothing. */
  readonly partial: boolean;
  /** Dumped from a cluster: carries defaulted and injected fields. */
  readonly exported: boolean;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
};

/** Any Kubernetes object. `value` is the whole object, `metadata` and `spec` included. */
export type KubernetesObject = ObjectIdentity & {
  readonly value: { readonly [key: string]: Json };
  readonly unknown: Unknown;
};

/** A pod as some object's template describes it. */
export type Pod = ObjectIdentity & {
  /** `id` of the object it comes from. */
  readonly object: string;
  /** `id` of the pod that this patch changes, where the repository holds it. */
  readonly patches?: string;
  /** The pod spec; of its containers only the names, see `containers`. */
  readonly spec: { readonly [key: string]: Json };
  /** Metadata of the pod template (of the pod itself for `Pod`), without `pod_labels` and `pod_annotations`. */
  readonly metadata: { readonly [key: string]: Json };
  /** Where the template stands in its object, when not in `spec.template`. */
  readonly template?: readonly (string | number)[];
  /** Labels and annotations of the pod template. */
  readonly pod_labels: { readonly [key: string]: string };
  readonly pod_annotations: { readonly [key: string]: string };
  readonly replicas?: number;
  /** Metadata of the object, without what every author writes there (names, labels, annotations) and what a cluster adds. */
  readonly object_metadata?: { readonly [key: string]: Json };
  /** What the pod states as a whole, beside its containers; absent where it does not. */
  readonly requests?: Quantities;
  readonly limits?: Quantities;
  readonly unknown: Unknown;
};

/** The last two are Tekton's. */
export type ContainerList = "containers" | "initContainers" | "ephemeralContainers" | "steps" | "sidecars";

/** Exact numbers in base units (cores, bytes, pieces); quantities that cannot be read are left out. */
export type Quantities = { readonly [resource: string]: number };

/** One container of any list. `value` is the container. */
export type Container = {
  readonly id: string;
  readonly pod: string;
  readonly list: ContainerList;
  readonly name: string;
  readonly nodes: NodeTarget;
  readonly partial: boolean;
  readonly exported: boolean;
  readonly value: { readonly [key: string]: Json };
  readonly requests: Quantities;
  readonly limits: Quantities;
  /** Image without tag and digest, its tag and digest. */
  readonly image?: {
    readonly repository: string;
    readonly registry: string;
    readonly tag: string;
    readonly digest: string;
    /** A kustomization or Skaffold puts another tag there. */
    readonly set_elsewhere?: boolean;
  };
};

/** One volume. `source` is the source's key (`hostPath`); a volume without one is an `emptyDir`. */
export type Volume = {
  readonly id: string;
  readonly pod: string;
  readonly name: string;
  readonly nodes: NodeTarget;
  readonly partial: boolean;
  readonly exported: boolean;
  readonly source: string;
  readonly value: { readonly [key: string]: Json };
};

/** What workload rules see: flat arrays, objects by kind. */
export type Workloads = {
  readonly pods: readonly Pod[];
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** By kind; only kinds that some rule asks for reach the engine. */
  readonly objects: { readonly [kind: string]: readonly KubernetesObject[] };
  /** Objects of API groups that are not Kubernetes' own, for rules that ask by group: the same objects, under the same ids, as above. */
  readonly custom: readonly CustomObject[];
};

/** An object of a custom resource without its text. */
export type CustomObject = ObjectIdentity;

/** A pod as joins need it, and no more: all of them reach the rules at once. */
export type IndexedPod = Omit<ObjectIdentity, "version" | "annotations"> & {
  readonly object: string;
  readonly patches?: string;
  readonly pod_labels: { readonly [key: string]: string };
  /** Absent where there are none. */
  readonly pod_annotations?: { readonly [key: string]: string };
  readonly replicas: number;
  readonly service_account: string;
  readonly automount_token?: boolean;
  readonly runtime_class: string;
  /** Position in the list is the index in the pod spec. */
  readonly image_pull_secrets: readonly string[];
  /** Volumes that mount a claim. `index` is the volume's position. */
  readonly claims: readonly { readonly volume: string; readonly index: number; readonly claim: string }[];
  readonly secrets: readonly string[];
  readonly images: readonly string[];
  readonly node_selector: { readonly [key: string]: string };
  /** Labels of nodes that affinity and topologies name. */
  readonly node_label_keys?: readonly string[];
  /** All containers state cpu and memory requests or limits. */
  readonly has_resources: boolean;
  /** Sum of the cpu limits of its containers, in cores, of the requests where there is no limit; absent when none states it. */
  readonly cpu?: number;
  /** IPv4 addresses that it names: host aliases and environment variables. `item` is the pod or a container of it. */
  readonly fixed_addresses?: readonly {
    readonly item: string;
    readonly path: readonly (string | number)[];
    readonly address: string;
  }[];
  /** Ports that its containers declare. */
  readonly container_ports?: readonly number[];
  readonly pod_security: { readonly [key: string]: Json };
  readonly projected_token: boolean;
  /** It says itself how its replicas are spread: topology constraints or pod anti-affinity. */
  readonly spread: boolean;
  /** As in `Pod`, and `replicas`. */
  readonly unknown: Unknown;
};

// ---------------------------------------------------------------- Helm charts, remote manifests

/** A Helm chart or another package that something in the repository installs. */
export type Chart = Entry & {
  readonly chart: string;
  readonly repository: string;
  readonly namespace: string;
  readonly via:
    | "helm-command"
    | "HelmRelease"
    | "Application"
    | "Chart.yaml"
    | "kustomization"
    | "HelmChart"
    | "helmfile"
    | "skaffold"
    | "terraform";
  readonly values: Json;
  readonly nodes: NodeTarget;
};

/** A manifest applied from a URL: by `kubectl apply -f`, a kustomization or an Argo CD source. */
export type RemoteManifest = Entry & { readonly url: string; readonly nodes: NodeTarget };

/** Something that asks for metrics of containers: an alerting rule, a dashboard, an autoscaler's trigger, a scrape setting. */
export type MetricQuery = Entry & {
  /** Names of container metrics, in the order in which they are written, each once. */
  readonly metrics: readonly string[];
  readonly nodes: NodeTarget;
};

// ---------------------------------------------------------------- Clusters and nodes

export type Taint = { readonly key: string; readonly value?: string; readonly effect?: string };

/** An OKE cluster. */
export type Cluster = Entry & {
  readonly type?: string;
  readonly version?: Version;
  readonly compartment?: Ref;
  readonly vcn?: Ref;
  /** `OCI_VCN_IP_NATIVE` or `FLANNEL_OVERLAY`; absent and not unknown: not stated. */
  readonly cni?: string;
  readonly endpoint_subnet?: Ref;
  readonly endpoint_public?: boolean;
  readonly endpoint_nsgs?: readonly Ref[];
  readonly lb_subnets?: readonly Ref[];
  readonly backend_nsgs?: readonly Ref[];
  readonly kms_key?: Ref;
  readonly pods_cidr?: string;
  readonly services_cidr?: string;
  readonly ip_families?: readonly string[];
  readonly dashboard_enabled?: boolean;
  readonly pod_security_policy_enabled?: boolean;
  readonly image_policy_enabled?: boolean;
  readonly security_attributes?: boolean;
  /** The module is asked to make the IAM resources that the cluster needs. */
  readonly iam_by_module?: boolean;
  /** Attributes that have a module's default, which nobody wrote. */
  readonly defaults?: readonly string[];
};

export type Placement = {
  readonly availability_domain?: string;
  readonly fault_domains?: readonly string[];
  /** Of virtual pools: how many fault domains are stated, where not all of their names are known. */
  readonly fault_domain_count?: number;
  readonly subnet?: Ref;
  readonly capacity_reservation?: Ref;
  readonly unknown: Unknown;
};

export type Image = {
  /** Image name, when it can be read off a name, a filter or a variable. */
  readonly name?: string;
  readonly ref?: Ref;
  /** Parsed from the name. */
  readonly os?: string;
  readonly os_version?: readonly number[];
  readonly variant?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly oke?: boolean;
  readonly kubernetes_version?: Version;
  readonly build?: number;
  /** Module `image_type`: `oke`, `platform`, `custom`. */
  readonly type?: string;
};

/** The bootstrap text of a node. */
export type CloudInit = {
  /** `stated`: there is text or a reference to one; `absent`: provably none; `unknown`: cannot be told. */
  readonly state: "stated" | "absent" | "unknown";
  readonly encoding?: "base64" | "plain";
  /** `id` of the bootstrap entry made of its text. */
  readonly bootstrap?: string;
  readonly bytes?: number;
  /** Whether its text turns cgroup v2 on by a kernel argument; absent where the text is not known. */
  readonly cgroup_2?: boolean;
};

/** A pool of nodes, or a self-managed instance, instance pool or cluster network that acts as one. */
export type NodePool = Entry & {
  readonly mode: "managed" | "virtual" | "self-managed";
  /** Module mode or resource type behind a self-managed pool: `instance`, `instance-pool`, `cluster-network`, … */
  readonly form?: string;
  readonly cluster?: Ref;
  readonly compartment?: Ref;
  readonly version?: Version;
  readonly size?: number;
  readonly max_size?: number;
  readonly autoscale?: boolean;
  readonly shape?: string;
  readonly ocpus?: number;
  readonly memory_gbs?: number;
  readonly baseline_ocpu?: string;
  /** VNICs that the shape has at these OCPUs, from `policies/data/shapes.json`. */
  readonly vnics?: number;
  readonly cni?: string;
  readonly max_pods?: number;
  readonly pod_subnets?: readonly Ref[];
  readonly pod_nsgs?: readonly Ref[];
  readonly subnets?: readonly Ref[];
  readonly nsgs?: readonly Ref[];
  readonly placements?: readonly Placement[];
  readonly labels?: { readonly [key: string]: string };
  readonly taints?: readonly Taint[];
  readonly image?: Image;
  readonly cloud_init?: CloudInit;
  /** Instance metadata of self-managed nodes, known values only; keys whose values are not known are `metadata.<key>` in `unknown`. */
  readonly metadata?: { readonly [key: string]: string };
  readonly ssh_key?: boolean;
  readonly capacity_reservation?: boolean;
  readonly cycling?: boolean;
  /** Names of settings that were written but belong to another kind of pool, with nothing of their values. */
  readonly settings?: readonly string[];
  readonly secondary_vnics?: readonly {
    readonly ip_count?: number;
    readonly subnet?: Ref;
    readonly application_resources?: number;
  }[];
  readonly legacy_imds_disabled?: boolean;
  readonly public_ip?: boolean;
  readonly ignore_changes?: readonly string[];
  readonly security_attributes?: boolean;
  /** Of virtual pools: the region that the provider is configured for. */
  readonly region?: string;
  /** Attributes that have a module's default, which nobody wrote. */
  readonly defaults?: readonly string[];
};

export type Addon = Entry & {
  readonly addon: string;
  readonly cluster?: Ref;
  readonly addon_version?: string;
  readonly configurations?: { readonly [key: string]: string };
};

export type CredentialRotation = Entry & {
  readonly cluster?: Ref;
  readonly step: "start" | "complete";
  readonly delay?: string;
};

// ---------------------------------------------------------------- Network

export type Vcn = Entry & {
  readonly compartment?: Ref;
  readonly cidrs?: readonly string[];
  readonly ipv6?: boolean;
  readonly default_route_table?: string;
  readonly default_security_list?: string;
};

export type Subnet = Entry & {
  readonly vcn?: Ref;
  readonly compartment?: Ref;
  readonly cidrs?: readonly string[];
  readonly ipv6?: boolean;
  readonly availability_domain?: Ref;
  /** False only when it is provably public. */
  readonly private?: boolean;
  readonly route_table?: Ref;
  readonly security_lists?: readonly Ref[];
  /** Made by the oke module: private and regional by construction. */
  readonly by_module?: boolean;
};

export type GatewayKind = "internet" | "nat" | "service" | "drg" | "local-peering" | "private-ip" | "other";

export type RouteRule = {
  readonly destination?: string;
  readonly destination_type?: string;
  readonly gateway?: GatewayKind;
  readonly target?: Ref;
  readonly unknown: Unknown;
};
/** `implicit`: a VCN's default that nobody wrote; it stands at the VCN and has no rules. */
export type RouteTable = Entry & {
  readonly vcn?: Ref;
  readonly default_of?: Ref;
  readonly implicit?: boolean;
  readonly rules?: readonly RouteRule[];
};
export type Gateway = Entry & {
  readonly kind: GatewayKind;
  readonly vcn?: Ref;
  readonly enabled?: boolean;
  readonly services?: readonly string[];
};

/** Ports are inclusive; no range means all. `protocol` is `all`, `tcp`, `udp`, `icmp`, `icmpv6` or the number. */
export type SecurityRule = Entry & {
  /** The security list or NSG that holds it. */
  readonly holder: Ref;
  readonly holder_kind: "security-list" | "nsg";
  readonly direction?: "ingress" | "egress";
  readonly protocol?: string;
  readonly peer?: string;
  readonly peer_ref?: Ref;
  readonly peer_kind?: "cidr" | "service" | "nsg";
  readonly ports?: { readonly min: number; readonly max: number };
  readonly source_ports?: { readonly min: number; readonly max: number };
  readonly icmp?: { readonly type: number; readonly code?: number };
  readonly stateless?: boolean;
  /** One of Oracle's rules in a default list that nobody wrote. */
  readonly implicit?: boolean;
};
/** `implicit`: a VCN's default with Oracle's own rules, which nobody wrote. `complete`: every one of its rules is in `security_rules`. */
export type SecurityList = Entry & {
  readonly vcn?: Ref;
  readonly default_of?: Ref;
  readonly implicit?: boolean;
  readonly complete: boolean;
};
export type Nsg = Entry & { readonly vcn?: Ref; readonly complete: boolean };

/** Two VCNs that can reach each other (same DRG, peering), or a VCN and a stated foreign network. */
export type Connection = Entry & {
  readonly vcns: readonly Ref[];
  readonly cidrs: readonly string[];
  readonly through: string;
};

// ---------------------------------------------------------------- Other resources

export type KmsKey = Entry & {
  readonly algorithm?: string;
  /** Bytes. */
  readonly length?: number;
  readonly protection_mode?: string;
  readonly prevent_destroy: boolean;
};
export type Log = Entry & {
  readonly log_type?: string;
  readonly service?: string;
  readonly category?: string;
  readonly resource?: Ref;
  readonly enabled?: boolean;
};
export type Vtap = Entry & { readonly vcn?: Ref };
export type Database = Entry & { readonly subnet?: Ref };
export type Alarm = Entry & { readonly namespace?: string };
export type Bastion = Entry & { readonly subnet?: Ref };
export type Compartment = Entry & {
  readonly parent?: Ref;
  readonly path?: readonly string[];
  /** `ref`s from the parent up to the root, as far as they are known. */
  readonly ancestors: readonly string[];
  readonly ancestors_known: boolean;
};

// ---------------------------------------------------------------- Identity

export type Policy = Entry & { readonly compartment?: Ref; readonly statements: readonly string[] };

export type ConditionTerm = {
  readonly variable: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly value_kind: "string" | "pattern" | "variable" | "ocid" | "list" | "hole";
  readonly ref?: string;
  /** As in `Ref`. */
  readonly stack?: string;
};

export type Principal = {
  readonly kind: "group" | "dynamic-group" | "service" | "any-user" | "any-group" | "resource";
  readonly name?: string;
  readonly domain?: string;
  readonly ocid?: string;
  readonly ref?: string;
  /** As in `Ref`. */
  readonly stack?: string;
  /** Holds a placeholder. */
  readonly hole: boolean;
};

/** What is wrong with a statement or matching rule. Offsets are into its text; `fix` is the whole text put right. */
export type LanguageFault = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: string;
};

/** One parsed policy statement. */
export type Statement = Entry & {
  readonly text: string;
  readonly verdict: "valid" | "invalid" | "undetermined";
  readonly effect: "allow" | "deny" | "endorse" | "admit" | "define" | "none";
  readonly principals: readonly Principal[];
  readonly verb?: string;
  readonly resources: readonly string[];
  /** What it confers, as far as rules ask for it: permissions (`CLUSTER_JOIN`) and actions (`use ipv6s`, see `policies/data/iam.json`). */
  readonly permissions: readonly string[];
  /** What it may confer too: the documentation at hand does not say. */
  readonly doubtful?: readonly string[];
  /** Whatever the permission, it is conferred (`manage all-resources`). */
  readonly everything?: boolean;
  /** True when verb, resource types and permissions are all known, so that `permissions` is everything it confers. */
  readonly permissions_known: boolean;
  readonly location: {
    readonly kind: "tenancy" | "compartment" | "any-tenancy" | "named-tenancy" | "unknown";
    readonly path?: readonly string[];
    readonly ref?: string;
    /** As in `Ref`. */
    readonly stack?: string;
    readonly hole: boolean;
  };
  /** Disjunction of conjunctions; `[]` means no condition; absent means beyond the bound or not readable. */
  readonly clauses?: readonly (readonly ConditionTerm[])[];
  /** Key of the policy that it is part of: statements with the same key share their aliases and count together. */
  readonly policy?: string;
  /** Names that this statement defines, and names of other tenancies, compartments and groups that it takes to be defined. */
  readonly defines?: string;
  readonly aliases?: readonly {
    readonly kind: "tenancy" | "compartment" | "group" | "dynamic-group";
    readonly name: string;
  }[];
  /** Compartment that the policy is attached to. */
  readonly attachment?: Ref;
  readonly problems: readonly LanguageFault[];
};

export type DynamicGroup = Entry & {
  readonly domain?: string;
  readonly ocid?: string;
  /** Its matching rule. */
  readonly rule?: string;
  readonly verdict: "valid" | "invalid" | "undetermined";
  /** As in `Statement.clauses`; what the rule matches. */
  readonly clauses?: readonly (readonly ConditionTerm[])[];
  readonly problems: readonly LanguageFault[];
};

// ---------------------------------------------------------------- Scripts, bootstrap, OCNE, secrets

/** The arguments of kubectl, oci, ocne and helm as these programs read them. Words after a lone ` -- ` are not among them. */
export type ParsedCommand = {
  /** The first word that is no flag: `logs`, `ce`. */
  readonly verb: string;
  /** The other words of the command's name: `["image"]` of `kubectl set image`, `["cluster", "create"]` of `oci ce cluster create`. */
  readonly subcommand: readonly string[];
  /** By long name without dashes, the last one counting; true for flags that stand alone, null for values that cannot be known. */
  readonly flags: { readonly [name: string]: string | true | null };
  /** The words after the command's name. */
  readonly positionals: readonly (string | null)[];
  /** The same as written, without quotes: `pod/$NAME`. */
  readonly written: readonly string[];
  /** False when some word may stand for any number of flags. */
  readonly complete: boolean;
};

/** A command in a script. `args` holds `null` for words that cannot be known. */
export type ScriptCommand = Entry & {
  readonly program: string;
  readonly args: readonly (string | null)[];
  /** Index of a lone `--` in `args`, or -1. */
  readonly dash_dash: number;
  readonly script: string;
  /** Position among the commands of its script. */
  readonly index: number;
  readonly pipeline: { readonly id: number; readonly index: number; readonly length: number };
  readonly redirects: readonly { readonly operator: string; readonly target: string | null }[];
  readonly env: { readonly [name: string]: string | null };
  readonly wrappers: readonly string[];
  readonly text: string;
  /** Runs against a throw-away cluster (kind, minikube). */
  readonly ephemeral: boolean;
  readonly nodes: NodeTarget;
  readonly parsed?: ParsedCommand;
  /** One of its words comes from what the cluster says of its nodes (`kubectl get nodes`). */
  readonly node_address?: boolean;
};

export type Script = Entry & {
  readonly file: string;
  readonly host: string;
  readonly ephemeral: boolean;
  readonly nodes: NodeTarget;
  /** Something starts it at set times. */
  readonly scheduled: boolean;
  /** Where it puts the address of a node and a node port together, as written. */
  readonly node_ports: readonly string[];
};

/** A node's bootstrap text: cloud-init shell or cloud-config, as a file or out of `user_data`. */
export type Bootstrap = Entry & {
  readonly form: "shell" | "cloud-config" | "mixed";
  readonly family?: "oracle-linux" | "ubuntu";
  /** It joins a self-managed node (`oke-install.sh --apiserver-endpoint`, `oke bootstrap --apiserver-host`). */
  readonly self_managed: boolean;
  readonly tracked_file: boolean;
  /** `id` of the pool whose user data it is. */
  readonly pool?: string;
  /** The API endpoint that it is given, when known; else what it comes from: an expression, a variable. */
  readonly endpoint?: string;
  readonly endpoint_from?: string;
  readonly endpoint_stated: boolean;
  readonly ca?: "base64" | "pem" | "other";
  readonly ca_from?: string;
  /** The certificate itself stands in the text. */
  readonly ca_literal: boolean;
  /** It is written to a file rather than given to the command. */
  readonly ca_in_file: boolean;
  readonly ca_stated: boolean;
  /** False where something that is filled in may add to the command that joins. */
  readonly text_known: boolean;
  readonly runs_oke_init: boolean;
  /** It decides at run time what it does: a script for nodes of several kinds. */
  readonly conditional: boolean;
  readonly fetches_oke_init: boolean;
  readonly imds_v1: boolean;
  readonly package_urls: readonly string[];
  /** Absolute paths that it writes. */
  readonly writes: readonly string[];
  /** Names of credentials that it holds. The values go no further than the reader. */
  readonly secrets: readonly string[];
};

/** One OCNE cluster configuration, defaults file, Ignition or Kickstart file. `value` holds only what rules ask for: nothing secret. */
export type OcneFile = Entry & {
  readonly kind: "cluster" | "defaults" | "ignition" | "kickstart";
  readonly file: string;
  readonly value: Json;
  /** Template: absence proves nothing. */
  readonly partial: boolean;
  /** Unknown keys with the nearest known one, per level; `nearest` is empty where none is near. */
  readonly unknown_keys: readonly {
    readonly path: readonly (string | number)[];
    readonly key: string;
    readonly nearest: string;
    /** A key that only the other kind of file has. */
    readonly elsewhere: boolean;
  }[];
  /** What `password` holds, when it holds anything that is known. */
  readonly password?: "hash" | "plain";
  /** Networks and addresses, each as CIDR (`/32` or `/128` for an address), by what they are for; defaults are not among them. */
  readonly networks: readonly OcneNetwork[];
  /** Version-like values with their spelling. */
  readonly versions: readonly {
    readonly path: readonly (string | number)[];
    readonly text: string;
    readonly version: Version;
    readonly number: boolean;
  }[];
  /** Local files that it names; `candidates` are the paths in the repository that are meant. */
  readonly references: readonly {
    readonly path: readonly (string | number)[];
    readonly text: string;
    readonly candidates: readonly string[];
  }[];
  /** Credentials found in it: where and of what kind, never what they are. */
  readonly secrets: readonly {
    readonly path: readonly (string | number)[];
    readonly what: string;
    readonly target: string;
  }[];
  /** Addresses that it is served from or fetches from, without user and query. */
  readonly urls: readonly OcneUrl[];
};

export type OcneNetwork = {
  readonly role: "pods" | "services" | "virtual-ip" | "load-balancer" | "no-proxy";
  readonly path: readonly (string | number)[];
  readonly cidr: string;
};

/** `host` is absent when it cannot be known. */
export type OcneUrl = {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly scheme: string;
  readonly host?: string;
};

/** A call of `ocne` in a script, or a command that prepares a join (`kubeadm token create`). */
export type OcneCommand = Entry & {
  readonly file: string;
  /** Key of its script, and its position there. */
  readonly script: string;
  readonly index: number;
  /** `cluster start`, `image create`, …; empty for other programs. */
  readonly verb: string;
  /** By long name; `null` where the value is not known, `true` for a switch. */
  readonly flags: { readonly [flag: string]: string | true | null };
  /** False when some argument is unknown, so that a flag may stand there that is not in `flags`. */
  readonly complete: boolean;
  /** Where its standard output goes. */
  readonly output: "file" | "pipe" | "captured" | "terminal";
  /** `--config`: the `ocne` entry that it leads to, the paths that may be meant, and whether the script may make it before. */
  readonly config?: {
    readonly text: string;
    readonly id?: string;
    readonly candidates: readonly string[];
    readonly generated: boolean;
  };
  readonly version?: Version;
  /** `token`, `certificates`: it makes what a joining node needs. */
  readonly prepares: readonly string[];
  readonly urls: readonly OcneUrl[];
};

export type SecretHolder = "Secret" | "SecretGenerator" | "ConfigMap" | "environment" | "argument";

/** A credential-like value in a manifest. The value itself never enters the inventory: `***` stands for it everywhere. */
export type SecretValue = Entry & {
  /** `id` of the object that holds it; empty where that is none of Kubernetes. */
  readonly object: string;
  /** Path of the value, or of the list it is part of, in the object. */
  readonly path: readonly (string | number)[];
  readonly holder: SecretHolder;
  readonly key: string;
  /** `public`: nothing that has to stay secret, a certificate for example. */
  readonly form: "literal" | "placeholder" | "encrypted" | "empty" | "reference" | "public";
  /** It stands in a folder of tests. */
  readonly in_tests: boolean;
};

// ---------------------------------------------------------------- The whole

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
