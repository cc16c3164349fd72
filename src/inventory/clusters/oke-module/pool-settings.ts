// Settings of a pool that do nothing in its mode. Takes the pool's draft and mode, gives their names.
import type { NodePool } from "../../../model/inventory/cluster.ts";
import type { Draft } from "../../cloud/draft.ts";
import type { OkeCall } from "./oke-call.ts";
import type { PoolBody } from "./pool-body.ts";

const CYCLING = [
  "node_cycling_enabled",
  "node_cycling_max_surge",
  "node_cycling_max_unavailable",
  "node_cycling_mode",
];
const EVICTION = ["drain", "eviction_grace_duration", "force_node_delete", "force_node_action"];

/** Keys of a pool that do nothing in its mode. */
const FOREIGN: Readonly<Record<NodePool["mode"], readonly string[]>> = {
  managed: [],
  "self-managed": [...EVICTION, ...CYCLING],
  virtual: [
    "cloud_init",
    "disable_default_cloud_init",
    "capacity_reservation_id",
    "image_id",
    "image_type",
    "os",
    "os_version",
    "kubernetes_version",
    "max_pods_per_node",
    "ocpus",
    "memory",
    "boot_volume_size",
    ...EVICTION,
    ...CYCLING,
  ],
};

/** Inputs for all nodes that virtual ones have no use for. */
const FOREIGN_INPUTS = ["worker_cloud_init", "ssh_public_key", "ssh_public_key_path", "create_bastion"];
/** Those that are on or off: a text from elsewhere is there, a switch may be off. */
const SWITCHES: ReadonlySet<string> = new Set([
  "create_bastion",
  "disable_default_cloud_init",
  "drain",
  "force_node_delete",
  "node_cycling_enabled",
]);

export function settings(
  { inputs }: OkeCall,
  draft: Draft,
  mode: NodePool["mode"],
  { own }: PoolBody,
): { settings?: readonly string[] } {
  const found: string[] = [];
  const take = (from: Draft, name: string) => {
    const value = from.value(name);
    const empty =
      value.kind === "absent" ||
      (value.kind === "known" && (value.value === "" || value.value === false)) ||
      (value.kind === "list" && value.items.length === 0);
    if (empty || (value.kind === "unknown" && SWITCHES.has(name))) return;
    from.place(["settings", found.length], [name]);
    found.push(name);
  };
  for (const name of FOREIGN[mode]) if (own.has(name)) take(draft, name);
  if (mode === "virtual")
    for (const name of FOREIGN_INPUTS) if (!inputs.defaulted.has(name)) take(draft.over(inputs.value), name);
  return found.length > 0 ? { settings: found } : {};
}
