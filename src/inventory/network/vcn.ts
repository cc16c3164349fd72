// VCNs: `oci_core_vcn`, or `oci_core_virtual_network` as it was called first. Its default route table and security list are `<address>.default_…_id` to those that refer to them.
import { adapter } from "../cloud/adapter.ts";
import { addressesOf } from "./addresses.ts";

export const VCN_TYPES: readonly string[] = ["oci_core_vcn", "oci_core_virtual_network"];

export const vcns = VCN_TYPES.map((type) =>
  adapter({
    type,
    list: "vcns",
    title: "VCN",
    read: ({ draft }) => ({
      ...draft.string("name", "display_name"),
      ...draft.ref("compartment", "compartment_id"),
      ...addressesOf(draft, "cidr_block", "cidr_blocks"),
      ...draft.boolean("ipv6", "is_ipv6enabled"),
    }),
  }),
);
