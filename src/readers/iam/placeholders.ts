// Finds where a placeholder of a template language ends: `${…}`, `%s`, `<name>`, `{{…}}`, `{%…%}`, `$NAME`, `$(…)`, `[your …]`.
// Takes a text and an offset, gives an offset; knows nothing of the policy language around it.
import { blockEnd } from "./template-blocks.ts";

/** How many characters of one `${…}` are read with its inner strings understood, before braces alone are counted. */
const MAX_EXPRESSION = 4096;
/** After so many expressions that did not close when read carefully, the rest are read by counting braces. */
const MAX_CAREFUL_FAILURES = 8;
/** After so many blocks without an end, their directives are placeholders of their own. */
const MAX_OPEN_BLOCKS = 8;

/** Remembers what was looked for in vain, so that a text full of openings is still read once. */
export type HoleScan = {
  carefulFailures: number;
  openBlocks: number;
  noDoubleBrace: boolean;
  noPercentBrace: boolean;
};

export function startHoleScan(): HoleScan {
  return { carefulFailures: 0, openBlocks: 0, noDoubleBrace: false, noPercentBrace: false };
}

/**
 * The offset after the placeholder that starts at `at`, or -1 when none starts there.
 * `quote` is the quote of the string around it (0 outside): `<…>` must not leap over it.
 * An expression that never closes reaches to the end of the text.
 */
export function holeEnd(text: string, at: number, quote: number, scan: HoleScan): number {
  const end = placeholderEnd(text, at, quote, scan);
  if (end === -1) return end;
  // Directives begin with `%{`, `{{` or `{%`. In a string the two ends of a block may stand in different strings.
  const code = text.charCodeAt(at);
  if ((code !== 37 && code !== 123) || quote !== 0 || scan.openBlocks >= MAX_OPEN_BLOCKS) return end;
  const whole = blockEnd(text, at, (from) => placeholderEnd(text, from, 0, scan));
  if (whole === "open") scan.openBlocks++;
  return typeof whole === "number" ? whole : end;
}

function placeholderEnd(text: string, at: number, quote: number, scan: HoleScan): number {
  switch (text.charCodeAt(at)) {
    case 36 /* $ */:
      return dollarEnd(text, at, scan);
    case 37 /* % */:
      return percentEnd(text, at, scan);
    case 60 /* < */:
      return angleEnd(text, at, quote);
    case 123 /* { */:
      return text.charCodeAt(at + 1) === 37
        ? percentBraceEnd(text, at, scan)
        : doubleBraceEnd(text, at, scan);
    case 91 /* [ */:
      return quote === 0 ? bracketEnd(text, at) : -1;
    default:
      return -1;
  }
}

/** dollar = "${" … "}" | "$(" … ")" | "$" name | "$" digits */
function dollarEnd(text: string, at: number, scan: HoleScan): number {
  const next = text.charCodeAt(at + 1);
  if (next === 123) return expressionEnd(text, at + 2, scan);
  if (next === 40) return commandEnd(text, at + 2, scan);
  if (at > 0 && isLetterOrDigit(text.charCodeAt(at - 1))) return -1;
  if (!isLetterOrDigit(next) && next !== 95) return -1;
  let end = at + 1;
  while (isLetterOrDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95) end++;
  return end;
}

/** command = text, strings and nested parentheses up to the closing ")" */
function commandEnd(text: string, from: number, scan: HoleScan): number {
  if (scan.carefulFailures >= MAX_CAREFUL_FAILURES) return -1;
  let depth = 1;
  let quote = 0;
  const limit = Math.min(text.length, from + MAX_EXPRESSION);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return at + 1;
  }
  scan.carefulFailures++;
  return -1;
}

/** percent = "%{" … "}" | "%(" name ")s" | "%" [ "[" digits "]" | digits "$" ] ( "s" | "v" | "d" | "q" ), no letter after it */
function percentEnd(text: string, at: number, scan: HoleScan): number {
  let end = at + 1;
  const next = text.charCodeAt(end);
  if (next === 123) return expressionEnd(text, end + 1, scan);
  if (next === 40) return namedFormatEnd(text, end + 1);
  if (next === 91 || isDigit(next)) {
    if (next === 91) end++;
    const digits = end;
    while (isDigit(text.charCodeAt(end)) && end - digits < 3) end++;
    if (end === digits || text.charCodeAt(end) !== (next === 91 ? 93 : 36)) return -1;
    end++;
  }
  const letter = text.charCodeAt(end);
  if (letter !== 115 && letter !== 118 && letter !== 100 && letter !== 113) return -1;
  return isLetterOrDigit(text.charCodeAt(end + 1)) ? -1 : end + 1;
}

/** What Python's `%` operator takes: "%(" name ")s" */
function namedFormatEnd(text: string, from: number): number {
  let end = from;
  while (isLetterOrDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95) end++;
  return end > from && text.charCodeAt(end) === 41 && text.charCodeAt(end + 1) === 115 ? end + 2 : -1;
}

/** angle = "<" text ">", not blank at its start, with no other "<" inside */
function angleEnd(text: string, at: number, quote: number): number {
  const first = text.charCodeAt(at + 1);
  if (first === 62 || first === 61 || first === 32 || Number.isNaN(first)) return -1;
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 62) return end + 1;
    if (code === 60 || code === 10 || (quote !== 0 && code === quote)) return -1;
  }
  return -1;
}

/** A directive of Jinja: "{%" … "%}" */
function percentBraceEnd(text: string, at: number, scan: HoleScan): number {
  if (scan.noPercentBrace) return -1;
  const close = text.indexOf("%}", at + 2);
  scan.noPercentBrace = close === -1;
  return close === -1 ? -1 : close + 2;
}

function doubleBraceEnd(text: string, at: number, scan: HoleScan): number {
  // Of three braces the first one is the language's own.
  const third = text.charCodeAt(at + 2);
  if (text.charCodeAt(at + 1) !== 123 || third === 123 || third === 37 || scan.noDoubleBrace) return -1;
  const close = text.indexOf("}}", at + 2);
  scan.noDoubleBrace = close === -1;
  return close === -1 ? -1 : close + 2;
}

function bracketEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 93) return end === at + 1 ? -1 : end + 1;
    // Values in quotes are a list in brackets, as other languages write it.
    if (code === 91 || code === 10 || code === 39 || code === 34) return -1;
  }
  return -1;
}

/** expression = text and nested braces up to the closing "}"; strings inside may hold braces and further expressions. */
function expressionEnd(text: string, from: number, scan: HoleScan): number {
  if (scan.carefulFailures < MAX_CAREFUL_FAILURES) {
    const end = carefulEnd(text, from);
    if (end !== -1) return end;
    scan.carefulFailures++;
  }
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at + 1;
  }
  return text.length;
}

function carefulEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_EXPRESSION);
  // One entry per open bracket: true for a string, false for braces.
  const open: boolean[] = [false];
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (open[open.length - 1]) {
      if (code === 92) at++;
      else if (code === 34) open.pop();
      else if (code === 36 && text.charCodeAt(at + 1) === 123) {
        open.push(false);
        at++;
      }
    } else if (code === 34) open.push(true);
    else if (code === 123) open.push(false);
    else if (code === 125) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
}
