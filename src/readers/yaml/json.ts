// JSON with places: a text → the spans of its values, doubled keys, and the first thing that is not JSON. Values come from `JSON.parse`.
import type { Span } from "../../model/place.ts";
import type { LayoutNode } from "./layout.ts";

export type JsonFault = { readonly message: string; readonly offset: number; readonly deep: boolean };

export type JsonScan = {
  /** One root for each value in the text: a stream of several is read as `kubectl` would. */
  readonly roots: readonly LayoutNode[];
  readonly duplicates: readonly { readonly key: string; readonly span: Span }[];
  readonly fault: JsonFault | null;
};

/**
 * Scans a whole text, beginning at `start`. Never throws; what was complete before a fault is in `roots`.
 * `lenient` lets comments and trailing commas pass.
 */
export function scanJson(text: string, start: number, depth: number, lenient = false): JsonScan {
  const scanner = new JsonScanner(text, start, depth, lenient);
  const roots: LayoutNode[] = [];
  try {
    while (!scanner.atEnd()) roots.push(scanner.value(0));
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { roots, duplicates: scanner.duplicates, fault: error };
  }
  return { roots, duplicates: scanner.duplicates, fault: null };
}

class NotJson extends Error implements JsonFault {
  readonly offset: number;
  readonly deep: boolean;
  constructor(message: string, offset: number, deep: boolean) {
    super(message);
    this.offset = offset;
    this.deep = deep;
  }
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const word = /[A-Za-z_$][\w$]*/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class JsonScanner {
  readonly duplicates: { key: string; span: Span }[] = [];
  readonly #text: string;
  readonly #deepest: number;
  readonly #lenient: boolean;
  #at: number;

  constructor(text: string, start: number, deepest: number, lenient: boolean) {
    this.#lenient = lenient;
    this.#text = text;
    this.#at = start;
    this.#deepest = deepest;
  }

  atEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.#text.length;
  }

  fail(message: string, deep = false): never {
    throw new NotJson(message, this.#at, deep);
  }

  value(depth: number): LayoutNode {
    this.#skipSpace();
    const start = this.#at;
    switch (this.#text[start]) {
      case "{":
        return this.#object(start, depth + 1);
      case "[":
        return this.#array(start, depth + 1);
      case '"': {
        this.#string();
        return { start, end: this.#at, source: [start + 1, this.#at - 1] };
      }
      default: {
        const end = this.#wordOrNumber(start);
        this.#at = end;
        return { start, end, source: [start, end] };
      }
    }
  }

  #wordOrNumber(start: number): number {
    number.lastIndex = start;
    if (number.test(this.#text)) return number.lastIndex;
    word.lastIndex = start;
    const found = word.exec(this.#text)?.[0];
    if (found === "true" || found === "false" || found === "null") return word.lastIndex;
    if (start >= this.#text.length) return this.fail("A value is missing at the end of the file.");
    if (found) return this.fail(`${found} is not a JSON value; a string needs double quotes.`);
    return this.fail(this.#unexpected("a value"));
  }

  #object(start: number, depth: number): LayoutNode {
    if (depth > this.#deepest) this.fail(`It is nested deeper than ${this.#deepest} levels.`, true);
    this.#at++;
    const entries = new Map<string, { keyStart: number; node: LayoutNode }>();
    this.#skipSpace();
    if (this.#text[this.#at] === "}") {
      this.#at++;
      return { start, end: this.#at, entries };
    }
    for (;;) {
      this.#skipSpace();
      const keyStart = this.#at;
      if (this.#text[keyStart] !== '"') this.fail(this.#unexpected("a key in double quotes"));
      this.#string();
      const key = decoded(this.#text.slice(keyStart, this.#at));
      if (entries.has(key)) this.duplicates.push({ key, span: [keyStart, this.#at] });
      this.#skipSpace();
      if (this.#text[this.#at] !== ":") this.fail(this.#unexpected('":" after the key'));
      this.#at++;
      entries.set(key, { keyStart, node: this.value(depth) });
      if (this.#closes("}")) return { start, end: this.#at, entries };
    }
  }

  #array(start: number, depth: number): LayoutNode {
    if (depth > this.#deepest) this.fail(`It is nested deeper than ${this.#deepest} levels.`, true);
    this.#at++;
    const items: LayoutNode[] = [];
    this.#skipSpace();
    if (this.#text[this.#at] === "]") {
      this.#at++;
      return { start, end: this.#at, items };
    }
    for (;;) {
      items.push(this.value(depth));
      if (this.#closes("]")) return { start, end: this.#at, items };
    }
  }

  /** Takes the bracket (true) or the comma (false) that follows a value. */
  #closes(bracket: string): boolean {
    this.#skipSpace();
    const found = this.#text[this.#at];
    if (found !== bracket && found !== ",") this.fail(this.#unexpected(`"," or "${bracket}"`));
    this.#at++;
    if (found === bracket || !this.#lenient) return found === bracket;
    this.#skipSpace();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #string(): void {
    const start = this.#at;
    let at = start + 1;
    for (;;) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) break;
      if (code === 0x5c) {
        escapeSequence.lastIndex = at;
        if (!escapeSequence.test(this.#text)) {
          this.#at = at;
          this.fail("A backslash in a string must begin one of JSON's escapes.");
        }
        at = escapeSequence.lastIndex;
      } else if (code < 0x20) {
        this.#at = at;
        this.fail("A string must end on the line that it begins on.");
      } else if (Number.isNaN(code)) this.fail("A string has no closing quote.");
      else at++;
    }
    this.#at = at + 1;
  }

  #unexpected(expected: string): string {
    const found = this.#text[this.#at];
    if (found === undefined) return `The file ends where ${expected} should stand.`;
    return `${JSON.stringify(found.toWellFormed())} stands where ${expected} should.`;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) this.#at++;
      else if (!this.#lenient || code !== 0x2f || !this.#skipComment()) return;
    }
  }

  #skipComment(): boolean {
    const end = this.#text.startsWith("//", this.#at)
      ? this.#text.indexOf("\n", this.#at)
      : this.#text.startsWith("/*", this.#at)
        ? this.#text.indexOf("*/", this.#at + 2)
        : this.#at;
    if (end === this.#at) return false;
    this.#at = end === -1 ? this.#text.length : end + (this.#text[end] === "*" ? 2 : 1);
    return true;
  }
}

function decoded(quoted: string): string {
  return quoted.includes("\\")
    ? (JSON.parse(quoted) as string).toWellFormed()
    : quoted.slice(1, -1).toWellFormed();
}
