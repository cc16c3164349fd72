// Turns offsets in one text into lines and columns. Built once per text, answers in logarithmic time.
import type { Position, Range, Span } from "./place.ts";

export class LineIndex {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }

  range([start, end]: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Offset of a position; past the end of the line it is the line's end. */
  offset({ line, column }: Position): number {
    const start = this.#starts[Math.min(line, this.#starts.length) - 1]!;
    return Math.min(start + column - 1, this.#starts[line] ?? this.text.length);
  }

  /** The text of a line (from 1), without its line break. */
  line(line: number): string {
    const start = this.#starts[line - 1];
    if (start === undefined) return "";
    const end = this.#starts[line];
    return this.text.slice(start, end === undefined ? this.text.length : end - 1).replace(/\r$/, "");
  }
}
