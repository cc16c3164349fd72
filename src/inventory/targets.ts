// Decides where workloads run. Takes the request, the configuration, an object's own mark and what the repository says about its
// pools; gives a target with its reason. The order is fixed: command line, paths, mark, configuration, inference.
import { minimatch } from "minimatch";
import type { Json } from "../model/document.ts";
import type { NodePool, Taint } from "../model/inventory/cluster.ts";
import type { NodeTarget } from "../model/inventory/workload.ts";
import { own } from "../model/own.ts";
import type { Nodes } from "../model/request.ts";
import { at, elements, isObject } from "./kubernetes.ts";

/** Label or annotation by which an object says where it runs. */
export const NODES_MARK = "oke-policy/nodes";
/** What the mark may say. */
export const MARKS: readonly Nodes[] = ["virtual", "managed", "self-managed", "mixed"];
const VIRTUAL_NODE_LABEL = "node-role.kubernetes.io/virtual-node";
const SELF_MANAGED_LABEL = "oci.oraclecloud.com/node.info.byon";
const SHAPE_LABEL = /^(?:beta|node)\.kubernetes\.io\/instance-type$/;
const GPU_SHAPE = /^(?:VM|BM)\.GPU/;
const GPU_RESOURCE = /^(?:nvidia\.com\/(?:gpu|mig-)|amd\.com\/gpu)/;

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
    of: (file, marks, spec) => {
      const said = [requested, pathTarget(file), marked(marks)].filter((one) => one !== undefined);
      // "Mixed" leaves each object open, so that what speaks of it more closely decides.
      const decided = said.find((one) => one !== "mixed");
      if (decided !== undefined || said.length > 0) return settle(decided ?? "mixed", spec);
      // What the pools suggest gives way to an object that names the kind of node itself.
      const named = options.configured === "auto" && spec ? agreed(demands(spec).map(byName)) : undefined;
      return named ?? settle(overall.nodes, spec);
    },
  };
}

/** What a mark says, in capitals or not; undefined for a word that is none. */
export function markedNodes(mark: string): Nodes | undefined {
  const word = mark.trim().toLowerCase();
  return MARKS.find((one) => one === word);
}

function marked(marks: Readonly<Record<string, string>>): Nodes | undefined {
  const mark = marks[NODES_MARK];
  return mark === undefined ? undefined : markedNodes(mark);
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
  return agreed(demands(spec).map((wants) => selected(wants, spec, pools))) ?? "mixed-unknown";
}

/** Terms of an affinity are alternatives: they decide where all of them say the same. */
function agreed(answers: readonly (NodeTarget | undefined)[]): NodeTarget | undefined {
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}

/** By the labels that every virtual and every self-managed node has. */
function byName(wanted: readonly Want[]): NodeTarget | undefined {
  const asked = (key: string) => wanted.filter((want) => want.key === key);
  const virtual = asked(VIRTUAL_NODE_LABEL).map(({ operator }) => operator);
  if (virtual.includes("in") || virtual.includes("exists")) return "virtual";
  if (virtual.includes("missing")) return "managed";
  const own = asked(SELF_MANAGED_LABEL);
  return own.some((want) => meets("true", want)) ? "self-managed" : undefined;
}

function selected(
  wanted: readonly Want[],
  spec: { readonly [key: string]: Json },
  pools: readonly NodePool[],
): NodeTarget {
  const named = byName(wanted);
  if (named !== undefined) return named;
  if (asksForGpu(spec) && pools.some(({ mode, shape }) => mode !== "virtual" && GPU_SHAPE.test(shape ?? "")))
    return "managed";
  const carrying = (mode: NodePool["mode"]) =>
    pools.some((pool) => {
      const met = wanted.map((want) => meets(labelOf(pool, want.key), want));
      return pool.mode === mode && met.includes(true) && !met.includes(false);
    });
  const modes = (["virtual", "managed", "self-managed"] as const).filter(carrying);
  if (modes.length === 1) return modes[0]!;
  if (modes.length === 0 && kept(wanted, pools)) return "managed";
  return modes.length === 0 && meant(spec, pools) ? "virtual" : "mixed-unknown";
}

