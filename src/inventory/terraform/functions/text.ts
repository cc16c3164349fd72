// String and number functions over known arguments.
import type { Json } from "../../../model/document.ts";
import { asNumber, asText, asTexts, type PlainFunction } from "./plain.ts";

const onText =
  (apply: (text: string) => Json | undefined): PlainFunction =>
  ([text]) => {
    const value = asText(text);
    return value === undefined ? undefined : apply(value);
  };

const onTexts =
  (apply: (a: string, b: string) => Json | undefined): PlainFunction =>
  ([first, second]) => {
    const [a, b] = [asText(first), asText(second)];
    return a === undefined || b === undefined ? undefined : apply(a, b);
  };

const onNumber =
  (apply: (number: number) => number): PlainFunction =>
  ([first]) => {
    const value = asNumber(first);
    return value === undefined ? undefined : finite(apply(value));
  };

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

const onNumbers =
  (apply: (numbers: readonly number[]) => number): PlainFunction =>
  (args) => {
    const numbers = args.map((arg) => asNumber(arg));
    return numbers.length === 0 || numbers.includes(undefined)
      ? undefined
      : finite(apply(numbers as number[]));
  };

function trimmed(text: string, characters: string, left: boolean, right: boolean): string {
  const all = [...text];
  let [from, to] = [0, all.length];
  while (left && from < to && characters.includes(all[from]!)) from++;
  while (right && to > from && characters.includes(all[to - 1]!)) to--;
  return all.slice(from, to).join("");
}

function substr([text, offset, length]: readonly Json[]): string | undefined {
  const [value, from, count] = [asText(text), asNumber(offset), asNumber(length)];
  if (value === undefined || from === undefined || count === undefined) return undefined;
  const characters = [...value];
  const start = from < 0 ? characters.length + from : from;
  return characters.slice(start, count < 0 ? undefined : start + count).join("");
}

function indent([spaces, text]: readonly Json[]): string | undefined {
  const [count, value] = [asNumber(spaces), asText(text)];
  if (count === undefined || value === undefined || count < 0 || count > 100) return undefined;
  return value.replaceAll("\n", `\n${" ".repeat(count)}`);
}

function split([separator, text]: readonly Json[]): readonly string[] | undefined {
  const [by, value] = [asText(separator), asText(text)];
  return by === undefined || value === undefined ? undefined : value === "" ? [""] : value.split(by);
}

function sorted([items]: readonly Json[]): readonly string[] | undefined {
  const texts = asTexts(items);
  return texts && [...texts].sort();
}

function parseInteger([text, base]: readonly Json[]): number | undefined {
  const [value, radix] = [asText(text), asNumber(base)];
  if (value === undefined || radix === undefined || radix < 2 || radix > 36) return undefined;
  return finite(Number.parseInt(value, radix));
}

function sum([items]: readonly Json[]): number | undefined {
  return Array.isArray(items)
    ? (onNumbers((all) => all.reduce((a, b) => a + b, 0))(items) as number | undefined)
    : undefined;
}

export const TEXT_FUNCTIONS: Readonly<Record<string, PlainFunction>> = {
  upper: onText((text) => text.toUpperCase()),
  lower: onText((text) => text.toLowerCase()),
  title: onText((text) =>
    text.replace(/(^|\s)(\S)/g, (_, space: string, letter: string) => space + letter.toUpperCase()),
  ),
  strrev: onText((text) => [...text].reverse().join("")),
  trimspace: onText((text) => text.trim()),
  chomp: onText((text) => text.replace(/(?<![\r\n])[\r\n]+$/, "")),
  trim: onTexts((text, characters) => trimmed(text, characters, true, true)),
  trimprefix: onTexts((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: onTexts((text, suffix) =>
    suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  startswith: onTexts((text, prefix) => text.startsWith(prefix)),
  endswith: onTexts((text, suffix) => text.endsWith(suffix)),
  strcontains: onTexts((text, part) => text.includes(part)),
  substr,
  indent,
  split,
  sort: sorted,
  basename: onText((text) => text.replace(/\/+$/, "").split("/").at(-1)),
  dirname: onText((text) => (text.includes("/") ? text.replace(/\/[^/]*$/, "") || "/" : ".")),
  urlencode: onText((text) => encodeURIComponent(text).replaceAll("%20", "+")),
  abs: onNumber(Math.abs),
  ceil: onNumber(Math.ceil),
  floor: onNumber(Math.floor),
  signum: onNumber(Math.sign),
  min: onNumbers((all) => Math.min(...all)),
  max: onNumbers((all) => Math.max(...all)),
  pow: onNumbers(([base, exponent]) => base! ** (exponent ?? 1)),
  log: onNumbers(([value, base]) => Math.log(value!) / Math.log(base ?? Math.E)),
  parseint: parseInteger,
  sum,
};
