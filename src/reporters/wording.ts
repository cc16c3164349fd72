// The sentences that several reporters share: counts, verdict, readiness, scope. Takes a report, gives plain text without markup,
// in English whatever the locale.
import type { Finding } from "../model/finding.ts";
import type { Readiness, Report } from "../model/report.ts";
import { type Severity, severities, severityRank } from "../model/severity.ts";

/** `1 error`, `1,204 errors`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** Digits in groups of three, without asking the locale. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function openFindings(report: Report): readonly Finding[] {
  return report.findings.filter((finding) => finding.standing === "open");
}

/** Open findings that make the exit code 1. */
export function blockingFindings(report: Report): readonly Finding[] {
  const { failOn } = report;
  if (!isSeverity(failOn)) return [];
  return openFindings(report).filter((finding) => severityRank(finding.severity) <= severityRank(failOn));
}

function isSeverity(text: string): text is Severity {
  return (severities as readonly string[]).includes(text);
}

/** Most important first: new before old, error before warning, then by place. */
export function ranked(findings: readonly Finding[]): readonly Finding[] {
  const weight = (finding: Finding) =>
    (finding.standing === "open" ? 0 : 10) + severityRank(finding.severity);
  return findings
    .map((finding, order) => ({ finding, order }))
    .sort((a, b) => weight(a.finding) - weight(b.finding) || a.order - b.order)
    .map(({ finding }) => finding);
}

export type Verdict = {
  readonly kind: "clean" | "passed" | "findings" | "failed" | "nothing";
  readonly text: string;
};

/** One line that says how the run ended. `clean` only when everything could be looked at and nothing was found. */
export function verdict(report: Report): Verdict {
  const { summary } = report;
  const open = openFindings(report);
  const kind = report.base?.compared ? "new finding" : "finding";
  const blocking = blockingFindings(report).length;
  if (report.exitCode === 2) {
    const errors = report.problems.filter((problem) => problem.severity === "error").length;
    const why =
      errors > 0
        ? `${plural(errors, "problem")} kept it from looking at everything`
        : "it could not do its work";
    const found = open.length > 0 ? `; ${plural(open.length, kind)} so far` : "";
    return { kind: "failed", text: `Failed: ${why}${found}.` };
  }
  if (report.exitCode === 1) {
    // Merged from runs that were not gated alike: which finding failed which of them is not told.
    if (blocking === 0)
      return {
        kind: "findings",
        text: `${capital(plural(open.length, kind))}: some of these runs failed, each by its own limit.`,
      };
    const rest = open.length - blocking;
    const more = rest > 0 ? `, ${plural(rest, "other", "others")} below` : "";
    return {
      kind: "findings",
      text: `${capital(plural(blocking, kind))} at or above "${report.failOn}"${more}.`,
    };
  }
  if (open.length > 0) {
    const limit =
      report.failOn === "never" ? "nothing fails this run" : `none at or above "${report.failOn}"`;
    return { kind: "passed", text: `Passed with ${plural(open.length, kind)}: ${limit}.` };
  }
  if (summary.documents === 0) return { kind: "nothing", text: nothing(report) };
  const unread = summary.filesUnread;
  const none = report.base?.compared ? "no new findings" : "no findings";
  if (unread > 0) {
    return {
      kind: "passed",
      text: `Passed: ${none} in what could be read; ${plural(unread, "file")} could not be read or rendered.`,
    };
  }
  return { kind: "clean", text: `Clean: ${none} in ${plural(summary.documents, "document")}.` };
}

function nothing({ summary }: Report): string {
  if (summary.files === 0) return "Nothing to look at: no files.";
  const unread = summary.filesUnread;
  if (unread > 0 && unread === summary.files)
    return `Nothing was looked at: ${plural(unread, "file")} could not be read or rendered.`;
  if (unread > 0) {
    return `Nothing was looked at: ${unread} of ${plural(summary.files, "file")} could not be read or rendered, the others hold nothing that is judged here.`;
  }
  return `Nothing to look at: ${plural(summary.files, "file")}, none of them a manifest, Terraform, a script or statements.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `12 files, 30 documents · 1 error, 2 warnings, 0 notices · 3 suppressed`: only counts that say something. */
export function countLine(report: Report): string {
  const { summary } = report;
  const standing = (wanted: string) =>
    report.findings.filter((finding) => finding.standing === wanted).length;
  const aside = [
    [standing("unchanged"), "in the base already"],
    [standing("suppressed"), "suppressed"],
    [standing("baseline"), "accepted by the baseline"],
    [summary.problems, summary.problems === 1 ? "problem" : "problems"],
    [summary.filesUnread, summary.filesUnread === 1 ? "file unread" : "files unread"],
    [summary.unknown, "undecided"],
  ] as const;
  return [
    `${plural(summary.files, "file")}, ${plural(summary.documents, "document")}`,
    [
      plural(summary.errors, "error"),
      plural(summary.warnings, "warning"),
      plural(summary.notices, "notice"),
    ].join(", "),
    ...aside.filter(([count]) => count > 0).map(([count, words]) => `${thousands(count)} ${words}`),
  ].join(" · ");
}

/** Which facts and nodes the run assumed, and what it compared with. */
export function scopeLine(report: Report): string {
  const { tool, base } = report;
  const reason = tool.nodesReason === "" ? "" : ` (${tool.nodesReason})`;
  const compared = base === undefined ? "" : ` · ${baseWords(base)}`;
  return `nodes: ${tool.nodes}${reason} · facts as of ${tool.asOf}${compared}`;
}

function baseWords(base: NonNullable<Report["base"]>): string {
  const commit = base.commit === null || base.commit === base.ref ? "" : ` (${base.commit.slice(0, 12)})`;
  const ref = /^[0-9a-f]{40,64}$/.test(base.ref) ? base.ref.slice(0, 12) : base.ref;
  if (base.compared) return `compared with ${ref}${commit}`;
  return `not compared with ${ref}: ${base.reason ?? "no reason given"}; every finding counts`;
}

/** `7 of 12 workloads can run on virtual nodes; 3 need one change`, and the commonest blockers as pairs. */
export function readinessWords(readiness: Readiness): {
  readonly sentence: string;
  readonly blockers: readonly (readonly [string, string])[];
} {
  const { workloads, ready, oneChange } = readiness;
  const more = workloads - ready - oneChange;
  const need = (count: number) => `${thousands(count)} ${count === 1 ? "needs" : "need"}`;
  const parts = [
    ...(oneChange > 0 ? [`${need(oneChange)} one change`] : []),
    ...(more > 0
      ? [oneChange > 0 ? `${thousands(more)} more than one` : `${need(more)} more than one change`]
      : []),
  ];
  return {
    sentence: `${thousands(ready)} of ${plural(workloads, "workload")} can run on virtual nodes${parts.length > 0 ? "; " : ""}${parts.join(", ")}`,
    blockers: readiness.blockers
      .slice(0, 5)
      .map(({ rule, workloads }) => [rule, plural(workloads, "workload")] as const),
  };
}

/** `k8s/web.yaml:21:11`, or the file alone when the place has no range. */
export function placeText(place: Finding["place"]): string {
  return place.range === undefined
    ? place.file
    : `${place.file}:${place.range.start.line}:${place.range.start.column}`;
}
