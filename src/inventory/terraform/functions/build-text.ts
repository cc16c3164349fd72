// `join`, `format`, `formatlist`, `split`: texts of arguments that may be unknown keep their literal parts.
import { scalarText } from "../operators.ts";
import type { Site } from "../site.ts";
import { joinText, type TextPart, textPart } from "../template.ts";
import { derived, type Known, known, list, MAX_ITEMS, refText, type Value } from "../value.ts";
import type { ValueFunction } from "./list.ts";

const MAX_WIDTH = 1_000;

/** `%5.2f`, `%[2]s`, `%%`. */
const VERB = /%(?:\[(\d+)\])?([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g;

export const join: ValueFunction = ([separator, ...lists], site, ref) => {
  if (separator?.kind === "unknown") return derived(ref, [separator, ...lists], site);
  if (separator?.kind !== "known") return null;
  const parts: TextPart[] = [];
  const add = (part: TextPart) => {
    if (parts.length > 0) parts.push(known(scalarText(separator)));
    parts.push(part);
  };
  for (const items of lists) {
    if (items.kind === "unknown") add(items);
    else if (items.kind !== "list") return null;
    else {
      for (const item of items.items) add(textPart(item, item.site ?? site));
      if (items.open && (items.items.length !== 1 || items.items[0]?.kind !== "unknown"))
        add(derived(ref, [items], site));
    }
  }
  return parts.length === 0 ? known("", site) : joinText(parts, null);
};

export const format: ValueFunction = ([spec, ...args], site, ref) => {
  if (spec?.kind === "unknown") return derived(ref, [spec, ...args], site);
  if (spec?.kind !== "known") return null;
  const source = scalarText(spec);
  const parts: TextPart[] = [];
  let at = 0;
  let next = 0;
  for (const found of source.matchAll(VERB)) {
    if (found.index > at) parts.push(literal(source, at, found.index, spec.site ?? site));
    at = found.index + found[0].length;
    const [, position, flags, width, precision, verb] = found;
    if (verb === "%") parts.push(known("%", site));
    else {
      if (position !== undefined) next = Number(position) - 1;
      const arg = args[next++];
      if (arg === undefined) return null;
      const part = formatted(arg, verb!, flags ?? "", Number(width ?? 0), precision, site);
      if (part === null) return null;
      parts.push(part);
    }
  }
  if (at < source.length) parts.push(literal(source, at, source.length, spec.site ?? site));
  const made = parts.length === 0 ? known("", site) : joinText(parts, null);
  return made.site === null ? { ...made, site } : made;
};

/** What stands between the separators of a text with holes; a hole is taken to hold none. Null where `split` knows all or nothing. */
export function splitText([separator, subject]: readonly Value[], site: Site): Value | null {
  if (separator?.kind !== "known" || subject?.kind !== "unknown" || !subject.text) return null;
  const by = scalarText(separator);
  if (by === "") return null;
  const items: TextPart[][] = [[]];
  for (const part of subject.text) {
    if (part.kind === "unknown") items.at(-1)!.push(part);
    else
      for (const [index, [from, to]] of stretches(scalarText(part), by).entries()) {
        if (index > 0) items.push([]);
        if (to > from) items.at(-1)!.push(cut(part, from, to, site));
      }
    if (items.length > MAX_ITEMS) return null;
  }
  return list(
    items.map((parts) => (parts.length === 0 ? known("", site) : joinText(parts, null))),
    site,
    // A line that is nothing but a hole may be any number of them.
    items.some((parts) => parts.length === 1 && parts[0]!.kind === "unknown"),
  );
}

/** `replace` where the text has holes, or what is put in is one. Null where `replace` knows all or nothing. */
export function replacedText([subject, needle, by]: readonly Value[], site: Site): Value | null {
  if (needle?.kind !== "known" || (by?.kind !== "known" && by?.kind !== "unknown")) return null;
  const wanted = scalarText(needle);
  const parts =
    subject?.kind === "known" ? [subject] : subject?.kind === "unknown" ? subject.text : undefined;
  // Between slashes stands a regular expression.
  if (parts === undefined || wanted === "" || /^\/.*\/$/.test(wanted)) return null;
  const made = parts.flatMap((part): TextPart[] => {
    if (part.kind === "unknown") return [part];
    return stretches(scalarText(part), wanted).flatMap(([from, to], index) => [
      ...(index > 0 ? [textPart(by, by.site ?? site)] : []),
      ...(to > from ? [cut(part, from, to, site)] : []),
    ]);
  });
  return made.length === 0 ? known("", site) : joinText(made, null);
}

function stretches(text: string, by: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = text.indexOf(by); at !== -1; at = text.indexOf(by, from)) {
    found.push([from, at]);
    from = at + by.length;
  }
  return [...found, [from, text.length]];
}

function cut(part: Known, from: number, to: number, site: Site): Known {
  const pieces = part.pieces ?? [{ at: 0, site: part.site ?? site }];
  return {
    kind: "known",
    value: scalarText(part).slice(from, to),
    site: part.site ?? site,
    pieces: pieces.map((piece) => ({ ...piece, at: piece.at - from })),
  };
}

/** A stretch of the format's own text, at its own place where the format is a plain literal. */
function literal(source: string, start: number, end: number, site: Site): TextPart {
  const text = source.slice(start, end);
  return { kind: "known", value: text, site, pieces: [{ at: -start, site }] };
}

function formatted(
  arg: Value,
  verb: string,
  flags: string,
  width: number,
  precision: string | undefined,
  site: Site,
): TextPart | null {
  if (arg.kind === "unknown") return arg;
  if (width > MAX_WIDTH || Number(precision ?? 0) > MAX_WIDTH) return null;
  if (arg.kind !== "known") {
    const text = verb === "v" ? refText(arg) : null;
    return text === null ? null : known(text, site);
  }
  const text = verbText(arg.value, verb, precision);
  if (text === null) return null;
  const zero = flags.includes("0") && !flags.includes("-") && verb !== "s" && verb !== "v";
  const signed = flags.includes("+") && /^[dfge]$/.test(verb) && !text.startsWith("-") ? `+${text}` : text;
  const padded = flags.includes("-")
    ? signed.padEnd(width)
    : zero && signed.startsWith("-")
      ? `-${signed.slice(1).padStart(width - 1, "0")}`
      : signed.padStart(width, zero ? "0" : " ");
  return textPart(known(padded, arg.site ?? site), arg.site ?? site);
}

function verbText(
  value: string | number | boolean,
  verb: string,
  precision: string | undefined,
): string | null {
  const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
  switch (verb) {
    case "s":
    case "v":
      return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
    case "q":
      return JSON.stringify(String(value));
    case "t":
      return String(value);
    case "d":
      return Number.isNaN(number) ? null : String(Math.trunc(number));
    case "f":
      return Number.isNaN(number) ? null : number.toFixed(Math.min(100, Number(precision ?? 6)));
    case "g":
      return Number.isNaN(number) ? null : String(number);
    case "x":
    case "X": {
      const hex = Number.isNaN(number)
        ? Buffer.from(String(value)).toString("hex")
        : Math.trunc(number).toString(16);
      return verb === "X" ? hex.toUpperCase() : hex;
    }
    case "b":
      return Number.isNaN(number) ? null : Math.trunc(number).toString(2);
    case "o":
      return Number.isNaN(number) ? null : Math.trunc(number).toString(8);
    default:
      return null;
  }
}

/** One text per element of the lists; other arguments are the same in each. */
export const formatList: ValueFunction = (args, site, ref) => {
  const lists = args.filter((arg) => arg.kind === "list");
  if (args.some((arg, i) => i > 0 && arg.kind === "unknown" && lists.length === 0)) {
    const sample = format(args, site, ref);
    return derived(ref, args, site, sample === null ? {} : { sample });
  }
  const length = Math.max(lists.length === 0 ? 1 : 0, ...lists.map((one) => one.items.length));
  if (length > MAX_ITEMS) return null;
  const items: Value[] = [];
  for (let i = 0; i < length; i++) {
    const row = args.map((arg) => (arg.kind === "list" ? (arg.items[i] ?? arg) : arg));
    const item = format(row, site, `${ref}[${i}]`);
    if (item === null) return null;
    items.push(item);
  }
  return list(
    items,
    site,
    lists.some((one) => one.open),
  );
};
