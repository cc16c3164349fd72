// `regex`, `regexall` and `replace`. The language's expressions never backtrack, ours do: what might take long stays unknown.
import type { Json } from "../../../model/document.ts";
import { own } from "../../../model/own.ts";
import { asText } from "./plain.ts";

/** Characters tried, roughly, before an expression is refused. */
const MAX_WORK = 1e8;
const MAX_PATTERN = 1_000;

/** A group that repeats and has repetitions or choices inside may take exponential time. */
const NESTED = /\((?:[^()\\]|\\.)*(?:[+*|]|\{\d+,)(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)/;
const MAX_NESTED_INPUT = 25;

/** `null`: not to be tried. `undefined`: not an expression. */
function compile(pattern: string, input: string, flags: string): RegExp | null | undefined {
  if (pattern.length > MAX_PATTERN) return null;
  const leading = /^\(\?([ims]+)\)/.exec(pattern);
  const body = (leading === null ? pattern : pattern.slice(leading[0].length))
    .replaceAll("(?P<", "(?<")
    .replace(/\[:(\w+):\]/g, (whole, name: string) => own(CLASSES, name) ?? whole)
    .replaceAll("\\A", "^")
    .replaceAll("\\z", "$");
  const loops = (body.match(/(?<!\\)[+*]|\{\d+,\d*\}/g) ?? []).length;
  if (input.length ** Math.max(1, loops) > MAX_WORK) return null;
  if (input.length > MAX_NESTED_INPUT && NESTED.test(body)) return null;
  try {
    return new RegExp(body, flags + (leading?.[1] ?? ""));
  } catch {
    return undefined;
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  digit: "0-9",
  lower: "a-z",
  upper: "A-Z",
  space: "\\s",
  word: "\\w",
  xdigit: "0-9A-Fa-f",
  punct: "!-\\/:-@\\[-`{-~",
};

/** A match is a text, the list of its groups, or the object of its named groups. */
function matchValue(match: RegExpMatchArray): Json {
  if (match.groups !== undefined) return { ...match.groups };
  return match.length === 1 ? match[0] : match.slice(1).map((group) => group ?? null);
}

/** `null`: cannot be known; `undefined`: fails. */
export function regex([pattern, text]: readonly Json[]): Json | undefined {
  const [source, input] = [asText(pattern), asText(text)];
  if (source === undefined || input === undefined) return undefined;
  const compiled = compile(source, input, "u") ?? null;
  if (compiled === null) return null;
  const match = input.match(compiled);
  return match === null ? undefined : matchValue(match);
}

export function regexAll([pattern, text]: readonly Json[]): Json | undefined {
  const [source, input] = [asText(pattern), asText(text)];
  if (source === undefined || input === undefined) return undefined;
  const compiled = compile(source, input, "gu") ?? null;
  return compiled === null ? null : [...input.matchAll(compiled)].map(matchValue);
}

/** The part to replace is an expression when it stands between slashes. */
export function replace([text, part, replacement]: readonly Json[]): Json | undefined {
  const [input, find, by] = [asText(text), asText(part), asText(replacement)];
  if (input === undefined || find === undefined || by === undefined) return undefined;
  if (find.length < 2 || !find.startsWith("/") || !find.endsWith("/")) {
    return input.length * Math.max(1, by.length) > MAX_WORK ? null : input.replaceAll(find, () => by);
  }
  const compiled = compile(find.slice(1, -1), input, "gu") ?? null;
  if (compiled === null) return null;
  return input.replace(
    compiled,
    by.replace(/\$\{?(\w+)\}?/g, (_, name: string) =>
      /^\d+$/.test(name) ? (name === "0" ? "$&" : `$${name}`) : `$<${name}>`,
    ),
  );
}
