// The layout of one document from the parser's events: takes the text and its events, gives the tree of spans. What the events leave
// without an offset (empty scalars, closing brackets, headers of blocks) is looked for in the text. Built only when somebody asks.
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";
import type { Span } from "../../model/place.ts";
import { complexKey } from "./build.ts";
import { type Layout, type LayoutEntry, type LayoutNode, layoutOf } from "./layout.ts";
import { plainScalar, type ScalarSchema, taggedScalar } from "./scalar.ts";

const none = -1;

/** Builds the tree of the document whose `DOCUMENT` event stands at `index`. */
export function layoutFromEvents(
  text: string,
  events: readonly Event[],
  index: number,
  schema: ScalarSchema,
): Layout {
  return layoutOf(new LayoutBuilder(text, events, index + 1, schema).root(), text);
}

class LayoutBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #schema: ScalarSchema;
  #next: number;
  /** End of what was last read: where to look for what has no offset of its own. */
  #cursor = 0;
  readonly #anchors = new Map<string, LayoutNode>();
  /** Collections that are being read: an alias to one of them would make a circle, and its value is null. */
  readonly #open = new Set<LayoutNode>();

  constructor(text: string, events: readonly Event[], next: number, schema: ScalarSchema) {
    this.#text = text;
    this.#events = events;
    this.#next = next;
    this.#schema = schema;
  }

  root(): LayoutNode {
    return this.#node();
  }

  #node(): LayoutNode {
    const event = this.#events[this.#next++]!;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.#collection(event);
      case EVENT_ID.ALIAS: {
        const target = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
        this.#cursor = event.anchorEnd;
        const node: LayoutNode = { start: event.anchorStart - 1, end: event.anchorEnd };
        if (target && !this.#open.has(target)) node.target = target;
        return node;
      }
      default:
        return { start: this.#cursor, end: this.#cursor };
    }
  }

  #scalar(event: ScalarEvent): LayoutNode {
    const span = this.#scalarSpan(event);
    const start = propertiesStart(event, span[0]);
    const node: LayoutNode = { start, end: Math.max(span[1], event.tagEnd, event.anchorEnd) };
    node.source = event.valueStart === none ? [node.end, node.end] : [event.valueStart, event.valueEnd];
    if (event.anchorStart !== none)
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    this.#cursor = node.end;
    return node;
  }

  #scalarSpan(event: ScalarEvent): Span {
    const { valueStart, valueEnd } = event;
    if (valueStart === none) {
      const at = event.tagStart === none && event.anchorStart === none ? this.#indicatorEnd() : this.#cursor;
      return [at, at];
    }
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return [valueStart - 1, valueEnd + 1];
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return blockScalarSpan(this.#text, valueStart, valueEnd);
      default:
        return [valueStart, valueEnd];
    }
  }

  /** The end of the `:`, `-` or `?` that an empty scalar follows. */
  #indicatorEnd(): number {
    const at = skipBlank(this.#text, this.#cursor);
    const code = this.#text.charCodeAt(at);
    return code === 0x3a || code === 0x2d || code === 0x3f ? at + 1 : this.#cursor;
  }

  #collection(event: Extract<Event, { readonly start: number }>): LayoutNode {
    const node: LayoutNode = { start: propertiesStart(event, event.start), end: event.start };
    if (event.anchorStart !== none)
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    this.#cursor = event.start;
    const opener = this.#text.charCodeAt(event.start);
    const bracketed =
      event.style === COLLECTION_STYLE.FLOW &&
      (event.type === EVENT_ID.SEQUENCE ? opener === 0x5b : opener === 0x7b);
    if (bracketed) this.#cursor += 1;
    this.#open.add(node);
    const end = event.type === EVENT_ID.SEQUENCE ? this.#items(node) : this.#entries(node);
    this.#open.delete(node);
    this.#next++;
    node.end = Math.max(node.start, end);
    if (bracketed) {
      // What is left before the bracket is white space, comments and separators.
      const close = skipBlank(this.#text, this.#cursor, true);
      node.end = Math.min(close + 1, this.#text.length);
    }
    this.#cursor = node.end;
    return node;
  }

  #items(node: LayoutNode): number {
    const items: LayoutNode[] = [];
    let end = this.#cursor;
    while (this.#events[this.#next]!.type !== EVENT_ID.POP) {
      if (items.length > 0) this.#skipComma();
      const item = this.#node();
      end = Math.max(end, item.end);
      items.push(item);
    }
    node.items = items;
    return end;
  }

  #entries(node: LayoutNode): number {
    const entries = new Map<string, LayoutEntry>();
    let end = this.#cursor;
    while (this.#events[this.#next]!.type !== EVENT_ID.POP) {
      if (entries.size > 0) this.#skipComma();
      const keyEvent = this.#events[this.#next]!;
      const key = this.#node();
      const value = this.#node();
      end = Math.max(end, key.end, value.end);
      if (keyEvent.type === EVENT_ID.SCALAR && this.#schema === "kubernetes" && this.#isMerge(keyEvent)) {
        node.merges ??= [];
        node.merges.push(value);
      } else {
        const name = this.#keyText(keyEvent, key);
        // A value at a distance from its key (an alias has its own place) still begins at the key.
        entries.set(name, { keyStart: key.start, node: value });
      }
    }
    node.entries = entries;
    return end;
  }

  #isMerge(event: ScalarEvent): boolean {
    return (
      event.style === SCALAR_STYLE.PLAIN &&
      event.tagStart === none &&
      this.#text.slice(event.valueStart, event.valueEnd) === "<<"
    );
  }

  #keyText(event: Event, node: LayoutNode): string {
    if (event.type === EVENT_ID.SCALAR) {
      const text = getScalarValue(this.#text, event);
      if (event.tagStart !== none)
        return String(taggedScalar(text, this.#text.slice(event.tagStart, event.tagEnd), this.#schema));
      return event.style === SCALAR_STYLE.PLAIN
        ? String(plainScalar(text, this.#schema))
        : text.toWellFormed();
    }
    const source = node.target?.source;
    if (source) return String(plainScalar(this.#text.slice(source[0], source[1]), this.#schema));
    return complexKey((node.target ?? node).items !== undefined);
  }

  #skipComma(): void {
    const at = skipBlank(this.#text, this.#cursor);
    if (this.#text.charCodeAt(at) === 0x2c) this.#cursor = at + 1;
  }
}

function propertiesStart(
  event: { readonly anchorStart: number; readonly tagStart: number },
  start: number,
): number {
  let first = start;
  if (event.anchorStart !== none) first = Math.min(first, event.anchorStart - 1);
  if (event.tagStart !== none) first = Math.min(first, event.tagStart);
  return first;
}

const blockHeader = /[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/;

/** From the `|` or `>` to the last line that is not blank. */
function blockScalarSpan(text: string, valueStart: number, valueEnd: number): Span {
  const headerEnd = text.charCodeAt(valueStart - 1) === 0x0a ? valueStart - 1 : valueStart;
  const lineStart = text.lastIndexOf("\n", headerEnd - 1) + 1;
  const header = text.slice(lineStart, headerEnd);
  const found = blockHeader.exec(header);
  const start = found ? lineStart + found.index : valueStart;
  let end = valueEnd;
  while (end > valueStart && isBlank(text.charCodeAt(end - 1))) end--;
  if (end > valueStart) return [start, end];
  return [start, lineStart + header.trimEnd().length];
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The first offset from `at` that is neither white space nor in a comment; with `separators`, also no `,`, `:` or `?`. */
function skipBlank(text: string, at: number, separators = false): number {
  let offset = at;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === 0x23 && (offset === 0 || isBlank(text.charCodeAt(offset - 1)))) {
      const lineEnd = text.indexOf("\n", offset);
      offset = lineEnd === -1 ? text.length : lineEnd;
    } else if (isBlank(code) || (separators && (code === 0x2c || code === 0x3a || code === 0x3f))) offset++;
    else break;
  }
  return offset;
}
