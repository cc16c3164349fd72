// Units of systemd: the lines that start something. Takes the text of a unit, gives what it runs as one script; only when that speaks to a
// cluster, since most units start what no rule asks for.
import { CLUSTER_PROGRAMS } from "../cluster-programs.ts";
import { buildMappedText, compose, type MappedText, wholeText } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

/** `ExecStart=-/usr/bin/kubectl …`, also with prefixes, on as many lines as end in a backslash. */
const EXEC =
  /^[ \t]*Exec(?:Start(?:Pre|Post)?|Stop(?:Post)?|Reload|Condition)=[-@:+!]*((?:[^\n]*\\\r?\n)*[^\n]*)/gm;
const CALLS = new RegExp(`(?:^|[\\s"'(;&|/=])(?:${CLUSTER_PROGRAMS})\\s`);

/** What tells a unit from other texts. */
export function isUnit(text: string): boolean {
  return /^[ \t]*\[(?:Service|Unit)\]/m.test(text) && /^[ \t]*ExecStart=/m.test(text);
}

/** null: it starts nothing of the kind. */
export function unitCommands(text: MappedText): MappedText | null {
  const builder = buildMappedText(text.text);
  let found = false;
  for (const { 0: line, 1: command = "", index } of text.text.matchAll(EXEC)) {
    if (!CALLS.test(command)) continue;
    found = true;
    const start = index + line.length - command.length;
    builder.copy(start, index + line.length);
    builder.put("\n", index + line.length, index + line.length);
  }
  return found ? compose(builder.done(), text) : null;
}

export function unitScripts(text: string): TextScript[] {
  const commands = unitCommands(wholeText(text));
  return commands === null ? [] : [{ host: "systemd", plain: commands, masked: commands }];
}