/** What the pool gives its nodes, or the kubelet says of them; virtual nodes have no shape. */
function labelOf({ mode, labels, shape }: NodePool, key: string): string | undefined {
  if (labels !== undefined && Object.hasOwn(labels, key)) return labels[key];
  return mode !== "virtual" && SHAPE_LABEL.test(key) ? shape : undefined;
}

/** Only nodes with GPUs offer them, so that no other can take the pod. */
function asksForGpu(spec: { readonly [key: string]: Json }): boolean {
  return [...elements(spec["containers"]), spec["container"], spec["script"]].some((container) =>
    ["limits", "requests"].some((kind) => {
      const stated = at(container, ["resources", kind]);
      return isObject(stated) && Object.keys(stated).some((resource) => GPU_RESOURCE.test(resource));
    }),
  );
}

type Want = {
  readonly key: string;
  readonly operator: "in" | "notIn" | "exists" | "missing";
  readonly values: readonly string[];
};

const OPERATORS: Readonly<Record<string, Want["operator"]>> = {
  In: "in",
  NotIn: "notIn",
  Exists: "exists",
  DoesNotExist: "missing",
};

/** What nodes must have: one list for each alternative, the node selector in all of them. */
function demands(spec: { readonly [key: string]: Json }): readonly (readonly Want[])[] {
  const selector = isObject(spec["nodeSelector"]) ? Object.entries(spec["nodeSelector"]) : [];
  const always = selector.map(([key, value]): Want => ({ key, operator: "in", values: [String(value)] }));
  const affinity = isObject(spec["affinity"]) ? spec["affinity"]["nodeAffinity"] : undefined;
  const demanded = isObject(affinity)
    ? affinity["requiredDuringSchedulingIgnoredDuringExecution"]
    : undefined;
  const terms = isObject(demanded) ? demanded["nodeSelectorTerms"] : undefined;
  if (!Array.isArray(terms) || terms.length === 0) return [always];
  return terms.map((term: Json) => [...always, ...expressions(term)]);
}

function expressions(term: Json): readonly Want[] {
  const list = isObject(term) ? term["matchExpressions"] : undefined;
  return elements(list).flatMap((expression) => {
    if (!isObject(expression) || typeof expression["key"] !== "string") return [];
    const operator = own(OPERATORS, String(expression["operator"]));
    if (operator === undefined) return [];
    const values = elements(expression["values"]).map(String);
    return [{ key: expression["key"], operator, values }];
  });
}

/** Whether a label that a pool gives its nodes meets the demand; undefined for one that the pool does not give, as others may. */
function meets(value: string | undefined, { operator, values }: Want): boolean | undefined {
  if (value === undefined) return undefined;
  if (operator === "exists") return true;
  if (operator === "missing") return false;
  return values.includes(value) === (operator === "in");
}

/** Whether the labels of the virtual pools, all of them, keep the pod away. */
function kept(wanted: readonly Want[], pools: readonly NodePool[]): boolean {
  const virtual = pools.filter(({ mode }) => mode === "virtual");
  return (
    virtual.length > 0 &&
    virtual.every(({ labels }) => wanted.some((want) => meets(labels?.[want.key], want) === false))
  );
}

/** A pod that tolerates the taint of a virtual pool was meant for it. One that tolerates everything was meant for no place. */
function meant(spec: { readonly [key: string]: Json }, pools: readonly NodePool[]): boolean {
  const taints = pools.flatMap((pool) => (pool.mode === "virtual" ? (pool.taints ?? []) : []));
  return taints.some((taint) =>
    elements(spec["tolerations"]).some((toleration) => tolerates(toleration, taint)),
  );
}

function tolerates(toleration: Json, taint: Taint): boolean {
  if (!isObject(toleration) || toleration["key"] !== taint.key) return false;
  const effect = toleration["effect"] ?? "";
  if (effect !== "" && taint.effect !== undefined && !sameEffect(String(effect), taint.effect)) return false;
  if (toleration["operator"] === "Exists" || taint.value === undefined) return true;
  return String(toleration["value"] ?? "") === taint.value;
}

/** OCI takes `NO_SCHEDULE` as well as Kubernetes' own spelling. */
function sameEffect(a: string, b: string): boolean {
  const plain = (effect: string) => effect.replaceAll(/[-_]/g, "").toLowerCase();
  return plain(a) === plain(b);
}
