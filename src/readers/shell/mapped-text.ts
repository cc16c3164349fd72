// A text that was cut and masked out of another, and still knows where each of its characters stands there. Knows no language.

/** Stands for text that only another language's interpreter knows (`${{ … }}`, Groovy's `${…}`). A word character to the shell. */
export const UNKNOWN = "\uE000";

export type MappedText = {
  readonly text: string;
  /** The offset in the original of the character at `offset`; the original's end of the last one when it is past the end. */
  readonly at: (offset: number) => number;
  /** The offset in the original behind the character at `offset`: behind all of what a replaced character stands for. */
  readonly end: (offset: number) => number;
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
        const piece = lastAtOrBefore(starts, offset);
        return Math.min(origins[piece]! + Math.max(offset - starts[piece]!, 0), ends[piece]!);
      };
      const end = (offset: number): number => {
        if (starts.length === 0) return 0;
        const piece = lastAtOrBefore(starts, offset);
        const isLast = offset + 1 >= starts[piece]! + parts[piece]!.length;
        return isLast ? ends[piece]! : Math.min(at(offset) + 1, ends[piece]!);
      };
      return { text, at, end };
    },
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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
  return {
    text: source,
    at: (offset) => Math.min(offset, source.length),
    end: (offset) => Math.min(offset + 1, source.length),
  };
}

/** `inner` was made from the text of `outer`: the result leads to `outer`'s original. */
export function compose(inner: MappedText, outer: MappedText): MappedText {
  return {
    text: inner.text,
    at: (offset) => outer.at(inner.at(offset)),
    end: (offset) => {
      const end = inner.end(offset);
      return end === 0 ? outer.at(0) : outer.end(end - 1);
    },
  };
}

/** The original's half-open offsets of a stretch of the text. */
export function originalSpan(mapped: MappedText, start: number, end: number): readonly [number, number] {
  const from = mapped.at(start);
  return end <= start ? [from, from] : [from, Math.max(mapped.end(end - 1), from)];
}

/** Texts (one at least) cut out of the same original, one behind the other with `between` between them. */
export function joinTexts(texts: readonly MappedText[], between = "\n"): MappedText {
  if (texts.length === 1) return texts[0]!;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of texts) {
    starts.push(length);
    length += text.length + between.length;
  }
  const part = (offset: number) => {
    const index = lastAtOrBefore(starts, offset);
    return { part: texts[index]!, from: starts[index]! };
  };
  return {
    text: texts.map(({ text }) => text).join(between),
    at: (offset) => {
      const found = part(offset);
      return found.part.at(Math.min(offset - found.from, found.part.text.length));
    },
    end: (offset) => {
      const found = part(offset);
      return found.part.end(Math.min(offset - found.from, Math.max(found.part.text.length - 1, 0)));
    },
  };
}

/** The text as one word in single quotes: an element of a command that is written as a list. */
export function quotedWord(mapped: MappedText): MappedText {
  const builder = buildMappedText(mapped.text);
  builder.put("'", 0, 0);
  let from = 0;
  for (let at = mapped.text.indexOf("'"); at !== -1; at = mapped.text.indexOf("'", at + 1)) {
    builder.copy(from, at);
    builder.put("'\\''", at, at + 1);
    from = at + 1;
  }
  builder.copy(from, mapped.text.length);
  builder.put("'", mapped.text.length, mapped.text.length);
  return compose(builder.done(), mapped);
}

/** Replaces what the pattern finds; `replace` gives the text for a match, or undefined to leave it. */
export function maskPattern(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string | undefined,
): MappedText {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(pattern)) {
    const text = replace(match);
    if (text !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return edits.length === 0 ? mapped : compose(editText(mapped.text, edits), mapped);
}

/** The same for what stands from one mark to the next of another: a pattern would read on to the end for each that nothing closes. */
export function maskBetween(
  mapped: MappedText,
  open: string,
  close: string,
  replace: (inside: string) => string,
): MappedText {
  const { text } = mapped;
  const edits: Edit[] = [];
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, edits.at(-1)!.end)) {
    const from = start + open.length;
    const to = text.indexOf(close, from);
    if (to === -1) break;
    edits.push({ start, end: to + close.length, text: replace(text.slice(from, to)) });
  }
  return edits.length === 0 ? mapped : compose(editText(text, edits), mapped);
}
