// Decides where workloads run. Takes the request, the configuration, an object's own mark and what the repository says about its
// pools; gives a target with its reason. The order is fixed: command line, paths, mark, configuration, inference.
import { minimatch } from "minimatch";
import type { Json } from "../model/document.ts";
import type { NodePool, NodeTarget } from "../model/inventory.ts";
import type { Nodes } from "../model/request.ts";
import { isObject } from "./pod-roots.ts";

/** Label or annotation by which an object says where it runs. */
export const NODES_MARK = "oke-policy/nodes";
const VIRTUAL_NODE_LABEL = "node-role.kubernetes.io/virtual-node";
const SELF_MANAGED_LABEL = "oci.oraclecloud.com/node.info.byon";

export type TargetOptions = {
  /** From the command line; `auto` when not given. */
  readonly requested: Nodes;
  readonly configured: Nodes;
  readonly paths: readonly { readonly paths: readonly string[]; readonly nodes: Nodes }[];
};

export type Targets = {
  readonly overall: { readonly target: NodeTarget | "mixed"; readonly reason: string };
  /** `spec` is the pod spec, for objects that have one. */
  readonly of: (
    file: string,
    marks: Readonly<Record<string, string>>,
    spec?: { readonly [key: string]: Json },
  ) => NodeTarget;
};

export function targets(options: TargetOptions, pools: readonly NodePool[]): Targets {
  const requested = options.requested === "auto" ? undefined : options.requested;
  const fallback =
    options.configured === "auto" ? inferred(pools) : { nodes: options.configured, reason: "configuration" };
  const overall = requested ? { nodes: requested, reason: "--nodes" } : fallback;
  const settle = (nodes: Nodes, spec?: { readonly [key: string]: Json }): NodeTarget => {
    if (nodes === "mixed") return spec ? placed(spec, pools) : "mixed-unknown";
    return nodes === "auto" ? "unknown" : nodes;
  };
  const byFile = new Map<string, Nodes | undefined>();
  const pathTarget = (file: string): Nodes | undefined => {
    if (!byFile.has(file)) {
      const match = options.paths.find(({ paths }) =>
        paths.some((pattern) => minimatch(file, pattern, { dot: true })),
      );
      byFile.set(file, match && match.nodes !== "auto" ? match.nodes : undefined);
    }
    return byFile.get(file);
  };
  return {
    overall: { target: overall.nodes === "auto" ? "unknown" : overall.nodes, reason: overall.reason },
    of: (file, marks, spec) => settle(requested ?? pathTarget(file) ?? marked(marks) ?? overall.nodes, spec),
  };
}

function marked(marks: Readonly<Record<string, string>>): Nodes | undefined {
  const mark = marks[NODES_MARK];
  return mark === "virtual" || mark === "managed" || mark === "self-managed" || mark === "mixed"
    ? mark
    : undefined;
}

function inferred(pools: readonly NodePool[]): { nodes: Nodes; reason: string } {
  const modes = new Set(pools.map(({ mode }) => mode));
  const named = (mode: NodePool["mode"]) => pools.find((pool) => pool.mode === mode)?.address ?? mode;
  if (modes.size === 0)
    return { nodes: "auto", reason: "no node pool in the repository, no --nodes, no configuration" };
  if (modes.size > 1) {
    const all = [...modes]
      .toSorted()
      .map((mode) => named(mode))
      .join(" and ");
    // Without virtual nodes nothing may land on one.
    if (!modes.has("virtual"))
      return { nodes: "managed", reason: `the repository defines ${all}, none of them virtual` };
    return { nodes: "mixed", reason: `the repository defines ${all}` };
  }
  const [mode] = [...modes];
  return { nodes: mode!, reason: `the repository defines ${named(mode!)} and no other kind of node` };
}

/** In a mixed cluster the pod's own selectors and tolerations decide, as far as they can. */
function placed(spec: { readonly [key: string]: Json }, pools: readonly NodePool[]): NodeTarget {
  const wanted = required(spec);
  if (wanted.some(({ key, values }) => key === VIRTUAL_NODE_LABEL && values !== "none")) return "virtual";
  if (wanted.some(({ key, values }) => key === VIRTUAL_NODE_LABEL && values === "none")) return "managed";
  if (
    wanted.some(
      ({ key, values }) => key === SELF_MANAGED_LABEL && Array.isArray(values) && values.includes("true"),
    )
  )
    return "self-managed";
  const carrying = (mode: NodePool["mode"]) =>
    pools.some(
      (pool) => pool.mode === mode && wanted.some(({ key, values }) => carries(pool.labels, key, values)),
    );
  const modes = (["virtual", "managed", "self-managed"] as const).filter(carrying);
  if (modes.length === 1) return modes[0]!;
  if (modes.length === 0 && toleratesOnly(spec, pools)) return "virtual";
  return "mixed-unknown";
}

type Want = { readonly key: string; readonly values: readonly string[] | "any" | "none" };

function required(spec: { readonly [key: string]: Json }): Want[] {
  const wants: Want[] = [];
  if (isObject(spec["nodeSelector"])) {
    for (const [key, value] of Object.entries(spec["nodeSelector"]))
      wants.push({ key, values: [String(value)] });
  }
  const affinity = isObject(spec["affinity"]) ? spec["affinity"]["nodeAffinity"] : undefined;
  const demanded = isObject(affinity)
    ? affinity["requiredDuringSchedulingIgnoredDuringExecution"]
    : undefined;
  const terms = isObject(demanded) ? demanded["nodeSelectorTerms"] : undefined;
  // Terms are alternatives: only a single one is a demand.
  if (!Array.isArray(terms) || terms.length !== 1) return wants;
  const expressions = isObject(terms[0]) ? terms[0]["matchExpressions"] : undefined;
  for (const expression of Array.isArray(expressions) ? expressions : []) {
    if (!isObject(expression) || typeof expression["key"] !== "string") continue;
    const { key, operator, values } = expression;
    if (operator === "Exists") wants.push({ key, values: "any" });
    if (operator === "DoesNotExist") wants.push({ key, values: "none" });
    if (operator === "In" && Array.isArray(values)) wants.push({ key, values: values.map(String) });
  }
  return wants;
}

function carries(labels: NodePool["labels"], key: string, values: Want["values"]): boolean {
  const value = labels?.[key];
  return value !== undefined && values !== "none" && (values === "any" || values.includes(value));
}

/** A pod that tolerates the taint of a virtual pool was meant for it. */
function toleratesOnly(spec: { readonly [key: string]: Json }, pools: readonly NodePool[]): boolean {
  const tolerations = Array.isArray(spec["tolerations"]) ? spec["tolerations"] : [];
  const taints = pools.flatMap((pool) => (pool.mode === "virtual" ? (pool.taints ?? []) : []));
  return taints.some((taint) =>
    tolerations.some((toleration) => isObject(toleration) && toleration["key"] === taint.key),
  );
}
