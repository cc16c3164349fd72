// The report as SARIF 2.1.0 for code scanning. Takes a report, gives one text, or several that each stay under GitHub's limits.
// Accepted findings (suppressed, baseline) are left out: GitHub ignores SARIF suppressions and would open an alert for each.
import { gzipSync } from "node:zlib";
import type { Log, Notification, PhysicalLocation, Region, ReportingDescriptor, Result, Run } from "sarif";
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/report.ts";
import type { Example, RuleInFull } from "../model/rule.ts";
import type { Severity } from "../model/severity.ts";
import { json, markdown, markdownCode, markdownFence, urlPath, visible } from "./escape.ts";
import type { Links } from "./links.ts";
import { projectUrl, ruleUrl } from "./project.ts";
import { ranked } from "./wording.ts";

export type SarifOptions = {
  readonly links?: Links;
};

/** GitHub keeps 5,000 results of one run, the most severe; it takes 20 runs and 10 MB of gzip per upload. */
export type SarifLimits = {
  readonly resultsPerRun: number;
  readonly runsPerFile: number;
  readonly gzipBytes: number;
};
const githubLimits: SarifLimits = { resultsPerRun: 5_000, runsPerFile: 20, gzipBytes: 9_500_000 };
const maxText = 1_000;
const maxNotifications = 1_000;

const levels = { error: "error", warning: "warning", notice: "note" } as const;
const problemSeverities = { error: "error", warning: "warning", notice: "recommendation" } as const;

/** Everything in one text. More results than a run may hold become further runs with categories of their own. */
export function sarif(report: Report, options: SarifOptions = {}): string {
  return print(runs(report, options, githubLimits));
}

/** The same as texts that can each be uploaded; usually one. */
export function sarifFiles(
  report: Report,
  options: SarifOptions = {},
  limits = githubLimits,
): readonly string[] {
  const all = runs(report, options, limits);
  const files: string[] = [];
  for (let at = 0; at < all.length; at += limits.runsPerFile)
    files.push(...withinGzip(all.slice(at, at + limits.runsPerFile), limits));
  return files;
}

function withinGzip(some: readonly Run[], limits: SarifLimits): readonly string[] {
  const whole = print(some);
  const fits =
    Buffer.byteLength(whole) <= limits.gzipBytes || gzipSync(whole, { level: 1 }).length <= limits.gzipBytes;
  if (some.length === 1 || fits) return [whole];
  const half = Math.ceil(some.length / 2);
  return [...withinGzip(some.slice(0, half), limits), ...withinGzip(some.slice(half), limits)];
}

function print(some: readonly Run[]): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [...some],
  };
  return `${json(log, 1)}\n`;
}

function runs(report: Report, options: SarifOptions, { resultsPerRun }: SarifLimits): readonly Run[] {
  const shown = ranked(
    report.findings.filter(({ standing }) => standing === "open" || standing === "unchanged"),
  );
  const parts: Run[] = [run(report, shown.slice(0, resultsPerRun), options, 0)];
  for (let at = resultsPerRun; at < shown.length; at += resultsPerRun) {
    parts.push(run(report, shown.slice(at, at + resultsPerRun), options, parts.length));
  }
  return parts;
}

/** Only runs after the first name their category: the first takes the one that the upload step gives. */
function run(report: Report, findings: readonly Finding[], { links }: SarifOptions, part: number): Run {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  return {
    tool: {
      driver: {
        name: "oke-policy",
        informationUri: projectUrl,
        semanticVersion: report.tool.version,
        rules: ids.map((id) => descriptor(id, report.rules[id])),
      },
    },
    ...(part === 0 ? {} : { automationDetails: { id: `oke-policy-part-${part + 1}/` } }),
    ...(links === undefined
      ? {}
      : {
          versionControlProvenance: [
            {
              repositoryUri: `${links.server}/${urlPath(links.repository)}`,
              revisionId: links.sha,
              mappedTo: { uriBaseId: "SRCROOT" },
            },
          ],
        }),
    originalUriBaseIds: { SRCROOT: { description: { text: "The root that file names are relative to." } } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: report.exitCode !== 2,
        exitCode: report.exitCode,
        toolExecutionNotifications: part === 0 ? notifications(report) : [],
      },
    ],
    results: findings.map((finding) => result(finding, index.get(finding.rule) ?? -1)),
  };
}

