// Texts inside a script that may be scripts themselves: bodies of heredocs, and words. Takes one with the text it stands in, gives it as
// another shell would get it, with its places.

import type { Heredoc } from "./heredoc.ts";
import { buildMappedText, compose, type MappedText } from "./mapped-text.ts";
import type { Word } from "./words.ts";

/** As the inner shell gets it: without leading tabs, and without the backslashes that the outer shell takes off. */
export function heredocText(heredoc: Heredoc, mapped: MappedText): MappedText {
  const builder = buildMappedText(mapped.text);
  const { start, end, tabs, expands } = heredoc;
  let from = start;
  // The outer shell takes the backslash off what it would have expanded.
  const drop =
    tabs && expands
      ? /(?<=^|\n)\t+|\\(?=[$`\\])/g
      : tabs
        ? /(?<=^|\n)\t+/g
        : expands
          ? /\\(?=[$`\\])/g
          : null;
  if (drop !== null) {
    for (const match of mapped.text.slice(start, end).matchAll(drop)) {
      builder.copy(from, start + match.index);
      from = start + match.index + match[0].length;
    }
  }
  builder.copy(from, end);
  return compose(builder.done(), mapped);
}

/** The word without its quotes. */
export function wordText(word: Word, mapped: MappedText): MappedText {
  const builder = buildMappedText(mapped.text);
  for (const part of word.parts) {
    if (part.kind === "literal" && part.value.length !== part.end - part.start)
      builder.put(part.value, part.start, part.end);
    else builder.copy(part.start, part.end);
  }
  return compose(builder.done(), mapped);
}
