// The address blocks of the subnets that the module makes, by their keys. Takes the call's inputs and those subnets, gives blocks as text;
// one that cannot be worked out is missing.
import { NETWORK_FUNCTIONS } from "../../terraform/functions/network.ts";
import { readMap, readNumber, readString } from "../../terraform/read-value.ts";
import type { Value } from "../../terraform/value.ts";

export type MadeSubnet = { readonly key: string; readonly body: Value };

/** Stated blocks, and those that the module works out: sizes alone are laid out in the order of their keys. */
export function subnetRanges(inputs: Value, made: readonly MadeSubnet[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const subnets = readMap(inputs, "subnets");
  const vcn = readString(inputs, "vcn_cidrs", 0);
  if (vcn.kind !== "known" || subnets.kind !== "known") return statedOnly(made);
  const sizes: (readonly [string, number])[] = [];
  for (const [key, body] of [...subnets.value].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const create = readString(body, "create");
    if (create.kind === "known" && create.value === "never") continue;
    const [newbits, netnum, cidr] = [
      readNumber(body, "newbits"),
      readNumber(body, "netnum"),
      readString(body, "cidr"),
    ];
    if (newbits.kind === "known" && netnum.kind === "known") {
      const range = NETWORK_FUNCTIONS["cidrsubnet"]!([vcn.value, newbits.value, netnum.value]);
      if (typeof range === "string") found.set(key, range);
    } else if (newbits.kind === "known" && netnum.kind === "absent") sizes.push([key, newbits.value]);
    else if (newbits.kind === "absent" && cidr.kind === "known") found.set(key, cidr.value);
    // One size that is not known moves all that follow.
    else if (newbits.kind === "unknown" || netnum.kind === "unknown" || create.kind === "unknown")
      return statedOnly(made);
  }
  const ranges = NETWORK_FUNCTIONS["cidrsubnets"]!([vcn.value, ...sizes.map(([, bits]) => bits)]);
  if (Array.isArray(ranges))
    for (const [index, [key]] of sizes.entries()) found.set(key, String(ranges[index]));
  return found;
}

/** Where the network's own block is not known, or the order of sizes is not. */
function statedOnly(made: readonly MadeSubnet[]): ReadonlyMap<string, string> {
  const stated = made.flatMap(({ key, body }) => {
    const [cidr, newbits] = [readString(body, "cidr"), readNumber(body, "newbits")];
    return cidr.kind === "known" && newbits.kind === "absent" ? [[key, cidr.value] as const] : [];
  });
  return new Map(stated);
}
