// Infrastructure: evaluated Terraform as entries of the inventory. Takes resources and module calls, gives the lists that they fill and
// the bootstrap texts of nodes. Each root module is a world of its own, once per set of variables.
import { groupBy } from "../../model/group.ts";
import type { Inventory } from "../../model/inventory.ts";
import { addon } from "../clusters/addon.ts";
import { addCapi } from "../clusters/capi/capi.ts";
import { cluster } from "../clusters/cluster.ts";
import { credentialRotations } from "../clusters/credential-rotation.ts";
import { instance } from "../clusters/instance.ts";
import { clusterNetwork, instanceConfiguration, instancePool } from "../clusters/instance-pool.ts";
import { nodePool } from "../clusters/node-pool.ts";
import { okeCall } from "../clusters/oke-module/module-call.ts";
import type { UserData } from "../clusters/user-data.ts";
import { bootstrapOf } from "../clusters/user-data.ts";
import { virtualNodePool } from "../clusters/virtual-node-pool.ts";
import type { FoundObject } from "../kubernetes.ts";
import { addConnections } from "../network/connection.ts";
import { gateways } from "../network/gateway.ts";
import { addDefaults } from "../network/implicit-defaults.ts";
import { nsg, nsgRule } from "../network/nsg.ts";
import { defaultRouteTable, routeTable } from "../network/route-table.ts";
import { defaultSecurityList, securityList } from "../network/security-list.ts";
import { subnet } from "../network/subnet.ts";
import { vcns } from "../network/vcn.ts";
import type { Origins } from "../origins.ts";
import { compartment } from "../resources/compartment.ts";
import { key } from "../resources/key.ts";
import { bastion, databases } from "../resources/neighbours.ts";
import { alarm, log, vtap } from "../resources/observation.ts";
import { policy } from "../resources/policy.ts";
import type { Terraform } from "../terraform/evaluate.ts";
import type { ModuleCall, Resource } from "../terraform/resource.ts";
import type { Adapter, Found } from "./adapter.ts";
import { Draft } from "./draft.ts";
import { type Lists, Parts, type Written } from "./parts.ts";
import { RemoteStates } from "./remote-state.ts";
import { scopeOf, stacksOf } from "./stacks.ts";
import { labelOf } from "./titles.ts";
import { World } from "./world.ts";

const ADAPTERS: ReadonlyMap<string, Adapter> = new Map(
  [
    cluster,
    nodePool,
    virtualNodePool,
    instance,
    instanceConfiguration,
    instancePool,
    clusterNetwork,
    addon,
    ...credentialRotations,
    ...vcns,
    subnet,
    routeTable,
    defaultRouteTable,
    ...gateways,
    securityList,
    defaultSecurityList,
    nsg,
    nsgRule,
    key,
    log,
    vtap,
    alarm,
    ...databases,
    bastion,
    compartment,
    policy,
  ].map((adapter) => [adapter.type, adapter]),
);

export type Infrastructure = {
  readonly lists: Lists;
  readonly userData: readonly UserData[];
  readonly unknown: number;
};

/** `objects`: Kubernetes objects, of which those of Cluster API count. */
export function infrastructure(
  {
    resources,
    moduleCalls,
    outputs = [],
  }: Pick<Terraform, "resources" | "moduleCalls"> & Partial<Pick<Terraform, "outputs">>,
  origins: Origins,
  objects: readonly FoundObject[] = [],
): Infrastructure {
  const parts = new Parts(origins);
  const userData: UserData[] = [];
  const byScope = groupBy(resources, scopeOf);
  const callsByScope = groupBy(moduleCalls, scopeOf);
  const scopes = new Set([...byScope.keys(), ...callsByScope.keys()]);
  const stackOf = stacksOf(resources, moduleCalls);
  const outputsByScope = groupBy(outputs, scopeOf);
  const states = new RemoteStates();
  const worlds = [...scopes].map((scope) => {
    const [own, calls] = [byScope.get(scope) ?? [], callsByScope.get(scope) ?? []];
    const first = own[0] ?? calls[0]!;
    const stack = stackOf(first);
    const world = new World(own, stack, calls, states);
    states.add(world, first.root, first.variant, outputsByScope.get(scope) ?? []);
    parts.enter(stack);
    return { stack, read: prepareWorld(world, own, calls, parts, userData) };
  });
  // What others refer to is known in all root modules before anything is read.
  for (const { stack, read } of worlds) {
    parts.enter(stack);
    read();
  }
  parts.enter("");
  addCapi(objects, parts);
  return { lists: parts.lists, userData, unknown: countUnknown(parts.lists) };
}

/** Gives ids to all that can be referred to; what it gives back reads the rest. */
function prepareWorld(
  world: World,
  resources: readonly Resource[],
  calls: readonly ModuleCall[],
  parts: Parts,
  userData: UserData[],
): () => void {
  const known: { readonly id: string; readonly adapter: Adapter; readonly resource: Resource }[] = [];
  for (const resource of resources) {
    const adapter = resource.mode === "managed" ? ADAPTERS.get(resource.type) : undefined;
    if (!adapter || adapter.applies?.(resource, world) === false) continue;
    const id = parts.reserve(adapter.list);
    world.references.register(resource.address, id);
    for (const alias of adapter.aliases?.(resource, world) ?? []) world.references.register(alias, id);
    known.push({ id, adapter, resource });
  }
  const modules = calls.flatMap((call) => okeCall(call, world, parts) ?? []);
  addDefaults(world, parts, writtenAs);
  return () => {
    addConnections(world, parts, writtenAs);
    for (const module of modules) module.read();
    for (const { id, adapter, resource } of known) {
      const found = foundAs(id, { resource, adapter, world, parts, userData });
      parts.add(adapter.list, found.written, found.draft, adapter.read(found), id);
    }
  };
}

type Reading = {
  readonly resource: Resource;
  readonly adapter: Adapter;
  readonly world: World;
  readonly parts: Parts;
  readonly userData: UserData[];
};

function foundAs(id: string, reading: Reading): Found {
  const { resource, adapter, world, parts, userData } = reading;
  const draft = new Draft(resource.body, world.references);
  draft.place([], []);
  const bootstrap: Found["bootstrap"] = (from, paths) => {
    const { cloudInit, texts } = bootstrapOf(from, world, paths);
    if (texts.length === 0) return cloudInit;
    const bootstrapId = `boot-${id}`;
    userData.push({
      id: bootstrapId,
      pool: id,
      address: resource.address,
      ...(cloudInit.encoding && { encoding: cloudInit.encoding }),
      texts,
    });
    return { ...cloudInit, bootstrap: bootstrapId };
  };
  const written = writtenAs(resource, adapter.title);
  const another = () => foundAs(parts.reserve(adapter.list), reading);
  return { id, resource, draft, written, parts, world, bootstrap, another };
}

function writtenAs(resource: Resource, noun: string): Written {
  return {
    subject: resource.address,
    title: `${noun} "${labelOf(resource)}"`,
    place: resource.place,
    block: resource.block,
    notation: resource.notation ?? (resource.root.endsWith(".json") ? "plan" : "terraform"),
    existence: resource.existence,
    ...(resource.more && { more: true }),
  };
}

/** Attributes that are not known, in all entries. */
function countUnknown(lists: Lists): number {
  const entries: readonly (readonly Inventory["clusters"][number][])[] = Object.values(lists) as never;
  return entries.flat().reduce((sum, { unknown }) => sum + Object.keys(unknown).length, 0);
}
