// The words of one simple command, read from the source: takes a text and an offset, gives words as parts and redirects.
// Works where the grammar's tree has gaps (a lone `-`), and knows nothing of values or programs.

/** Part of a word. `literal` parts have the value that the shell would see, `source` parts stand in the text as they are. */
export type WordPart =
  | {
      readonly kind: "literal";
      readonly value: string;
      readonly quoted: boolean;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "variable";
      readonly name: string;
      /** What follows the name inside `${…}`: `:-default`, `[@]`, `%suffix`. */
      readonly operation: string;
      readonly quoted: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "substitution"; readonly quoted: boolean; readonly start: number; readonly end: number };

export type Word = { readonly parts: readonly WordPart[]; readonly start: number; readonly end: number };

export type Redirect = {
  readonly operator: string;
  /** Absent at the end of a broken script. */
  readonly target: Word | null;
};

export type SimpleCommand = {
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly start: number;
  /** After the last word or redirect. */
  readonly end: number;
  /** What ended it: `|`, `|&`, `;`, `&&`, a line break, or nothing. */
  readonly terminator: string;
  /** Offset after the terminator. */
  readonly after: number;
};

/** Ends of substitutions by their start, where the tree knows them better than counting brackets does. */
export type KnownEnds = ReadonlyMap<number, number>;

/** Substitutions in strings in substitutions: deeper ones go to the end of the text. */
const MAX_NESTING = 200;
const NO_ENDS: KnownEnds = new Map();
const BREAK = new Set([" ", "\t", "\n", ";", "&", "|", "(", ")", "<", ">"]);
const REDIRECT = /(?:\d+|\{\w+\})?(?:<<<|<<-?|&>>?|>>|>\||<>|[<>]&?)/y;
const NAME = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
const TERMINATOR = /\|&|\|\||&&|;;&|;;|;&|[|;&\n()]/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  v: "\v",
};

/** Reads from `start` to the end of the simple command. `backtick`: the command stands inside backquotes. */
export function readSimpleCommand(
  text: string,
  start: number,
  ends: KnownEnds,
  backtick: boolean,
): SimpleCommand {
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  let at = start;
  let end = start;
  for (;;) {
    at = skipBlanks(text, at);
    const char = text[at];
    if (char === undefined || (char === "`" && backtick))
      return { words, redirects, start, end, terminator: "", after: at };
    if (char === "#") {
      const line = text.indexOf("\n", at);
      const after = line === -1 ? text.length : line + 1;
      return { words, redirects, start, end, terminator: line === -1 ? "" : "\n", after };
    }
    REDIRECT.lastIndex = at;
    const redirect = REDIRECT.exec(text)?.[0];
    const substitutes = (char === "<" || char === ">") && text[at + 1] === "(";
    if (redirect !== undefined && !substitutes) {
      const from = skipBlanks(text, at + redirect.length);
      const target = readWord(text, from, ends, backtick);
      redirects.push({ operator: redirect, target });
      end = target?.end ?? at + redirect.length;
      at = end;
      continue;
    }
    const word = readWord(text, at, ends, backtick);
    if (word === null) {
      TERMINATOR.lastIndex = at;
      const terminator = TERMINATOR.exec(text)?.[0] ?? char;
      return { words, redirects, start, end, terminator, after: at + terminator.length };
    }
    words.push(word);
    at = end = word.end;
  }
}

/** The word that begins at `start`; null where none does. */
export function readWord(text: string, start: number, ends: KnownEnds, backtick = false): Word | null {
  const parts: WordPart[] = [];
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if ((char === "<" || char === ">") && text[at + 1] === "(") {
      const end = ends.get(at) ?? closingBracket(text, at + 2, "(", ")");
      parts.push({ kind: "substitution", quoted: false, start: at, end });
      at = end;
    } else if (char === "(" && opensArray(parts)) {
      const end = ends.get(at) ?? closingBracket(text, at + 1, "(", ")");
      parts.push({ kind: "substitution", quoted: false, start: at, end });
      at = end;
    } else if (char === "(" && at > start && /[?*+@!]/.test(text[at - 1]!)) {
      const end = closingBracket(text, at + 1, "(", ")");
      parts.push({ kind: "literal", value: text.slice(at, end), quoted: false, start: at, end });
      at = end;
    } else if (BREAK.has(char)) break;
    else if (char === "`" && backtick) break;
    else if (char === "\\") {
      if (text[at + 1] !== "\n" && at + 1 < text.length)
        parts.push({ kind: "literal", value: text[at + 1]!, quoted: true, start: at + 1, end: at + 2 });
      at += 2;
    } else if (char === "'") {
      const close = text.indexOf("'", at + 1);
      const end = close === -1 ? text.length : close;
      parts.push({ kind: "literal", value: text.slice(at + 1, end), quoted: true, start: at + 1, end });
      at = end + 1;
    } else if (char === '"') at = readDoubleQuoted(text, at + 1, parts, ends, backtick);
    else if (char === "$" && text[at + 1] === "'") at = readAnsiQuoted(text, at + 2, parts);
    else if (char === "$" && text[at + 1] === '"') at = readDoubleQuoted(text, at + 2, parts, ends, backtick);
    else if (char === "$" || char === "`") at = readExpansion(text, at, parts, ends, false);
    else {
      let end = at + 1;
      while (end < text.length && !BREAK.has(text[end]!) && !"\\'\"$`".includes(text[end]!)) end++;
      parts.push({ kind: "literal", value: text.slice(at, end), quoted: false, start: at, end });
      at = end;
    }
  }
  at = Math.min(at, text.length);
  return at === start ? null : { parts, start, end: at };
}

