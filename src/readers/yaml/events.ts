// The parser's events of a YAML text. Kubernetes, Helm and GitHub also take flow collections whose later lines stand left of where the
// specification wants them (`containers: [`, and `]` below the key): such lines are joined to those before, at the same offsets.
import { type Event, parseEvents, YAMLException } from "js-yaml";

export type ParsedEvents = {
  readonly events: readonly Event[];
  /** The text that the offsets of the events belong to: as long as the one given, and equal but for joined lines. */
  readonly text: string;
};

/** Each is found by parsing once more. */
const MAX_JOINED_LINES = 100;

/** Throws the parser's exception on the text as given. `depth`: levels of nesting. */
export function eventsOf(given: string, depth: number): ParsedEvents {
  let text = given;
  let first: unknown;
  for (let joined = 0; ; joined++) {
    try {
      return { events: parseEvents(text, { maxDepth: depth }), text };
    } catch (error) {
      const offset = outdentedAt(error);
      first ??= error;
      if (offset === undefined || joined === MAX_JOINED_LINES || offset >= text.length) throw first;
      text = joinedAt(text, offset);
    }
  }
}

function outdentedAt(error: unknown): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== "deficient indentation") return undefined;
  return error.mark?.position;
}

/** Line breaks and comments before the offset become blanks. */
function joinedAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0) {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const line = text.slice(lineStart, start);
    const own = line.trimStart();
    if (own !== "" && !own.startsWith("#")) {
      start = lineStart + withoutComment(line).length;
      break;
    }
    start = Math.max(lineStart - 1, 0);
  }
  return text.slice(0, start) + " ".repeat(offset - start) + text.slice(offset);
}

/** The line up to its comment; a number sign in quotes is none, and an apostrophe in a word no quote. */
function withoutComment(line: string): string {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    const begins = at === 0 || /[\s[{,:]/.test(line[at - 1]!);
    if (quote === '"' && char === "\\") at++;
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (begins && (char === "'" || char === '"')) quote = char;
    else if (begins && char === "#") return line.slice(0, at).trimEnd();
  }
  return line.trimEnd();
}
