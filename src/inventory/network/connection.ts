// Networks that can reach each other: the VCNs of one DRG with the static routes behind it, VCNs that peer, and those of two DRGs that
// do. Takes a world, adds one connection for every DRG and every peering.
import type { Ref } from "../../model/inventory/entry.ts";
import { Draft } from "../cloud/draft.ts";
import type { Parts, Written } from "../cloud/parts.ts";
import type { World } from "../cloud/world.ts";
import { get, readList } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";

type WrittenAs = (resource: Resource, noun: string) => Written;
type End = { readonly resource: Resource; readonly vcn: Value };

type Group = { readonly first: Resource; readonly vcns: Ref[]; readonly cidrs: string[] };

export function addConnections(world: World, parts: Parts, writtenAs: WrittenAs): void {
  const gateways = new Map<string, Group>();
  const at = (resource: Resource, drg: Ref | undefined) => {
    if (!drg) return undefined;
    const group = gateways.get(drg.ref) ?? { first: resource, vcns: [], cidrs: [] };
    gateways.set(drg.ref, group);
    return group;
  };
  for (const { resource, vcn } of attachments(world)) {
    const ref = world.references.of(vcn);
    const group = at(resource, world.references.of(resource.body, "drg_id"));
    if (ref && group && !group.vcns.some((one) => one.ref === ref.ref)) group.vcns.push(ref);
  }
  for (const tunnel of world.ofType("oci_core_ipsec")) {
    const routes = readList(tunnel.body, "static_routes");
    const group = at(tunnel, world.references.of(tunnel.body, "drg_id"));
    if (!group || routes.kind !== "known") continue;
    group.cidrs.push(
      ...routes.value.flatMap((route) => (route.kind === "known" ? [String(route.value)] : [])),
    );
  }
  for (const [through, { first, vcns, cidrs }] of gateways) {
    const draft = new Draft(first.body, world.references);
    draft.place([], []);
    parts.add("connections", writtenAs(first, "Connection of"), draft, { vcns, cidrs, through });
  }
  addPeerings(world, parts, writtenAs);
  addRemotePeerings(world, parts, writtenAs, gateways);
}

/** Of two DRGs, most often in two regions: everything behind the one reaches everything behind the other. */
function addRemotePeerings(
  world: World,
  parts: Parts,
  writtenAs: WrittenAs,
  gateways: ReadonlyMap<string, Group>,
): void {
  for (const connection of world.ofType("oci_core_remote_peering_connection")) {
    const peer = world.target(connection.body, "peer_id");
    const groups = [connection, peer].map((end) => {
      const drg = end && world.references.of(end.body, "drg_id");
      return drg && gateways.get(drg.ref);
    });
    const [near, far] = groups;
    if (!near || !far || near === far) continue;
    const draft = new Draft(connection.body, world.references);
    draft.place([], []);
    draft.place(["through"], ["peer_id"]);
    parts.add("connections", writtenAs(connection, "Peering of"), draft, {
      vcns: [...near.vcns, ...far.vcns],
      cidrs: [...near.cidrs, ...far.cidrs],
      through: connection.address,
    });
  }
}

/** Both forms of an attachment. */
function attachments(world: World): readonly End[] {
  return world.ofType("oci_core_drg_attachment").map((resource) => {
    const old = get(resource.body, ["vcn_id"]);
    return { resource, vcn: old.kind === "absent" ? get(resource.body, ["network_details", "id"]) : old };
  });
}

function addPeerings(world: World, parts: Parts, writtenAs: WrittenAs): void {
  for (const gateway of world.ofType("oci_core_local_peering_gateway")) {
    const peer = world.target(gateway.body, "peer_id");
    const vcns = [gateway, peer].flatMap((end) =>
      end ? (world.references.of(end.body, "vcn_id") ?? []) : [],
    );
    if (!peer || vcns.length < 2) continue;
    const draft = new Draft(gateway.body, world.references);
    draft.place([], []);
    draft.place(["through"], ["peer_id"]);
    parts.add("connections", writtenAs(gateway, "Peering of"), draft, {
      vcns,
      cidrs: [],
      through: gateway.address,
    });
  }
}
