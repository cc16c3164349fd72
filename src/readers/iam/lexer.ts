// Takes the text of one statement or matching rule, gives its tokens. Knows characters, not grammar.
import {
  characterTable,
  isUnusualSpace,
  isWordCode,
  mayOpenHole,
  OPENS_HOLE,
  OTHER,
  SPACE,
  WORD,
} from "./characters.ts";
import { holeEnd, startHoleScan } from "./placeholders.ts";
import type { Hole, Token, TokenKind, Tokens } from "./tokens.ts";
import { endsAsKeyword, isEllipsis, isReplaced, mayHoldColon } from "./word-forms.ts";

let characters: Uint8Array | undefined;

export function lex(text: string): Tokens {
  const tokens: Token[] = [];
  const scan = startHoleScan();
  characters ??= characterTable();
  const table = characters;
  const length = text.length;
  let open = false;
  let unusualSpace = -1;
  let at = 0;

  while (at < length) {
    const code = text.charCodeAt(at);
    const what = code < 128 ? table[code]! : isWordCode(code) ? WORD : OTHER;
    if (what === SPACE) {
      at++;
      continue;
    }
    const start = at;
    if (what === WORD) {
      at = word(start);
      continue;
    }
    switch (code) {
      case 44 /* , */:
        push(",", 1);
        continue;
      case 39 /* ' */:
      case 34 /* " */:
        string(start, code);
        continue;
      case 61 /* = */:
        if (text.charCodeAt(at + 1) === 61) push("==", 2);
        else push("=", 1);
        continue;
      case 33 /* ! */:
        if (text.charCodeAt(at + 1) === 61) push("!=", 2);
        else push("!", 1);
        continue;
      case 125 /* } */:
        push("}", 1);
        continue;
      case 40 /* ( */:
        push("(", 1);
        continue;
      case 41 /* ) */:
        push(")", 1);
        continue;
      case 58 /* : */:
        push(":", 1);
        continue;
      case 47 /* / */:
        {
          // A slash after a name parts a domain from a group; after an operator, `(` or `,` it opens a pattern.
          const before = tokens[tokens.length - 1]?.kind;
          const value =
            before === "=" || before === "!=" || before === "==" || before === "(" || before === ",";
          if (!value && text.charCodeAt(at + 1) === 47) bad(start);
          else if (before === "word" || before === "string") push("/", 1);
          else pattern(start);
          continue;
        }
    }
    if (what === OPENS_HOLE) {
      if (holeEnd(text, at, 0, scan) !== -1) {
        at = word(start);
        continue;
      }
      if (code === 123 /* { */) {
        push("{", 1);
        continue;
      }
      if (code === 36 /* $ */) {
        at = word(start);
        continue;
      }
    }
    if (isUnusualSpace(code)) {
      if (unusualSpace === -1) unusualSpace = at;
      at++;
      continue;
    }
    bad(start);
  }
  tokens.push({ kind: "end", start: length, end: length, hole: "none", closed: true, keyword: null });
  return { tokens, open, unusualSpace };

  function push(kind: TokenKind, width: number): void {
    tokens.push({ kind, start: at, end: at + width, hole: "none", closed: true, keyword: null });
    at += width;
  }

  /** word = ( word character | placeholder ) { word character | placeholder }; an OCID may hold colons. */
  function word(start: number): number {
    let end = start;
    let plain = 0;
    let holes = 0;
    while (end < length) {
      const code = text.charCodeAt(end);
      const what = code < 128 ? table[code]! : OTHER;
      if (what === WORD) {
        plain++;
        end++;
        continue;
      }
      if (what === OPENS_HOLE) {
        const after = holeEnd(text, end, 0, scan);
        if (after !== -1) {
          if (holes === 0 && plain > 0 && endsAsKeyword(text, start, end)) break;
          holes++;
          if (after === length) open = true;
          end = after;
          continue;
        }
        if (code !== 36 /* $ */) break;
      } else if (code === 58 /* : */) {
        if (!mayHoldColon(text, start) || !isWordCode(text.charCodeAt(end + 1))) break;
      } else if (!isWordCode(code)) break;
      plain++;
      end++;
    }
    let hole: Hole = holes === 0 ? "none" : plain === 0 ? "whole" : "inside";
    if (holes === 0 && (isEllipsis(text, start, end) || isReplaced(text, start, end))) hole = "whole";
    tokens.push({ kind: "word", start, end, hole, closed: true, keyword: null });
    return end;
  }

  /** string = "'" { character | "\'" | "\\" | placeholder } "'" , or the same in double quotes */
  function string(start: number, quote: number): void {
    let end = start + 1;
    let holes = 0;
    let lastHole = -1;
    let plain = 0;
    while (end < length) {
      const code = text.charCodeAt(end);
      if (code === quote) break;
      if (code < 128 && table[code] === OPENS_HOLE) {
        const after = holeEnd(text, end, quote, scan);
        if (after !== -1) {
          holes++;
          lastHole = after;
          end = after;
          continue;
        }
      }
      plain++;
      end++;
      if (code !== 92 /* \ */) continue;
      // NOTE: only a quote and a backslash are escaped; any other backslash stands for itself.
      const next = text.charCodeAt(end);
      if (next === quote || next === 92) end++;
    }
    const closed = end < length;
    let hole: Hole = holes === 0 ? "none" : plain === 0 ? "whole" : "inside";
    if (holes === 0 && isEllipsis(text, start + 1, end)) hole = "whole";
    if (!closed && lastHole === length) open = true;
    at = closed ? end + 1 : length;
    tokens.push({
      kind: "string",
      start,
      end: at,
      hole,
      closed: closed || lastHole === length,
      keyword: null,
    });
  }

  /** pattern = "/" { character | "\/" } "/" , ended by the first slash that is not escaped */
  function pattern(start: number): void {
    let end = start + 1;
    let holes = 0;
    while (end < length) {
      const code = text.charCodeAt(end);
      if (code === 47 /* / */) break;
      const after = mayOpenHole(code) && code !== 91 /* [ */ ? holeEnd(text, end, 0, scan) : -1;
      if (after !== -1) {
        holes++;
        end = after;
      } else end += code === 92 ? 2 : 1;
    }
    const closed = end < length;
    at = closed ? end + 1 : length;
    tokens.push({
      kind: "pattern",
      start,
      end: at,
      hole: holes === 0 ? "none" : "inside",
      closed,
      keyword: null,
    });
  }

  /** One token for a run of the same stray character, so that a megabyte of them is one problem. */
  function bad(start: number): void {
    const code = text.charCodeAt(start);
    at++;
    while (at < length && text.charCodeAt(at) === code) at++;
    tokens.push({ kind: "bad", start, end: at, hole: "none", closed: true, keyword: null });
  }
}
