// Takes findings and the workloads bound for virtual nodes; gives how many of these would run there, and what holds up the others.
import { compareText } from "../model/compare.ts";
import type { Finding } from "../model/finding.ts";
import type { Readiness } from "../model/report.ts";
import type { Rule } from "../model/rule.ts";

/** `workloads` are the ids of those bound for virtual nodes; undefined when there are none. */
export function readiness(
  workloads: Iterable<string>,
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Pick<Rule, "target">>,
): Readiness | undefined {
  const broken = new Map<string, Set<string>>();
  for (const workload of workloads) broken.set(workload, new Set());
  if (broken.size === 0) return undefined;
  for (const { rule, severity, standing, workload } of findings) {
    // What the base had already is still in the way; what someone accepted is not ours to hold against it.
    const counts = severity === "error" && (standing === "open" || standing === "unchanged");
    if (counts && workload !== undefined && rules.get(rule)?.target === "virtual")
      broken.get(workload)?.add(rule);
  }
  const blockers = new Map<string, number>();
  for (const names of broken.values())
    for (const rule of names) blockers.set(rule, (blockers.get(rule) ?? 0) + 1);
  const withRules = (count: number) => [...broken.values()].filter((names) => names.size === count).length;
  return {
    workloads: broken.size,
    ready: withRules(0),
    oneChange: withRules(1),
    blockers: [...blockers]
      .map(([rule, count]) => ({ rule, workloads: count }))
      .sort((a, b) => b.workloads - a.workloads || compareText(a.rule, b.rule)),
  };
}
