// The total order of findings and problems: the same on every machine and in every locale.
import { compareText } from "../model/compare.ts";
import type { Finding } from "../model/finding.ts";
import type { Path, Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";

type Ordered = Pick<Finding, "rule" | "place" | "path" | "subject" | "message">;

/** File, line, column, rule, path; then whatever else tells two findings apart. A file as a whole comes before its lines. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareText(a.rule, b.rule) ||
    comparePaths(a.path, b.path) ||
    compareText(a.subject, b.subject) ||
    compareEnds(a.place, b.place) ||
    compareText(a.message, b.message)
  );
}

/** File, line, column, code, message. */
export function compareProblems(a: Problem, b: Problem): number {
  return comparePlaces(a.place, b.place) || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0)
  );
}

function compareEnds(a: Place, b: Place): number {
  return (
    (a.range?.end.line ?? 0) - (b.range?.end.line ?? 0) ||
    (a.range?.end.column ?? 0) - (b.range?.end.column ?? 0)
  );
}

/** Indexes by number, before names. */
function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const one = a[index]!;
    const other = b[index]!;
    if (one === other) continue;
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return compareText(String(one), String(other));
  }
  return a.length - b.length;
}
