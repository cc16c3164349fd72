// Route tables: `oci_core_route_table`, and `oci_core_default_route_table` for the one that a VCN brings with it.
import type { GatewayKind, RouteRule } from "../../model/inventory/network.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";
import type { World } from "../cloud/world.ts";
import { ignoresBlock } from "../terraform/lifecycle.ts";
import { get } from "../terraform/read-value.ts";
import { defaultAlias, managedVcn } from "./defaults.ts";
import { gatewayKind } from "./gateway-kind.ts";

export const routeTable = adapter({
  type: "oci_core_route_table",
  list: "route_tables",
  title: "Route table",
  read: (found) => ({
    ...found.draft.string("name", "display_name"),
    ...found.draft.ref("vcn", "vcn_id"),
    rules: routeRules(found),
  }),
});

export const defaultRouteTable = adapter({
  type: "oci_core_default_route_table",
  list: "route_tables",
  title: "Default route table",
  aliases: defaultAlias("default_route_table_id"),
  read: (found: Found) => {
    const { draft, world, resource } = found;
    const vcn = managedVcn(resource, "default_route_table_id", world);
    draft.place(["default_of"], ["manage_default_resource_id"]);
    const ref = vcn && draft.references.to(vcn.address);
    return {
      ...draft.string("name", "display_name"),
      ...(ref && { vcn: ref, default_of: ref }),
      rules: routeRules(found),
    };
  },
});

/** Others may add routes to a table whose changes Terraform is told to leave alone. */
function routeRules({ draft, world, resource }: Found): RouteRule[] {
  if (ignoresBlock(resource.lifecycle, "route_rules")) draft.doubt("rules", "lifecycle.ignore_changes");
  return draft.blocks("rules", "route_rules").map(({ path }, index) => {
    const rule = draft.part(["rules", index], path);
    const old = rule.value("destination").kind === "absent" && rule.value("cidr_block").kind !== "absent";
    const { destination_type } = rule.string("destination_type", "destination_type");
    const gateway = gatewayOf(rule, world);
    return {
      ...rule.string("destination", old ? "cidr_block" : "destination"),
      ...(rule.unknown["destination_type"] === undefined && {
        destination_type: destination_type ?? "CIDR_BLOCK",
      }),
      ...(gateway && { gateway }),
      ...rule.ref("target", "network_entity_id"),
      unknown: rule.unknown,
    };
  });
}

function gatewayOf(rule: Draft, world: World): GatewayKind | undefined {
  const value = rule.value("network_entity_id");
  const kind = gatewayKind(value, world);
  rule.place(["gateway"], ["network_entity_id"]);
  if (kind === undefined && get(value, []).kind !== "absent") rule.doubt("gateway", value);
  return kind;
}
