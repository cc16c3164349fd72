// A pool of the module with everything it gets from elsewhere: its own keys, then the call's inputs for all pools, then defaults.
// Takes the pool's value and the inputs, gives one value whose parts know where they were written.
import { get } from "../../terraform/read-value.ts";
import { type Entry, known, type ObjectValue, object, unknown, type Value } from "../../terraform/value.ts";
import type { Inputs } from "./inputs.ts";

/** Key of a pool → input for all pools. */
const GLOBAL: Readonly<Record<string, readonly string[]>> = {
  mode: ["worker_pool_mode"],
  size: ["worker_pool_size"],
  shape: ["worker_shape", "shape"],
  ocpus: ["worker_shape", "ocpus"],
  memory: ["worker_shape", "memory"],
  max_pods_per_node: ["max_pods_per_node"],
  kubernetes_version: ["kubernetes_version"],
  image_type: ["worker_image_type"],
  image_id: ["worker_image_id"],
  os: ["worker_image_os"],
  os_version: ["worker_image_os_version"],
  capacity_reservation_id: ["worker_capacity_reservation_id"],
  pod_nsg_ids: ["pod_nsg_ids"],
  assign_public_ip: ["worker_is_public"],
  disable_default_cloud_init: ["worker_disable_default_cloud_init"],
  legacy_imds_endpoints_disabled: ["worker_legacy_imds_endpoints_disabled"],
  cni_type: ["cni_type"],
};

/** What a shape without them gets. */
const SHAPE: Readonly<Record<string, number>> = { ocpus: 1, memory: 4 };

export type PoolBody = {
  readonly body: ObjectValue;
  /** Keys that the pool itself states. */
  readonly own: ReadonlySet<string>;
  /** Keys that come from the module's defaults. */
  readonly defaulted: ReadonlySet<string>;
};

export function poolBody(pool: ObjectValue, inputs: Inputs): PoolBody {
  const entries = new Map<string, Entry>();
  const own = new Set<string>();
  const defaulted = new Set<string>();
  for (const [name, entry] of pool.entries) {
    if (entry.value.kind === "absent") continue;
    entries.set(name, entry);
    own.add(name);
  }
  for (const [name, [input, part]] of Object.entries(GLOBAL)) {
    if (own.has(name)) continue;
    if (pool.open) {
      entries.set(name, { value: unknown("may be set by the pool", `${name}…`, pool.site), site: pool.site });
      continue;
    }
    const entry = inputs.value.entries.get(input!);
    const value = entry && (part === undefined ? entry.value : partOf(entry.value, part));
    if (!entry || !value || value.kind === "absent") continue;
    // Nobody wrote a default: it is the pool that has to state something else.
    if (inputs.defaulted.has(input!)) {
      entries.set(name, { value: { ...value, site: pool.site }, site: pool.site });
      defaulted.add(name);
    } else entries.set(name, { value, site: part === undefined ? entry.site : (value.site ?? entry.site) });
  }
  return { body: object(entries, pool.site), own, defaulted };
}

function partOf(shape: Value, part: string): Value {
  const value = get(shape, [part]);
  const fallback = SHAPE[part];
  return value.kind === "absent" && fallback !== undefined ? known(fallback, shape.site) : value;
}
