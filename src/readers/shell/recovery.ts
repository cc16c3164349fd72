// A broken script as pieces that can be parsed on their own: takes the text, gives its logical lines (continued lines, strings and
// heredocs kept whole) without the reserved words that only make sense together. Knows no tree.

export type Segment = {
  /** As long as the stretch of the script it stands for: reserved words are blanked. */
  readonly text: string;
  readonly start: number;
};

/** An open quote is looked for its end in so many characters; behind that it counts as never closed. */
const MAX_STRING = 8_000;

/** A longer line is data, not a command. */
const MAX_SEGMENT = 16_000;

/** More than this are not read: what is broken on each of so many lines is no script. */
const MAX_SEGMENTS = 50_000;

const RESERVED = /^\s*(?:(?:if|elif|while|until|then|else|do|!|\{|\(|\}|fi|done|esac)(?=[\s;]|$)[ \t;]*)+/;
const FOR = /^\s*(?:for|select)\s[^\n]*?;?\s*do(?:[ \t]+|$)/;
const CASE =
  /^\s*(?:case\s[^\n]*?\sin\s+)?\(?(?:[\w.*?+@/:-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\|\s*(?:[\w.*?+@/:-]+|"[^"\n]*"))*\)(?!\S)/;
const FUNCTION = /^\s*(?:function\s+)?[\w:.-]+\s*\(\)\s*[{(]?/;
const TRAILING = /(?:(?:;|^)\s*(?:then|do|done|fi|esac|\}|\)|;;)\s*)+$/;
const HEREDOC = /(?<![<\d])<<(-?)\s*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_]\w*))/g;

export function recoverySegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length && segments.length < MAX_SEGMENTS) {
    const lineEnd = logicalLineEnd(text, at);
    if (lineEnd - at > MAX_SEGMENT) {
      at = lineEnd;
      continue;
    }
    const end = withHeredocs(text, at, lineEnd);
    const blanked = blankReserved(text.slice(at, end));
    if (/[^\s\\]/.test(blanked)) segments.push({ text: blanked, start: at });
    at = end;
  }
  return segments;
}

/** Offset after the line break that ends the logical line. Where a quote does not close sensibly, the end of the physical line. */
function logicalLineEnd(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  const physical = newline === -1 ? text.length : newline + 1;
  const limit = Math.min(text.length, start + MAX_STRING);
  let quote = "";
  let opened = start;
  for (let at = start; at < limit; at++) {
    const char = text[at]!;
    if (char === "\\" && quote !== "'") at++;
    else if (quote !== "") {
      if (char !== quote) continue;
      // A string over several lines that runs into a word was most likely never closed before.
      const glued = text.slice(opened, at).includes("\n") && /\w/.test(text[at + 1] ?? "");
      if (glued) return physical;
      quote = "";
    } else if (char === "'" || char === '"') {
      quote = char;
      opened = at;
    } else if (char === "#" && (at === start || /[\s;]/.test(text[at - 1]!))) {
      const line = text.indexOf("\n", at);
      return line === -1 ? text.length : line + 1;
    } else if (char === "\n") return at + 1;
  }
  if (quote !== "") return physical;
  const rest = text.indexOf("\n", limit);
  return rest === -1 ? text.length : rest + 1;
}

/** A heredoc whose end is missing goes to the end of the text, as the shell reads it. */
function withHeredocs(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  if (!line.includes("<<")) return end;
  let after = end;
  for (const match of line.matchAll(HEREDOC)) {
    if (line.lastIndexOf("#", match.index) !== -1 && /(?:^|\s)#/.test(line.slice(0, match.index))) continue;
    if (line.slice(0, match.index).endsWith("((") || /\$\(\([^)]*$/.test(line.slice(0, match.index)))
      continue;
    const delimiter = match[2] ?? match[3] ?? match[4]!;
    after = heredocEnd(text, after, delimiter, match[1] === "-");
  }
  return after;
}

function heredocEnd(text: string, start: number, delimiter: string, tabs: boolean): number {
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end).replace(/\r$/, "");
    if ((tabs ? line.replace(/^\t+/, "") : line) === delimiter) return Math.min(end + 1, text.length);
    at = end + 1;
  }
  return text.length;
}

/** Heredoc bodies stay: only the first line loses what opens a block, only the last line what closes one. */
function blankReserved(segment: string): string {
  let text = segment;
  const blank = (pattern: RegExp) => {
    text = text.replace(pattern, (match) => match.replace(/[^\n]/g, " "));
  };
  for (const pattern of [RESERVED, FUNCTION, CASE, FOR, RESERVED]) blank(pattern);
  if (!text.includes("<<")) blank(TRAILING);
  return text;
}
