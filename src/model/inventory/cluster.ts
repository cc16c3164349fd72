// Clusters, node pools of every kind, add-ons.
import type { Entry, Ref, Unknown, Version } from "./entry.ts";

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
  /** Inputs by which the module is told to install something into the cluster, such as `cluster_autoscaler_install`. */
  readonly installs?: readonly string[];
  /** Actions that policies allow which the module makes; absent where it makes none. */
  readonly grants_by_module?: readonly string[];
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
  /** Defined tags of self-managed nodes, by namespace and key: `oke.role`. Tag defaults may add to them. */
  readonly tags?: { readonly [key: string]: string };
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
  /** As in `Cluster`: of self-managed nodes that the module makes. */
  readonly grants_by_module?: readonly string[];
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
