// What the Actions runner does with a log: which lines it takes for commands. Written from the runner's documented behaviour,
// stricter where it compares by culture: characters that such a comparison skips are taken out first.

export type LogCommand = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

const names = new Set(
  "error warning notice debug group endgroup add-mask add-matcher remove-matcher stop-commands set-output save-state set-env add-path echo internal-set-repo-path".split(
    " ",
  ),
);

/** Every command in a log, in order, both syntaxes, as the runner would run them. */
export function commandsIn(log: string): readonly LogCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = colons(line) ?? brackets(line);
    return command === undefined ? [] : [command];
  });
}

function skipIgnorable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
}

function colons(line: string): LogCommand | undefined {
  const text = skipIgnorable(line).trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  return parsed(text.slice(2, end), text.slice(end + 2), ",");
}

function brackets(line: string): LogCommand | undefined {
  const text = skipIgnorable(line);
  const start = text.indexOf("##[");
  const end = text.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  return parsed(text.slice(start + 3, end), text.slice(end + 1), ";");
}

function parsed(head: string, data: string, separator: string): LogCommand | undefined {
  const space = head.indexOf(" ");
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!names.has(name)) return undefined;
  const pairs = space < 0 ? [] : head.slice(space + 1).split(separator);
  const properties = Object.fromEntries(
    pairs.filter(Boolean).map((pair) => {
      const [key = "", ...value] = pair.split("=");
      return [key, unescaped(value.join("="))];
    }),
  );
  return { name, properties, data: unescaped(data) };
}

function unescaped(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
