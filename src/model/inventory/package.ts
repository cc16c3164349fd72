// What a repository installs from elsewhere, Helm charts and remote manifests, and the queries of its dashboards.
import type { Json } from "../document.ts";
import type { Entry } from "./entry.ts";
import type { NodeTarget } from "./workload.ts";

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
    | "fleet"
    | "skaffold"
    | "terraform";
  readonly values: Json;
  readonly nodes: NodeTarget;
};

/** Values of a chart that nobody rendered, which stand at one place: by their names they ask for what `setting` says. */
export type ChartSettings = Entry & {
  readonly asks: readonly {
    readonly setting: ChartSetting;
    /** Dotted, from the values: `controller.hostNetwork`. */
    readonly key: string;
  }[];
  readonly nodes: NodeTarget;
};

export type ChartSetting =
  | "hostNetwork"
  | "hostPID"
  | "hostIPC"
  | "hostPath"
  | "privileged"
  | "fsGroup"
  | "externalTrafficPolicy"
  | "initContainers"
  | "networkPolicy"
  | "daemonSet"
  | "persistence"
  | "securityLists"
  | "securityRules";

/** A manifest applied from a URL: by `kubectl apply -f`, a kustomization or an Argo CD source. */
export type RemoteManifest = Entry & { readonly url: string; readonly nodes: NodeTarget };

/** Something that asks for metrics of containers: an alerting rule, a dashboard, an autoscaler's trigger, a scrape setting. */
export type MetricQuery = Entry & {
  /** Names of container metrics, in the order in which they are written, each once. */
  readonly metrics: readonly string[];
  readonly nodes: NodeTarget;
};
