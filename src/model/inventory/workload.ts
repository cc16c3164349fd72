// Kubernetes objects as rules see them: pods with their containers and volumes, objects by kind, and the slim pods of joins.
import type { Json } from "../document.ts";
import type { Unknown } from "./entry.ts";

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
  /** Labels of the template that are not known, `*` where there may be more; only of pods that topology constraints select. */
  readonly unknown_labels?: readonly string[];
  /**
   * What kustomizations and patches of the repository put on some pods, by label: of those that topology constraints select by, the
   * values that they ask for and one other.
   */
  readonly added_labels?: { readonly [key: string]: readonly string[] };
  /** Of a patch with volumes: those of the pod that it changes which stay and are emptyDirs. */
  readonly kept_empty_dirs?: readonly { readonly item: string; readonly name: string }[];
  readonly replicas?: number;
  /** Metadata of the object, without what every author writes there (names, labels, annotations) and what a cluster adds. */
  readonly object_metadata?: { readonly [key: string]: Json };
  /** What the pod states as a whole, beside its containers; absent where it does not. */
  readonly requests?: Quantities;
  readonly limits?: Quantities;
  readonly unknown: Unknown;
};

/**
 * Behind the first three are the words of custom resources. `model` is one container instead of a list, and `own` the one that the
 * resource itself describes; what Argo calls `container` or `script` counts as one of `containers`.
 */
export type ContainerList =
  | "containers"
  | "initContainers"
  | "ephemeralContainers"
  | "steps"
  | "sidecars"
  | "sideCars"
  | "additionalContainers"
  | "extraContainers"
  | "model"
  | "own";

/** Exact numbers in base units (cores, bytes, pieces); quantities that cannot be read are left out. */
export type Quantities = { readonly [resource: string]: number };

/** One container of any list. `value` is the container. */
export type Container = {
  readonly id: string;
  readonly pod: string;
  readonly list: ContainerList;
  readonly name: string;
  readonly nodes: NodeTarget;
  /** As that of its object; also where something beside the container may state what it does not (Argo's `podSpecPatch`). */
  readonly partial: boolean;
  readonly exported: boolean;
  readonly value: { readonly [key: string]: Json };
  readonly requests: Quantities;
  readonly limits: Quantities;
  /**
   * Of a patch: requests and limits of the container that it changes (`item`), beside which it states the other of the two, and which
   * no patch states anew.
   */
  readonly kept?: {
    readonly item: string;
    readonly resources: readonly {
      readonly side: "requests" | "limits";
      readonly resource: string;
      readonly amount: number;
      readonly written: string;
    }[];
  };
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
export type CustomObject = ObjectIdentity & {
  /** Paths of what makes load balancers keep the addresses of clients; absent where there are none. */
  readonly kept_addresses?: readonly (readonly (string | number)[])[];
};

/** `path` leads from the object to the template; `spec` is what it says in the words of a claim. */
export type ClaimTemplate = {
  readonly path: readonly (string | number)[];
  readonly spec: { readonly [key: string]: Json };
};

/** A pod as joins need it, and no more: all of them reach the rules at once. What may be absent is so where it would be empty or false. */
export type IndexedPod = Omit<ObjectIdentity, "version" | "annotations"> & {
  readonly object: string;
  readonly patches?: string;
  readonly pod_labels: { readonly [key: string]: string };
  readonly pod_annotations?: { readonly [key: string]: string };
  readonly replicas: number;
  readonly service_account: string;
  readonly automount_token?: boolean;
  readonly runtime_class?: string;
  /** Position in the list is the index in the pod spec. */
  readonly image_pull_secrets?: readonly string[];
  /** Volumes that mount a claim. `index` is the volume's position. */
  readonly claims?: readonly { readonly volume: string; readonly index: number; readonly claim: string }[];
  /** Templates of claims that the custom resource states anywhere, at its first pod alone. */
  readonly claim_templates?: readonly ClaimTemplate[];
  readonly secrets?: readonly string[];
  readonly images: readonly string[];
  readonly node_selector?: { readonly [key: string]: string };
  /**
   * Required node affinity: a node must have, for all expressions of one of the terms, one of the values. Expressions other than `In` are
   * left out; absent where there is no affinity, or where some term has none but those.
   */
  readonly node_terms?: readonly (readonly { readonly key: string; readonly values: readonly string[] }[])[];
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
  readonly pod_security?: { readonly [key: string]: Json };
  readonly projected_token?: boolean;
  /** It says itself how its replicas are spread: topology constraints or pod anti-affinity. */
  readonly spread?: boolean;
  /** As in `Pod`, and `replicas`. */
  readonly unknown: Unknown;
};
