// Dockerfiles: what a container of the image runs (`CMD`, `ENTRYPOINT`). Takes the text, gives that as scripts; only when it speaks to a
// cluster. What `RUN` does is done where the image is built.
import { CLUSTER_PROGRAMS } from "../cluster-programs.ts";
import { buildMappedText, joinTexts, type MappedText, quotedWord } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

/** On as many lines as end in a backslash. */
const INSTRUCTION = /^[ \t]*(FROM|CMD|ENTRYPOINT)[ \t]+((?:[^\n]*\\\r?\n)*[^\n]*)/gim;
const CALLS = new RegExp(`(?:^|[\\s"'(;&|/])(?:${CLUSTER_PROGRAMS})(?=[\\s"'])`);
/** A word of the list form. */
const WORD = /"([^"\\\n]*)"/g;

export function dockerfileScripts(text: string): TextScript[] {
  const scripts: TextScript[] = [];
  let entrypoint: readonly MappedText[] | null = null;
  const finish = (script: MappedText | null) => {
    if (script !== null && CALLS.test(script.text))
      scripts.push({ host: "dockerfile", plain: script, masked: script });
    entrypoint = null;
  };
  const alone = () => finish(entrypoint && oneLine(entrypoint));
  for (const { 0: line, 1: name = "", 2: given = "", index } of text.matchAll(INSTRUCTION)) {
    const start = index + line.length - given.length;
    const words = listWords(text, start, given);
    if (/^FROM$/i.test(name)) alone();
    else if (words === null) finish(cut(text, start, given.length));
    else if (/^ENTRYPOINT$/i.test(name)) entrypoint = words;
    // What `CMD` lists is handed to an entrypoint that is a list.
    else finish(oneLine([...(entrypoint ?? []), ...words]));
  }
  alone();
  return scripts;
}

function listWords(text: string, start: number, given: string): MappedText[] | null {
  if (!/^\[.*\]\s*$/s.test(given)) return null;
  const words = [...given.matchAll(WORD)].map(({ 1: word = "", index }) =>
    cut(text, start + index + 1, word.length),
  );
  return words.length === 0 || given.includes("\\") ? null : words;
}

function cut(text: string, start: number, length: number): MappedText {
  const builder = buildMappedText(text);
  builder.copy(start, start + length);
  return builder.done();
}

function oneLine(words: readonly MappedText[]): MappedText {
  const quoted = words.map(quotedWord);
  // Line breaks inside the quotes stay what they are: only the separators become blanks.
  return { ...joinTexts(quoted), text: quoted.map(({ text }) => text).join(" ") };
}
