// `jsonencode` and `yamlencode` of values that are not wholly known: their text with a hole for each part that is not.
// Takes the value and the encoder, gives the parts of the text.
import type { Json } from "../../../model/document.ts";
import { scalarText } from "../operators.ts";
import { known, MAX_ITEMS, type Unknown, type Value } from "../value.ts";
import type { TextPart } from "../template.ts";
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
  return text.split(HOLE).flatMap((part, index): TextPart[] => {
    if (index % 2 === 1) return [holes[Number(part)]!];
    return part === "" ? [] : [known(part)];
  });
}

function whole(items: readonly (Json | undefined)[]): Json | undefined {
  return items.includes(undefined) ? undefined : (items as readonly Json[] as Json);
}
