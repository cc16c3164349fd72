// The network security groups that the module makes, or is given, by what they are for. Takes the call, gives refs.
import type { Ref } from "../../../model/inventory/entry.ts";
import type { Draft } from "../../cloud/draft.ts";
import { get, readBoolean, readString } from "../../terraform/read-value.ts";
import type { OkeCall } from "./oke-call.ts";

export type Role = "cp" | "workers" | "pods";

const OUTPUTS: Readonly<Record<Role, string>> = {
  cp: "control_plane_nsg_id",
  workers: "worker_nsg_id",
  pods: "pod_nsg_id",
};

/** None, one, or one that may be missing: then `attribute` is in doubt. */
export function moduleNsg(
  { inputs, output, world }: OkeCall,
  role: Role,
  draft: Draft,
  attribute: string,
): readonly Ref[] {
  const all = get(inputs.value, ["nsgs"]);
  const made = [output(OUTPUTS[role])];
  const perhaps = (what: string) => {
    draft.doubt(attribute, what);
    return made;
  };
  if (all.kind === "unknown" || (all.kind === "object" && all.open)) return perhaps(`nsgs.${role}`);
  const given = world.references.of(all, role, "id");
  if (given) return [given];
  const stated = get(all, [role]);
  const create = readString(stated, "create");
  if (stated.kind === "absent" || (create.kind === "known" && create.value === "never")) {
    draft.over(inputs.value).place([attribute], ["nsgs", role]);
    return [];
  }
  if (create.kind === "unknown" || stated.kind === "unknown") return perhaps(`nsgs.${role}.create`);
  if (create.kind === "known" && create.value === "always") return made;
  const cluster = readBoolean(inputs.value, "create_cluster");
  const cni = readString(inputs.value, "cni_type");
  if (cluster.kind === "known" && !cluster.value) return [];
  if (role === "pods" && cni.kind === "known" && cni.value !== "npn") return [];
  if (cluster.kind === "unknown") return perhaps("create_cluster");
  return role === "pods" && cni.kind === "unknown" ? perhaps("cni_type") : made;
}
