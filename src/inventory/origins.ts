// Remembers, outside the inventory, where each entry came from. Hands out the ids.
import type { Origin } from "../model/finding.ts";

export class Origins {
  readonly #byId = new Map<string, Origin>();
  readonly #counters = new Map<string, number>();

  /** A fresh id: the prefix and a number that counts up in the order of the documents. */
  next(prefix: string): string {
    const count = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, count);
    return `${prefix}${count}`;
  }

  set(id: string, origin: Origin): void {
    this.#byId.set(id, origin);
  }

  all(): Iterable<Origin> {
    return this.#byId.values();
  }

  /** The id of a part is that of its whole and the path to it, `w1/containers/0`: where it stands follows from the whole. */
  get(id: string): Origin | undefined {
    const own = this.#byId.get(id);
    if (own !== undefined) return own;
    const slash = id.indexOf("/");
    if (slash === -1) return undefined;
    const below = id
      .slice(slash + 1)
      .split("/")
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return this.#byId.get(id.slice(0, slash))?.part?.(below);
  }
}
