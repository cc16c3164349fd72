// `define … endef` of Makefiles: what recipes run of it, and manifests that they apply out of it. Takes the text, gives the bodies with how
// they are used. Knows nothing of Make's variables.

export type Define = {
  readonly name: string;
  /** Half-open offsets of the body. */
  readonly start: number;
  readonly end: number;
  /** `commands`: a recipe runs it; `rules`: it is made into rules; `manifest`: a recipe applies it. Nothing: it is only text. */
  readonly use: "commands" | "rules" | "manifest" | null;
};

const DEFINE = /^ *(?:(?:export|override|private) +)*define[ \t]+([\w.-]+)[ \t]*(?:::?:?=|[?+!]?=)?[ \t\r]*$/;
const ENDEF = /^ *endef\b/;
/** What stands before a command in a recipe. */
const BEFORE = "^(?:\\t|[^\\n]{0,2000}(?:;|&&|\\|\\||\\bthen|\\bdo|\\belse))[ \\t@+-]{0,20}";

/** In the order of the text; a body within another belongs to that one. */
export function definesIn(text: string): readonly Define[] {
  if (!/^ *(?:\w+ +)*define[ \t]/m.test(text)) return [];
  const found: Define[] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, newline === -1 ? text.length : newline);
    const name = DEFINE.exec(line)?.[1];
    if (name !== undefined) {
      if (depth++ === 0) open = { name, start: next };
    } else if (depth > 0 && ENDEF.test(line) && --depth === 0 && open !== undefined)
      found.push({ ...open, end: Math.max(open.start, at - 1), use: useOf(open.name, open.start, at, text) });
    at = next;
  }
  return found;
}

function useOf(name: string, start: number, end: number, text: string): Define["use"] {
  const quoted = name.replaceAll(".", "\\.");
  const expansion = `\\$[({](?:call[ \\t]+)?${quoted}[ \\t]*[,)}]`;
  if (new RegExp(BEFORE + expansion, "m").test(text)) return "commands";
  if (new RegExp(`\\$[({]eval[ \\t]+${expansion}`).test(text)) return "rules";
  const applied = new RegExp(
    `\\$\\$\\{?${quoted}\\b[^\\n]{0,2000}\\|[^\\n]{0,2000}\\b(?:apply|create|replace)\\b|\\b(?:apply|create|replace)\\b[^\\n]{0,2000}<<<[^\\n]{0,2000}\\$\\$\\{?${quoted}\\b`,
  );
  return applied.test(text) && /\bapiVersion\b/.test(text.slice(start, end)) ? "manifest" : null;
}
