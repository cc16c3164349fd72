// Folds lines between words for a terminal that is narrower than they are. Takes text with or without colours, gives text.

/** Narrower than this nothing reads well. */
const NARROWEST = 40;
/** How much further in the rest of a line stands. */
const HANGING = 4;
const COLOR = /\u001b\[\d+m/g;
/** A line of source or its carets: their columns have to stay. */
const EXCERPT = /^ {4} *\d* \|/;

/** `width` in columns. Words that are longer than a line stay whole. */
export function foldText(text: string, width: number): string {
  return width < NARROWEST
    ? text
    : text
        .split("\n")
        .map((line) => foldLine(line, width))
        .join("\n");
}

function foldLine(line: string, width: number): string {
  if (shownLength(line) <= width || EXCERPT.test(line.replace(COLOR, ""))) return line;
  const indent = /^ */.exec(line)![0];
  const hanging = " ".repeat(indent.length + HANGING);
  const lines: string[] = [];
  let current = indent;
  let length = indent.length;
  for (const word of line.slice(indent.length).split(" ")) {
    const more = shownLength(word);
    if (current.trim() === "") current += word;
    else if (length + 1 + more <= width) {
      current += ` ${word}`;
      length++;
    } else {
      lines.push(current.trimEnd());
      current = hanging + word;
      length = hanging.length;
    }
    length += more;
  }
  return [...lines, current].join("\n");
}

function shownLength(text: string): number {
  return text.replace(COLOR, "").length;
}
