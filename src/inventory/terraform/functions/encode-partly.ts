// `jsonencode` and `yamlencode`: where the texts of the value stand in the outcome, and for a value that is not wholly known the outcome with
// a hole for each part that is not. Takes the value and the encoder, gives the parts of the text.
import type { Json } from "../../../model/document.ts";
import { scalarText } from "../operators.ts";
import type { TextPart } from "../template.ts";
import { type Known, known, MAX_ITEMS, type Piece, type Unknown, type Value } from "../value.ts";
import type { PlainFunction } from "./plain.ts";

/** Characters that nobody writes: a number between them stands for a hole until the text is made. */
const [OPEN, CLOSE] = ["\uE0F0", "\uE0F1"];
const HOLE = /\uE0F0(\d+)\uE0F1/;

/** Null where nothing is to be gained: too much, or something that is no data. */
export function encodedParts(value: Value, encode: PlainFunction): readonly TextPart[] | null {
  const holes: Unknown[] = [];
  let left = MAX_ITEMS;
  const hole = (one: Unknown): string => `${OPEN}${holes.push(one) - 1}${CLOSE}`;
  const plain = (one: Value): Json | undefined => {
    if (left-- <= 0) return undefined;
    if (one.kind === "known") return one.value;
    if (one.kind === "absent") return null;
    if (one.kind === "unknown")
      return one.text
        ? one.text.map((part) => (part.kind === "known" ? scalarText(part) : hole(part))).join("")
        : hole(one);
    if (one.kind === "list") return whole(one.items.map(plain));
    const members = [...one.entries].map(([name, entry]) => [name, plain(entry.value)] as const);
    if (members.some(([, member]) => member === undefined)) return undefined;
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) as Json;
  };
  if (value.kind === "unknown") return null;
  const json = plain(value);
  const text = json === undefined ? undefined : encode([json]);
  if (typeof text !== "string" || holes.length === 0) return null;
  const parts = text.split(HOLE).flatMap((part, index): TextPart[] => {
    if (index % 2 === 1) return [holes[Number(part)]!];
    return part === "" ? [] : [known(part)];
  });
  return withWrittenPlaces(parts, value);
}

/** Texts of a value that are looked for, and characters that are looked at for all of them together. */
const [MAX_TEXTS, MAX_SEARCHED] = [1_000, 500_000];

/** What the value's texts became keeps the place where each was written. */
export function withWrittenPlaces(parts: readonly TextPart[], value: Value): readonly TextPart[] {
  const pieces = parts.map((): Piece[] => []);
  let [index, from, left] = [0, 0, MAX_SEARCHED];
  for (const { one, whole: isWhole } of writtenTexts(value, MAX_TEXTS)) {
    const quoted = JSON.stringify(one.value);
    const wanted = isWhole ? quoted : quoted.slice(1, -1);
    for (let [i, start] = [index, from]; i < parts.length && left > 0; [i, start] = [i + 1, 0]) {
      const part = parts[i]!;
      const text = part.kind === "known" ? String(part.value) : "";
      let at = text.indexOf(wanted, start);
      // The name of a member is no text of the value.
      while (isWhole && at !== -1 && text[at + wanted.length] === ":") at = text.indexOf(wanted, at + 1);
      left -= 1 + (at === -1 ? text.length : at) - start;
      if (at === -1) continue;
      for (const piece of one.pieces ?? [{ at: 0, site: one.site! }])
        pieces[i]!.push({ ...piece, at: piece.at + at + (isWhole ? 1 : 0) });
      [index, from] = [i, at + wanted.length];
      break;
    }
  }
  return parts.map((part, i) =>
    part.kind === "known" && pieces[i]!.length > 0
      ? { ...part, site: pieces[i]![0]!.site, pieces: pieces[i]! }
      : part,
  );
}

type WrittenText = { readonly one: Known; readonly whole: boolean };

/** In the order in which they are encoded: members by name. `whole`: not beside a hole. */
function writtenTexts(value: Value, limit: number): readonly WrittenText[] {
  const found: WrittenText[] = [];
  const add = (one: Value, whole: boolean): void => {
    if (one.kind === "known" && typeof one.value === "string" && one.value !== "" && one.site !== null)
      found.push({ one, whole });
  };
  const visit = (one: Value): void => {
    if (found.length >= limit) return;
    if (one.kind === "known") add(one, true);
    else if (one.kind === "list") one.items.forEach(visit);
    else if (one.kind === "unknown") for (const part of one.text ?? []) add(part, false);
    else if (one.kind === "object")
      for (const [, entry] of [...one.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        visit(entry.value);
  };
  visit(value);
  return found;
}

function whole(items: readonly (Json | undefined)[]): Json | undefined {
  return items.includes(undefined) ? undefined : (items as readonly Json[] as Json);
}
