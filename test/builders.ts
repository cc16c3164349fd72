// Test data: findings and reports with sensible defaults, so that a test names only what it is about.
import type { Finding } from "../src/model/finding.ts";
import type { Place } from "../src/model/place.ts";
import type { Problem } from "../src/model/problem.ts";
import type { Report, Summary } from "../src/model/report.ts";
import type { RuleInFull } from "../src/model/rule.ts";
import { severityRank } from "../src/model/severity.ts";

/** A place on one line. */
export function at(file: string, line: number, column = 1, endColumn = column + 5, endLine = line): Place {
  return { file, range: { start: { line, column }, end: { line: endLine, column: endColumn } } };
}

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: "host-path-volume",
    requirements: ["VNP-05"],
    severity: "error",
    message: 'Volume "data" of Deployment "web" is a hostPath, which virtual nodes do not support.',
    remediation: "Use an emptyDir, or run this workload on managed nodes.",
    place: at("k8s/web.yaml", 21, 11, 19),
    excerpt: ["          hostPath:"],
    subject: "apps/Deployment default/web",
    path: ["spec", "template", "spec", "volumes", 0, "hostPath"],
    facts: { volume: "data" },
    related: [],
    fingerprint: "0123456789abcdef",
    standing: "open",
    ...changes,
  };
}

export function aProblem(changes: Partial<Problem> = {}): Problem {
  return {
    code: "yaml/duplicate-key",
    severity: "warning",
    message: 'The key "image" stands here twice.',
    place: at("k8s/a.yaml", 4, 3),
    ...changes,
  };
}

export function aRule(changes: Partial<RuleInFull> = {}): RuleInFull {
  return {
    id: "host-path-volume",
    domain: "workload",
    entrypoint: "workload",
    title: "Host path volume",
    description: "A virtual node has no host that a pod could share files with.",
    severity: "error",
    requirements: ["VNP-05"],
    message: "Volume {volume} of {subject} is a hostPath, which virtual nodes do not support.",
    remediation: "Use an emptyDir, or run this workload on managed nodes.",
    target: "virtual",
    enabled: true,
    references: [
      {
        description: "Virtual nodes: what is supported",
        ref: "https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/x.htm",
      },
    ],
    examples: {
      bad: { file: "bad.yaml", text: "volumes:\n  - name: data\n    hostPath: { path: /var }\n" },
      good: { file: "good.yaml", text: "volumes:\n  - name: data\n    emptyDir: {}\n" },
    },
    ...changes,
  };
}

export type ReportChanges = Partial<Omit<Report, "summary">> & { readonly summary?: Partial<Summary> };

/** Counts, rules and exit code follow from the findings and problems unless given. */
export function aReport(changes: ReportChanges = {}): Report {
  const findings = changes.findings ?? [];
  const problems = changes.problems ?? [];
  const failOn = changes.failOn ?? "error";
  const open = findings.filter((finding) => finding.standing === "open");
  const count = (severity: string) => open.filter((finding) => finding.severity === severity).length;
  const blocking =
    failOn === "never"
      ? []
      : open.filter((finding) => severityRank(finding.severity) <= severityRank(failOn as "error"));
  const broken = problems.some((problem) => problem.severity === "error");
  return {
    tool: { name: "oke-policy", version: "0.1.0", asOf: "latest", nodes: "virtual", nodesReason: "--nodes" },
    notes: [],
    rules: Object.fromEntries(findings.map((finding) => [finding.rule, aRule({ id: finding.rule })])),
    exitCode: broken ? 2 : blocking.length > 0 ? 1 : 0,
    ...changes,
    findings,
    problems,
    failOn,
    summary: {
      files: 12,
      filesUnread: 0,
      filesIrrelevant: 0,
      documents: 30,
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
      suppressed: findings.filter((finding) => finding.standing === "suppressed").length,
      problems: problems.length,
      unknown: 0,
      durationMs: 140,
      ...changes.summary,
    },
  };
}
