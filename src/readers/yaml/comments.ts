// Finds the comments of one document that mention the product. Takes the parser's events, because only they say what is a scalar.
import { EVENT_ID, type Event } from "js-yaml";
import { COMMENT_MARK } from "../../model/comment-mark.ts";
import type { Span } from "../../model/place.ts";

export type FoundComment = { readonly text: string; readonly span: Span; readonly alone: boolean };

export function findComments(text: string, events: readonly Event[]): FoundComment[] {
  const found: FoundComment[] = [];
  const scalars = events.flatMap((event): Span[] =>
    event.type === EVENT_ID.SCALAR && event.valueStart !== -1 ? [[event.valueStart, event.valueEnd]] : [],
  );
  let scalar = 0;
  for (let at = text.indexOf(COMMENT_MARK); at !== -1; ) {
    const lineStart = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", at);
    const lineEnd = newline === -1 ? text.length : newline;
    for (
      let hash = text.indexOf("#", lineStart);
      hash !== -1 && hash < lineEnd;
      hash = text.indexOf("#", hash + 1)
    ) {
      if (hash > lineStart && !isSpace(text.charCodeAt(hash - 1))) continue;
      while (scalar < scalars.length && scalars[scalar]![1] <= hash) scalar++;
      if (scalar < scalars.length && scalars[scalar]![0] <= hash) continue;
      const body = text.slice(hash, lineEnd).trimEnd();
      if (body.includes(COMMENT_MARK)) {
        const alone = text.slice(lineStart, hash).trim() === "";
        found.push({ text: body.slice(1).trim(), span: [hash, hash + body.length], alone });
      }
      break;
    }
    at = text.indexOf(COMMENT_MARK, lineEnd);
  }
  return found;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
