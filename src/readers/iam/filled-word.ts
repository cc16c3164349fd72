// A word of a command in which the shell fills something in. Takes its source, gives the text with holes that the parser of statements
// knows (`$NAME`, `$(…)`) and the way back to the source. Knows no options.
import { buildMappedText, type MappedText } from "../shell/mapped-text.ts";
import { readWord } from "../shell/words.ts";

/** Longer words are not looked at. */
const MAX_WORD = 200_000;

/** Null when the source is not one word. */
export function filledWord(written: string): MappedText | null {
  if (written.length > MAX_WORD) return null;
  // Expressions of workflows are filled in before the shell sees their quotes.
  const source = written.replaceAll(/(?<=\$\{\{)[^}]*(?=\}\})/g, (inside) =>
    inside.replaceAll(/[^\w.]/g, "_"),
  );
  const word = readWord(source, 0, new Map());
  if (word === null || word.end !== source.length) return null;
  const built = buildMappedText(source);
  for (const part of word.parts) {
    const { start, end } = part;
    if (part.kind !== "literal") built.put(hole(source.slice(start, end)), start, end);
    else if (part.value === source.slice(start, end)) built.copy(start, end);
    else built.put(part.value, start, end);
  }
  return built.done();
}

/** The words are mostly JSON: no quote and no backslash may come into it. */
function hole(expansion: string): string {
  if (!/["'\\`\s]/.test(expansion)) return expansion;
  const inside = expansion.replace(/^(?:\$\(|\$\{|`)|[)}`]$/g, "");
  return `$(${inside.replaceAll(/\W+/g, "_")})`;
}
