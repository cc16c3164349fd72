// Says where and why a broken block is broken. Takes text that the grammar refused, gives an offset and a sentence.
// A rough scan of strings, comments, heredocs and brackets: it never decides whether something is broken.

export type Diagnosis = { readonly offset: number; readonly message: string };

const CONFLICT = /^(?:<{7} |={7}$|>{7} )/m;
const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };
/** One token of interest: comment, string, heredoc opening, bracket, or an equals sign without a value. */
const TOKEN =
  /(#.*|\/\/.*)|(\/\*)|(")|<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\r?\n|([{[(])|([}\])])|([A-Za-z_][\w-]*[^\S\n]*=)(?![=>])(?=[^\S\n]*(?:#.*|\/\/.*)?(?:\r?\n|$|\}))/g;

/** `null` when the scan sees nothing wrong. */
export function diagnose(text: string): Diagnosis | null {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) return { offset: conflict.index, message: "A merge conflict marker stands here." };
  const open: { readonly bracket: string; readonly offset: number }[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [token, , comment, quote, , heredoc, opening, closing, assignment] = found;
    const offset = found.index;
    if (comment !== undefined) {
      const end = text.indexOf("*/", offset + 2);
      if (end === -1) return { offset, message: "This comment is never closed." };
      TOKEN.lastIndex = end + 2;
    } else if (quote !== undefined) {
      const end = stringEnd(text, offset);
      if (end === -1) return { offset, message: "This string is not closed on its line." };
      TOKEN.lastIndex = end;
    } else if (heredoc !== undefined) {
      const end = new RegExp(`^[^\\S\\n]*${heredoc}[^\\S\\n]*\\r?$`, "m");
      const rest = end.exec(text.slice(offset + token.length));
      if (rest === null) return { offset, message: `This heredoc has no closing line "${heredoc}".` };
      TOKEN.lastIndex = offset + token.length + rest.index + rest[0].length;
    } else if (opening !== undefined) {
      open.push({ bracket: opening, offset });
    } else if (closing !== undefined) {
      const last = open.pop();
      if (last === undefined) return { offset, message: `This "${closing}" closes nothing.` };
      if (CLOSING[last.bracket] !== closing)
        return { offset, message: `This "${closing}" stands where "${CLOSING[last.bracket]}" is due.` };
    } else if (assignment !== undefined) {
      return { offset, message: "This attribute has no value." };
    }
  }
  const unclosed = open.at(-1);
  return unclosed === undefined
    ? null
    : { offset: unclosed.offset, message: `This "${unclosed.bracket}" is never closed.` };
}

/** Offset after the closing quote; -1 when the line ends first. Strings inside `${…}` are passed over. */
function stringEnd(text: string, start: number): number {
  const nesting: ("string" | "expression")[] = ["string"];
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") {
      if (nesting.length === 1) return -1;
    } else if (nesting.at(-1) === "string") {
      if (char === "\\") at++;
      else if (char === '"') {
        nesting.pop();
        if (nesting.length === 0) return at + 1;
      } else if ((char === "$" || char === "%") && text[at + 1] === char && text[at + 2] === "{") at += 2;
      else if ((char === "$" || char === "%") && text[at + 1] === "{") {
        nesting.push("expression");
        at++;
      }
    } else if (char === '"') nesting.push("string");
    else if (char === "{") nesting.push("expression");
    else if (char === "}") nesting.pop();
  }
  return -1;
}
