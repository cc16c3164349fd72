// The Action's outputs. Takes a report, gives names and values for later steps.
import type { Report } from "../model/report.ts";
import { openFindings } from "../reporters/wording.ts";

/** Every output, in the order of `action.yml`. */
export const outputNames = [
  "conclusion",
  "errors",
  "warnings",
  "notices",
  "new-findings",
  "report-file",
] as const;
export type Outputs = Readonly<Record<(typeof outputNames)[number], string>>;

/** `clean` only when nothing at all was found: `findings` also says that what was found does not fail the step. */
export function outputs(report: Report, reportFile: string): Outputs {
  const { errors, warnings, notices } = report.summary;
  const open = openFindings(report).length;
  return {
    conclusion: report.exitCode === 2 ? "failed" : report.exitCode === 1 || open > 0 ? "findings" : "clean",
    errors: String(errors),
    warnings: String(warnings),
    notices: String(notices),
    "new-findings": String(open),
    "report-file": reportFile,
  };
}

/** When there is no report. */
export const failedOutputs: Outputs = {
  conclusion: "failed",
  errors: "0",
  warnings: "0",
  notices: "0",
  "new-findings": "0",
  "report-file": "",
};
