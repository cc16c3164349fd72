// Takes a violation and where the inventory's entries came from; gives its place and what it is about. Words come later.
import type { Json } from "../model/document.ts";
import type { Origin, Violation } from "../model/finding.ts";
import type { Path, Place, Related } from "../model/place.ts";

/** Where origins are looked up: a map, or anything that answers like one. */
export type OriginLookup = { readonly get: (id: string) => Origin | undefined };

export type Location = {
  readonly place: Place;
  /** From the root of the document. */
  readonly path: Path;
  readonly subject: string;
  /** Name of the subject in messages. */
  readonly title: string;
  readonly related: readonly Related[];
  /** The object it belongs to, for suppressions. */
  readonly object: Place;
  /** Value of the document, for the identity of list elements: only where the path leads through a list. */
  readonly value?: Json;
  readonly workload?: string;
};

/** Throws when the rule names an entry that is not in the inventory: the rule is broken, and its findings cannot be trusted. */
export function locate(violation: Violation, origins: OriginLookup): Location {
  const origin = originOf(violation.item, origins);
  const { place, related = [], path = [...origin.path, ...violation.path] } = origin.locate(violation.path);
  const named = (violation.related ?? []).map(({ item, path = [], note }) => {
    return { place: originOf(item, origins).locate(path).place, note };
  });
  const value = path.some((step) => typeof step === "number") ? origin.value : undefined;
  return {
    place,
    path,
    subject: origin.subject,
    title: origin.title,
    related: [...related, ...named],
    object: origin.object,
    ...(value !== undefined && { value }),
    ...(origin.workload !== undefined && { workload: origin.workload }),
  };
}

function originOf(item: string, origins: OriginLookup): Origin {
  const origin = origins.get(item);
  if (origin === undefined)
    throw new Error(`names an item that is not in the inventory: ${JSON.stringify(item)}`);
  return origin;
}
