// Files that a script writes line by line: `echo "provider: byo" > byo.yaml`, then `echo … >> byo.yaml`, or `printf 'a: b\n' > FILE`.
// Takes a script, gives the texts with the place of every character. Only what is written in one go counts: a line that a condition
// or a loop may add leaves the file unknown.
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { Position } from "../../model/place.ts";
import { outputsOf } from "./written-names.ts";

export type PrintedFile = {
  readonly target: string;
  readonly text: string;
  readonly position: (offset: number) => Position;
};

type Argument = Command["args"][number];
type Character = { readonly character: string; readonly at: Position };

/** Nothing but comments may stand between two commands. */
const NEXT_LINE = /^[ \t]*(?:;|\r?\n)(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*$/;
/** Longer texts are written in other ways. */
const MAX_CHARACTERS = 20_000;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\", '"': '"', "'": "'" };

export function printedFiles({ commands, text }: ScriptDocument): PrintedFile[] {
  const runs: { readonly target: string; readonly lines: Command[] }[] = [];
  const writes = new Map<string, number>();
  let from = 0;
  for (const command of commands) {
    const outputs = outputsOf(command);
    for (const output of outputs) writes.set(output, (writes.get(output) ?? 0) + 1);
    const [target] = outputs;
    if (target === undefined || !isPrint(command)) continue;
    const at = text.indexOf(command.text, from);
    if (at === -1) continue;
    const run = runs.at(-1);
    if (!isAppending(command)) runs.push({ target, lines: [command] });
    else if (run?.target === target && NEXT_LINE.test(text.slice(from, at))) run.lines.push(command);
    from = at + command.text.length;
  }
  return runs.flatMap(({ target, lines }) => {
    if (writes.get(target) !== lines.length) return [];
    const characters: Character[] = [];
    for (const line of lines) {
      const printed = printedBy(line);
      if (printed === undefined) return [];
      characters.push(...printed);
      if (characters.length > MAX_CHARACTERS) return [];
    }
    const end = lines.at(-1)!.range.end;
    return [
      {
        target,
        text: characters.map(({ character }) => character).join(""),
        position: (offset) => characters[offset]?.at ?? end,
      },
    ];
  });
}

function isPrint({ program, pipeline }: Command): boolean {
  return (program === "echo" || program === "printf") && pipeline.length === 1;
}

function isAppending({ redirects }: Command): boolean {
  return redirects.some(({ operator }) => operator.endsWith(">>"));
}

function printedBy({ program, args, range }: Command): readonly Character[] | undefined {
  const newline: Character = { character: "\n", at: range.end };
  if (program === "printf") {
    const [format, ...rest] = args;
    if (format === undefined) return [];
    if (/^["']?%[sb]\\n["']?$/.test(format.text))
      return rest.flatMap((arg) => [...characters(arg, false), newline]);
    return format.text.includes("%") ? undefined : characters(format, true);
  }
  const words = args.findIndex(({ value }) => value === null || !/^-[neE]+$/.test(value));
  const options = args.slice(0, words === -1 ? args.length : words).map(({ value }) => value);
  const escapes = options.some((option) => option?.includes("e"));
  const said = words === -1 ? [] : args.slice(words);
  const text = said.flatMap((arg, index) => [
    ...(index === 0 ? [] : [{ character: " ", at: arg.range.start }]),
    ...characters(arg, escapes),
  ]);
  return options.some((option) => option?.includes("n")) ? text : [...text, newline];
}

/** A word that cannot be known stays as it is written: what the shell fills in is told by its `$`. */
function characters({ value, text, range }: Argument, escapes: boolean): Character[] {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(text)?.[2];
  const said = value ?? quoted ?? text;
  const start = Math.max(text.indexOf(said), 0);
  const found: Character[] = [];
  let { line, column } = range.start;
  for (let at = 0; at < start + said.length; at++) {
    const character = at < start ? text[at]! : said[at - start]!;
    const escaped = escapes && character === "\\" ? ESCAPES[said[at - start + 1] ?? ""] : undefined;
    if (at >= start) found.push({ character: escaped ?? character, at: { line, column } });
    const taken = escaped !== undefined && at >= start ? 2 : 1;
    at += taken - 1;
    [line, column] = character === "\n" ? [line + 1, 1] : [line, column + taken];
  }
  return found;
}
