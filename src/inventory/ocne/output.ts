// Where what a command prints goes: a file, the next command, a variable, or the terminal. Takes the command in its script and the lines
// of the file.
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { OcneCommand } from "../../model/inventory/ocne.ts";
import { outputsOf } from "./written-names.ts";

/** How far before a command a `$(` is looked for. */
const LOOK_BACK = 1_000;

/** What is written there is gone, or seen by all. */
const NOWHERE = /^\/dev\/(?:null|stdout|stderr|tty|fd\/[12])$/;

export function outputOf(
  command: Command,
  script: ScriptDocument,
  lineOf: (line: number) => string,
): OcneCommand["output"] {
  const own = outputsOf(command);
  if (own.some((output) => !NOWHERE.test(output))) return "file";
  const later = script.commands.filter(
    ({ pipeline }) => pipeline.id === command.pipeline.id && pipeline.index > command.pipeline.index,
  );
  if (own.length === 0 && later.some((other) => outputsOf(other).some((output) => !NOWHERE.test(output))))
    return "file";
  if (command.pipeline.index < command.pipeline.length - 1) return "pipe";
  if (script.host.startsWith("ansible:") && isRegistered(command, lineOf)) return "captured";
  const { line, column } = command.range.start;
  const before = lineOf(line).slice(Math.max(0, column - 1 - LOOK_BACK), column - 1);
  return /(?:\$\(|`|<\()[^)]*$/.test(before) ? "captured" : "terminal";
}

/** Lines of a task that are looked at for its `register`. */
const MAX_TASK = 60;

/** The task keeps what the command prints. */
function isRegistered({ range }: Command, lineOf: (line: number) => string): boolean {
  const begins = (line: number) => /^\s*-\s+[\w.]+:/.test(lineOf(line));
  let first = range.start.line;
  for (let steps = 0; first > 1 && !begins(first) && steps < MAX_TASK; steps++) first--;
  for (let line = first; line < first + MAX_TASK; line++) {
    if (line > first && line > range.end.line && begins(line)) return false;
    if (/^\s*(?:-\s+)?register\s*:/.test(lineOf(line))) return true;
  }
  return false;
}
