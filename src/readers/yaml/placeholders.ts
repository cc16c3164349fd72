// Placeholders that something fills in before a text is YAML or JSON: of envsubst, Terraform, ERB, Azure, `sed` and the like. Takes a
// text that cannot be read, tells whether it is one but for them.
import type { Span } from "../../model/place.ts";

/** Long enough for any; bounds what an opening without its end costs. */
const BODY = "{0,300}";
const PLACEHOLDER = new RegExp(
  [
    String.raw`\$\{\{[^\n]${BODY}?\}\}`,
    String.raw`\$\{(?:[^{}\n]|\{[^{}\n]${BODY}\})${BODY}\}`,
    String.raw`%\{[^{}\n]${BODY}\}`,
    String.raw`#\{[^{}\n]${BODY}\}#?`,
    String.raw`\{\{[^\n]${BODY}?\}\}`,
    String.raw`<%[^\n]${BODY}?%>`,
    String.raw`\$\([^()\n]${BODY}\)`,
    String.raw`\$\[[^[\]\n]${BODY}\]`,
    String.raw`\[\[[^[\]\n]${BODY}\]\]`,
    String.raw`<{1,3}[A-Za-z][\w .-]${BODY}>{1,3}`,
    String.raw`@{1,2}[\w.-]{1,100}@{1,2}`,
    String.raw`%{1,2}[\w.-]{1,100}%{1,2}`,
    String.raw`\$[A-Za-z_]\w{0,100}`,
    String.raw`__\w{1,100}__`,
  ].join("|"),
  "g",
);

/**
 * The placeholder that keeps a text from being read, the last one that begins at or before `fault`, else the first; undefined when there
 * is none, or when the text cannot be read even with a word in the stead of each, and nothing where one is alone on its line.
 */
export function blockingPlaceholder(
  text: string,
  fault: number,
  filler: "x" | "1",
  readable: (filled: string) => boolean,
): Span | undefined {
  let found: Span | undefined;
  const filled = text.replace(PLACEHOLDER, (whole, offset: number) => {
    if (found === undefined || offset <= fault) found = [offset, offset + whole.length];
    return filler.repeat(whole.length);
  });
  if (found === undefined) return undefined;
  return readable(withoutLines(text, filled, filler)) ? found : undefined;
}

/** Blanks out lines of nothing but placeholders; as long as before. */
function withoutLines(text: string, filled: string, filler: string): string {
  const only = new RegExp(`^[ \\t]*${filler}[ \\t${filler}]*$`, "gm");
  return filled.replace(only, (line, offset: number) => {
    const wasFiller = text.slice(offset, offset + line.length) === line;
    return wasFiller ? line : " ".repeat(line.length);
  });
}
