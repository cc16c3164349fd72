// Writes to the workflow log: the readable report, the annotations, warnings of the delivery itself. Takes a report and a sink.
import type { Report } from "../model/report.ts";
import { commandData, neutral, visible } from "../reporters/escape.ts";
import { annotations } from "../reporters/github.ts";
import { text } from "../reporters/text.ts";

export type Write = (text: string) => void;

/** The whole report in words, then the annotations, so that the log ends with what GitHub shows. */
export function writeLog(report: Report, options: { readonly annotations: boolean }, write: Write): void {
  write(text(report, { color: true, log: true }));
  if (!options.annotations) return;
  const { kept } = annotations(report);
  if (kept.length > 0) write(`${kept.join("\n")}\n`);
}

/** A warning about the run itself, shown on the run's page. */
export function writeWarning(message: string, write: Write): void {
  write(`::warning title=oke-policy::${commandData(message)}\n`);
}

/** Why the run could not do its work. */
export function writeError(message: string, write: Write): void {
  write(`::error title=oke-policy::${commandData(message)}\n`);
}

/** Plain words to the log. */
export function writeLine(message: string, write: Write): void {
  write(`${neutral(visible(message))}\n`);
}
