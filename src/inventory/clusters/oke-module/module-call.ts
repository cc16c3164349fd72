// One call of the module as clusters, pools, networks and add-ons. Takes the call, adds entries, and tells what its outputs refer to.
import { Draft } from "../../cloud/draft.ts";
import type { Parts } from "../../cloud/parts.ts";
import { labelOf } from "../../cloud/titles.ts";
import type { World } from "../../cloud/world.ts";
import type { ModuleCall } from "../../terraform/resource.ts";
import { addAddons } from "./addons.ts";
import { addAllowedTraffic } from "./allowed-traffic.ts";
import { addCluster } from "./cluster.ts";
import { inputsOf, versionOf } from "./inputs.ts";
import { addNetwork } from "./network.ts";
import type { OkeCall } from "./oke-call.ts";
import { addPools } from "./pools.ts";

/** Ids that outputs lead to are known before anything is read that uses them: `reserve` comes first for all calls, `read` after. */
export function okeCall(call: ModuleCall, world: World, parts: Parts): { readonly read: () => void } | null {
  const version = versionOf(call);
  if (version === null) return null;
  const inputs = inputsOf(call, version);
  const oke: OkeCall = {
    call,
    inputs,
    world,
    parts,
    written: (title, subject = call.address) => ({
      subject,
      title: `${title} "${labelOf(call)}"`,
      place: call.place,
      block: call.block,
      notation: "module",
      existence: call.existence,
      ...(call.more && { more: true }),
    }),
    draft: () => {
      const draft = new Draft(inputs.value, world.references);
      draft.place([], []);
      return draft;
    },
    output: (name) => world.references.to(`${call.address}.${name}`),
  };
  const network = addNetwork(oke);
  const cluster = addCluster(oke);
  return {
    read: () => {
      network.read();
      cluster.read(network);
      addPools(oke, network);
      addAddons(oke);
      addAllowedTraffic(oke);
    },
  };
}
