// Reads a JSON report of version 1 back. Takes text, gives the report as far as JSON holds it (no excerpts, no rule texts);
// throws a `ConfigError` that says what is not as it should be.
import type { Finding, Standing } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Grant, GrantChange, Readiness, Report, Summary } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { type Severity, severities } from "../model/severity.ts";

type Fields = Readonly<Record<string, unknown>>;

const standings: readonly Standing[] = ["open", "suppressed", "baseline", "unchanged"];
const changes: readonly GrantChange["change"][] = ["new", "widened", "narrowed", "removed"];

export function readJsonReport(text: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const top = object(value, "the report");
  if (top["version"] !== 1)
    throw new ConfigError(
      `its "version" is ${JSON.stringify(top["version"])}, not 1: no report of this tool`,
    );
  const tool = object(top["tool"], "tool");
  const base = top["base"] === undefined ? undefined : object(top["base"], "base");
  const findings = list(top["findings"], "findings", finding);
  const problems = list(top["problems"], "problems", problem);
  return {
    tool: {
      name: "oke-policy",
      version: string(tool["version"], "tool.version"),
      asOf: string(tool["asOf"], "tool.asOf"),
      nodes: string(tool["nodes"], "tool.nodes"),
      nodesReason: string(tool["nodesReason"], "tool.nodesReason"),
    },
    findings,
    problems,
    summary: summary(object(top["summary"], "summary")),
    notes: top["notes"] === undefined ? [] : list(top["notes"], "notes", string),
    rules: {},
    ...(base === undefined ? {} : { base: baseOf(base) }),
    ...(top["access"] === undefined ? {} : { access: list(top["access"], "access", grantChange) }),
    failOn:
      top["failOn"] === undefined
        ? "error"
        : word(top["failOn"], "failOn", [...severities, "never", "mixed"]),
    exitCode: exitCode(top["exitCode"], findings, problems),
  };
}

/** A report without the key has what its findings and problems say. */
function exitCode(
  value: unknown,
  findings: readonly Finding[],
  problems: readonly Problem[],
): Report["exitCode"] {
  if (value === 0 || value === 1 || value === 2) return value;
  if (value !== undefined) throw new ConfigError(`"exitCode" is ${JSON.stringify(value)}, not 0, 1 or 2`);
  if (problems.some(({ severity }) => severity === "error")) return 2;
  return findings.some(({ severity, standing }) => severity === "error" && standing === "open") ? 1 : 0;
}

function finding(value: unknown, at: string): Finding {
  const from = object(value, at);
  return {
    rule: string(from["rule"], `${at}.rule`),
    requirements: list(from["requirements"], `${at}.requirements`, string),
    severity: severity(from["severity"], `${at}.severity`),
    message: string(from["message"], `${at}.message`),
    remediation: string(from["remediation"], `${at}.remediation`),
    place: place(from, at),
    excerpt: [],
    subject: string(from["subject"], `${at}.subject`),
    path: list(from["path"], `${at}.path`, step),
    facts: object(from["facts"], `${at}.facts`) as Finding["facts"],
    related: list(from["related"], `${at}.related`, related),
    fingerprint: string(from["fingerprint"], `${at}.fingerprint`),
    standing: word(from["standing"], `${at}.standing`, standings),
    ...(from["standingReason"] === undefined
      ? {}
      : { standingReason: string(from["standingReason"], `${at}.standingReason`) }),
  };
}

function related(value: unknown, at: string): Finding["related"][number] {
  const from = object(value, at);
  return { place: place(from, at), note: string(from["note"], `${at}.note`) };
}

function problem(value: unknown, at: string): Problem {
  const from = object(value, at);
  return {
    code: string(from["code"], `${at}.code`),
    severity: severity(from["severity"], `${at}.severity`),
    message: string(from["message"], `${at}.message`),
    place: place(from, at),
  };
}

