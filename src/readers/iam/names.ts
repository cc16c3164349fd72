// Names and OCIDs: what may stand where a statement names something. Parses at a cursor.
import type { Span } from "../../model/place.ts";
import type { Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./tokens.ts";
import { isOcidAt } from "./word-forms.ts";

/** Words that end a name's place: a name like one of them stands in quotes. */
export const reserved: readonly string[] = ["to", "in", "of", "where", "with", "as"];

export function isFreeName(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "string" || (token.kind === "word" && !reserved.includes(cursor.keyword()));
}

/** The OCID that must follow `id`. */
export function ocidWord(cursor: Cursor, after: string): Word | null {
  if (isOcid(cursor)) return cursor.word();
  if (isQuotedOcid(cursor, cursor.token)) return quotedOcid(cursor);
  cursor.expected("iam/expected-ocid", `an OCID after \`${after}\``);
  if (isFreeName(cursor)) cursor.next();
  return null;
}

/** An OCID in quotes, as many other languages would have it. */
export function isQuotedOcid({ text }: Cursor, { kind, start, closed }: Token): boolean {
  return kind === "string" && closed && isOcidAt(text, start + 1);
}

function quotedOcid(cursor: Cursor): Word {
  const { start, end } = cursor.token;
  const text = cursor.text.slice(start + 1, end - 1);
  const fix = { span: [start, end] as Span, text };
  cursor.fail(
    "iam/quoted-ocid",
    `An OCID after \`id\` stands without quotes: \`${text}\`.`,
    cursor.token,
    fix,
  );
  return { ...cursor.word(), quoted: false };
}

export function isOcid(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "word" && (token.hole !== "none" || isOcidAt(cursor.text, token.start));
}
