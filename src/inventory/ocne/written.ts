// OCNE files that scripts write out of themselves: heredocs put into a file, and lines printed into one. Takes scripts and the readers, gives the documents with the
// name that the script gives the file.
import { posix } from "node:path";
import type { Command, DataDocument, KickstartDocument, ScriptDocument } from "../../model/document.ts";
import type { Position } from "../../model/place.ts";
import { isObject } from "../kubernetes.ts";
import { candidatesOf } from "./local-path.ts";
import { printedFiles } from "./printed.ts";
import { outputsOf, unquoted } from "./written-names.ts";

/** How texts inside scripts are read. Given from outside: the inventory knows no readers. */
export type OcneReaders = {
  readonly yaml: (part: TextPart) => readonly DataDocument[];
  readonly kickstart: (part: TextPart) => KickstartDocument;
  readonly looksLikeKickstart: (file: string, text: string) => boolean;
};
type TextPart = {
  readonly file: string;
  readonly text: string;
  readonly position: (offset: number) => Position;
};

/** `target` is the file as the script names it, relative to the script where that is known. */
export type Written = {
  readonly document: DataDocument | KickstartDocument;
  readonly target: string;
  /** Nothing else is written to the file. */
  readonly whole?: true;
};

/** Longer heredocs hold something else. */
const MAX_HEREDOC = 200_000;

export function writtenFiles(scripts: readonly ScriptDocument[], readers: OcneReaders): Written[] {
  return scripts.flatMap((script) => [
    ...script.commands.flatMap((command) => written(command, script, readers)),
    ...printedFiles(script).flatMap(({ target, ...part }) =>
      documentsOf({ file: script.file, ...part }, target, readers).map((one) => ({
        ...one,
        whole: true as const,
      })),
    ),
  ]);
}

function written(command: Command, script: ScriptDocument, readers: OcneReaders): readonly Written[] {
  const { heredoc } = command;
  if (heredoc === null || heredoc.text.length > MAX_HEREDOC) return [];
  const outputs = script.commands
    .filter(({ pipeline }) => pipeline.id === command.pipeline.id && pipeline.index >= command.pipeline.index)
    .flatMap(outputsOf);
  const target = outputs[0];
  if (target === undefined) return [];
  const { at, range } = heredoc;
  const { text, origin } = withoutTabs(heredoc.text);
  const part = {
    file: script.file,
    text,
    position: (offset: number) => (at === undefined ? range.start : at(origin(offset))),
  };
  return documentsOf(part, target, readers);
}

function documentsOf(part: TextPart, target: string, readers: OcneReaders): readonly Written[] {
  const { text } = part;
  if (readers.looksLikeKickstart(posix.basename(target) || "ks.cfg", text))
    return [{ document: readers.kickstart(part), target }];
  if (!/^[ \t]*(?:\{[ \t]*)?["']?[A-Za-z]\w*["']?[ \t]*:/m.test(text)) return [];
  return readers.yaml(part).flatMap((document) => (isObject(document.value) ? [{ document, target }] : []));
}

/** `<<-` takes the tabs before each line away; no file read here begins every line with one. */
function withoutTabs(text: string): { readonly text: string; readonly origin: (offset: number) => number } {
  const lines = text.split("\n");
  if (!lines.every((line) => line === "" || line.startsWith("\t")))
    return { text, origin: (offset) => offset };
  const tabs = lines.map((line) => /^\t*/.exec(line)![0].length);
  const origin = (offset: number) => {
    let rest = offset;
    let taken = 0;
    for (const [index, line] of lines.entries()) {
      taken += tabs[index]!;
      const length = line.length - tabs[index]! + 1;
      if (rest < length) break;
      rest -= length;
    }
    return offset + taken;
  };
  return { text: lines.map((line, index) => line.slice(tabs[index])).join("\n"), origin };
}

/** Files to which a script adds, by the names that the script may mean: what one text says of them is not all. */
export function extendedFiles(scripts: readonly ScriptDocument[]): ReadonlySet<string> {
  return new Set(
    scripts.flatMap(({ commands, file }) =>
      commands.flatMap((command) =>
        extendedBy(command).flatMap((name) => [`${file} ${name}`, ...(candidatesOf(name, file) ?? [])]),
      ),
    ),
  );
}

/** `>>`, `tee -a`, `yq -i`. */
function extendedBy(command: Command): readonly string[] {
  const { program, args, redirects } = command;
  const said = args.map(({ value, text }) => value ?? unquoted(text) ?? "");
  if (program === "yq")
    return said.some((word) => /^(?:-\w*i\w*|--inplace)$/.test(word)) ? said.slice(1) : [];
  const appends =
    redirects.some(({ operator }) => /^1?>>$/.test(operator)) ||
    (program === "tee" && said.some((word) => /^(?:-\w*a\w*|--append)$/.test(word)));
  return appends ? outputsOf(command) : [];
}

/** Whether some command of the repository names a file of that name, and so may make it; `ssh-keygen -f key` also makes `key.pub`. */
export function madeByScripts(scripts: readonly ScriptDocument[]): (path: string) => boolean {
  const makers = scripts.flatMap(({ commands }) =>
    commands.filter(
      (command) => outputsOf(command).length > 0 || (command.program !== null && !READS.has(command.program)),
    ),
  );
  return (path) => {
    const name = posix.basename(path);
    const names = new Set([name, name.replace(/\.pub$/, "")]);
    return makers.some((command) => {
      const words = command.args.map(({ value, text }) => value ?? text.replace(/["']/g, ""));
      const read = command.program === null || READS.has(command.program);
      return [...outputsOf(command), ...(read ? [] : words)].some((word) =>
        names.has(word.slice(word.search(/[^/=]*$/))),
      );
    });
  };
}

const READS: ReadonlySet<string> = new Set([
  "ocne",
  "echo",
  "printf",
  "cat",
  "rm",
  "test",
  "[",
  "ls",
  "chmod",
  "git",
]);
