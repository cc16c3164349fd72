// What an adapter is: it knows one type of resource and states what a resource of it means in the inventory.
import type { CloudInit } from "../../model/inventory/cluster.ts";
import type { Path } from "../../model/place.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Draft } from "./draft.ts";
import type { Fields, ListName, Parts, Written } from "./parts.ts";
import type { World } from "./world.ts";

export type Found = {
  /** Of the entry that the resource becomes. */
  readonly id: string;
  readonly resource: Resource;
  readonly draft: Draft;
  readonly written: Written;
  readonly parts: Parts;
  readonly world: World;
  /** Reads the node's bootstrap text at the first of the paths that holds one, and hands it over to those who read scripts. */
  readonly bootstrap: (draft: Draft, paths: readonly Path[]) => CloudInit;
  /** The same resource, for a second entry that is made of it. */
  readonly another: () => Found;
};

/** `title` is the noun before the resource's name in messages: `Subnet`. */
export type Adapter<L extends ListName = ListName> = {
  readonly type: string;
  readonly list: L;
  readonly title: string;
  /** Resources of the type that are nothing to the inventory are passed over. */
  readonly applies?: (resource: Resource, world: World) => boolean;
  /** Other texts that refer to the same thing. */
  readonly aliases?: (resource: Resource, world: World) => readonly string[];
  readonly read: (found: Found) => Fields<L>;
};

/** Keeps the list's type while checking the fields. */
export function adapter<L extends ListName>(made: Adapter<L>): Adapter {
  return made as unknown as Adapter;
}
