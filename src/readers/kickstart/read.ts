// Kickstart files: lines of commands with options, and sections with a body. Takes a text, gives a KickstartDocument.
// Knows the grammar of lines, not what any command means.
import { COMMENT_MARK } from "../../model/comment-mark.ts";
import type { Comment, KickstartDocument } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Position, Range } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import { lineWords } from "./words.ts";

export type KickstartText = {
  readonly file: string;
  readonly text: string;
  /** Turns an offset in `text` into a position in the file, when the text is a part of one. */
  readonly position?: (offset: number) => Position;
};

export type KickstartResult = { readonly document: KickstartDocument; readonly problems: readonly Problem[] };

/** Longer texts are not read. */
export const MAX_CHARACTERS = 2_000_000;

/** A file with more faults says no more. */
const MAX_PROBLEMS = 100;

const SECTIONS = /^%(?:packages|pre|pre-install|post|onerror|traceback|addon|anaconda|certificate)\b/;
/** Options that never take a value: a word behind one of them is an argument of the command. */
const FLAGS = new Set([
  "nogpg",
  "iscrypted",
  "plaintext",
  "lock",
  "grow",
  "all",
  "initlabel",
  "enforcing",
  "permissive",
  "disabled",
  "asprimary",
  "activate",
  "nodefroute",
  "noipv4",
  "noipv6",
  "utc",
  "isUtc",
  "nontp",
  "noformat",
  "useexisting",
  "recommended",
  "nohome",
  "nolvm",
  "noswap",
  "nocore",
  "eject",
  "kexec",
  "encrypted",
  "noverifyssl",
  "install",
  "allow-ssh",
  "non-interactive",
  "disable",
  "reconfig",
  "gecos-lock",
  "none",
]);

/** Never throws. */
export function readKickstart(source: KickstartText): KickstartResult {
  const { file, text } = source;
  const problems: Problem[] = [];
  const lines = new LineIndex(text);
  const position = source.position ?? ((offset: number) => lines.position(offset));
  const range = (start: number, end: number): Range => ({ start: position(start), end: position(end) });
  const commands: KickstartDocument["commands"][number][] = [];
  const sections: KickstartDocument["sections"][number][] = [];
  const comments: Comment[] = [];
  const document = { format: "kickstart", file, comments, commands, sections } as const;
  const problem = (
    code: string,
    severity: Problem["severity"],
    message: string,
    start: number,
    end: number,
  ) =>
    problems.length < MAX_PROBLEMS &&
    problems.push({
      code: `kickstart/${code}`,
      severity,
      message,
      place: { file, range: range(start, end) },
    });

  const keepComment = (start: number, end: number, alone: boolean) => {
    const comment = text.slice(start, end).trimEnd();
    if (!comment.includes(COMMENT_MARK)) return;
    comments.push({ text: comment.slice(1).trim(), range: range(start, start + comment.length), alone });
  };

  if (text.length > MAX_CHARACTERS || text.includes("\0")) {
    const [code, message] = text.includes("\0")
      ? ["binary", "The file holds binary data and was not read as a Kickstart file."]
      : [
          "too-large",
          `The file is longer than ${MAX_CHARACTERS / 1_000_000} million characters and was not read.`,
        ];
    problems.push({ code: `kickstart/${code}`, severity: "error", message, place: { file } });
    return { document, problems };
  }

  for (let start = 0; start < text.length; ) {
    const end = logicalEnd(text, start);
    const line = text.slice(start, end);
    const lead = /^\s*/.exec(line)![0].length;
    const content = line.slice(lead);
    const next = end + 1;
    if (content.startsWith("#")) {
      // A comment does not continue over a backslash.
      const stop = endOfLine(text, start);
      keepComment(start + lead, stop, true);
      start = stop + 1;
      continue;
    }
    if (SECTIONS.test(content)) {
      const head = endOfLine(text, start);
      const close = sectionEnd(text, head + 1);
      const [name = ""] = /^%[\w-]+/.exec(content)!;
      sections.push({
        name: name.slice(1),
        args: text.slice(start + lead + name.length, head).trim(),
        body: text.slice(Math.min(head + 1, text.length), close.start),
        range: range(start + lead, close.end),
      });
      if (!close.closed)
        problem("unclosed-section", "warning", `The section ${name} has no %end.`, start + lead, head);
      start = close.end + 1;
      continue;
    }
    // What an included file says is part of this one.
    if (content.trim() !== "" && (!content.startsWith("%") || /^%(?:include|ksappend)\b/.test(content))) {
      const { words, open, comment } = lineWords(content);
      if (open)
        problem("unclosed-quote", "warning", "A quote in this line is not closed.", start + lead, end);
      const command = content.slice(0, comment ?? content.length).trimEnd();
      commands.push({
        ...commandOf(words),
        range: range(start + lead, start + lead + command.length),
        text: command,
      });
      if (comment !== null)
        keepComment(start + lead + comment, endOfLine(text, start + lead + comment), false);
    }
    start = next;
  }
  return { document, problems };
}

/** Whether the text is a Kickstart file: by its name with a hint in the content, else by what no other file has. */
export function looksLikeKickstart(file: string, text: string): boolean {
  const head = text.slice(0, 100_000);
  const hints = [
    /^\s*ostreesetup\s/m,
    /^\s*ostreecontainer\s/m,
    /^%packages\b/m,
    /^\s*bootloader\s+-/m,
    /^%end\s*$/m,
    /^\s*clearpart\s/m,
    /^\s*(?:rootpw|zerombr|autopart)\b/m,
    /^\s*part(?:ition)?\s+\S+\s+--/m,
  ].filter((hint) => hint.test(head)).length;
  const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  if (/\.ks(?:\.\w+)?$/.test(name) || /^(?:ks|kickstart|anaconda-ks)(?:[.-][\w.-]*)?\.cfg$/.test(name))
    return hints >= 1;
  return /\.(?:cfg|conf|tmpl|tpl|in|template)$/.test(name) && hints >= 2;
}

function commandOf(words: readonly string[]): {
  readonly name: string;
  readonly options: Readonly<Record<string, string | true>>;
  readonly args: readonly string[];
} {
  const [name = "", ...rest] = words;
  const options: Record<string, string | true> = {};
  const args: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index]!;
    const option = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(word);
    if (option === null) {
      args.push(word);
      continue;
    }
    const [, key = "", value] = option;
    const next = rest[index + 1];
    if (value !== undefined) options[key] = value;
    else if (next !== undefined && !next.startsWith("--") && !FLAGS.has(key)) {
      options[key] = next;
      index++;
    } else options[key] = true;
  }
  return { name, options, args };
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline === -1 ? text.length : newline;
}

/** End of the line that begins at `start`, continued lines included. */
function logicalEnd(text: string, start: number): number {
  let end = endOfLine(text, start);
  while (end < text.length && /\\\r?$/.test(text.slice(Math.max(start, end - 2), end)))
    end = endOfLine(text, end + 1);
  return end;
}

/** Where the `%end` of a section begins and ends. Without one the section goes to the next section, or to the end. */
function sectionEnd(
  text: string,
  from: number,
): { readonly start: number; readonly end: number; readonly closed: boolean } {
  for (let start = Math.min(from, text.length); start < text.length; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, Math.min(end, start + 100));
    if (/^%end\b/.test(line)) return { start, end, closed: true };
    if (SECTIONS.test(line)) return { start, end: start - 1, closed: false };
    start = end + 1;
  }
  return { start: text.length, end: text.length, closed: false };
}
