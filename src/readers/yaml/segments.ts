// Cuts a YAML stream at its `---` lines, so that a broken document does not take its neighbours along.
// A `---` at the start of a line ends a document wherever it stands, so no scalar is cut in two.
import type { Span } from "../../model/place.ts";

const byteOrderMark = 0xfeff;

/** Spans that cover the text. Directives stay with the document they are for. */
export function segments(text: string): Span[] {
  const starts = [0];
  for (let at = text.indexOf("---"); at !== -1; at = text.indexOf("---", at + 3)) {
    if (!endsMarker(text.charCodeAt(at + 3), at + 3 >= text.length)) continue;
    let start = at;
    if (start > 0 && text.charCodeAt(start - 1) === byteOrderMark) start -= 1;
    const startsLine = start === 0 || isBreak(text.charCodeAt(start - 1));
    const previous = starts[starts.length - 1]!;
    if (startsLine && start > previous && !endsInDirective(text, previous, start)) starts.push(start);
  }
  return starts.map((start, i): Span => [start, starts[i + 1] ?? text.length]);
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function endsMarker(code: number, atEnd: boolean): boolean {
  return atEnd || code === 0x20 || code === 0x09 || isBreak(code);
}

/** Whether the last line before `end` that is neither blank nor a comment is a `%` directive. */
function endsInDirective(text: string, start: number, end: number): boolean {
  let lineEnd = end;
  while (lineEnd > start) {
    // A negative index would look at the first unit all the same.
    const lineStart = lineEnd - 2 < start ? start : Math.max(start, text.lastIndexOf("\n", lineEnd - 2) + 1);
    const line = text.slice(lineStart, lineEnd).trim();
    if (line.startsWith("%")) return text.charCodeAt(lineStart) === 0x25;
    if (line !== "" && !line.startsWith("#")) return false;
    lineEnd = lineStart;
  }
  return false;
}
