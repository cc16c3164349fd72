// Makes strings of Terraform's JSON syntax readable for the grammar of its own syntax. Takes text, gives text of the same length.

/** Quotes inside `${…}` are escaped in JSON, and plain in Terraform: the backslash becomes a blank outside the inner string. */
export function plainQuotes(text: string): string {
  if (!/[$%]\{[^"]*\\"/.test(text)) return text;
  const out: string[] = [];
  let inString = false;
  let depth = 0;
  let inner = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const next = text[at + 1];
    if (!inString) {
      inString = char === '"';
      out.push(char);
    } else if (char === '"' || char === "\n") {
      [inString, depth, inner] = [false, 0, false];
      out.push(char);
    } else if (char === "\\" && next !== undefined) {
      out.push(depth > 0 && next === '"' ? (inner ? '" ' : ' "') : char + next);
      if (depth > 0 && next === '"') inner = !inner;
      at++;
    } else {
      const opens = (char === "$" || char === "%") && next === "{";
      if (opens && !inner && text[at - 1] !== char) {
        depth++;
        out.push(char, "{");
        at++;
        continue;
      }
      if (depth > 0 && !inner) depth += char === "{" ? 1 : char === "}" ? -1 : 0;
      out.push(char);
    }
  }
  return out.join("");
}
