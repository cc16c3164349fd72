// Gateways of a VCN: internet, NAT, service, DRG, local peering.
import { type Adapter, adapter } from "../cloud/adapter.ts";
import { GATEWAY_RESOURCES } from "./gateway-kind.ts";

const TITLES: Readonly<Record<string, string>> = {
  oci_core_internet_gateway: "Internet gateway",
  oci_core_nat_gateway: "NAT gateway",
  oci_core_service_gateway: "Service gateway",
  oci_core_drg: "Dynamic routing gateway",
  oci_core_local_peering_gateway: "Local peering gateway",
};

export const gateways: readonly Adapter[] = Object.entries(TITLES).map(([type, title]) =>
  adapter({
    type,
    list: "gateways",
    title,
    read: ({ draft }) => ({
      ...draft.string("name", "display_name"),
      kind: GATEWAY_RESOURCES[type]!,
      ...draft.ref("vcn", "vcn_id"),
      ...(type === "oci_core_internet_gateway" && draft.boolean("enabled", "enabled")),
      ...(type === "oci_core_service_gateway" && { services: services(draft) }),
    }),
  }),
);

type Draft = Parameters<Adapter["read"]>[0]["draft"];

function services(draft: Draft): string[] {
  return draft
    .blocks("services", "services")
    .flatMap(({ path }) => draft.references.of(draft.value(...path, "service_id"))?.ref ?? []);
}
