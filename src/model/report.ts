// The report: everything a run found out, ready for any reporter. Reporters see nothing else.
import type { Finding } from "./finding.ts";
import type { Problem } from "./problem.ts";
import type { RuleInFull } from "./rule.ts";

export type Readiness = {
  readonly workloads: number;
  readonly ready: number;
  readonly oneChange: number;
  /** Commonest first. */
  readonly blockers: readonly { readonly rule: string; readonly workloads: number }[];
};

export type Summary = {
  readonly files: number;
  /** Files that could not be looked at, or not wholly: unreadable, broken, a template, over a limit. */
  readonly filesUnread: number;
  readonly filesIrrelevant: number;
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly suppressed: number;
  readonly problems: number;
  /** Attributes and grant questions that could not be decided. */
  readonly unknown: number;
  readonly durationMs: number;
  readonly readiness?: Readiness;
};

/** One line of what statements grant, for `access` and the job summary. */
export type Grant = {
  readonly principal: string;
  readonly permissions: string;
  readonly location: string;
  readonly conditions: string;
  readonly effect: "allow" | "deny";
  readonly file: string;
  readonly line: number;
};
export type GrantChange = {
  readonly change: "new" | "widened" | "narrowed" | "removed";
  readonly before?: Grant;
  readonly after?: Grant;
};

export type Report = {
  readonly tool: {
    readonly name: "oke-policy";
    readonly version: string;
    readonly asOf: string;
    readonly nodes: string;
    readonly nodesReason: string;
  };
  /** In order: file, line, column, rule, path. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
  /** Sentences about the run itself: target unknown, base not found, timing left out. */
  readonly notes: readonly string[];
  /** The rules that the findings name, by id. */
  readonly rules: Readonly<Record<string, RuleInFull>>;
  readonly base?: {
    readonly ref: string;
    readonly commit: string | null;
    readonly compared: boolean;
    readonly reason?: string;
  };
  readonly access?: readonly GrantChange[];
  /** 0 clean, 1 findings at or above `failOn`, 2 the tool could not do its work. */
  readonly exitCode: 0 | 1 | 2;
  readonly failOn: string;
  /** Text of the baseline that would accept everything open, when one was asked for. */
  readonly newBaseline?: string;
};
