// One security rule, in either of its two schemas: under a security list, or as a resource that belongs to an NSG.
// Takes a draft whose root is the rule, gives the fields that do not depend on the holder.
import type { Ref } from "../../model/inventory/entry.ts";
import type { SecurityRule } from "../../model/inventory/network.ts";
import { own } from "../../model/own.ts";
import type { Draft } from "../cloud/draft.ts";
import { readNumber, readString } from "../terraform/read-value.ts";
import { protocolName } from "./protocol.ts";

type Fields = Partial<
  Pick<
    SecurityRule,
    "protocol" | "peer" | "peer_ref" | "peer_kind" | "ports" | "source_ports" | "icmp" | "stateless"
  >
>;

/** `schema`: where the ports of `tcp_options` stand. */
export function ruleFields(
  draft: Draft,
  direction: "ingress" | "egress",
  schema: "security-list" | "nsg",
): Fields {
  const { protocol } = draft.string("protocol", "protocol");
  const end = direction === "ingress" ? "source" : "destination";
  const name = protocol === undefined ? undefined : protocolName(protocol);
  const destination = schema === "nsg" ? ["destination_port_range"] : [];
  return {
    ...(name !== undefined && { protocol: name }),
    ...peer(draft, end, schema),
    ...range(draft, "ports", destination),
    ...range(draft, "source_ports", ["source_port_range"]),
    ...icmp(draft),
    ...draft.boolean("stateless", "stateless"),
  };
}

const KINDS: Readonly<Record<string, SecurityRule["peer_kind"]>> = {
  CIDR_BLOCK: "cidr",
  SERVICE_CIDR_BLOCK: "service",
  NETWORK_SECURITY_GROUP: "nsg",
};

function peer(
  draft: Draft,
  end: string,
  schema: "security-list" | "nsg",
): { peer?: string; peer_ref?: Ref; peer_kind?: "cidr" | "service" | "nsg" } {
  draft.place(["peer"], [end]);
  draft.place(["peer_kind"], [`${end}_type`]);
  const value = draft.value(end);
  const text = readString(value);
  const ref = draft.references.of(value);
  const type = readString(draft.value(`${end}_type`));
  const stated = type.kind === "known" ? own(KINDS, type.value) : undefined;
  const isGroup =
    ref !== undefined &&
    (/^ocid1\.networksecuritygroup\./.test(ref.ref) ||
      /(?:^|\.)oci_core_network_security_group\.[^ ]+$/.test(ref.ref));
  const kind = stated ?? (isGroup ? "nsg" : type.kind === "absent" ? "cidr" : undefined);
  if (type.kind === "unknown" && kind === undefined) draft.doubt("peer_kind", type.ref);
  if (text.kind === "unknown" && !(kind === "nsg" && schema === "nsg")) draft.doubt("peer", text.ref);
  return {
    ...(text.kind === "known" && text.value !== "" && { peer: text.value }),
    ...(ref && (text.kind !== "known" || kind === "nsg") && { peer_ref: ref }),
    ...(kind && { peer_kind: kind }),
  };
}

/** Options of either protocol. A range with one end stated means that one port. */
function range(
  draft: Draft,
  attribute: "ports" | "source_ports",
  below: readonly string[],
): { [K in typeof attribute]?: { min: number; max: number } } {
  for (const options of ["tcp_options", "udp_options"]) {
    const value = draft.value(options);
    const path = [options, ...below];
    if (value.kind === "unknown" || (value.kind === "list" && value.open)) draft.doubt(attribute, value);
    const holder = draft.value(...path);
    if (holder.kind === "absent" || value.kind === "absent") continue;
    draft.place([attribute], path);
    if (holder.kind === "unknown" || (holder.kind === "list" && holder.open)) draft.doubt(attribute, holder);
    const [min, max] = [readNumber(draft.value(), ...path, "min"), readNumber(draft.value(), ...path, "max")];
    const doubtful = [min, max].find(({ kind }) => kind === "unknown");
    if (doubtful?.kind === "unknown") draft.doubt(attribute, doubtful.ref);
    if (draft.unknown[attribute] !== undefined) return {};
    const low = min.kind === "known" ? min.value : max.kind === "known" ? max.value : undefined;
    const high = max.kind === "known" ? max.value : low;
    if (low !== undefined && high !== undefined) return { [attribute]: { min: low, max: high } };
  }
  return {};
}

function icmp(draft: Draft): { icmp?: { type: number; code?: number } } {
  draft.place(["icmp"], ["icmp_options"]);
  const value = draft.value("icmp_options");
  if (value.kind === "absent") return {};
  const [type, code] = [
    readNumber(draft.value(), "icmp_options", "type"),
    readNumber(draft.value(), "icmp_options", "code"),
  ];
  if (type.kind !== "known" || code.kind === "unknown" || (value.kind === "list" && value.open)) {
    if (value.kind !== "list" || value.items.length > 0 || value.open) draft.doubt("icmp", value);
    return {};
  }
  // -1 is the way to say all codes where null cannot be said.
  return {
    icmp: { type: type.value, ...(code.kind === "known" && code.value >= 0 && { code: code.value }) },
  };
}
