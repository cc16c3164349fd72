// The words of one Kickstart line: quotes, backslashes and continued lines as its parser reads them. Takes and gives text.

export type LineWords = {
  readonly words: readonly string[];
  /** A quote is not closed. */
  readonly open: boolean;
  /** Offset of the comment at the end of the line. */
  readonly comment: number | null;
};

export function lineWords(line: string): LineWords {
  const words: string[] = [];
  let word = "";
  let started = false;
  let quote = "";
  let comment: number | null = null;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (char === "\\" && quote !== "'") {
      const width = line.startsWith("\r\n", at + 1) ? 2 : 1;
      const next = line.slice(at + 1, at + 1 + width);
      at += width;
      // A line break after a backslash only goes on with the line.
      if (next.endsWith("\n")) continue;
      word += quote === '"' && !'"\\'.includes(next) ? `\\${next}` : next;
      started = true;
    } else if (quote !== "") {
      if (char === quote) quote = "";
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      started = true;
    } else if (/\s/.test(char)) {
      if (started) words.push(word);
      word = "";
      started = false;
    } else if (char === "#" && !started) {
      comment = at;
      break;
    } else {
      word += char;
      started = true;
    }
  }
  if (started) words.push(word);
  return { words, open: quote !== "", comment };
}
