// String literals of Groovy and Starlark: takes a text and the offset of a quote, gives what the string holds, with places.
import { buildMappedText, type MappedText, UNKNOWN } from "../mapped-text.ts";

/** What stands inside double quotes (Groovy), or inside a formatted string (Starlark), and is filled in at run time. */
export type Interpolation = "groovy" | "braces" | "none";

export type StringLiteral = {
  readonly text: MappedText;
  /** With interpolations masked. */
  readonly masked: MappedText;
  /** Offset behind the closing quote. */
  readonly end: number;
};

const NONE: ReadonlyMap<string, string> = new Map();
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** null when no string begins at `start`. `raw`: backslashes stand for themselves. `variables`: values that are known. */
export function readStringLiteral(
  source: string,
  start: number,
  interpolation: Interpolation,
  raw = false,
  variables: ReadonlyMap<string, string> = NONE,
): StringLiteral | null {
  const quote = source[start];
  if (quote !== "'" && quote !== '"') return null;
  const triple = source.startsWith(quote.repeat(3), start);
  const delimiter = triple ? quote.repeat(3) : quote;
  const fills = interpolation === "groovy" ? quote === '"' : interpolation === "braces";
  const plain = buildMappedText(source);
  const masked = buildMappedText(source);
  const put = (text: string, from: number, to: number) => {
    plain.put(text, from, to);
    masked.put(text, from, to);
  };
  let at = start + delimiter.length;
  let from = at;
  const flush = () => {
    if (at <= from) return;
    plain.copy(from, at);
    masked.copy(from, at);
  };
  for (;;) {
    const char = source[at];
    if (char === undefined || (char === "\n" && !triple)) break;
    if (source.startsWith(delimiter, at)) break;
    if (char === "\\" && !raw) {
      flush();
      const next = source[at + 1] ?? "";
      if (next !== "\n") put(ESCAPES[next] ?? next, at, at + 2);
      at = from = Math.min(at + 2, source.length);
    } else if (
      fills &&
      (interpolation === "groovy" ? char === "$" && /[\w{]/.test(source[at + 1] ?? "") : char === "{")
    ) {
      flush();
      const end = interpolationEnd(source, at, interpolation);
      plain.copy(at, end);
      const name = /^\$\{?\s*(?:env\.)?(\w+)\s*\}?$/.exec(source.slice(at, Math.min(end, at + 100)))?.[1];
      masked.put((name === undefined ? undefined : variables.get(name)) ?? UNKNOWN, at, end);
      at = from = end;
    } else at++;
  }
  flush();
  return {
    text: nonEmpty(plain.done(), at),
    masked: nonEmpty(masked.done(), at),
    end: Math.min(at + delimiter.length, source.length),
  };
}

function nonEmpty(mapped: MappedText, at: number): MappedText {
  return mapped.text === "" ? { text: "", at: () => at, end: () => at } : mapped;
}

function interpolationEnd(source: string, start: number, interpolation: Interpolation): number {
  const brace = interpolation === "groovy" ? start + 1 : start;
  if (source[brace] !== "{")
    return start + 1 + /^\w*(?:\.[A-Za-z_]\w*)*/.exec(source.slice(start + 1, start + 300))![0].length;
  let depth = 0;
  const limit = Math.min(source.length, start + 2_000);
  for (let at = brace; at < limit; at++) {
    if (source[at] === "{") depth++;
    else if (source[at] === "}" && --depth === 0) return at + 1;
  }
  return brace + 1;
}
