// Writes the report files of the Action. Takes a report and where files go, gives the path of the JSON report.
// A file that was asked for and cannot be written is an error: a later step would upload an old one, or none.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import type { Report } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { json } from "../reporters/json.ts";
import { type SarifOptions, sarifFiles } from "../reporters/sarif.ts";

export type FileTargets = {
  readonly jsonFile: string | null;
  readonly sarifFile: string | null;
  readonly temporary: string;
};

export function writeFiles(report: Report, targets: FileTargets, options: SarifOptions): string {
  const jsonFile = targets.jsonFile ?? join(ownFolder(targets.temporary), "report.json");
  write(jsonFile, json(report));
  if (targets.sarifFile !== null) writeSarif(report, targets.sarifFile, options);
  return jsonFile;
}

/** One for each step: the outputs of an earlier one go on naming its own report. */
function ownFolder(temporary: string): string {
  try {
    mkdirSync(temporary, { recursive: true });
    return mkdtempSync(join(temporary, "oke-policy-"));
  } catch (error) {
    throw unwritable(temporary, error);
  }
}

/** What does not fit into one upload goes into files with numbers in their names; those of an earlier run are taken away. */
function writeSarif(report: Report, file: string, options: SarifOptions): void {
  const texts = sarifFiles(report, options);
  const { dir, name, ext } = parse(file);
  texts.forEach((text, index) => {
    write(index === 0 ? file : join(dir, `${name}-${index + 1}${ext}`), text);
  });
  for (let part = texts.length + 1; existsSync(join(dir, `${name}-${part}${ext}`)); part += 1)
    rmSync(join(dir, `${name}-${part}${ext}`), { force: true });
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): ConfigError {
  return new ConfigError(
    `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
}
