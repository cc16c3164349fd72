// JSON as an argument of a command, with variables in it. Takes the word as written, gives values; what the shell fills in is unknown.
import type { Json } from "../../model/document.ts";
import { PLACEHOLDER } from "../../readers/shell/manifests.ts";
import { expansionEnd } from "../../readers/shell/words.ts";
import type { Site } from "../terraform/site.ts";
import { type Entry, known, list, object, unknown, type Value } from "../terraform/value.ts";

/** Keys below these are the user's own. */
const OPAQUE = /^(?:extended|node)?[-_]?metadata$|tags$/i;
const MAX_WORD = 200_000;

/** Whether the members of an attribute keep their names. */
export function isOpaque(name: string): boolean {
  return OPAQUE.test(name);
}

/** Null when it is no JSON. `opaque`: members keep their names. */
export function shellJson(word: string, site: Site, opaque = false): Value | null {
  if (word.length > MAX_WORD) return null;
  const holes: string[] = [];
  const text = unquoted(word, holes);
  try {
    return jsonValue(JSON.parse(text) as Json, site, holes, opaque);
  } catch {
    return null;
  }
}

/** `memoryInGBs` → `memory_in_gbs`; members of metadata keep their names. */
export function jsonValue(json: Json, site: Site, holes: readonly string[], opaque: boolean): Value {
  if (json === null) return { kind: "absent", site };
  if (typeof json === "string") return textValue(json, site, holes);
  if (typeof json !== "object") return known(json, site);
  if (Array.isArray(json))
    return list(
      json.map((item: Json) => jsonValue(item, site, holes, opaque)),
      site,
    );
  const entries = new Map<string, Entry>();
  for (const [name, member] of Object.entries(json)) {
    const value = jsonValue(member, site, holes, opaque || isOpaque(name));
    entries.set(opaque ? name : snake(name), { value, site });
  }
  return object(entries, site);
}

/** Holes are numbered by how often the placeholder stands in a row. */
function textValue(text: string, site: Site, holes: readonly string[]): Value {
  if (!text.includes(PLACEHOLDER)) return known(text, site);
  const ref = text.replace(
    new RegExp(`${PLACEHOLDER}(\\d+);`, "g"),
    (_, index) => holes[Number(index)] ?? "…",
  );
  return unknown("filled in by the shell", ref, site);
}

function snake(name: string): string {
  return name
    .replace(/GBs/g, "Gbs")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
}

/** The word without its quotes; expansions become a numbered placeholder. */
function unquoted(word: string, holes: string[]): string {
  let result = "";
  let quote: '"' | "'" | null = null;
  for (let at = 0; at < word.length; ) {
    const char = word[at]!;
    if (char === "'" && quote !== '"') {
      quote = quote === "'" ? null : "'";
      at++;
    } else if (char === '"' && quote !== "'") {
      quote = quote === '"' ? null : '"';
      at++;
    } else if (char === "\\" && quote !== "'" && at + 1 < word.length) {
      if (word[at + 1] !== "\n") result += word[at + 1];
      at += 2;
    } else if ((char === "$" || char === "`") && quote !== "'") {
      const end = Math.max(expansionEnd(word, at), at + 1);
      result += hole(word.slice(at, end), holes);
      at = end;
    } else {
      result += char;
      at++;
    }
  }
  return result;
}

function hole(text: string, holes: string[]): string {
  holes.push(text.replace(/^\$\{(\w+)\}$/, "$$$1"));
  return `${PLACEHOLDER}${holes.length - 1};`;
}
