// Reads scripts for tests, and writes commands as one line each.
import type { Command, ScriptDocument } from "../../../src/model/document.ts";
import type { Problem } from "../../../src/model/problem.ts";
import type { Language } from "../../../src/model/source.ts";
import { scriptsIn } from "../../../src/readers/shell/embedded.ts";
import { readShellFile } from "../../../src/readers/shell/read.ts";
import { readScriptFile } from "../../../src/readers/shell/script-files.ts";
import type { GrammarParser } from "../../../src/readers/tree-sitter.ts";
import { readYaml } from "../../../src/readers/yaml/read.ts";
import { testRuntime } from "../tree-sitter-runtime.ts";

export type Reading = {
  readonly documents: readonly ScriptDocument[];
  readonly problems: readonly Problem[];
};

export const bash: GrammarParser = await (await testRuntime()).parser("bash");

export function readScript(text: string): ScriptDocument {
  return readShellFile("script.sh", text, bash).document;
}

export function readHosted(file: string, text: string): Reading {
  const language = file.endsWith(".json") ? "json" : "yaml";
  const reading = readYaml({ file, text, language, named: false });
  const results = reading.documents.map((document) => scriptsIn(document, text, bash));
  return {
    documents: results.flatMap(({ documents }) => documents),
    problems: results.flatMap(({ problems }) => problems),
  };
}

export function readFile(language: Language, text: string): Reading {
  return readScriptFile({ file: "file", language, text, named: false }, bash);
}

/** `3 kubectl exec ?`: line, program, arguments; `?` is unknown. */
export function line({ range, program, args }: Command): string {
  return [range.start.line, program ?? "?", ...args.map(({ value }) => value ?? "?")].join(" ");
}

export function lines({ documents }: Pick<Reading, "documents">): string[] {
  return documents.flatMap(({ commands }) => commands.map(line));
}

/** The commands of a script that is a file. */
export function commands(text: string): string[] {
  return readScript(text).commands.map(line);
}
