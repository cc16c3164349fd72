// Takes the text of one statement or matching rule, gives its tokens. Knows characters, not grammar.
import { holeEnd, startHoleScan } from "./placeholders.ts";

export type TokenKind =
  | "word"
  | "string"
  | "pattern"
  | "{"
  | "}"
  | "("
  | ")"
  | ","
  | ":"
  | "/"
  | "="
  | "!="
  | "=="
  | "!"
  | "bad"
  | "end";

/** Whether a token holds placeholders: not at all, beside other text, or nothing else. */
export type Hole = "none" | "inside" | "whole";

/** `start` and `end` are UTF-16 offsets. `closed` is false for a string or pattern whose end is missing. */
export type Token = {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly hole: Hole;
  readonly closed: boolean;
  /** The text of a word without placeholders in lower case, once somebody asked for it. */
  keyword: string | null;
};

/** `open` says that the text ends inside a placeholder, which may hold whatever is missing at the end. */
export type Tokens = {
  readonly tokens: readonly Token[];
  readonly open: boolean;
  readonly unusualSpace: number;
};

/** What a character below 128 is to a word. */
const [OTHER, SPACE, WORD, OPENS_HOLE] = [0, 1, 2, 3];
let classes: Uint8Array | undefined;

function classTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    if (code === 32 || (code >= 9 && code <= 13)) table[code] = SPACE;
    else if (mayOpenHole(code)) table[code] = OPENS_HOLE;
    else table[code] = isWordCode(code) ? WORD : OTHER;
  }
  return table;
}

export function lex(text: string): Tokens {
  const tokens: Token[] = [];
  const scan = startHoleScan();
  classes ??= classTable();
  const table = classes;
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
      case 44:
        push(",", 1);
        continue;
      case 39:
      case 34:
        string(start, code);
        continue;
      case 61:
        if (text.charCodeAt(at + 1) === 61) push("==", 2);
        else push("=", 1);
        continue;
      case 33:
        if (text.charCodeAt(at + 1) === 61) push("!=", 2);
        else push("!", 1);
        continue;
      case 125:
        push("}", 1);
        continue;
      case 40:
        push("(", 1);
        continue;
      case 41:
        push(")", 1);
        continue;
      case 58:
        push(":", 1);
        continue;
      case 47: {
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
      if (code === 123) {
        push("{", 1);
        continue;
      }
      if (code === 36) {
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
        if (code !== 36) break;
      } else if (code === 58) {
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
      if (code !== 92) continue;
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
      if (code === 47) break;
      const after = mayOpenHole(code) && code !== 91 ? holeEnd(text, end, 0, scan) : -1;
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

/** `$ % < { [` */
export function mayOpenHole(code: number): boolean {
  return code === 36 || code === 37 || code === 60 || code === 123 || code === 91;
}

/** Letters, digits, `_ - . @ $ +`, and every letter beyond ASCII. */
function isWordCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (code < 128) {
    return (
      (code >= 65 && code <= 90) ||
      (code >= 45 && code <= 57 && code !== 47) ||
      code === 95 ||
      code === 64 ||
      code === 36 ||
      code === 43
    );
  }
  return code >= 128 && !isUnusualSpace(code) && !isTypographicQuote(code);
}

/** ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ « » */
export function isTypographicQuote(code: number): boolean {
  return (
    (code >= 0x2018 && code <= 0x201f) || code === 0x2032 || code === 0x2033 || code === 0xab || code === 0xbb
  );
}

function isUnusualSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}

/** Old OCIDs and the keys of tags in variables hold colons; the names of compartments are parted by them. */
function mayHoldColon(text: string, start: number): boolean {
  return (
    isOcidAt(text, start) ||
    text.startsWith("target.", start) ||
    text.startsWith("request.", start) ||
    text.startsWith("tag.", start)
  );
}

/** True for `ocid1` followed by a dot or a colon. */
export function isOcidAt(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 5);
  return (
    (after === 46 || after === 58) &&
    text.charCodeAt(at + 4) === 49 &&
    (text.charCodeAt(at) | 32) === 111 &&
    (text.charCodeAt(at + 1) | 32) === 99 &&
    (text.charCodeAt(at + 2) | 32) === 105 &&
    (text.charCodeAt(at + 3) | 32) === 100
  );
}

/** A placeholder for a whole clause often stands right behind one of these: `in tenancy${local.where}`. */
function endsAsKeyword(text: string, start: number, end: number): boolean {
  if (end - start < 5 || end - start > 11) return false;
  return /^(?:tenancy|any-tenancy|any-user|any-group|where)$/i.test(text.slice(start, end));
}

/** `__NAME__` and `@NAME@`, which tools replace before the text is used. */
function isReplaced(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (code !== 95 && code !== 64) return false;
  return /^(?:__\w+__|@@?\w+@@?)$/.test(text.slice(start, end));
}

/** `...` or `…`: the author left something out. */
function isEllipsis(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === 0x2026) return end === start + 1;
  if (end - start < 3) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 46) return false;
  return true;
}
