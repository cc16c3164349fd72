// What a VCN brings with it: its default route table and security list. Takes a VCN's id as a value, gives a ref to one of them.
import type { Ref } from "../../model/inventory/entry.ts";
import type { References } from "../cloud/references.ts";
import type { World } from "../cloud/world.ts";
import { get, refOf } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";

export type DefaultName = "default_route_table_id" | "default_security_list_id";

export function defaultOf(vcn: Value, name: DefaultName, references: References): Ref | undefined {
  const found = refOf(vcn);
  return found?.kind === "resource" ? references.to(`${found.ref}.${name}`) : undefined;
}

/** The VCN whose default a resource takes over by `manage_default_resource_id`. */
export function managedVcn(resource: Resource, name: DefaultName, world: World): Resource | undefined {
  const value = get(resource.body, ["manage_default_resource_id"]);
  const reference = value.kind === "unknown" ? value.reference : undefined;
  return reference && reference.path.length === 1 && reference.path[0] === name
    ? world.at(reference.address)
    : undefined;
}

/** How others refer to the default that a resource takes over. */
export function defaultAlias(name: DefaultName): (resource: Resource, world: World) => readonly string[] {
  return (resource, world) => {
    const vcn = managedVcn(resource, name, world);
    return vcn ? [`${vcn.address}.${name}`] : [];
  };
}
