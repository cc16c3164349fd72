// Everything of one root module with one set of variables: its resources by address and type, and what refers to what.
import type { Ref } from "../../model/inventory/entry.ts";
import type { Path } from "../../model/place.ts";
import { refOf } from "../terraform/read-value.ts";
import type { ModuleCall, Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";
import { References } from "./references.ts";

/** A value of another root module. */
export type Remote = { readonly value: Value; readonly world: World };

/** Where the outputs of other root modules come from. */
export type RemoteValues = { readonly read: (value: Value, from: World) => Remote | undefined };

export class World {
  readonly references: References;
  /** Modules that are not in the repository: what they make is not known. */
  readonly calls: readonly ModuleCall[];
  readonly #byAddress: ReadonlyMap<string, Resource>;
  readonly #byType = new Map<string, Resource[]>();
  readonly #made = new Map<string, unknown>();
  readonly #states: RemoteValues | undefined;

  /** `stack`: what tells the root module from others, empty where there is one only. */
  constructor(
    resources: readonly Resource[],
    stack = "",
    calls: readonly ModuleCall[] = [],
    states?: RemoteValues,
  ) {
    this.#states = states;
    this.references = new References(stack, (value) => {
      const remote = this.remote(value);
      const found = remote?.world.references.of(remote.value);
      return found?.id !== undefined || found?.kind === "ocid" ? found : undefined;
    });
    this.calls = calls;
    this.#byAddress = new Map(resources.map((resource) => [resource.address, resource]));
    for (const resource of resources) {
      const key = resource.mode === "data" ? `data.${resource.type}` : resource.type;
      const group = this.#byType.get(key);
      if (group) group.push(resource);
      else this.#byType.set(key, [resource]);
    }
  }

  /** What was made of all of a world's resources, made once: `key` names it. */
  once<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as T;
  }

  /** The output of another root module that a value stands for. */
  remote(value: Value): Remote | undefined {
    return this.#states?.read(value, this);
  }

  /** `data.` before the type of a data source. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  at(address: string): Resource | undefined {
    return this.#byAddress.get(address);
  }

  /** The resource that a value is the identity of, also when a condition decides between it and something unknown. */
  target(value: Value, ...path: Path): Resource | undefined {
    const found = refOf(value, ...path);
    if (!found) return undefined;
    const addresses = [found, ...(found.alternatives ?? [])].flatMap((one) =>
      one && this.#byAddress.has(one.ref) ? [one.ref] : [],
    );
    return new Set(addresses).size === 1 ? this.#byAddress.get(addresses[0]!) : undefined;
  }
}

/** Whether two refs are provably the same thing. */
export function same(a: Ref | undefined, b: Ref | undefined): boolean {
  return a !== undefined && b !== undefined && (a.ref === b.ref || (a.id !== undefined && a.id === b.id));
}
