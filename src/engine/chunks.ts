// Cuts workloads into inputs that the engine evaluates fast. Takes the inventory's workloads and gives JSON texts, each with the
// number of items in it. A pod stays together with its containers and volumes.
import { groupBy } from "../model/group.ts";
import type { KubernetesObject, Workloads } from "../model/inventory.ts";

/** Measured: evaluation is fastest at a quarter to half a megabyte of JSON. */
export const CHUNK_CHARACTERS = 300_000;

export type Chunk = { readonly json: string; readonly count: number };

type Parts = {
  pods: string[];
  containers: string[];
  volumes: string[];
  objects: Map<string, string[]>;
  custom: string[];
  uncertain: Set<string>;
  size: number;
  count: number;
};

/** `head` is the JSON text of the fields that every chunk carries, without braces. `kinds` are the kinds that rules ask for. */
export function* workloadChunks(
  workloads: Workloads,
  head: string,
  kinds: ReadonlySet<string>,
): Generator<Chunk> {
  const containers = groupBy(workloads.containers, (container) => container.pod);
  const volumes = groupBy(workloads.volumes, (volume) => volume.pod);
  let parts = empty();
  for (const pod of workloads.pods) {
    add(parts, parts.pods, pod);
    for (const container of containers.get(pod.id) ?? []) add(parts, parts.containers, container);
    for (const volume of volumes.get(pod.id) ?? []) add(parts, parts.volumes, volume);
    if (parts.size >= CHUNK_CHARACTERS) {
      yield chunk(parts, head);
      parts = empty();
    }
  }
  for (const [kind, objects] of Object.entries(workloads.objects)) {
    if (!kinds.has(kind)) continue;
    for (const object of objects) {
      add(parts, listOf(parts, kind), object);
      if (parts.size >= CHUNK_CHARACTERS) {
        yield chunk(parts, head);
        parts = empty();
      }
    }
  }
  for (const object of workloads.custom) {
    add(parts, parts.custom, object);
    if (parts.size >= CHUNK_CHARACTERS) {
      yield chunk(parts, head);
      parts = empty();
    }
  }
  if (parts.count > 0) yield chunk(parts, head);
}

function empty(): Parts {
  return {
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

function add(parts: Parts, list: string[], item: Pick<KubernetesObject, "id" | "nodes">): void {
  const json = JSON.stringify(item);
  list.push(json);
  parts.size += json.length;
  parts.count += 1;
  if (item.nodes === "mixed-unknown") parts.uncertain.add(`${JSON.stringify(item.id)}:true`);
}

function chunk(parts: Parts, head: string): Chunk {
  const objects = [...parts.objects].map(([kind, list]) => `${JSON.stringify(kind)}:[${list.join(",")}]`);
  const workloads = `"pods":[${parts.pods.join(",")}],"containers":[${parts.containers.join(",")}],"volumes":[${parts.volumes.join(",")}],"objects":{${objects.join(",")}},"custom":[${parts.custom.join(",")}]`;
  return {
    json: `{${head},"uncertain":{${[...parts.uncertain].join(",")}},"workloads":{${workloads}}}`,
    count: parts.count,
  };
}
