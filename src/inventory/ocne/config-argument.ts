// The configuration that a call of `ocne` names: takes the path as it is written and the script around it, gives the files that may be
// meant and whether something may make the file before the call.
import { posix } from "node:path";
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { OcneCommand } from "../../model/inventory/ocne.ts";
import { candidatesOf } from "./local-path.ts";
import { outputsOf } from "./written-names.ts";

export type ConfigSearch = {
  /** Text of a file. */
  readonly readText: (file: string) => string | undefined;
  /** Id of the configuration's entry that has one of these names. */
  readonly idOf: (candidates: readonly string[]) => string | undefined;
};

/** Commands before a call that are looked at for one that makes its configuration. */
const MAX_BEFORE = 2_000;
/** Longer files of pipelines are not searched for one either. */
const MAX_SEARCHED = 200_000;

/** `index`: the call's place among the commands of the script. */
export function configOf(
  text: string,
  script: ScriptDocument,
  index: number,
  { idOf, readText }: ConfigSearch,
): NonNullable<OcneCommand["config"]> {
  const before = script.commands.slice(Math.max(0, index - MAX_BEFORE), index);
  const folders = before
    .filter(({ program }) => program === "cd" || program === "pushd")
    .map(({ args }) => args[0]?.value ?? null);
  const candidates =
    candidatesOf(
      text,
      script.file,
      folders.filter((folder) => folder !== null),
    ) ?? [];
  const id = idOf([...candidates, text]);
  const name = posix.basename(text);
  // A folder that is not known may hold it; something may bring it along; and any command that names it may make it.
  const generated =
    candidates.length === 0 ||
    index > MAX_BEFORE ||
    folders.some((folder) => folder === null || /^[/~]/.test(folder)) ||
    before.some((command) => mentions(command, name) || BRINGS.has(command.program ?? "")) ||
    isWrittenByGroup(script.text, name) ||
    (script.host !== "file" && mayComeFromElsewhere(readText(script.file) ?? "", text));
  return { text, ...(id !== undefined && { id }), candidates, generated };
}

/** Programs that put files there without naming each. */
const BRINGS = new Set(["tar", "unzip", "7z", "git", "rsync", "scp", "terraform", "ansible-playbook"]);

/** `{ …; } > FILE`, `( … ) > FILE`, `done > FILE`, `fi > FILE`: no command of its own has the redirect. */
function isWrittenByGroup(text: string, name: string): boolean {
  return text
    .split("\n")
    .some((line) => GROUP_OUTPUT.test(line) && line.slice(line.indexOf(">")).includes(name));
}

const GROUP_OUTPUT = /(?:[)}]|\b(?:done|fi|esac|exec))[ \t]*\d?>/;

/** In a pipeline's file: another folder, artifacts of another job, another step or target that makes the file. */
function mayComeFromElsewhere(text: string, name: string): boolean {
  if (text.length > MAX_SEARCHED) return true;
  if (/working-?directory|artifacts?\b|\bcache:|\bdir:|\bchdir\b/i.test(text)) return true;
  return text.split("\n").some((line) => line.replace(/(?:-c|--config)[ =]+\S+/g, "").includes(name));
}

/** A command that is no call of `ocne` names the file: it may write it. */
function mentions(command: Command, name: string): boolean {
  if (outputsOf(command).some((output) => output.includes(name))) return true;
  return (
    command.program !== "ocne" &&
    command.program !== "echo" &&
    command.args.some(({ value, text }) => (value ?? text).includes(name))
  );
}
