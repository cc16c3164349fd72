// The network of `OCIManagedCluster`: its VCN, and subnets by name.
import type { Ref } from "../../../model/inventory/entry.ts";
import { readString } from "../../terraform/read-value.ts";
import { type Capi, type CapiObject, subnetKey } from "./capi-object.ts";

const VCN = ["spec", "networkSpec", "vcn"];

export function addNetwork({ found, draft, written }: CapiObject, { parts, references }: Capi): void {
  if (draft.value(...VCN).kind === "absent") return;
  const self = `vcn ${found.namespace || "default"}/${found.name}`;
  const id = parts.reserve("vcns");
  references.register(self, id);
  const vcn = draft.over(draft.root);
  parts.add(
    "vcns",
    { ...written, title: `VCN of ${written.title}` },
    vcn,
    { ...vcn.ref("compartment", "spec", "compartmentId"), ...vcn.strings("cidrs", ...VCN, "cidr") },
    id,
  );
  for (const { path } of draft.items("subnets", ...VCN, "subnets") ?? []) {
    const name = readString(draft.value(...path, "name"));
    if (name.kind !== "known") continue;
    const subnet = draft.fresh(path);
    const subnetId = parts.reserve("subnets");
    references.register(subnetKey(name.value, found), subnetId);
    const type = subnet.string("private", "type").private;
    parts.add(
      "subnets",
      { ...written, subject: `${written.subject} ${name.value}`, title: `Subnet "${name.value}"` },
      subnet,
      {
        name: name.value,
        vcn: references.to(self),
        ...subnet.strings("cidrs", "cidr"),
        ...(type !== undefined && { private: type.toLowerCase() === "private" }),
        // Made together with the subnet.
        route_table: { ref: `${subnetKey(name.value, found)} routes`, kind: "expression" },
        by_module: true,
      },
      subnetId,
    );
  }
}

/** A subnet by its name, with its entry where the network is here too. */
export function subnetRef(name: string, object: CapiObject, { references }: Capi): Ref {
  const id = references.idOf(subnetKey(name, object.found));
  return { ref: subnetKey(name, object.found), kind: "name", ...(id !== undefined && { id }) };
}
