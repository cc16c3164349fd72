// One inventory entry in the making: reads attributes from values, notes what is unknown, and remembers where each attribute was
// written under its inventory name. Takes a value and paths into it, gives fields to spread. Knows no resource types.
import type { Ref, Version } from "../../model/inventory/entry.ts";
import type { Path } from "../../model/place.ts";
import {
  blocks,
  get,
  type Read,
  readBoolean,
  readList,
  readMap,
  readNumber,
  readString,
} from "../terraform/read-value.ts";
import type { Site } from "../terraform/site.ts";
import { ABSENT, known, refText, type Value } from "../terraform/value.ts";
import type { References } from "./references.ts";

/** Where an attribute stands: below `root`, which is the body of a block. */
export type Source = { readonly root: Value; readonly path: Path };

type Field<A extends string, T> = { readonly [K in A]?: T };

/** What views of one entry share. */
type Shared = { readonly places: Map<string, Source>; readonly references: References };

const key = (path: Path) => JSON.stringify(path);

export class Draft {
  readonly root: Value;
  readonly references: References;
  readonly unknown: Record<string, string>;
  readonly #shared: Shared;
  readonly #inventory: Path;
  readonly #base: Path;

  constructor(root: Value, references: References);
  constructor(
    root: Value,
    references: References,
    shared: Shared,
    unknown: Record<string, string>,
    inventory: Path,
    base: Path,
  );
  constructor(
    root: Value,
    references: References,
    shared: Shared = { places: new Map(), references },
    unknown: Record<string, string> = {},
    inventory: Path = [],
    base: Path = [],
  ) {
    this.root = root;
    this.references = references;
    this.unknown = unknown;
    this.#shared = shared;
    this.#inventory = inventory;
    this.#base = base;
  }

