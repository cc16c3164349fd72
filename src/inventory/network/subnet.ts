// Subnets: `oci_core_subnet`. A route table may be bound by an attachment; without any the VCN's default applies, for security lists too.
import type { Ref } from "../../model/inventory/entry.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import { readBoolean } from "../terraform/read-value.ts";
import type { Value } from "../terraform/value.ts";
import { addressesOf } from "./addresses.ts";
import { defaultOf } from "./defaults.ts";

export const subnet = adapter({
  type: "oci_core_subnet",
  list: "subnets",
  title: "Subnet",
  read: (found) => {
    const { draft } = found;
    return {
      ...draft.string("name", "display_name"),
      ...draft.ref("vcn", "vcn_id"),
      ...draft.ref("compartment", "compartment_id"),
      ...addressesOf(draft, "cidr_block", "ipv4cidr_blocks"),
      ...ipv6(draft),
      ...availabilityDomain(draft),
      ...privacy(draft),
      ...routeTable(found),
      ...securityLists(found),
    };
  },
});

function ipv6(draft: Draft): { ipv6?: boolean } {
  const [one, many] = [draft.value("ipv6cidr_block"), draft.value("ipv6cidr_blocks")];
  draft.place(["ipv6"], [one.kind === "absent" ? "ipv6cidr_blocks" : "ipv6cidr_block"]);
  if (one.kind === "known" && one.value !== "") return { ipv6: true };
  if (many.kind === "list" && many.items.some(({ kind }) => kind !== "absent") && !many.open)
    return { ipv6: true };
  const doubtful = [one, many].find(
    (value) => value.kind === "unknown" || (value.kind === "list" && value.open),
  );
  if (doubtful) {
    draft.doubt("ipv6", doubtful);
    return {};
  }
  return { ipv6: false };
}

/** Stated only when it provably is: a variable may still be empty, which makes the subnet a regional one. */
function availabilityDomain(draft: Draft): { availability_domain?: Ref } {
  const value = draft.value("availability_domain");
  draft.place(["availability_domain"], ["availability_domain"]);
  const ref = draft.references.of(value);
  if (ref && isSet(value)) return { availability_domain: ref };
  if (value.kind !== "absent" && !(value.kind === "known" && value.value === ""))
    draft.doubt("availability_domain", value);
  return {};
}

/** A part of the list of availability domains, whichever it is. */
const SOME_DOMAIN =
  /^(?:(?:element|lookup|lower|upper|trimspace)\(|\[for )*(?:module\.[^.]+\.)*data\.oci_identity_availability_domains?\./;

function isSet(value: Value): boolean {
  if (value.kind === "known") return value.value !== "";
  if (value.kind !== "unknown") return false;
  return value.reference !== undefined || value.text !== undefined || SOME_DOMAIN.test(value.ref);
}

/** Either attribute keeps public addresses away; both are false when they are left out. */
function privacy(draft: Draft): { private?: boolean } {
  const names = ["prohibit_public_ip_on_vnic", "prohibit_internet_ingress"];
  const reads = names.map((name) => readBoolean(draft.value(name)));
  const decisive = reads.findIndex((read) => read.kind === "known" && read.value);
  const written = decisive === -1 ? reads.findIndex(({ kind }) => kind !== "absent") : decisive;
  draft.place(["private"], [names[Math.max(0, written)]!]);
  if (decisive !== -1) return { private: true };
  const doubtful = reads.find((read) => read.kind === "unknown");
  if (doubtful?.kind !== "unknown") return { private: false };
  draft.doubt("private", doubtful.ref);
  return {};
}

function routeTable({ draft, resource, world }: Found): { route_table?: Ref } {
  const stated = draft.ref("route_table", "route_table_id");
  if (stated.route_table) return stated;
  const attachments = world.once("route table attachments", () => {
    const all = world.ofType("oci_core_route_table_attachment");
    return new Map(all.map((one) => [world.target(one.body, "subnet_id"), one]));
  });
  const attachment = attachments.get(resource);
  if (attachment) return draft.over(attachment.body).ref("route_table", "route_table_id");
  // An attachment that may be for any subnet, this one included.
  if (attachments.has(undefined)) draft.doubt("route_table", "oci_core_route_table_attachment");
  if (draft.unknown["route_table"] !== undefined) return {};
  const ref = defaultOf(draft.value("vcn_id"), "default_route_table_id", draft.references);
  return ref ? { route_table: ref } : {};
}

function securityLists({ draft }: Found): { security_lists?: readonly Ref[] } {
  const stated = draft.refs("security_lists", "security_list_ids");
  if (stated.security_lists?.length || draft.unknown["security_lists"] !== undefined) return stated;
  const ref = defaultOf(draft.value("vcn_id"), "default_security_list_id", draft.references);
  return ref ? { security_lists: [ref] } : {};
}
