// Where an entry that was read from values stands. One is kept for every entry, so it works places out only when asked.
import type { Json } from "../../model/document.ts";
import type { Origin } from "../../model/finding.ts";
import type { Path, Place, Related } from "../../model/place.ts";
import { placeOf } from "../terraform/value-places.ts";
import type { Draft } from "./draft.ts";

export type Holder = {
  /** Resource address, with the module's prefix. */
  readonly subject: string;
  /** `Subnet "pods"`. */
  readonly title: string;
  /** First line of the block. */
  readonly place: Place;
  /** The whole block. */
  readonly block: Place;
};

export class CloudOrigin implements Origin {
  readonly path: Path = [];
  readonly #holder: Holder;
  readonly #draft: Draft;
  readonly #entry: object;

  constructor(holder: Holder, draft: Draft, entry: object) {
    this.#holder = holder;
    this.#draft = draft;
    this.#entry = entry;
  }

  get file(): string {
    return this.#holder.place.file;
  }

  get subject(): string {
    return this.#holder.subject;
  }

  get title(): string {
    return this.#holder.title;
  }

  get object(): Place {
    return this.#holder.block;
  }

  /** Ids and stacks change with what else there is: nothing may be recognised by them. */
  get value(): Json {
    return ownParts(this.#entry as Json);
  }

  locate(path: Path): { readonly place: Place; readonly related?: readonly Related[] } {
    const source = this.#draft.source(path);
    const found = source && placeOf(source.root, source.path);
    if (!found?.primary) return { place: this.#holder.place };
    if (!found.related) return { place: found.primary };
    return {
      place: found.primary,
      related: [{ place: found.related, note: `used by ${this.#holder.subject}` }],
    };
  }
}

function ownParts(value: Json): Json {
  if (Array.isArray(value)) return value.map(ownParts);
  if (value === null || typeof value !== "object") return value;
  const isRef = "ref" in value && "kind" in value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name === "id" || (isRef && name === "stack") ? [] : [[name, ownParts(inner)]],
    ),
  );
}
