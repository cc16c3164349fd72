// Files that are scripts, or hold scripts in a language of their own: shell files, Makefiles, justfiles, Jenkinsfiles, Tiltfiles, Dockerfiles, units.
// Takes a source, gives its ScriptDocuments. YAML and JSON hosts are read by `embedded.ts`.
import { LineIndex } from "../../model/line-index.ts";
import type { Problem } from "../../model/problem.ts";
import type { Source } from "../../model/source.ts";
import { markedComments } from "../marked-comments.ts";
import { isTemplateFile, scriptText } from "../template-text.ts";
import { type GrammarParser, MAX_CHARACTERS, parseProblem } from "../tree-sitter.ts";
import type { ScriptsResult } from "./embedded.ts";
import { dockerfileScripts } from "./hosts/dockerfile.ts";
import { jenkinsScripts } from "./hosts/jenkins.ts";
import { justScripts } from "./hosts/just.ts";
import { makeScripts, type TextScript } from "./hosts/make.ts";
import { mimeScripts } from "./hosts/mime.ts";
import { unitScripts } from "./hosts/systemd.ts";
import { tiltScripts } from "./hosts/tilt.ts";
import { plainCalls } from "./hosts/windows.ts";
import { maskBetween, UNKNOWN, wholeText } from "./mapped-text.ts";
import { isBinary, readShellFile } from "./read.ts";
import { readMapped } from "./read-mapped.ts";

const HOSTS: Readonly<Partial<Record<Source["language"], (text: string) => readonly TextScript[]>>> = {
  makefile: makeScripts,
  justfile: justScripts,
  jenkinsfile: jenkinsScripts,
  tiltfile: tiltScripts,
  dockerfile: dockerfileScripts,
  unit: unitScripts,
  mime: mimeScripts,
};

/** What Helm fills in, in a file of a chart that templates read. */
const HELM = /\{\{-?[ \t]*(?:\.(?:Release|Values|Chart)\.|include[ \t]+")/;

/** Sources of other languages give nothing. */
export function readScriptFile({ file, language, text }: Source, bash: GrammarParser): ScriptsResult {
  if (language === "shell" && file.endsWith(".ps1")) {
    const lines = new LineIndex(text);
    const unread = unreadable(file, text);
    if (unread !== undefined) return { documents: [], problems: [unread] };
    const plain = wholeText(text);
    const { document, problems } = readMapped(
      { host: "powershell", plain, masked: plainCalls(plain), file, lines },
      bash,
    );
    return { documents: [document], problems };
  }
  if (language === "shell") {
    const { document, problems } =
      isTemplateFile(file) || HELM.test(text)
        ? readMapped(
            {
              ...{ host: "file", file, lines: new LineIndex(text), plain: wholeText(text) },
              masked: maskBetween(wholeText(scriptText(text)), "{{", "}}", () => UNKNOWN),
            },
            bash,
          )
        : readShellFile(file, text, bash);
    return { documents: [document], problems };
  }
  const host = HOSTS[language];
  if (host === undefined) return { documents: [], problems: [] };
  const unread = unreadable(file, text);
  if (unread !== undefined) return { documents: [], problems: [unread] };
  const lines = new LineIndex(text);
  const results = host(text).map((script) => ({
    job: script.job ?? script.host,
    ...readMapped({ ...script, file, lines }, bash),
  }));
  // What stands around the scripts has comments of its own.
  const comments = markedComments(text, lines);
  const ephemeral = new Set(results.filter(({ document }) => document.ephemeral).map(({ job }) => job));
  return {
    documents: results.map(({ document, job }, index) => ({
      ...document,
      ...(index === 0 && { comments: [...document.comments, ...comments] }),
      ...(ephemeral.has(job) && { ephemeral: true }),
    })),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function unreadable(file: string, text: string): Problem | undefined {
  if (text.length > MAX_CHARACTERS) return parseProblem("too-large", "shell", { file });
  if (!isBinary(text)) return undefined;
  const message = "The file holds binary data and was not read.";
  return { code: "shell/binary", severity: "error", message, place: { file } };
}
