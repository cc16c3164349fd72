// Makes one report of several. Takes reports with names, gives a report in which every file begins with the name of its report.
import { compareText } from "../model/compare.ts";
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Grant, GrantChange, Readiness, Report, Summary } from "../model/report.ts";
import { compareFindings } from "./order.ts";

export type NamedReport = { readonly name: string; readonly report: Report };

/** From best to worst. */
const exitCodes: readonly Report["exitCode"][] = [0, 1, 2];

/**
 * File names are prefixed whether or not they collide, so that they do not change when another report joins. Fingerprints stay what they
 * were in their own repository. The worst exit code wins; what differs between the reports is `mixed`.
 */
export function mergeReports(named: readonly NamedReport[]): Report {
  const reports = named.map(({ report }) => report);
  // A report that could not be read says nothing about these.
  const told = reports.filter(({ tool }) => tool.version !== "");
  const access = named.flatMap(({ name, report }) =>
    (report.access ?? []).map((change) => prefixedChange(change, name)),
  );
  return {
    tool: {
      name: "oke-policy",
      version: agreed(told.map(({ tool }) => tool.version)) ?? "mixed",
      asOf: agreed(told.map(({ tool }) => tool.asOf)) ?? "mixed",
      nodes: agreed(told.map(({ tool }) => tool.nodes)) ?? "mixed",
      nodesReason: `${reports.length} ${reports.length === 1 ? "report" : "reports"} merged`,
    },
    findings: named
      .flatMap(({ name, report }) => report.findings.map((finding) => prefixedFinding(finding, name)))
      .toSorted(compareFindings),
    problems: named.flatMap(({ name, report }) =>
      report.problems.map((problem) => prefixedProblem(problem, name)),
    ),
    summary: sum(reports.map(({ summary }) => summary)),
    notes: named.flatMap(({ name, report }) => report.notes.map((note) => `${name}: ${note}`)),
    rules: Object.assign({}, ...reports.map(({ rules }) => rules)),
    ...(access.length === 0 ? {} : { access }),
    failOn: agreed(told.map(({ failOn }) => failOn)) ?? "mixed",
    exitCode: exitCodes.findLast((code) => reports.some(({ exitCode }) => exitCode === code)) ?? 0,
  };
}

/** The value that all share. */
function agreed(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function prefixed(place: Place, name: string): Place {
  return { ...place, file: `${name}/${place.file}` };
}

function prefixedFinding(finding: Finding, name: string): Finding {
  const related = finding.related.map((other) => ({ ...other, place: prefixed(other.place, name) }));
  return { ...finding, place: prefixed(finding.place, name), related };
}

function prefixedProblem(problem: Problem, name: string): Problem {
  return { ...problem, place: prefixed(problem.place, name) };
}

function prefixedChange({ change, before, after }: GrantChange, name: string): GrantChange {
  const grant = (from: Grant): Grant => ({ ...from, file: `${name}/${from.file}` });
  return {
    change,
    ...(before === undefined ? {} : { before: grant(before) }),
    ...(after === undefined ? {} : { after: grant(after) }),
  };
}

function sum(all: readonly Summary[]): Summary {
  const total = (key: Exclude<keyof Summary, "readiness">) =>
    all.reduce((count, summary) => count + summary[key], 0);
  const readiness = all.flatMap((summary) => summary.readiness ?? []);
  return {
    files: total("files"),
    filesUnread: total("filesUnread"),
    filesIrrelevant: total("filesIrrelevant"),
    documents: total("documents"),
    errors: total("errors"),
    warnings: total("warnings"),
    notices: total("notices"),
    suppressed: total("suppressed"),
    problems: total("problems"),
    unknown: total("unknown"),
    durationMs: total("durationMs"),
    ...(readiness.length === 0 ? {} : { readiness: sumReadiness(readiness) }),
  };
}

function sumReadiness(all: readonly Readiness[]): Readiness {
  const counts = new Map<string, number>();
  for (const { rule, workloads } of all.flatMap(({ blockers }) => blockers))
    counts.set(rule, (counts.get(rule) ?? 0) + workloads);
  const blockers = [...counts].map(([rule, workloads]) => ({ rule, workloads }));
  const total = (key: "workloads" | "ready" | "oneChange") =>
    all.reduce((count, readiness) => count + readiness[key], 0);
  return {
    workloads: total("workloads"),
    ready: total("ready"),
    oneChange: total("oneChange"),
    blockers: blockers.toSorted((a, b) => b.workloads - a.workloads || compareText(a.rule, b.rule)),
  };
}
