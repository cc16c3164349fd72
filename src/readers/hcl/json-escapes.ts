// What stands in `${…}` of a JSON string is escaped for JSON before it is Terraform: `"${f(\"a\")}"`. Takes the text of a JSON file,
// gives the text with those escapes resolved, and where each offset of it was. Elsewhere in a string both escape alike.

export type Unescaped = { readonly text: string; readonly original: (offset: number) => number };

/** White space is as good as any other between the parts of an expression; a string of Terraform cannot hold it as it is. */
const WHITE: Readonly<Record<string, string>> = { n: " ", r: " ", t: " ", b: " ", f: " " };

/** Null where nothing in a template is escaped. */
export function unescapedTemplates(text: string): Unescaped | null {
  if (!text.includes("\\") || !/[$%]\{/.test(text)) return null;
  const writer = new Writer(text);
  let inString = false;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') inString = !inString;
    else if (inString && char === "\\") at += 1;
    else if (inString && opensTemplate(text, at)) {
      at = writer.template(at + 2);
      continue;
    } else if (inString && isSign(char) && text[at + 1] === char) at += 1;
    at += 1;
  }
  return writer.done();
}

/** `$${` is text. */
function opensTemplate(text: string, at: number): boolean {
  return isSign(text[at]) && text[at + 1] === "{";
}

function isSign(char: string | undefined): boolean {
  return char === "$" || char === "%";
}

/** Copies the text; only what is escaped in templates is put in anew. */
class Writer {
  readonly #text: string;
  readonly #parts: string[] = [];
  /** Places where the two texts go on side by side again. */
  readonly #outs: number[] = [0];
  readonly #originals: number[] = [0];
  #length = 0;
  #copied = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** From behind `${` to behind its `}`, or to the quote that ends the JSON string too early. */
  template(from: number): number {
    const text = this.#text;
    /** Braces that are open in each expression; -1 for a string in it. */
    const open: number[] = [0];
    let at = from;
    while (at < text.length && text[at] !== '"' && open.length > 0) {
      const inner = open.at(-1)!;
      const [char, next] = this.#unit(at);
      if (inner === -1) {
        if (char === "\\") {
          at = this.#unit(next)[1];
          continue;
        }
        if (char === '"') open.pop();
        else if (opensTemplate(text, next - 1)) {
          open.push(0);
          at = next + 1;
          continue;
        } else if (isSign(char) && text[next] === char) {
          at = next + 1;
          continue;
        }
      } else if (char === '"') open.push(-1);
      else if (char === "{") open[open.length - 1] = inner + 1;
      else if (char === "}") {
        if (inner === 0) open.pop();
        else open[open.length - 1] = inner - 1;
      }
      at = next;
    }
    return at;
  }

  /** One character of the template, and where the next one stands. */
  #unit(at: number): readonly [char: string, next: number] {
    const text = this.#text;
    if (text[at] !== "\\") return [text[at] ?? "", at + 1];
    const hex = /^[0-9A-Fa-f]{4}/.exec(text[at + 1] === "u" ? text.slice(at + 2, at + 6) : "")?.[0];
    const next = Math.min(text.length, hex === undefined ? at + 2 : at + 6);
    const simple = text[at + 1] ?? "";
    const char =
      hex === undefined ? (WHITE[simple] ?? simple) : String.fromCharCode(Number.parseInt(hex, 16));
    this.#replace(at, next, char);
    return [char, next];
  }

  #replace(from: number, to: number, by: string): void {
    const before = this.#text.slice(this.#copied, from);
    this.#parts.push(before, by);
    this.#length += before.length + by.length;
    this.#copied = to;
    this.#outs.push(this.#length);
    this.#originals.push(to);
  }

  /** Null where nothing was put in. */
  done(): Unescaped | null {
    if (this.#copied === 0) return null;
    const [outs, originals] = [this.#outs, this.#originals];
    const original = (offset: number): number => {
      let [low, high] = [0, outs.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (outs[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return originals[low]! + offset - outs[low]!;
    };
    return { text: this.#parts.join("") + this.#text.slice(this.#copied), original };
  }
}
