// The route tables of the module's private and public subnets, as far as its inputs tell which gateways they lead to. Takes the call; adds the table
// where the module makes the network, and tells what subnets refer to.
import type { Ref } from "../../../model/inventory/entry.ts";
import type { RouteRule } from "../../../model/inventory/network.ts";
import { get, readBoolean, readString } from "../../terraform/read-value.ts";
import type { OkeCall } from "./oke-call.ts";

export type Routes = {
  readonly read: (vcn: Ref | undefined) => void;
  /** What a subnet uses; undefined for the VCN's default. */
  readonly table: (isPublic: boolean) => Ref | undefined;
};

export function addRoutes(oke: OkeCall): Routes {
  const { call, inputs, world, parts, output } = oke;
  const creates = readBoolean(inputs.value, "create_vcn");
  const makes = creates.kind === "known" && creates.value;
  const id = makes ? parts.reserve("route_tables") : undefined;
  if (id !== undefined) world.references.register(`${call.address}.nat_route_table_id`, id);
  const publicId = makes ? parts.reserve("route_tables") : undefined;
  if (publicId !== undefined) world.references.register(`${call.address}.ig_route_table_id`, publicId);
  return {
    table: (isPublic) => {
      const name = isPublic ? "ig_route_table_id" : "nat_route_table_id";
      // A network from elsewhere is used with the tables that are named.
      return creates.kind === "known" && !creates.value
        ? world.references.of(inputs.value, name)
        : output(name);
    },
    read: (vcn) => {
      if (publicId !== undefined) addPublic(oke, vcn, publicId);
      if (id === undefined) return;
      const draft = oke.draft();
      const nat = natGateway(oke);
      draft.place(["rules"], [nat === false ? "vcn_create_nat_gateway" : "vcn_create_service_gateway"]);
      if (nat === undefined) draft.doubt("rules", "vcn_create_nat_gateway");
      const service = readString(inputs.value, "vcn_create_service_gateway");
      if (service.kind !== "known") draft.doubt("rules", "vcn_create_service_gateway");
      if (hasMore(oke, "nat_gateway_route_rules")) draft.doubt("rules", "nat_gateway_route_rules");
      // Without a NAT gateway there is no table of its own: where the subnets lead then is said of the internet only.
      const services = nat === false || (service.kind === "known" && service.value !== "never");
      const rules: RouteRule[] = [
        ...(nat === true ? [rule("0.0.0.0/0", "CIDR_BLOCK", "nat")] : []),
        ...(services
          ? [rule("all-services-in-oracle-services-network", "SERVICE_CIDR_BLOCK", "service")]
          : []),
      ];
      const written = oke.written("Route table of module", `${call.address}.nat_route_table`);
      parts.add("route_tables", written, draft, { ...(vcn && { vcn }), rules }, id);
    },
  };
}

/** Subnets of the author's own may use it as well. */
function addPublic(oke: OkeCall, vcn: Ref | undefined, id: string): void {
  const draft = oke.draft();
  draft.place(["rules"], ["vcn_create_internet_gateway"]);
  if (hasMore(oke, "internet_gateway_route_rules")) draft.doubt("rules", "internet_gateway_route_rules");
  // With IPv6 the same table serves private addresses, too.
  const ipv6 = readBoolean(oke.inputs.value, "enable_ipv6");
  const plain = ipv6.kind === "known" && !ipv6.value;
  if (!plain) draft.doubt("rules", "enable_ipv6");
  const written = oke.written("Route table of module", `${oke.call.address}.ig_route_table`);
  const rules = plain ? [rule("0.0.0.0/0", "CIDR_BLOCK", "internet")] : [];
  oke.parts.add("route_tables", written, draft, { ...(vcn && { vcn }), rules }, id);
}

function hasMore({ inputs }: OkeCall, input: string): boolean {
  const more = get(inputs.value, [input]);
  return more.kind !== "absent" && !(more.kind === "list" && more.items.length === 0 && !more.open);
}

function rule(
  destination: string,
  destination_type: string,
  gateway: "internet" | "nat" | "service",
): RouteRule {
  return { destination, destination_type, gateway, unknown: {} };
}

/** Whether the module makes one. `auto`: something private is there to use it. Undefined when that cannot be known. */
function natGateway({ inputs }: OkeCall): boolean | undefined {
  const stated = readString(inputs.value, "vcn_create_nat_gateway");
  if (stated.kind !== "known") return undefined;
  if (stated.value !== "auto") return stated.value === "always";
  const users = [
    not(flag("worker_is_public")),
    not(flag("control_plane_is_public")),
    flag("create_operator"),
    either(readString(inputs.value, "load_balancers")),
  ];
  return users.includes(true) ? true : users.includes(undefined) ? undefined : false;

  function flag(name: string): boolean | undefined {
    const read = readBoolean(inputs.value, name);
    return read.kind === "known" ? read.value : undefined;
  }
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function either(read: ReturnType<typeof readString>): boolean | undefined {
  return read.kind === "known" ? read.value === "internal" || read.value === "both" : undefined;
}