function place(from: Fields, at: string): Place {
  const file = string(from["file"], `${at}.file`);
  const line = number(from["line"], `${at}.line`, 1);
  const column = number(from["column"], `${at}.column`, 1);
  const endLine = number(from["endLine"], `${at}.endLine`, line);
  const endColumn = number(from["endColumn"], `${at}.endColumn`, column);
  return { file, range: { start: { line, column }, end: { line: endLine, column: endColumn } } };
}

function summary(from: Fields): Summary {
  const count = (key: string) => number(from[key], `summary.${key}`, 0);
  const readiness = from["readiness"];
  return {
    files: count("files"),
    filesUnread: count("filesUnread"),
    filesIrrelevant: count("filesIrrelevant"),
    documents: count("documents"),
    errors: count("errors"),
    warnings: count("warnings"),
    notices: count("notices"),
    suppressed: count("suppressed"),
    problems: count("problems"),
    unknown: count("unknown"),
    durationMs: count("durationMs"),
    ...(readiness === undefined ? {} : { readiness: readinessOf(object(readiness, "summary.readiness")) }),
  };
}

function readinessOf(from: Fields): Readiness {
  const count = (key: string) => number(from[key], `summary.readiness.${key}`, 0);
  return {
    workloads: count("workloads"),
    ready: count("ready"),
    oneChange: count("oneChange"),
    blockers: list(from["blockers"], "summary.readiness.blockers", (value, at) => {
      const blocker = object(value, at);
      return {
        rule: string(blocker["rule"], `${at}.rule`),
        workloads: number(blocker["workloads"], `${at}.workloads`, 0),
      };
    }),
  };
}

function baseOf(from: Fields): NonNullable<Report["base"]> {
  return {
    ref: string(from["ref"], "base.ref"),
    commit: from["commit"] === null ? null : string(from["commit"], "base.commit"),
    compared: from["compared"] === true,
    ...(from["reason"] === undefined ? {} : { reason: string(from["reason"], "base.reason") }),
  };
}

function grantChange(value: unknown, at: string): GrantChange {
  const from = object(value, at);
  return {
    change: word(from["change"], `${at}.change`, changes),
    ...(from["before"] === undefined ? {} : { before: grant(from["before"], `${at}.before`) }),
    ...(from["after"] === undefined ? {} : { after: grant(from["after"], `${at}.after`) }),
  };
}

function grant(value: unknown, at: string): Grant {
  const from = object(value, at);
  const text = (key: string) => string(from[key], `${at}.${key}`);
  return {
    effect: word(from["effect"], `${at}.effect`, ["allow", "deny"] as const),
    principal: text("principal"),
    permissions: text("permissions"),
    location: text("location"),
    conditions: text("conditions"),
    file: text("file"),
    line: number(from["line"], `${at}.line`, 1),
  };
}

function wrong(at: string, value: unknown, wanted: string): ConfigError {
  const shown = value === undefined ? "missing" : JSON.stringify(value).slice(0, 60);
  return new ConfigError(`"${at}" is ${shown}, not ${wanted}`);
}

function object(value: unknown, at: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw wrong(at, value, "an object");
}

function list<Item>(value: unknown, at: string, read: (item: unknown, at: string) => Item): readonly Item[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => read(item, `${at}[${index}]`));
  throw wrong(at, value, "a list");
}

function string(value: unknown, at: string): string {
  if (typeof value === "string") return value;
  throw wrong(at, value, "text");
}

/** A count or position; `absent` stands for a key that is not there. */
function number(value: unknown, at: string, absent: number): number {
  if (value === undefined) return absent;
  if (Number.isSafeInteger(value) && (value as number) >= Math.min(absent, 1)) return value as number;
  throw wrong(at, value, "a count");
}

function step(value: unknown, at: string): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  throw wrong(at, value, "a key or an index");
}

function word<Word extends string>(value: unknown, at: string, allowed: readonly Word[]): Word {
  if ((allowed as readonly unknown[]).includes(value)) return value as Word;
  throw wrong(at, value, `one of ${allowed.join(", ")}`);
}

function severity(value: unknown, at: string): Severity {
  return word(value, at, severities);
}
