// A bootstrap text made easy to read: what is encoded inside it is added at its end, and the lists and folded texts of cloud-config that
// make up one command stand on one line. Offsets within the text itself stay what they are. Runs nothing.
import { mimeParts } from "../../model/mime.ts";
import { textFromBase64 } from "../../readers/shell/encoded-text.ts";

export type PlainText = {
  readonly text: string;
  /** The offset in the text as given. */
  readonly origin: (offset: number) => number;
};

const ENCODED_FILE =
  /^[ \t]*(?:-[ \t]+)?content:[ \t]*(?:!!binary[ \t]*)?(?:[|>][-+\d]*[ \t]*\n[ \t]*)?["']?([A-Za-z0-9+/]{16}(?:[A-Za-z0-9+/=]|[ \t]*\n[ \t]+(?=[A-Za-z0-9+/=]+[ \t]*(?:\n|$)))*)/gm;

export function plainText(given: string): PlainText {
  const text = withoutReturns(given);
  const added: { readonly from: number; readonly start: number }[] = [];
  let whole = oneCommandPerLine(text);
  for (const { start, encoded } of encodedIn(text)) {
    const plain = textFromBase64(encoded);
    if (plain === undefined) continue;
    added.push({ from: whole.length + 1, start });
    whole += `\n${oneCommandPerLine(plain)}`;
  }
  const origin = (offset: number) => {
    const part = added.findLast(({ from }) => from <= offset);
    return part ? part.start : Math.min(offset, text.length);
  };
  return { text: whole, origin };
}

/** Line breaks of Windows, of the same length: a blank at the end of a line says nothing. */
function withoutReturns(text: string): string {
  return text.replaceAll("\\\r\n", " \\\n").replaceAll("\r\n", " \n");
}

function encodedIn(text: string): readonly { readonly start: number; readonly encoded: string }[] {
  const parts = mimeParts(text)
    .filter(({ encoding }) => encoding === "base64")
    .map(({ start, end }) => ({ start, encoded: text.slice(start, end) }));
  const files = /\bencoding:|!!binary/.test(text)
    ? [...text.matchAll(ENCODED_FILE)].map(({ 0: match, 1: encoded, index }) => ({
        start: index + match.length - encoded!.length,
        encoded: encoded!,
      }))
    : [];
  return [...parts, ...files];
}

/** Line breaks within one command of `runcmd` and `bootcmd` become blanks, and so do the dashes of its words. */
function oneCommandPerLine(text: string): string {
  if (!/^(?:runcmd|bootcmd):/m.test(text)) return text;
  let inside = false;
  let item: Item | null = null;
  return text
    .split("\n")
    .map((line, index): string => {
      const more = item === null ? null : goesOn(line, item);
      if (item !== null && more !== null) {
        item = { ...item, open: item.open + brackets(more) };
        return ` ${more}`;
      }
      if (/^[^\s#-]/.test(line)) inside = /^(?:runcmd|bootcmd):/.test(line);
      item = inside ? itemOf(line) : null;
      return index === 0 ? line : `\n${line}`;
    })
    .join("");
}

/** `words`: each line is a word of the command; `folded`: lines are one; `flow`: until the bracket closes. */
type Item = {
  readonly kind: "words" | "folded" | "flow";
  /** What belongs to it is indented by as much at least. */
  readonly indent: number;
  readonly open: number;
};

function itemOf(line: string): Item | null {
  const match = /^([ \t]*)-([ \t]*)(.*)$/.exec(line.trimEnd());
  if (match === null || match[3]!.startsWith("|")) return null;
  const [, before, between, rest] = match as unknown as [string, string, string, string];
  const indent = before.length + 1;
  if (rest === "") return { kind: "words", indent, open: 0 };
  if (/^-(?:[ \t]|$)/.test(rest)) return { kind: "words", indent: indent + between.length, open: 0 };
  return rest.startsWith("[")
    ? { kind: "flow", indent, open: brackets(rest) }
    : { kind: "folded", indent, open: 0 };
}

function brackets(line: string): number {
  return (line.match(/\[/g)?.length ?? 0) - (line.match(/\]/g)?.length ?? 0);
}

/** The line as it stands in the command before it; null when it begins something else. */
function goesOn(line: string, { kind, indent, open }: Item): string | null {
  const own = line.length - line.trimStart().length;
  // To YAML it is not there, wherever it stands between words.
  const isNothing = /^[ \t]*(?:#|$)/.test(line) && (kind === "words" || (kind === "flow" && open > 0));
  if (isNothing) return " ".repeat(line.length);
  if (kind === "flow") return open > 0 ? line : null;
  if (line.trim() === "" || own < indent) return null;
  return kind === "folded" ? line : /^[ \t]*-[ \t]/.test(line) ? line.replace("-", " ") : null;
}
