// The three severities and their order.

export type Severity = "error" | "warning" | "notice";

/** From worst to mildest. */
export const severities: readonly Severity[] = ["error", "warning", "notice"];

/** 0 is worst. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}
