// A JSON text → its documents. Values come from `JSON.parse`; places from a scan that runs when something asks for them.
import type { Json } from "../../model/document.ts";
import type { Span } from "../../model/place.ts";
import { claimsInJson } from "./claims.ts";
import { scanJson } from "./json.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { Limits } from "./limits.ts";
import { once } from "./once.ts";
import { blockingPlaceholder } from "./placeholders.ts";
import type { ProblemList } from "./problems.ts";
import { placeholderWords } from "./words.ts";

export type JsonValue = { readonly value: Json; readonly layout: () => Layout };

/** Values of a JSON text in source order; what is not JSON goes to `problems`. */
export function readJson(text: string, limits: Limits, problems: ProblemList): JsonValue[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const claims = claimsInJson(text);
  // Only an escape brings half a surrogate pair into a well-formed text.
  const clean = text.isWellFormed() && !/\\u[dD][89a-fA-F]/.test(text) ? (value: Json) => value : wellFormed;
  if (!claims) {
    // Most JSON of a repository is nobody's business here: it is parsed, and scanned only if that fails or somebody asks.
    const value = parsed(text.slice(start));
    if (value !== undefined && isShallow(value, limits.depth)) {
      const layout = once(() => layoutOf(scanJson(text, start, limits.depth).roots[0]!, text));
      return [{ value: clean(value), layout }];
    }
  }
  const scan = scanJson(text, start, limits.depth);
  // JSON with comments or trailing commas belongs to some editor or compiler: readable to its owner, nothing for us.
  if (!claims && scan.fault && !scanJson(text, start, limits.depth, true).fault) return [];
  for (const { key, span } of scan.duplicates) {
    const message = `The key ${JSON.stringify(key)} stands twice in one object; the last one holds.`;
    problems.add("json/duplicate-key", "warning", message, span);
  }
  if (scan.fault) {
    const { message, offset, deep } = scan.fault;
    const template =
      claims && !deep
        ? blockingPlaceholder(
            text,
            offset,
            "1",
            (filled) => !scanJson(filled, start, limits.depth, true).fault,
          )
        : undefined;
    const place: Span = [Math.min(offset, text.length), Math.min(offset + 1, text.length)];
    const code = deep ? "json/too-deep" : "json/syntax";
    if (template) problems.add("json/template", "notice", placeholderWords, template);
    else problems.add(code, claims ? "error" : "notice", `Not readable as JSON: ${message}`, place);
  }
  if (scan.roots.length > limits.documents) {
    const root = scan.roots[limits.documents]!;
    const message = `The file holds more than ${limits.documents} documents; those from here on were not read.`;
    problems.add("json/too-many-documents", claims ? "error" : "warning", message, [
      root.start,
      root.start + 1,
    ]);
  }
  return scan.roots.slice(0, limits.documents).map((root) => {
    const value = clean(parsed(text.slice(root.start, root.end)) ?? null);
    return { value, layout: () => layoutOf(root, text) };
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isShallow(value: Json, left: number): boolean {
  if (value === null || typeof value !== "object") return true;
  if (left === 0) return false;
  for (const part of Array.isArray(value) ? value : Object.values(value))
    if (!isShallow(part, left - 1)) return false;
  return true;
}

/** Halves of surrogate pairs become U+FFFD. */
function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  const copy: { [key: string]: Json } = {};
  for (const [key, part] of Object.entries(value)) {
    Object.defineProperty(copy, key.toWellFormed(), {
      value: wellFormed(part),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}
