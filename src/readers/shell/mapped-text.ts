// A text that was cut and masked out of another, and still knows where each of its characters stands there. Knows no language.

/** Stands for text that only another language's interpreter knows (`${{ … }}`, Groovy's `${…}`). A word character to the shell. */
export const UNKNOWN = "\uE000";

export type MappedText = {
  readonly text: string;
  /** The offset in the original of the character at `offset`; the original's end of the last one when it is past the end. */
  readonly at: (offset: number) => number;
};

/** One replacement in a text: half-open offsets, and what stands there instead. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

export type MappedTextBuilder = {
  /** Adds `source.slice(start, end)`. */
  readonly copy: (start: number, end: number) => void;
  /** Adds text that stands for `source.slice(start, end)`. */
  readonly put: (text: string, start: number, end: number) => void;
  readonly done: () => MappedText;
};

/** Pieces must be added in the order of the source. */
export function buildMappedText(source: string): MappedTextBuilder {
  const parts: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  const ends: number[] = [];
  let length = 0;
  const put = (text: string, start: number, end: number) => {
    if (text === "") return;
    parts.push(text);
    starts.push(length);
    origins.push(start);
    ends.push(end);
    length += text.length;
  };
  return {
    copy: (start, end) => put(source.slice(start, end), start, end),
    put,
    done: () => {
      const text = parts.join("");
      const at = (offset: number): number => {
        if (starts.length === 0) return 0;
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (starts[middle]! <= offset) low = middle;
          else high = middle - 1;
        }
        return Math.min(origins[low]! + Math.max(offset - starts[low]!, 0), ends[low]!);
      };
      return { text, at };
    },
  };
}

/** The text with edits applied. They must be in order and apart. */
export function editText(source: string, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return wholeText(source);
  const builder = buildMappedText(source);
  let from = 0;
  for (const edit of edits) {
    builder.copy(from, edit.start);
    builder.put(edit.text, edit.start, edit.end);
    from = edit.end;
  }
  builder.copy(from, source.length);
  return builder.done();
}

export function wholeText(source: string): MappedText {
  return { text: source, at: (offset) => Math.min(offset, source.length) };
}

/** `inner` was made from the text of `outer`: the result leads to `outer`'s original. */
export function compose(inner: MappedText, outer: MappedText): MappedText {
  return { text: inner.text, at: (offset) => outer.at(inner.at(offset)) };
}

/** The original's half-open offsets of a stretch of the text. The end stays on the last character's piece. */
export function originalSpan(mapped: MappedText, start: number, end: number): readonly [number, number] {
  const from = mapped.at(start);
  return end <= start ? [from, from] : [from, Math.max(mapped.at(end - 1) + 1, from)];
}
