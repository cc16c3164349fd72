// What kind of gateway a value leads to, as far as the type of a resource, the type of an OCID or the name of a known output tells.
import type { GatewayKind } from "../../model/inventory/network.ts";
import { own } from "../../model/own.ts";
import type { World } from "../cloud/world.ts";
import { refOf } from "../terraform/read-value.ts";
import type { Value } from "../terraform/value.ts";

const RESOURCES: Readonly<Record<string, GatewayKind>> = {
  oci_core_internet_gateway: "internet",
  oci_core_nat_gateway: "nat",
  oci_core_service_gateway: "service",
  oci_core_drg: "drg",
  oci_core_local_peering_gateway: "local-peering",
  oci_core_private_ip: "private-ip",
};

const OCIDS: Readonly<Record<string, GatewayKind>> = {
  internetgateway: "internet",
  natgateway: "nat",
  servicegateway: "service",
  drg: "drg",
  localpeeringgateway: "local-peering",
  privateip: "private-ip",
};

/** Data sources by their type, and outputs of network modules that are named after what they give. */
const TEXTS: readonly (readonly [RegExp, GatewayKind])[] = [
  [/data\.oci_core_internet_gateways?\b|^module\.[^ ]*\.internet_gateway_id$/, "internet"],
  [/data\.oci_core_nat_gateways?\b|^module\.[^ ]*\.nat_gateway_id$/, "nat"],
  [/data\.oci_core_service_gateways?\b|^module\.[^ ]*\.service_gateway_id$/, "service"],
  [/data\.oci_core_drgs?\b|^module\.[^ ]*\.drg_id$/, "drg"],
  [/data\.oci_core_local_peering_gateways?\b/, "local-peering"],
  [/data\.oci_core_private_ips?\b/, "private-ip"],
];

export function gatewayKind(value: Value, world: World): GatewayKind | undefined {
  const found = refOf(value);
  if (!found) return undefined;
  const kinds = new Set(
    [found, ...(found.alternatives ?? [])].flatMap((one) => (one ? (kindOf(one.ref, world) ?? []) : [])),
  );
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

function kindOf(text: string, world: World): GatewayKind | undefined {
  const resource = world.at(text);
  if (resource) return own(RESOURCES, resource.type);
  const ocid = /^ocid1\.([a-z0-9]+)\./.exec(text)?.[1];
  if (ocid !== undefined) return own(OCIDS, ocid) ?? "other";
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1];
}

export { RESOURCES as GATEWAY_RESOURCES };
