// Brings a report to where people look: log, annotations, files, job summary, outputs, comment. Takes the report and the surroundings,
// gives nothing. What GitHub does not let us write becomes a warning; the verdict is the exit code's alone.
import { setOutput, summary } from "@actions/core";
import type { Report } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { markdown, summaryBytes } from "../reporters/markdown.ts";
import { openFindings } from "../reporters/wording.ts";
import { type Write, writeError, writeLine, writeLog, writeWarning } from "./annotations.ts";
import { commentApi } from "./api.ts";
import { commentBytes, keepComment, markerOf } from "./comment.ts";
import { type Checkout, type EventContext, linksOf } from "./context.ts";
import { writeFiles } from "./files.ts";
import type { Delivery } from "./inputs.ts";
import { failedOutputs, type Outputs, outputs } from "./outputs.ts";

export type Surroundings = {
  readonly delivery: Delivery;
  readonly context: EventContext;
  readonly checkout: Checkout | null;
  readonly warnings: readonly string[];
  /** A folder that goes away with the job. */
  readonly temporary: string;
  readonly write: Write;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

export async function deliver(report: Report, around: Surroundings): Promise<void> {
  const { delivery, context, write } = around;
  const found = linksOf(context, around.checkout);
  const links = found === null ? {} : { links: found };
  writeLog(report, delivery, write);
  for (const warning of [...context.warnings, ...around.warnings]) writeWarning(warning, write);
  const reportFile = writeFiles(report, { ...delivery, temporary: around.temporary }, links);
  writeOutputs(outputs(report, reportFile));
  if (delivery.summary) {
    await orWarn("The job summary was not written", write, async () => {
      await summary.addRaw(markdown(report, { ...links, maxBytes: summaryBytes })).write();
    });
  }
  if (delivery.comment && context.pull !== null) {
    await orWarn("The comment on the pull request was left as it is", write, () =>
      comment(report, around, links),
    );
  }
}

/** For a run that ended before it had delivered: says why. A stack only for what is our own fault. */
export function deliverFailure(error: unknown, write: Write): void {
  const ours = error instanceof Error && !(error instanceof ConfigError);
  const text = error instanceof Error ? error.message : String(error);
  writeError(ours ? (error.stack ?? text) : text, write);
  writeOutputs(failedOutputs);
}

function writeOutputs(values: Outputs): void {
  for (const [name, value] of Object.entries(values)) setOutput(name, value);
}

async function comment(
  report: Report,
  { delivery, context, sleep, write }: Surroundings,
  links: Parameters<typeof markdown>[1],
): Promise<void> {
  if (context.pull === null) return;
  if (delivery.token === "") throw new Error("there is no token");
  const silent = report.exitCode === 0 && openFindings(report).length === 0;
  const text = silent ? null : markdown(report, { ...links, maxBytes: commentBytes });
  const api = await commentApi({
    token: delivery.token,
    api: context.api,
    repository: context.repository,
    pull: context.pull.number,
    sleep,
  });
  const done = await keepComment(api, markerOf([context.workflow, context.job, delivery.commentKey]), text);
  if (done !== "none") writeLine(`Comment on the pull request: ${done}.`, write);
}

async function orWarn(what: string, write: Write, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    writeWarning(
      `${what}: ${error instanceof Error ? error.message : String(error)}. The verdict is not affected.`,
      write,
    );
  }
}
