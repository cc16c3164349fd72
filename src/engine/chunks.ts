// Cuts workloads into inputs that the engine evaluates fast. Takes the inventory's workloads and the rules to run, gives JSON texts, each
// with the rules that may find something in it and the number of its items. A pod stays together with its containers and volumes.
import { groupBy } from "../model/group.ts";
import type { KubernetesObject, Workloads } from "../model/inventory/workload.ts";
import type { RuleBook } from "../model/rule.ts";
import type { RuleCall } from "../model/rule-input.ts";
import { screen } from "./mentions.ts";

/** Measured: what 60,000 to 120,000 characters become still fits into the processor's cache; 300,000 take up to twice as long. */
export const CHUNK_CHARACTERS = 80_000;

/** The JSON text, without braces, of the fields that every chunk with these rules carries. */
export type Head = (rules: readonly RuleCall[]) => string;

export type Chunk = { readonly json: string; readonly count: number; readonly rules: readonly RuleCall[] };

/** Some findings on a pod stand at the object that describes it. */
type Entry = Pick<KubernetesObject, "id" | "nodes"> & { readonly object?: string };
type Parts = {
  readonly rules: Set<RuleCall>;
  readonly pods: string[];
  readonly containers: string[];
  readonly volumes: string[];
  readonly objects: Map<string, string[]>;
  readonly custom: string[];
  readonly uncertain: Set<string>;
  size: number;
  count: number;
};

export function* workloadChunks(
  workloads: Workloads,
  rules: readonly RuleCall[],
  head: Head,
  book: Pick<RuleBook, "kinds" | "mentions">,
): Generator<Chunk> {
  const { rulesFor } = screen(rules, book.mentions);
  // Items that concern the same rules go together, so that most texts meet few of them.
  const open = new Map<readonly RuleCall[], Parts>();
  const partsFor = (called: readonly RuleCall[]): Parts => {
    const parts = open.get(called) ?? empty(called);
    open.set(called, parts);
    return parts;
  };
  function* full(called: readonly RuleCall[]): Generator<Chunk> {
    const parts = open.get(called)!;
    if (parts.size < CHUNK_CHARACTERS) return;
    open.delete(called);
    yield chunk(parts, head);
  }

  const containers = groupBy(workloads.containers, (container) => container.pod);
  const volumes = groupBy(workloads.volumes, (volume) => volume.pod);
  for (const pod of workloads.pods) {
    const [inside, mounted] = [containers.get(pod.id) ?? [], volumes.get(pod.id) ?? []];
    const called = rulesFor([
      ["pods", [pod]],
      ["containers", inside],
      ["volumes", mounted],
    ]);
    if (called.length === 0) continue;
    const parts = partsFor(called);
    add(parts, parts.pods, pod);
    for (const container of inside) add(parts, parts.containers, container);
    for (const volume of mounted) add(parts, parts.volumes, volume);
    yield* full(called);
  }
  for (const [kind, objects] of Object.entries(workloads.objects)) {
    if (!book.kinds.workloads.includes(kind)) continue;
    for (const object of objects) {
      const called = rulesFor([[kind, [object]]]);
      if (called.length === 0) continue;
      const parts = partsFor(called);
      add(parts, listOf(parts, kind), object);
      yield* full(called);
    }
  }
  for (const object of workloads.custom) {
    const called = rulesFor([["custom", [object]]]);
    if (called.length === 0) continue;
    const parts = partsFor(called);
    add(parts, parts.custom, object);
    yield* full(called);
  }
  yield* leftovers([...open.values()], head);
}

/** What is left of every set of rules is put together: a few more rules cost less than many small texts. */
function* leftovers(open: readonly Parts[], head: Head): Generator<Chunk> {
  let parts = empty([]);
  for (const one of open) {
    for (const rule of one.rules) parts.rules.add(rule);
    for (const list of ["pods", "containers", "volumes", "custom"] as const) parts[list].push(...one[list]);
    for (const [kind, objects] of one.objects) listOf(parts, kind).push(...objects);
    for (const id of one.uncertain) parts.uncertain.add(id);
    parts.size += one.size;
    parts.count += one.count;
    if (parts.size < CHUNK_CHARACTERS) continue;
    yield chunk(parts, head);
    parts = empty([]);
  }
  if (parts.count > 0) yield chunk(parts, head);
}

function empty(rules: readonly RuleCall[]): Parts {
  return {
    rules: new Set(rules),
    pods: [],
    containers: [],
    volumes: [],
    objects: new Map(),
    custom: [],
    uncertain: new Set(),
    size: 0,
    count: 0,
  };
}

function listOf(parts: Parts, kind: string): string[] {
  const list = parts.objects.get(kind) ?? [];
  parts.objects.set(kind, list);
  return list;
}

function add(parts: Parts, list: string[], item: Entry): void {
  const json = JSON.stringify(item);
  list.push(json);
  parts.size += json.length;
  parts.count += 1;
  if (item.nodes !== "mixed-unknown") return;
  for (const id of [item.id, item.object])
    if (id !== undefined) parts.uncertain.add(`${JSON.stringify(id)}:true`);
}

function chunk(parts: Parts, head: Head): Chunk {
  const objects = [...parts.objects].map(([kind, list]) => `${JSON.stringify(kind)}:[${list.join(",")}]`);
  const workloads = `"pods":[${parts.pods.join(",")}],"containers":[${parts.containers.join(",")}],"volumes":[${parts.volumes.join(",")}],"objects":{${objects.join(",")}},"custom":[${parts.custom.join(",")}]`;
  const rules = [...parts.rules];
  return {
    json: `{${head(rules)},"uncertain":{${[...parts.uncertain].join(",")}},"workloads":{${workloads}}}`,
    count: parts.count,
    rules,
  };
}
