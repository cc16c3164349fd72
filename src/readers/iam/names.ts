// Names and OCIDs: what may stand where a statement names something. Parses at a cursor.
import type { Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { isOcidAt } from "./lexer.ts";

/** Words that end a name's place: a name like one of them stands in quotes. */
export const reserved: readonly string[] = ["to", "in", "of", "where", "with", "as"];

export function isFreeName(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "string" || (token.kind === "word" && !reserved.includes(cursor.keyword()));
}

/** The OCID that must follow `id`. */
export function ocidWord(cursor: Cursor, after: string): Word | null {
  if (isOcid(cursor)) return cursor.word();
  cursor.expected("iam/expected-ocid", `an OCID after \`${after}\``);
  if (isFreeName(cursor)) cursor.next();
  return null;
}

export function isOcid(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "word" && (token.hole !== "none" || isOcidAt(cursor.text, token.start));
}
