// OCNE files that scripts write out of themselves: heredocs put into a file. Takes scripts and the readers, gives the documents with the
// name that the script gives the file.
import { posix } from "node:path";
import type { Command, DataDocument, KickstartDocument, ScriptDocument } from "../../model/document.ts";
import type { Position } from "../../model/place.ts";
import { isObject } from "../kubernetes.ts";

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
export type Written = { readonly document: DataDocument | KickstartDocument; readonly target: string };

/** Longer heredocs hold something else. */
const MAX_HEREDOC = 200_000;

export function writtenFiles(scripts: readonly ScriptDocument[], readers: OcneReaders): Written[] {
  return scripts.flatMap((script) => script.commands.flatMap((command) => written(command, script, readers)));
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
  const part = {
    file: script.file,
    text: heredoc.text,
    position: (offset: number) => (at === undefined ? range.start : at(offset)),
  };
  if (readers.looksLikeKickstart(posix.basename(target) || "ks.cfg", heredoc.text))
    return [{ document: readers.kickstart(part), target }];
  if (!/^[ \t]*["']?[A-Za-z]\w*["']?[ \t]*:/m.test(heredoc.text)) return [];
  return readers.yaml(part).flatMap((document) => (isObject(document.value) ? [{ document, target }] : []));
}

/** Files that a command writes, as the script names them; what cannot be known keeps its text. */
export function outputsOf({ program, args, redirects }: Command): string[] {
  const redirected = redirects
    .filter(({ operator }) => /^[0-9&]*>[>|]?$/.test(operator) && !/^2/.test(operator))
    .flatMap(({ target, text }) => target ?? text ?? []);
  const tee =
    program === "tee"
      ? args.flatMap(({ value, text }) => ((value ?? text).startsWith("-") ? [] : (value ?? text)))
      : [];
  return [...redirected, ...tee];
}
