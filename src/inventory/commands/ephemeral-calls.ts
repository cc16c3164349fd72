// Which scripts run against a throw-away cluster although another file makes it. Takes script documents, gives those that do: a job that
// calls a script which makes one, and a script that only such jobs call.
import { posix } from "node:path";
import type { Command, Document, ScriptDocument } from "../../model/document.ts";

const SHELLS: ReadonlySet<string> = new Set(["bash", "sh", "source", ".", "zsh", "dash"]);
const CALLED = /(?:^|[\s"'=])((?:[\w.$@{}-]+\/)*[\w.-]+\.(?:sh|bash))(?=["'\s;)]|$)/;
const MAX_ROUNDS = 5;

export function ephemeralScripts(scripts: readonly ScriptDocument[]): ReadonlySet<ScriptDocument> {
  const ephemeral = new Set(scripts.filter((script) => script.ephemeral));
  if (ephemeral.size === 0) return ephemeral;
  const files = new Map(scripts.filter(({ host }) => host === "file").map((script) => [script.file, script]));
  const calls = new Map(scripts.map((script) => [script, calledBy(script, files)]));
  const jobs = new Map<string, ScriptDocument[]>();
  for (const script of scripts) jobs.set(jobOf(script), [...(jobs.get(jobOf(script)) ?? []), script]);
  const callers = new Map<ScriptDocument, ScriptDocument[]>();
  for (const [script, called] of calls)
    for (const one of called) callers.set(one, [...(callers.get(one) ?? []), script]);
  const makers = new Set(ephemeral);
  for (let round = 0, before = -1; round < MAX_ROUNDS && before !== ephemeral.size; round++) {
    before = ephemeral.size;
    for (const [script, called] of calls) {
      if (called.some((one) => makers.has(one)))
        for (const step of jobs.get(jobOf(script))!) ephemeral.add(step);
    }
    for (const [script, by] of callers)
      if (by.every((caller) => ephemeral.has(caller))) ephemeral.add(script);
  }
  return ephemeral;
}

/** Steps of a job share its cluster; scripts in files of their own stand alone. */
function jobOf({ file, host, range }: ScriptDocument): string {
  return host === "file" ? file : `${file} ${host === "make" ? range.start.line : host}`;
}

function calledBy(
  { file, commands }: ScriptDocument,
  files: ReadonlyMap<string, ScriptDocument>,
): ScriptDocument[] {
  return commands.flatMap((command) => {
    const path = pathOf(command);
    if (path === undefined) return [];
    const found =
      files.get(posix.normalize(path)) ?? files.get(posix.normalize(posix.join(posix.dirname(file), path)));
    return found && found.file !== file ? [found] : [];
  });
}

/** The script that a command runs, without a folder in front that cannot be known. */
function pathOf({ program, text, args }: Command): string | undefined {
  if (program === null || !(SHELLS.has(program) || /\.(?:sh|bash)$/.test(program))) return undefined;
  const word = SHELLS.has(program) ? args.find(({ text: one }) => !one.startsWith("-"))?.text : text;
  const path = CALLED.exec(word ?? "")?.[1];
  return path?.replace(/^.*[$}][^/]*\//, "");
}

/** What such scripts apply goes with their cluster. */
export function lastingDocuments(documents: readonly Document[]): readonly Document[] {
  const scripts = documents.filter((document): document is ScriptDocument => document.format === "shell");
  const ephemeral = ephemeralScripts(scripts);
  if (ephemeral.size === 0) return documents;
  return documents.filter((document) => {
    if ((document.format !== "yaml" && document.format !== "json") || document.origin !== "heredoc")
      return true;
    const { line } = document.locate([]).start;
    return ![...ephemeral].some(
      ({ file, range }) => file === document.file && range.start.line <= line && line <= range.end.line,
    );
  });
}
