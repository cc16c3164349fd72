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
/** Longer names and lines are no assignment that anyone wrote. */
const MAX_HEAD = 300;

/** `heredocs`: all of the script. */
export function saidText(
  { args, redirects, simple }: FoundCommand,
  heredocs: readonly Heredoc[],
  text: string,
): Said | null {
  const hereString = redirects.find(({ operator }) => operator === "<<<")?.word;
  const prints = /^(?:echo|printf)$/.test(args[0]?.value ?? "");
  const word = hereString ?? (prints ? args.at(-1)?.word : undefined);
  if (word === undefined || (word === args[0]?.word && hereString === undefined)) return null;
  const [part] = word.parts;
  const said =
    word.parts.length === 1 && part?.kind === "variable" && part.operation === "" && NAME.test(part.name)
      ? assigned(part.name, simple.start, heredocs, text)
      : written(word, text);
  return said !== null && MANIFEST.test(text.slice(said.start, said.end)) ? said : null;
}

/** A word that is one string in quotes. */
function written({ start, end }: Word, text: string): Said | null {
  const quote = text[start];
  if ((quote !== "'" && quote !== '"') || text[end - 1] !== quote || end - start < 2) return null;
  const quoted = quote === '"';
  if (!quoted && text.slice(start + 1, end - 1).includes("'")) return null;
  return { start: start + 1, end: end - 1, expands: quoted, tabs: false, quoted };
}

/** The last assignment before. */
function assigned(name: string, before: number, heredocs: readonly Heredoc[], text: string): Said | null {
  const pattern = new RegExp(`(?:^|[\\n;&|{(]|\\b(?:export|local|readonly|declare))[ \\t]*${name}=`, "g");
  const match = [...text.slice(0, before).matchAll(pattern)].at(-1);
  if (match === undefined) return null;
  const start = match.index + match[0].length;
  const head = FROM_HEREDOC.exec(text.slice(start, start + MAX_HEAD));
  if (head !== null) return heredocs.find((heredoc) => heredoc.start === start + head[0].length) ?? null;
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
