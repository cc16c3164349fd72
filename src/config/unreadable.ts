// Takes problems and the configuration's word on unreadable files; gives them with their severity settled.
import type { Problem } from "../model/problem.ts";

/** `warning` lowers what a file's state is to blame for; a rule, the tool or its own settings that failed stay an error. */
export function settleUnreadable(
  problems: readonly Problem[],
  unreadable: "error" | "warning",
): readonly Problem[] {
  if (unreadable === "error") return problems;
  return problems.map((problem) =>
    problem.severity === "error" && !isOurs(problem) ? { ...problem, severity: "warning" } : problem,
  );
}

function isOurs({ code }: Problem): boolean {
  return /^(?:rule|internal|config)\//.test(code);
}
