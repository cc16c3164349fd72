// Parser events of one document → its plain value. Knows nothing of lines: offsets in faults are those of the events.
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Json } from "../../model/document.ts";
import { plainScalar, type ScalarSchema, taggedScalar } from "./scalar.ts";

export type Fault = {
  readonly code: "duplicate-key" | "unknown-anchor" | "recursive-alias" | "complex-key" | "bad-merge";
  readonly detail: string;
  readonly offset: number;
  readonly length: number;
};

/** Thrown when aliases and merge keys expand to more than the budget allows. */
export class TooMuchExpansion extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("too much expansion");
    this.offset = offset;
  }
}

type MutableObject = { [key: string]: Json };
type Anchor = { value: Json; weight: number; open: boolean };

const none = -1;
/** So many units of a string count as one more node against the budget. */
const unitsPerNode = 64;

/** Reads documents out of an event list, one after the other; the expansion budget is shared by all of them. */
export class ValueBuilder {
  readonly faults: Fault[] = [];
  #text = "";
  #events: readonly Event[] = [];
  #next = 0;
  #anchors = new Map<string, Anchor>();
  #weight = 0;
  #expanded = 0;
  readonly #schema: ScalarSchema;
  readonly #expansion: number;

  constructor(schema: ScalarSchema, expansion: number) {
    this.#schema = schema;
    this.#expansion = expansion;
  }

  /** The value of the document whose `DOCUMENT` event stands at `index`, and the index after its end. */
  document(
    text: string,
    events: readonly Event[],
    index: number,
  ): { readonly value: Json; readonly next: number } {
    this.#text = text;
    this.#events = events;
    this.#next = index + 1;
    if (this.#anchors.size > 0) this.#anchors = new Map();
    const value = this.#node();
    return { value, next: this.#next + 1 };
  }

  #node(): Json {
    const event = this.#events[this.#next++]!;
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const value = this.#scalar(event);
        this.#weight += 1 + (typeof value === "string" ? (value.length / unitsPerNode) | 0 : 0);
        if (event.anchorStart !== none) {
          const weight = 1 + (typeof value === "string" ? (value.length / unitsPerNode) | 0 : 0);
          this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), {
            value,
            weight,
            open: false,
          });
        }
        return value;
      }
      case EVENT_ID.MAPPING:
        return event.anchorStart === none ? this.#mapping() : this.#anchored(event, () => this.#mapping());
      case EVENT_ID.SEQUENCE:
        return event.anchorStart === none ? this.#sequence() : this.#anchored(event, () => this.#sequence());
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        return null;
    }
  }

  #scalar(event: ScalarEvent): null | boolean | number | string {
    const text = event.fast
      ? this.#text.slice(event.valueStart, event.valueEnd)
      : getScalarValue(this.#text, event);
    if (event.tagStart !== none) {
      return taggedScalar(text, this.#text.slice(event.tagStart, event.tagEnd), this.#schema);
    }
    if (event.style === SCALAR_STYLE.PLAIN) return plainScalar(text, this.#schema);
    // Plain and block scalars are well-formed by the parser's own test; quoted ones may hold half a surrogate pair.
    return event.style === SCALAR_STYLE.DOUBLE_QUOTED || event.style === SCALAR_STYLE.SINGLE_QUOTED
      ? text.toWellFormed()
      : text;
  }

  #anchored(event: { readonly anchorStart: number; readonly anchorEnd: number }, build: () => Json): Json {
    const anchor: Anchor = { value: null, weight: 0, open: true };
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    const before = this.#weight;
    anchor.value = build();
    anchor.weight = this.#weight - before;
    anchor.open = false;
    return anchor.value;
  }

  #alias(start: number, end: number): Json {
    const name = this.#text.slice(start, end);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined || anchor.open) {
      this.#fault(anchor ? "recursive-alias" : "unknown-anchor", name, start - 1, end);
      this.#weight += 1;
      return null;
    }
    this.#weight += anchor.weight;
    this.#expanded += anchor.weight;
    if (this.#expanded > this.#expansion) throw new TooMuchExpansion(start - 1);
    return anchor.value;
  }

  #sequence(): Json {
    this.#weight += 1;
    const items: Json[] = [];
    const events = this.#events;
    while (events[this.#next]!.type !== EVENT_ID.POP) items.push(this.#node());
    this.#next++;
    return items;
  }

  #mapping(): Json {
    this.#weight += 1;
    const object: MutableObject = {};
    const events = this.#events;
    let merged: Set<string> | null = null;
    while (events[this.#next]!.type !== EVENT_ID.POP) {
      const keyEvent = events[this.#next]!;
      if (keyEvent.type === EVENT_ID.SCALAR && this.#isMerge(keyEvent)) {
        this.#next++;
        merged = this.#merge(object, keyEvent.valueStart, merged);
        continue;
      }
      const key = this.#key(keyEvent);
      const value = this.#node();
      // `undefined` is never a value, so only a name that objects inherit needs the slower question.
      if (object[key] === undefined || !Object.hasOwn(object, key)) {
        put(object, key, value);
      } else {
        if (merged?.has(key)) merged.delete(key);
        else if (keyEvent.type === EVENT_ID.SCALAR) {
          this.#fault("duplicate-key", key, keyEvent.valueStart, keyEvent.valueEnd);
        }
        put(object, key, value);
      }
    }
    this.#next++;
    return object;
  }

  #isMerge(event: ScalarEvent): boolean {
    return (
      event.valueEnd - event.valueStart === 2 &&
      this.#schema === "kubernetes" &&
      event.style === SCALAR_STYLE.PLAIN &&
      event.tagStart === none &&
      this.#text.startsWith("<<", event.valueStart)
    );
  }

  #key(event: Event): string {
    if (event.type === EVENT_ID.SCALAR) {
      this.#next++;
      const value = this.#scalar(event);
      if (event.anchorStart !== none) {
        this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), {
          value,
          weight: 1,
          open: false,
        });
      }
      return typeof value === "string" ? value : String(value);
    }
    const value = this.#node();
    if (value !== null && typeof value === "object") {
      const start = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0;
      this.#fault("complex-key", "", start, start + 1);
      return complexKey(Array.isArray(value));
    }
    return String(value);
  }

  #merge(object: MutableObject, offset: number, merged: Set<string> | null): Set<string> | null {
    const source = this.#node();
    let own = merged;
    for (const mapping of Array.isArray(source) ? source : [source]) {
      if (mapping === null || typeof mapping !== "object" || Array.isArray(mapping)) {
        this.#fault("bad-merge", "", offset, offset + 2);
        continue;
      }
      for (const key of Object.keys(mapping)) {
        if (Object.hasOwn(object, key)) continue;
        put(object, key, (mapping as MutableObject)[key]!);
        own ??= new Set();
        own.add(key);
      }
    }
    return own;
  }

  #fault(code: Fault["code"], detail: string, offset: number, end: number): void {
    this.faults.push({ code, detail, offset: Math.max(0, offset), length: Math.max(0, end - offset) });
  }
}

function put(object: MutableObject, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

/** A name for a key that has none in JSON: short, so that nested ones do not grow. */
export function complexKey(isList: boolean): string {
  return isList ? "[…]" : "{…}";
}
