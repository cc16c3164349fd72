// Puts the report together: findings in their standing, problems in order, counts, verdict. Takes what the stages found out.
import type { Settled } from "../config/settle.ts";
import type { Finding } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import type { Report, Summary } from "../model/report.ts";
import type { ExampleBook, RuleBook } from "../model/rule.ts";
import { severityRank } from "../model/severity.ts";
import { compareProblems } from "./order.ts";
import { readiness } from "./readiness.ts";

export type Parts = {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly files: {
    readonly all: number;
    readonly unread: number;
    readonly irrelevant: number;
    readonly documents: number;
  };
  readonly nodes: { readonly target: string; readonly reason: string };
  /** Ids of the workloads bound for virtual nodes for certain. */
  readonly virtualWorkloads: readonly string[];
  /** How many there are, and of how many nothing says where they run. */
  readonly workloads: { readonly all: number; readonly unplaced: number };
  readonly unknown: number;
  readonly settled: Settled;
  readonly book: RuleBook;
  /** Of the rules that found something at least. */
  readonly examples: ExampleBook;
  readonly durationMs: number;
  readonly base?: Report["base"];
  readonly access?: Report["access"];
  readonly newBaseline?: string;
};

export function assemble(parts: Parts): Report {
  const { findings, settled, book, examples, nodes, base, access, newBaseline } = parts;
  const problems = parts.problems.toSorted(compareProblems);
  const rules = new Map(book.rules.map((rule) => [rule.id, rule]));
  const open = findings.filter(({ standing }) => standing === "open");
  const ready = readiness(parts.virtualWorkloads, findings, rules);
  const count = (severity: Finding["severity"]) =>
    open.filter((finding) => finding.severity === severity).length;
  const summary: Summary = {
    files: parts.files.all,
    filesUnread: parts.files.unread + partlyUnread(problems),
    filesIrrelevant: parts.files.irrelevant,
    documents: parts.files.documents,
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
    suppressed: findings.filter(({ standing }) => standing === "suppressed" || standing === "baseline")
      .length,
    problems: problems.length,
    unknown: parts.unknown,
    durationMs: parts.durationMs,
    ...(ready && { readiness: ready }),
  };
  const named = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  return {
    tool: {
      name: "oke-policy",
      version: book.version,
      asOf: settled.asOf,
      nodes: nodes.target,
      nodesReason: reason(parts),
    },
    findings,
    problems,
    summary,
    notes: notes(parts),
    rules: Object.fromEntries(named.map((id) => [id, { ...rules.get(id)!, examples: examples[id]! }])),
    ...(base && { base }),
    ...(access && { access }),
    ...(newBaseline !== undefined && { newBaseline }),
    exitCode: exitCode(open, problems, settled),
    failOn: settled.failOn,
  };
}

/** What readers say of a text, or a part of one, that they could not look at. */
const NOT_LOOKED_AT =
  /^(?:yaml|json|hcl|shell)\/(?:syntax|template|binary|too-.+)$|^mime\/undecoded$|^terraform\/cloud-config$/;

/** Files of which something was not looked at, though their text could be had. */
function partlyUnread(problems: readonly Problem[]): number {
  return new Set(problems.flatMap(({ code, place }) => (NOT_LOOKED_AT.test(code) ? [place.file] : []))).size;
}

/** Paths, marks and selectors decide for single workloads where nothing does for all. */
function reason({ nodes, workloads: { all, unplaced } }: Parts): string {
  const decided = all - unplaced;
  if (nodes.target !== "unknown" || decided === 0) return nodes.reason;
  return `nothing decides for all; paths, marks or selectors decide for ${decided} of ${all}`;
}

function exitCode(
  open: readonly Finding[],
  problems: readonly Problem[],
  { failOn }: Settled,
): Report["exitCode"] {
  if (problems.some(({ severity }) => severity === "error")) return 2;
  if (failOn === "never") return 0;
  return open.some(({ severity }) => severityRank(severity) <= severityRank(failOn)) ? 1 : 0;
}

function notes({ workloads, settled, base }: Parts): string[] {
  const said: string[] = [];
  const { all, unplaced } = workloads;
  if (unplaced > 0) {
    const which = unplaced === all ? "these workloads run" : `${unplaced} of ${all} workloads run`;
    const where = unplaced === all ? "" : " to them";
    said.push(
      `Nothing says where ${which}, so the rules for virtual nodes were not applied${where}. Switch them on with --nodes virtual, with \`nodes: virtual\` in .oke-policy.yaml, or with the label oke-policy/nodes: virtual on an object.`,
    );
  }
  if (base && !base.compared)
    said.push(
      `The base ${base.ref} could not be compared with, so every finding counts: ${base.reason ?? "unknown reason"}.`,
    );
  for (const { rule, reason } of settled.switchedOff)
    said.push(`The configuration switches off ${rule}${reason === undefined ? "" : `: ${reason}`}.`);
  return said;
}
