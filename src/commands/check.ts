// `check`: runs the pipeline and prints the report.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Report } from "../model/report.ts";
import { ConfigError, type FailOn, type Format, type Nodes, type Request } from "../model/request.ts";
import { linksIn } from "../reporters/links.ts";
import { run } from "../run.ts";
import { wantsColor } from "./color.ts";
import { type Options, readOptions, textOption, textOptions, wordOption } from "./options.ts";
import { progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import { worldOf } from "./world.ts";

export const FORMATS: readonly Format[] = ["text", "json", "sarif", "github", "markdown"];
const NODES: readonly Nodes[] = ["auto", "virtual", "managed", "self-managed", "mixed"];
export const FAIL_ON: readonly FailOn[] = ["error", "warning", "notice", "never"];

/** Options that say what to look at and how; `inventory` takes them too. */
export const scanOptionSpec = {
  config: { type: "string" },
  root: { type: "string" },
  nodes: { type: "string" },
  "as-of": { type: "string" },
} as const;

const SPEC = {
  ...scanOptionSpec,
  "fail-on": { type: "string" },
  format: { type: "string" },
  output: { type: "string", multiple: true },
  base: { type: "string" },
  baseline: { type: "string" },
  "write-baseline": { type: "string" },
  rule: { type: "string", multiple: true },
} as const;

export async function check(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.args, SPEC);
  const format =
    wordOption(options, "format", FORMATS) ?? (terminal.env["GITHUB_ACTIONS"] === "true" ? "github" : "text");
  const outputs = textOptions(options, "output").map(outputOf);
  const request = requestOf(options, terminal.cwd);
  const quiet = options.values["quiet"] === true;
  const stop = progress(terminal, quiet);
  const report = await run(request, worldOf(terminal)).finally(stop);
  // First, so that a file that cannot be written takes nothing away.
  terminal.out(await render(report, format, terminal, options, true));
  for (const { format: other, file } of outputs)
    await write(resolve(terminal.cwd, file), await render(report, other, terminal, options, false));
  const { writeBaseline } = request;
  if (writeBaseline !== undefined) {
    await write(resolve(terminal.cwd, writeBaseline), report.newBaseline ?? "");
    if (!quiet) await tellOfBaseline(writeBaseline, terminal);
  }
  return report.exitCode;
}

/** The report above still lists what was accepted just now. */
async function tellOfBaseline(file: string, { err }: Terminal): Promise<void> {
  const { neutral, visible } = await import("../reporters/escape.ts");
  err(neutral(`${visible(`${file} is written; --baseline ${file} leaves aside what it accepts`)}\n`));
}

export function requestOf(options: Options, cwd: string): Request {
  const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
  return {
    paths: options.positionals.length > 0 ? options.positionals : ["."],
    cwd,
    rules: textOptions(options, "rule"),
    ...given("root", textOption(options, "root")),
    ...given("config", textOption(options, "config")),
    ...given("nodes", wordOption(options, "nodes", NODES)),
    ...given("asOf", textOption(options, "as-of")),
    ...given("failOn", wordOption(options, "fail-on", FAIL_ON)),
    ...given("base", textOption(options, "base")),
    ...given("baseline", textOption(options, "baseline")),
    ...given("writeBaseline", textOption(options, "write-baseline")),
  };
}

export function outputOf(text: string): { format: Format; file: string } {
  const [format, ...rest] = text.split("=");
  const file = rest.join("=");
  if (!FORMATS.includes(format as Format) || file === "") {
    throw new ConfigError(`--output ${text}: expected FORMAT=FILE with one of ${FORMATS.join(", ")}`);
  }
  return { format: format as Format, file };
}

export async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new ConfigError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** `shown`: the text goes to standard output, where there may be a terminal, or a log that reads workflow commands. */
export async function render(
  report: Report,
  format: Format,
  terminal: Terminal,
  options: Options,
  shown: boolean,
): Promise<string> {
  const log = shown && terminal.env["GITHUB_ACTIONS"] === "true";
  switch (format) {
    case "json":
      return (await import("../reporters/json.ts")).json(report);
    case "sarif":
      return (await import("../reporters/sarif.ts")).sarif(report, linksIn(terminal.env));
    case "github":
      return (await import("../reporters/github.ts")).github(report);
    case "markdown":
      return (await import("../reporters/markdown.ts")).markdown(report, { ...linksIn(terminal.env), log });
    case "text": {
      const color = shown && wantsColor(terminal, options);
      const quiet = options.values["quiet"] === true;
      const width = shown ? terminal.columns : undefined;
      const { text } = await import("../reporters/text.ts");
      return text(report, { color, log, quiet, ...(width !== undefined && { width }) });
    }
  }
}