  /** A part of the entry with an `unknown` of its own: `inventory` is its path in the entry, `base` in the source. */
  part(inventory: Path, base: Path): Draft {
    this.place(inventory, base);
    const { root, references } = this;
    return new Draft(
      root,
      references,
      this.#shared,
      {},
      [...this.#inventory, ...inventory],
      [...this.#base, ...base],
    );
  }

  /** The same entry read from below `base`. */
  below(...base: Path): Draft {
    return new Draft(this.root, this.references, this.#shared, this.unknown, this.#inventory, [
      ...this.#base,
      ...base,
    ]);
  }

  /** Another entry, whose root is a part of this one's. */
  fresh(path: Path): Draft {
    const draft = new Draft(this.value(...path), this.references);
    draft.place([], []);
    return draft;
  }

  /** The same entry read from another block. */
  over(root: Value): Draft {
    return new Draft(root, this.references, this.#shared, this.unknown, this.#inventory, []);
  }

  value(...path: Path): Value {
    return get(this.root, [...this.#base, ...path]);
  }

  /** The place of an inventory path is that of a source path. */
  place(inventory: Path, path: Path): void {
    this.#shared.places.set(key([...this.#inventory, ...inventory]), {
      root: this.root,
      path: [...this.#base, ...path],
    });
  }

  /** The place of an inventory path is one that no value has. */
  placeAt(inventory: Path, site: Site): void {
    this.#shared.places.set(key([...this.#inventory, ...inventory]), { root: known("", site), path: [] });
  }

  /** The longest part of an inventory path whose source is known, with the rest of the path. */
  source(path: Path): Source | undefined {
    for (let length = path.length; length >= 0; length--) {
      const found = this.#shared.places.get(key(path.slice(0, length)));
      if (found) return { root: found.root, path: [...found.path, ...path.slice(length)] };
    }
    return undefined;
  }

  doubt(attribute: string, value: Value | string): void {
    this.unknown[attribute] = typeof value === "string" ? value : refText(value);
  }

  /** An empty text states nothing. */
  string<A extends string>(attribute: A, ...path: Path): Field<A, string> {
    const read = readString(this.value(), ...path);
    return this.#field(
      attribute,
      path,
      read.kind === "known" && read.value === "" ? { kind: "absent" } : read,
    );
  }

  number<A extends string>(attribute: A, ...path: Path): Field<A, number> {
    return this.#field(attribute, path, readNumber(this.value(), ...path));
  }

  boolean<A extends string>(attribute: A, ...path: Path): Field<A, boolean> {
    return this.#field(attribute, path, readBoolean(this.value(), ...path));
  }

  /** `v1.30.1`, `1.30`, `v1.30.1-oke`. Anything else that is written is unknown. */
  version<A extends string>(attribute: A, ...path: Path): Field<A, Version> {
    const read = readString(this.value(), ...path);
    if (read.kind !== "known" || read.value === "")
      return this.#field(attribute, path, read.kind === "known" ? { kind: "absent" } : read);
    const version = parseVersion(read.value);
    return this.#field(
      attribute,
      path,
      version ? { kind: "known", value: version } : { kind: "unknown", ref: JSON.stringify(read.value) },
    );
  }

  /** Kept also when it is not known. Named in `unknown` as well when it may turn out to be absent. */
  ref<A extends string>(attribute: A, ...path: Path): Field<A, Ref> {
    const value = this.value(...path);
    this.place([attribute], path);
    if (value.kind === "list" && value.items.length === 1 && !value.open)
      return this.ref(attribute, ...path, 0);
    if (value.kind === "list" || value.kind === "object") this.doubt(attribute, value);
    if (value.kind === "unknown" && value.alternatives?.some(({ kind }) => kind === "absent"))
      this.doubt(attribute, value);
    const ref = this.references.of(value);
    return (ref ? { [attribute]: ref } : {}) as Field<A, Ref>;
  }

  /** The known part of the list; named in `unknown` as well when there may be fewer or more. */
  refs<A extends string>(attribute: A, ...path: Path): Field<A, readonly Ref[]> {
    const items = this.items(attribute, ...path);
    if (!items) return {};
    const refs: Ref[] = [];
    for (const { value, path: at } of items) {
      const ref = this.references.of(value);
      if (!ref) continue;
      this.place([attribute, refs.length], at);
      refs.push(ref);
    }
    return { [attribute]: refs } as unknown as Field<A, readonly Ref[]>;
  }

  /** Texts of a list; items that are not known are left out and make the list unknown as well. */
  strings<A extends string>(attribute: A, ...path: Path): Field<A, readonly string[]> {
    const items = this.items(attribute, ...path);
    if (!items) return {};
    const texts: string[] = [];
    for (const { value, path: at } of items) {
      if (value.kind === "unknown") this.doubt(attribute, value);
      if (value.kind !== "known" || value.value === "") continue;
      this.place([attribute, texts.length], at);
      texts.push(String(value.value));
    }
    return { [attribute]: texts } as unknown as Field<A, readonly string[]>;
  }

  /** Texts of a map, known ones only. */
  texts<A extends string>(attribute: A, ...path: Path): Field<A, { readonly [key: string]: string }> {
    this.place([attribute], path);
    const read = readMap(this.value(), ...path);
    if (read.kind === "unknown") this.doubt(attribute, read.ref);
    if (read.kind !== "known") return {};
    if (read.open) this.doubt(attribute, this.value(...path));
    const texts: Record<string, string> = {};
    for (const [name, value] of read.value) {
      this.place([attribute, name], [...path, name]);
      if (value.kind === "known") texts[name] = String(value.value);
      else if (value.kind !== "absent") this.doubt(`${attribute}.${name}`, value);
    }
    return { [attribute]: texts } as unknown as Field<A, { readonly [key: string]: string }>;
  }

  /** Items of a list with their places; undefined when the list is absent or cannot be known. */
  items(
    attribute: string,
    ...path: Path
  ): readonly { readonly value: Value; readonly path: Path }[] | undefined {
    this.place([attribute], path);
    const read = readList(this.value(), ...path);
    if (read.kind === "unknown") this.doubt(attribute, read.ref);
    if (read.kind !== "known") return undefined;
    if (read.open) this.doubt(attribute, this.value(...path));
    return read.value.map((value, index) => ({ value, path: [...path, index] }));
  }

  /** Nested blocks; `attribute` is what they become, unknown when there may be fewer or more. */
  blocks(attribute: string, ...path: Path): readonly { readonly body: Value; readonly path: Path }[] {
    this.place([attribute], path);
    const parent = get(this.value(), path.slice(0, -1));
    const name = String(path.at(-1));
    if (parent.kind === "unknown") this.doubt(attribute, parent);
    if (parent.kind === "list" && parent.items.length > 1) {
      return parent.items.flatMap((_, index) => this.blocks(attribute, ...path.slice(0, -1), index, name));
    }
    const holder = parent.kind === "list" ? (parent.items[0] ?? ABSENT) : parent;
    const found = blocks(holder, name);
    if (found.open) this.doubt(attribute, get(holder, [name]));
    return found.items.map(({ body, path: below }) => ({ body, path: [...path.slice(0, -1), ...below] }));
  }

  #field<A extends string, T>(attribute: A, path: Path, read: Read<T>): Field<A, T> {
    this.place([attribute], path);
    if (read.kind === "unknown") this.doubt(attribute, read.ref);
    return (read.kind === "known" ? { [attribute]: read.value } : {}) as Field<A, T>;
  }
}

export function parseVersion(text: string): Version | undefined {
  const match = /^\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?\s*$/.exec(text);
  return match
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
}
