// The lists of the inventory that infrastructure fills, and how an entry gets into them with its id, its place and what is unknown of it.
import type { Entry, Notation } from "../../model/inventory/entry.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { Origins } from "../origins.ts";
import type { Existence } from "../terraform/instances.ts";
import type { Draft } from "./draft.ts";
import { CloudOrigin, type Holder } from "./origin.ts";

const NAMES = [
  "clusters",
  "node_pools",
  "addons",
  "credential_rotations",
  "vcns",
  "subnets",
  "route_tables",
  "gateways",
  "security_lists",
  "nsgs",
  "security_rules",
  "connections",
  "keys",
  "logs",
  "vtaps",
  "databases",
  "alarms",
  "bastions",
  "compartments",
  "policies",
] as const;

export type ListName = (typeof NAMES)[number];
type Element<L extends ListName> = Inventory[L][number];
/** What an adapter states of an entry; the rest is the same for all. */
export type Fields<L extends ListName> = Omit<
  Element<L>,
  "id" | "address" | "notation" | "existence" | "unknown"
>;
export type Lists = { readonly [L in ListName]: Element<L>[] };

/** Prefixes of ids. */
const PREFIXES: Readonly<Record<ListName, string>> = {
  clusters: "cluster",
  node_pools: "pool",
  addons: "addon",
  credential_rotations: "rotation",
  vcns: "vcn",
  subnets: "subnet",
  route_tables: "routes",
  gateways: "gateway",
  security_lists: "seclist",
  nsgs: "nsg",
  security_rules: "secrule",
  connections: "connection",
  keys: "key",
  logs: "log",
  vtaps: "vtap",
  databases: "db",
  alarms: "alarm",
  bastions: "bastion",
  compartments: "compartment",
  policies: "policy",
};

/** What is true of a block and of all entries made of it. */
export type Written = Holder & {
  readonly notation: Notation;
  readonly existence: Existence;
  readonly more?: true;
};

export class Parts {
  readonly lists: Lists = Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Lists;
  readonly #origins: Origins;
  #stack = "";

  constructor(origins: Origins) {
    this.#origins = origins;
  }

  /** Entries from here on belong to this stack; to none in particular when it is empty. */
  enter(stack: string): void {
    this.#stack = stack;
  }

  /** A fresh id, for entries that others refer to before they are made. */
  reserve(list: ListName): string {
    return this.#origins.next(PREFIXES[list]);
  }

  add<L extends ListName>(
    list: L,
    written: Written,
    draft: Draft,
    fields: Fields<L>,
    id: string = this.reserve(list),
  ): Element<L> {
    const common: Entry = {
      id,
      address: written.subject,
      notation: written.notation,
      existence: written.existence,
      ...(written.more && { more: true }),
      unknown: draft.unknown,
      ...(this.#stack !== "" && { stack: this.#stack }),
    };
    const entry = { ...common, ...fields } as unknown as Element<L>;
    this.#origins.set(id, new CloudOrigin(written, draft, entry));
    (this.lists[list] as Element<L>[]).push(entry);
    return entry;
  }
}
