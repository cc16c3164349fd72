// `merge`: several JSON reports into one, for audits that run as a matrix. A report that cannot be read becomes a problem of the whole.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { mergeReports, type NamedReport } from "../findings/merge.ts";
import type { Report } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { readJsonReport } from "../reporters/read-json.ts";
import { blockingFindings } from "../reporters/wording.ts";
import { FAIL_ON, FORMATS, outputOf, render, write } from "./check.ts";
import { readOptions, textOptions, wordOption } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export async function merge(from: Terminal): Promise<number> {
  // The files lie in other repositories than the one that a workflow runs in: no links to lines of that one.
  const terminal = { ...from, env: { ...from.env, GITHUB_REPOSITORY: undefined } };
  const options = readOptions(terminal.args, {
    format: { type: "string" },
    output: { type: "string", multiple: true },
    "fail-on": { type: "string" },
  });
  if (options.positionals.length === 0)
    throw new ConfigError("merge needs JSON reports: oke-policy merge FILE…");
  const format = wordOption(options, "format", FORMATS) ?? "json";
  const failOn = wordOption(options, "fail-on", FAIL_ON);
  const outputs = textOptions(options, "output").map(outputOf);
  const named = await Promise.all(
    nameReports(options.positionals).map((one) => readNamed(one, terminal.cwd)),
  );
  const report = gated(mergeReports(named), failOn);
  terminal.out(await render(report, format, terminal, options, true));
  for (const { format: other, file } of outputs)
    await write(resolve(terminal.cwd, file), await render(report, other, terminal, options, false));
  return report.exitCode;
}

/**
 * What each report is called: what stands before `=` in `NAME=FILE`, else the part of its path that tells it from the others. The folders
 * that all have in common are left out, as is a file name that all have in common: `reports/web/report.json` is `web`.
 */
export function nameReports(
  words: readonly string[],
): readonly { readonly name: string; readonly file: string }[] {
  const given = words.map((word) => /^([^=/\\]+)=(.+)$/s.exec(word)?.slice(1) ?? [undefined, word]);
  const paths = given.map(([, file = ""]) =>
    file.replaceAll("\\", "/").replace(/^\.\//, "").split("/").filter(Boolean),
  );
  const start = common(paths.map((path) => path.slice(0, -1)));
  const end =
    paths.length > 1
      ? common(paths.map((path) => path.slice(start).toReversed()).map((path) => path.slice(0, -1)))
      : 0;
  const named = given.map(([name, file = ""], index) => {
    const path = paths[index] ?? [];
    const part = path.slice(start, path.length - end).join("/");
    return { name: name ?? (end > 0 ? part : part.replace(/\.json$/i, "")), file };
  });
  const names = named.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new ConfigError(`two reports are called ${double}: name them as NAME=FILE`);
  return named;
}

/** Leading elements that all lists share. */
function common(lists: readonly (readonly string[])[]): number {
  const [first = []] = lists;
  const differs = first.findIndex((element, index) => lists.some((list) => list[index] !== element));
  return differs === -1 ? first.length : differs;
}

async function readNamed(
  { name, file }: { readonly name: string; readonly file: string },
  cwd: string,
): Promise<NamedReport> {
  try {
    return { name, report: readJsonReport(await readFile(resolve(cwd, file), "utf8")) };
  } catch (error) {
    const reason =
      error instanceof ConfigError ? error.message : ((error as NodeJS.ErrnoException).code ?? String(error));
    return { name, report: unreadable(file, reason) };
  }
}

/** Stands for a report that is not there: the whole must not look as if that repository were clean. */
function unreadable(file: string, reason: string): Report {
  const message = `The report cannot be read (${reason}): what it holds is missing here.`;
  const none = {
    files: 0,
    filesUnread: 0,
    filesIrrelevant: 0,
    documents: 0,
    errors: 0,
    warnings: 0,
    notices: 0,
    suppressed: 0,
  };
  return {
    tool: { name: "oke-policy", version: "", asOf: "", nodes: "", nodesReason: "" },
    findings: [],
    problems: [{ code: "merge/unreadable", severity: "error", message, place: { file } }],
    summary: { ...none, problems: 1, unknown: 0, durationMs: 0 },
    notes: [],
    rules: {},
    exitCode: 2,
    failOn: "",
  };
}

/** `--fail-on` decides anew which findings fail; what could not be read stays a failure. */
function gated(report: Report, failOn: string | undefined): Report {
  if (failOn === undefined || report.exitCode === 2)
    return failOn === undefined ? report : { ...report, failOn };
  const asked: Report = { ...report, failOn };
  return { ...asked, exitCode: blockingFindings(asked).length > 0 ? 1 : 0 };
}
