// The default route table and security list that a VCN has without anybody writing them: no routes at all, and Oracle's default rules.
// Takes a world, adds one of each for every VCN whose defaults no resource takes over.
import type { Ref } from "../../model/inventory/entry.ts";
import { Draft } from "../cloud/draft.ts";
import type { Parts, Written } from "../cloud/parts.ts";
import type { World } from "../cloud/world.ts";
import { readList, readString } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import { type DefaultName, managedVcn } from "./defaults.ts";
import { VCN_TYPES } from "./vcn.ts";

type WrittenAs = (resource: Resource, noun: string) => Written;

export function addDefaults(world: World, parts: Parts, writtenAs: WrittenAs): void {
  for (const vcn of VCN_TYPES.flatMap((type) => world.ofType(type))) {
    const self = () => world.references.to(vcn.address);
    if (isUntouched(vcn, "default_route_table_id", "oci_core_default_route_table", world)) {
      const id = parts.reserve("route_tables");
      world.references.register(`${vcn.address}.default_route_table_id`, id);
      const written = writtenAs(vcn, "Default route table of VCN");
      parts.add(
        "route_tables",
        written,
        draftOf(vcn, world),
        { vcn: self(), default_of: self(), implicit: true, rules: [] },
        id,
      );
    }
    if (isUntouched(vcn, "default_security_list_id", "oci_core_default_security_list", world)) {
      const id = parts.reserve("security_lists");
      world.references.register(`${vcn.address}.default_security_list_id`, id);
      const written = writtenAs(vcn, "Default security list of VCN");
      parts.add(
        "security_lists",
        written,
        draftOf(vcn, world),
        { vcn: self(), default_of: self(), implicit: true, complete: true },
        id,
      );
      addRules(
        vcn,
        { ...world.references.to(`${vcn.address}.default_security_list_id`), id },
        world,
        parts,
        written,
      );
    }
  }
}

/** Nothing takes the default over, and nothing might. */
function isUntouched(vcn: Resource, name: DefaultName, type: string, world: World): boolean {
  return world.ofType(type).every((resource) => {
    const managed = managedVcn(resource, name, world);
    return managed !== undefined && managed !== vcn;
  });
}

function draftOf(vcn: Resource, world: World): Draft {
  const draft = new Draft(vcn.body, world.references);
  draft.place([], []);
  return draft;
}

function addRules(vcn: Resource, holder: Ref, world: World, parts: Parts, written: Written): void {
  const add = (
    direction: "ingress" | "egress",
    peer: string | null,
    fields: {
      protocol: string;
      ports?: { min: number; max: number };
      icmp?: { type: number; code?: number };
    },
  ) => {
    const draft = draftOf(vcn, world);
    if (peer === null) draft.doubt("peer", `${vcn.address}.cidr_blocks`);
    const stated = peer === null ? {} : { peer };
    parts.add("security_rules", written, draft, {
      holder,
      holder_kind: "security-list",
      direction,
      peer_kind: "cidr",
      stateless: false,
      implicit: true,
      ...stated,
      ...fields,
    });
  };
  add("ingress", "0.0.0.0/0", { protocol: "tcp", ports: { min: 22, max: 22 } });
  add("ingress", "0.0.0.0/0", { protocol: "icmp", icmp: { type: 3, code: 4 } });
  for (const cidr of cidrsOf(vcn)) add("ingress", cidr, { protocol: "icmp", icmp: { type: 3 } });
  add("egress", "0.0.0.0/0", { protocol: "all" });
}

/** `null` for a block that is not known. */
function cidrsOf({ body }: Resource): readonly (string | null)[] {
  const one = readString(body, "cidr_block");
  if (one.kind === "known") return [one.value];
  const many = readList(body, "cidr_blocks");
  if (many.kind !== "known") return [null];
  return many.value.map((value) => (value.kind === "known" ? String(value.value) : null));
}
