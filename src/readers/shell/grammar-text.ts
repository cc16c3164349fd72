// A script's text as the grammar can take it: takes the text, gives one of the same length in which what the grammar mistakes is blanked.
// Words are read from the real text, where everything is seen.

const OPEN_OPERATOR = /(<<-?[ \t]*["'\\]?\w[^\n|&<]*?)(\|&|\|\||&&|\|)[ \t]*(?=\n)/g;
const EXTENDED_GLOB = /(?<=[\w/.*"'}])[?*+@!]\([^()\s'"$`]{0,200}\)/g;
const UNALIASED = /(?<=\n)[ \t]*\\(?=[A-Za-z])/g;

const ASSIGNED_PROCESS = /(?<=(?:^|[\s;&|(])[A-Za-z_]\w{0,100}=)<(?=\()/g;

/**
 * The grammar takes the body of `cat <<EOF |` for the next command when the operator is the last on its line, knows no `!(…)` in a
 * path, no `NAME=<(…)` before a command, no backslash at the end, and takes one before a word on a new line (`\kubectl`, not the alias) for a continued line.
 */
export function forGrammar(text: string): string {
  let result = text;
  if (text.includes("<<")) {
    result = result.replace(
      OPEN_OPERATOR,
      (line, head: string, operator: string) =>
        head + " ".repeat(operator.length) + line.slice(head.length + operator.length),
    );
  }
  if (text.includes("(")) result = result.replace(EXTENDED_GLOB, (glob) => "x".repeat(glob.length));
  if (text.includes("=<(")) result = result.replace(ASSIGNED_PROCESS, "$$");
  if (text.includes("\\")) result = result.replace(UNALIASED, (start) => `${start.slice(0, -1)} `);
  const end = result.trimEnd();
  return end.endsWith("\\") ? end.slice(0, -1) + " ".repeat(text.length - end.length + 1) : result;
}
