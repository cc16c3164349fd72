// Dockerfiles: what a container of the image runs (`CMD`, `ENTRYPOINT`). Takes the text, gives that as scripts; only when it speaks to a
// cluster. What `RUN` does is done where the image is built.
import { buildMappedText, joinTexts, type MappedText, quotedWord } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

/** On as many lines as end in a backslash. */
const INSTRUCTION = /^[ \t]*(FROM|CMD|ENTRYPOINT)[ \t]+((?:[^\n]*\\\r?\n)*[^\n]*)/gim;
const CALLS = /(?:^|[\s"'(;&|/])(?:kubectl|oc|oci|helm|stern|kail)(?=[\s"'])/;
/** A word of the list form. */
const WORD = /"([^"\\\n]*)"/g;

export function dockerfileScripts(text: string): TextScript[] {
  const scripts: TextScript[] = [];
  let entrypoint: MappedText[] | null = null;
  for (const { 0: line, 1: name = "", 2: given = "", index } of text.matchAll(INSTRUCTION)) {
    const start = index + line.length - given.length;
    if (/^FROM$/i.test(name)) {
      entrypoint = null;
      continue;
    }
    const words = listWords(text, start, given);
    const isEntry = /^ENTRYPOINT$/i.test(name);
    if (isEntry) entrypoint = words;
    // The program alone: `CMD` says what it does.
    if (isEntry && words?.length === 1) continue;
    // What `CMD` lists is handed to an entrypoint that is a list.
    const handed = !isEntry && entrypoint !== null && words !== null;
    const script =
      words === null ? cut(text, start, given.length) : oneLine(handed ? [...entrypoint!, ...words] : words);
    if (
      !CALLS.test(script.text) ||
      (handed && entrypoint!.length > 1 && CALLS.test(oneLine(entrypoint!).text))
    )
      continue;
    scripts.push({ host: "dockerfile", plain: script, masked: script });
  }
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
