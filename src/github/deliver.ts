// Brings a report to where people look: log, annotations, files, job summary, outputs, comment. Takes the report and the surroundings,
// gives nothing. What GitHub does not let us write becomes a warning; the verdict is the exit code's alone.
import { setOutput, summary } from "@actions/core";
import type { Report } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { failureMarkdown, markdown, summaryBytes } from "../reporters/markdown.ts";
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
  for (const warning of [...context.warnings, ...baseWarnings(report, around.checkout)])
    writeWarning(warning, write);
  if (delivery.summary) await writeSummary(markdown(report, { ...links, maxBytes: summaryBytes }), write);
  if (delivery.comment && context.pull !== null) {
    await orWarn("The comment on the pull request was left as it is", write, () =>
      comment(report, around, links),
    );
  }
  const reportFile = writeFiles(report, { ...delivery, temporary: around.temporary }, links);
  await writeOutputs(outputs(report, reportFile), write);
}

/** For a run that ended before it had delivered: says why. A stack only for what is our own fault. */
export async function deliverFailure(
  error: unknown,
  { summary, write }: { readonly summary: boolean; readonly write: Write },
): Promise<void> {
  const ours = error instanceof Error && !(error instanceof ConfigError);
  const text = error instanceof Error ? error.message : String(error);
  const shown = ours ? (error.stack ?? text) : text;
  writeError(shown, write);
  if (summary) await writeSummary(failureMarkdown(shown), write);
  await writeOutputs(failedOutputs, write);
}

/** Both make a gate that says something else than its reader thinks. */
function baseWarnings({ base }: Report, checkout: Checkout | null): readonly string[] {
  if (base === undefined) return [];
  if (!base.compared)
    return [`Nothing was compared with the base, every finding counts: ${base.reason ?? "no reason given"}.`];
  if (base.commit !== checkout?.sha) return [];
  return [
    `The base ${base.ref} is the commit that is checked out: only what earlier steps altered can be new. Check the ref of the checkout step and the input base.`,
  ];
}

async function writeSummary(text: string, write: Write): Promise<void> {
  await orWarn("The job summary was not written", write, async () => {
    await summary.addRaw(text).write();
  });
}

/** The exit code is the verdict, also when later steps will not be told. */
async function writeOutputs(values: Outputs, write: Write): Promise<void> {
  await orWarn("The outputs were not written", write, async () => {
    for (const [name, value] of Object.entries(values)) setOutput(name, value);
  });
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
    const reason = error instanceof Error ? error.message : String(error);
    writeWarning(`${what}: ${reason.replace(/\.$/, "")}. The verdict is not affected.`, write);
  }
}
