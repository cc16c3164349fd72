// Remembers, outside the inventory, where each entry came from. Hands out the ids.
import type { Origin } from "../model/finding.ts";

export class Origins {
  /** By prefix, then by the number behind it: there may be a hundred thousand entries of one kind. */
  readonly #byPrefix = new Map<string, Origin[]>();
  readonly #counters = new Map<string, number>();

  /** A fresh id: the prefix and a number that counts up in the order of the documents. */
  next(prefix: string): string {
    const count = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, count);
    return `${prefix}${count}`;
  }

  set(id: string, origin: Origin): void {
    const at = numberAt(id);
    const prefix = id.slice(0, at);
    let numbered = this.#byPrefix.get(prefix);
    if (numbered === undefined) {
      numbered = [];
      this.#byPrefix.set(prefix, numbered);
    }
    numbered[Number(id.slice(at))] = origin;
  }

  *all(): Iterable<Origin> {
    for (const numbered of this.#byPrefix.values())
      for (const origin of numbered) if (origin !== undefined) yield origin;
  }

  /** The id of a part is that of its whole and the path to it, `w1/containers/0`: where it stands follows from the whole. */
  get(id: string): Origin | undefined {
    const own = this.#own(id);
    if (own !== undefined) return own;
    const slash = id.indexOf("/");
    if (slash === -1) return undefined;
    const below = id
      .slice(slash + 1)
      .split("/")
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return this.#own(id.slice(0, slash))?.part?.(below);
  }

  #own(id: string): Origin | undefined {
    const at = numberAt(id);
    return this.#byPrefix.get(id.slice(0, at))?.[Number(id.slice(at))];
  }
}

/** Where the digits at the end of an id begin. */
function numberAt(id: string): number {
  let at = id.length;
  for (let code = id.charCodeAt(at - 1); code >= 48 && code <= 57; code = id.charCodeAt(at - 1)) at--;
  return at;
}