function descriptor(id: string, rule: RuleInFull | undefined): ReportingDescriptor {
  const title = rule?.title ?? id;
  const text = [rule?.description, rule?.remediation]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  const severity: Severity = rule?.severity ?? "warning";
  return {
    id,
    name: pascal(id),
    shortDescription: { text: sentence(cut(title)) },
    fullDescription: { text: cut(rule?.description || sentence(title)) },
    help: { text: text === "" ? sentence(title) : text, markdown: rule === undefined ? title : help(rule) },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      precision: "high",
      "problem.severity": problemSeverities[severity],
      tags: ["oke", ...(rule === undefined ? [] : [rule.domain, ...rule.requirements])].slice(0, 10),
    },
  };
}

function help(rule: RuleInFull): string {
  const example = (title: string, { file, text }: Example) => [
    `**${title}**`,
    markdownFence(text.trimEnd().split("\n"), /\.(tf|ya?ml|json|sh)$/.exec(file)?.[1] ?? ""),
  ];
  const references = rule.references.map(
    ({ description, ref }) => `- ${markdown(description)}: <${encodeURI(ref)}>`,
  );
  return [
    markdown(rule.description),
    `**What to do:** ${markdown(rule.remediation)}`,
    ...(rule.examples.bad.text === "" ? [] : example("Not like this", rule.examples.bad)),
    ...(rule.examples.good.text === "" ? [] : example("But like this", rule.examples.good)),
    ...(references.length === 0 ? [] : [references.join("\n")]),
    ...(rule.requirements.length === 0
      ? []
      : [`Requirements: ${rule.requirements.map(markdownCode).join(", ")}`]),
  ].join("\n\n");
}

function result(finding: Finding, ruleIndex: number): Result {
  const related = finding.related.map(({ place, note }, at) => ({
    id: at + 1,
    physicalLocation: physical(place),
    message: { text: messageText(note) },
  }));
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageText(`${finding.message} ${finding.remediation}`) },
    locations: [
      {
        physicalLocation: physical(finding.place),
        logicalLocations: [{ fullyQualifiedName: visible(finding.subject) || finding.rule }],
      },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    // GitHub tells alerts apart by the first alone; the second is for other readers.
    partialFingerprints: {
      primaryLocationLineHash: finding.fingerprint,
      "okePolicy/v1": finding.fingerprint,
    },
    ...(finding.standing === "unchanged" ? { baselineState: "unchanged" } : {}),
    properties: { requirements: [...finding.requirements] },
  };
}

/** GitHub shows an alert in a pull request only when all lines of its region are part of the change: the first line stands for all. */
function physical({ file, range }: Place): PhysicalLocation {
  const artifactLocation = { uri: urlPath(file), uriBaseId: "SRCROOT" };
  if (range === undefined) return { artifactLocation, region: { startLine: 1 } };
  const { start, end } = range;
  const region: Region = { startLine: start.line, startColumn: start.column };
  if (end.line > start.line)
    return { artifactLocation, region, contextRegion: { startLine: start.line, endLine: end.line } };
  return { artifactLocation, region: { ...region, endColumn: Math.max(end.column, start.column + 1) } };
}

function notifications(report: Report): Notification[] {
  const problems = report.problems.slice(0, maxNotifications).map(
    ({ code, severity, message, place }): Notification => ({
      descriptor: { id: code },
      level: levels[severity],
      message: { text: messageText(message) },
      locations: [{ physicalLocation: physical(place) }],
    }),
  );
  const notes = report.notes.map(
    (note): Notification => ({ level: "note", message: { text: messageText(note) } }),
  );
  return [...problems, ...notes];
}

/** In a SARIF message `[text](target)` is a link. */
function messageText(text: string): string {
  const shown = visible(text);
  const plain = shown.includes("](") ? shown.replace(/[[\]\\]/g, "\\$&") : shown;
  return plain === "" ? "." : plain;
}

function cut(text: string): string {
  return text.length > maxText ? `${text.slice(0, maxText).toWellFormed()}…` : text;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function pascal(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
