// What a command prints or is handed when that is a manifest: `echo '…'`, `printf '%s' "$YAML"`, `<<< "$YAML"`. Takes the command with the
// text it stands in, gives the stretch of that text where the manifest is written: the word itself, or what a variable was given.
import type { FoundCommand } from "./found-command.ts";
import type { Heredoc } from "./heredoc.ts";
import type { Word } from "./words.ts";

/** `quoted`: in double quotes, so that `\"` is a quote. */
export type Said = Heredoc & { readonly quoted?: boolean };

const MANIFEST = /\bapiVersion\\?["']?[ \t]*:/;
/** `NAME=$(cat <<EOF`: up to the end of the line. */
const FROM_HEREDOC = /^"?\$\(\s*(?:cat|envsubst|tee)?\s*<<-?[ \t]*["'\\]?\w[^\n]*\n/;
/** Not `$*` or `$1`. */
const NAME = /^[A-Za-z_]\w*$/;
const ASSIGNMENT = /(?:^|[\n;&|{(]|\b(?:export|local|readonly|declare))[ \t]*([A-Za-z_]\w*)=/g;
/** `read -r -d '' NAME <<EOF`: up to the end of the line. */
const READ_HEREDOC =
  /(?:^|[\n;&|{(])[ \t]*(?:IFS=\S*[ \t]+)?read[ \t]+[^\n]{0,40}?-r?d[ \t]*(?:''|""|\$'\\0')[ \t]+(?:-r[ \t]+)?([A-Za-z_]\w*)[ \t]*<<-?[ \t]*["'\\]?\w[^\n]*\n/g;
/** Longer lines are no assignment that anyone wrote. */
const MAX_HEAD = 300;

/** `heredocs`: all of the script. What is the same for all of its commands is worked out once. */
export function saidTexts(
  text: string,
  heredocs: readonly Heredoc[],
): (command: FoundCommand) => Said | null {
  if (!MANIFEST.test(text)) return () => null;
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.start, heredoc]));
  const stretches = new Map<number, Said | null>();
  let given: ReadonlyMap<string, readonly number[]> | undefined;

  const manifestAt = (start: number, read: (start: number) => Said | null): Said | null => {
    const before = stretches.get(start);
    if (before !== undefined) return before;
    const said = read(start);
    const manifest = said !== null && MANIFEST.test(text.slice(said.start, said.end)) ? said : null;
    stretches.set(start, manifest);
    return manifest;
  };

  return ({ args, redirects, simple }) => {
    const hereString = redirects.find(({ operator }) => operator === "<<<")?.word;
    const prints = /^(?:echo|printf)$/.test(args[0]?.value ?? "");
    const word = hereString ?? (prints && args.length > 1 ? args.at(-1)!.word : undefined);
    if (!word) return null;
    const [part, ...more] = word.parts;
    if (more.length > 0 || part?.kind !== "variable" || part.operation !== "" || !NAME.test(part.name))
      return manifestAt(word.start, () => written(word, text));
    given ??= assignments(text);
    const start = lastBefore(given.get(part.name) ?? [], simple.start);
    return start === null ? null : manifestAt(start, () => assigned(start, bodies, text));
  };
}

/** A word that is one string in quotes. */
function written({ start, end }: Word, text: string): Said | null {
  const quote = text[start];
  if ((quote !== "'" && quote !== '"') || text[end - 1] !== quote || end - start < 2) return null;
  const quoted = quote === '"';
  if (!quoted && text.slice(start + 1, end - 1).includes("'")) return null;
  return { start: start + 1, end: end - 1, expands: quoted, tabs: false, quoted };
}

/** Where values begin, by name. */
function assignments(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const pattern of [ASSIGNMENT, READ_HEREDOC]) {
    for (const { 0: whole, 1: name = "", index } of text.matchAll(pattern)) {
      const starts = found.get(name);
      if (starts) starts.push(index + whole.length);
      else found.set(name, [index + whole.length]);
    }
  }
  for (const starts of found.values()) starts.sort((a, b) => a - b);
  return found;
}

function lastBefore(starts: readonly number[], limit: number): number | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : starts[low - 1]!;
}

function assigned(start: number, bodies: ReadonlyMap<number, Heredoc>, text: string): Said | null {
  const read = bodies.get(start);
  if (read !== undefined) return read;
  const head = FROM_HEREDOC.exec(text.slice(start, start + MAX_HEAD));
  if (head !== null) return bodies.get(start + head[0].length) ?? null;
  const quote = text[start];
  if (quote === "'") {
    const end = text.indexOf("'", start + 1);
    return end === -1 ? null : { start: start + 1, end, expands: false, tabs: false };
  }
  if (quote !== '"') return null;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return { start: start + 1, end: Math.min(end, text.length), expands: true, tabs: false, quoted: true };
}