/** `name=(` and `name+=(`: only there does a bracket continue a word. */
function opensArray(parts: readonly WordPart[]): boolean {
  const first = parts[0];
  return (
    parts.length === 1 && first?.kind === "literal" && !first.quoted && /^[A-Za-z_]\w*\+?=$/.test(first.value)
  );
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    if (text[at] === " " || text[at] === "\t" || text[at] === "\r") at++;
    else if (text[at] === "\\" && text[at + 1] === "\n") at += 2;
    else return at;
  }
}

/** Reads from after the opening quote, gives the offset after the closing one. */
function readDoubleQuoted(
  text: string,
  start: number,
  parts: WordPart[],
  ends: KnownEnds,
  backtick: boolean,
): number {
  let at = start;
  let from = start;
  const flush = (end: number) => {
    if (end > from)
      parts.push({ kind: "literal", value: text.slice(from, end), quoted: true, start: from, end });
  };
  while (at < text.length && text[at] !== '"') {
    const char = text[at]!;
    if (char === "\\" && '"\\$`\n'.includes(text[at + 1] ?? " ")) {
      flush(at);
      // A line break after a backslash vanishes; any other of these characters stands for itself.
      from = text[at + 1] === "\n" ? at + 2 : at + 1;
      at += 2;
    } else if (char === "$" || (char === "`" && !backtick)) {
      flush(at);
      at = from = readExpansion(text, at, parts, ends, true);
    } else at++;
  }
  flush(Math.min(at, text.length));
  if (at === start) parts.push({ kind: "literal", value: "", quoted: true, start, end: start });
  return at + 1;
}

function readAnsiQuoted(text: string, start: number, parts: WordPart[]): number {
  let at = start;
  let value = "";
  while (at < text.length && text[at] !== "'") {
    if (text[at] === "\\") {
      const next = text[at + 1] ?? "";
      value += ESCAPES[next] ?? next;
      at += 2;
    } else value += text[at++];
  }
  parts.push({ kind: "literal", value, quoted: true, start, end: Math.min(at, text.length) });
  return at + 1;
}

/** `$name`, `${…}`, `$(…)`, `$((…))`, backquotes; a `$` that begins none of them is itself. */
function readExpansion(
  text: string,
  start: number,
  parts: WordPart[],
  ends: KnownEnds,
  quoted: boolean,
): number {
  const next = text[start + 1];
  if (text[start] === "`") {
    let at = start + 1;
    while (at < text.length && text[at] !== "`") at += text[at] === "\\" ? 2 : 1;
    const end = ends.get(start) ?? Math.min(at + 1, text.length);
    parts.push({ kind: "substitution", quoted, start, end });
    return end;
  }
  if (next === "(") {
    const end = ends.get(start) ?? closingBracket(text, start + 2, "(", ")");
    parts.push({ kind: "substitution", quoted, start, end });
    return end;
  }
  if (next === "{") {
    const end = closingBracket(text, start + 2, "{", "}");
    const inside = text.slice(start + 2, end - 1);
    const name = /^[A-Za-z_]\w*|^[0-9@*]+/.exec(inside)?.[0] ?? "";
    parts.push({ kind: "variable", name, operation: inside.slice(name.length), quoted, start, end });
    return end;
  }
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) {
    parts.push({ kind: "literal", value: "$", quoted, start, end: start + 1 });
    return start + 1;
  }
  const end = start + 1 + name.length;
  parts.push({ kind: "variable", name, operation: "", quoted, start, end });
  return end;
}

/** Offset behind the expansion that begins at `start` (a `$` or a backquote); `start` itself when none does. */
export function expansionEnd(text: string, start: number): number {
  const parts: WordPart[] = [];
  const end = readExpansion(text, start, parts, NO_ENDS, true);
  return parts[0]?.kind === "literal" ? start : end;
}

/** Offset after the bracket that closes; quotes and escapes are stepped over. The text's end when nothing closes. */
function closingBracket(text: string, start: number, open: string, close: string, nesting = 0): number {
  if (nesting > MAX_NESTING) return text.length;
  let depth = 1;
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if (char === "\\") at++;
    else if (char === "'" && open === "(") {
      const end = text.indexOf("'", at + 1);
      at = end === -1 ? text.length : end;
    } else if (char === '"') {
      at++;
      while (at < text.length && text[at] !== '"') {
        if (text[at] === "\\") at++;
        else if (text[at] === "$" && (text[at + 1] === "(" || text[at + 1] === "{")) {
          const inner = text[at + 1]!;
          at = closingBracket(text, at + 2, inner, inner === "(" ? ")" : "}", nesting + 1) - 1;
        }
        at++;
      }
    } else if (char === open) depth++;
    else if (char === close && --depth === 0) return at + 1;
    at++;
  }
  return text.length;
}
