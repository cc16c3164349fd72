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

  get(id: string): Origin | undefined {
    return this.#byId.get(id);
  }
}
