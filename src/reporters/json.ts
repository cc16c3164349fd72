// The JSON report, version 1: a contract with its readers. Keys may be added, none is renamed or removed.
// Takes a report, gives text; numbers and order are the report's own.
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Grant, GrantChange, Readiness, Report } from "../model/report.ts";
import { json as jsonText } from "./escape.ts";

export type JsonRange = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

export type JsonFinding = JsonRange & {
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly severity: string;
  readonly message: string;
  readonly subject: string;
  readonly path: readonly (string | number)[];
  readonly facts: Finding["facts"];
  readonly related: readonly { readonly file: string; readonly line: number; readonly note: string }[];
  readonly remediation: string;
  readonly fingerprint: string;
  readonly standing: string;
  readonly standingReason?: string;
};

export type JsonProblem = JsonRange & {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
};

export type JsonReport = {
  readonly version: 1;
  readonly tool: Report["tool"];
  readonly findings: readonly JsonFinding[];
  readonly problems: readonly JsonProblem[];
  readonly summary: Report["summary"];
  readonly notes: readonly string[];
  readonly base?: NonNullable<Report["base"]>;
  readonly access?: readonly GrantChange[];
  readonly failOn: string;
  readonly exitCode: 0 | 1 | 2;
};

export function json(report: Report): string {
  return `${jsonText(jsonReport(report), 2)}\n`;
}

/** The report as the plain object that is printed. */
function jsonReport(report: Report): JsonReport {
  return {
    version: 1,
    tool: report.tool,
    findings: report.findings.map(finding),
    problems: report.problems.map(problem),
    summary: summary(report),
    notes: report.notes,
    ...(report.base === undefined ? {} : { base: report.base }),
    ...(report.access === undefined ? {} : { access: report.access.map(grantChange) }),
    failOn: report.failOn,
    exitCode: report.exitCode,
  };
}

function finding(from: Finding): JsonFinding {
  return {
    rule: from.rule,
    requirements: from.requirements,
    severity: from.severity,
    message: from.message,
    ...range(from.place),
    subject: from.subject,
    path: from.path,
    // The engine gives facts in hash order.
    facts: Object.fromEntries(Object.entries(from.facts).sort(([a], [b]) => (a < b ? -1 : 1))),
    related: from.related.map(({ place, note }) => ({
      file: place.file,
      line: place.range?.start.line ?? 1,
      note,
    })),
    remediation: from.remediation,
    fingerprint: from.fingerprint,
    standing: from.standing,
    ...(from.standingReason === undefined ? {} : { standingReason: from.standingReason }),
  };
}

function problem(from: Problem): JsonProblem {
  return { code: from.code, severity: from.severity, message: from.message, ...range(from.place) };
}

/** A file as a whole is its first character. */
function range({ file, range }: Place): JsonRange {
  if (range === undefined) return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    file,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
}

function summary({ summary: from }: Report): Report["summary"] {
  const {
    files,
    filesUnread,
    filesIrrelevant,
    documents,
    errors,
    warnings,
    notices,
    suppressed,
    problems,
    unknown,
    durationMs,
  } = from;
  return {
    files,
    documents,
    errors,
    warnings,
    notices,
    suppressed,
    problems,
    unknown,
    durationMs,
    filesUnread,
    filesIrrelevant,
    ...(from.readiness === undefined ? {} : { readiness: readiness(from.readiness) }),
  };
}

function readiness({ workloads, ready, oneChange, blockers }: Readiness): Readiness {
  return {
    workloads,
    ready,
    oneChange,
    blockers: blockers.map(({ rule, workloads }) => ({ rule, workloads })),
  };
}

function grantChange({ change, before, after }: GrantChange): GrantChange {
  return {
    change,
    ...(before === undefined ? {} : { before: grant(before) }),
    ...(after === undefined ? {} : { after: grant(after) }),
  };
}

function grant({ effect, principal, permissions, location, conditions, file, line }: Grant): Grant {
  return { effect, principal, permissions, location, conditions, file, line };
}
