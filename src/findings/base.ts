// Takes the findings of now and of the base; gives those of now, with what stood there already marked as unchanged.
import type { Finding } from "../model/finding.ts";
import { severityRank } from "../model/severity.ts";

/** A finding that the base had in a milder severity counts: the change made it worse. */
export function subtractBase(findings: readonly Finding[], base: readonly Finding[]): readonly Finding[] {
  const ranks = new Map<string, number>();
  for (const { fingerprint, severity, standing } of base) {
    if (standing !== "suppressed") ranks.set(fingerprint, severityRank(severity));
  }
  return findings.map((finding) => {
    const before = ranks.get(finding.fingerprint);
    const stood =
      finding.standing === "open" && before !== undefined && before <= severityRank(finding.severity);
    return stood ? { ...finding, standing: "unchanged" } : finding;
  });
}
