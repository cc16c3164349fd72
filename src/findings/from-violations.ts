// Takes violations; gives findings in order: located, described, deduplicated, fingerprinted, all open. Throws nothing for a broken rule.
import type { Finding, Violation } from "../model/finding.ts";
import type { LineIndex } from "../model/line-index.ts";
import type { Place, Range } from "../model/place.ts";
import type { Renames } from "../model/renames.ts";
import type { Rule } from "../model/rule.ts";
import { type Severity, severities, severityRank } from "../model/severity.ts";
import { describe } from "./describe.ts";
import { excerpt } from "./excerpt.ts";
import { fingerprints } from "./fingerprint.ts";
import { type Location, locate, type OriginLookup } from "./locate.ts";
import { compareFindings } from "./order.ts";

/** A finding with the object it belongs to, which only suppressions ask for. */
export type Judged = { readonly finding: Finding; readonly object: Place };

/** A rule that gave something no finding can be made of. Becomes a problem and exit code 2. */
export type BrokenRule = { readonly rule: string; readonly message: string };

export type Judging = {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly origins: OriginLookup;
  /** Lines of a file, for excerpts; undefined when they are not at hand. */
  readonly lines: (file: string) => LineIndex | undefined;
  /** Lines of a file with credentials in them, which no excerpt may show; default: none known. */
  readonly hidden?: (file: string) => readonly Range[];
  /** From names now to names in the base; default: none changed. */
  readonly renames?: Renames;
};

export type Judgement = { readonly judged: readonly Judged[]; readonly broken: readonly BrokenRule[] };

export function findingsFrom(
  violations: readonly Violation[],
  { rules, origins, lines, hidden, renames }: Judging,
): Judgement {
  const broken = new Map<string, BrokenRule>();
  const drafts: Draft[] = [];
  for (const violation of violations) {
    try {
      drafts.push(draft(violation, rules, origins));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      broken.set(`${violation.rule}\0${message}`, { rule: violation.rule, message });
    }
  }
  const merged = mergeEqual(drafts.sort((a, b) => compareFindings(a.finding, b.finding)));
  const names = fingerprints(
    merged.map(({ finding: { rule, place, subject, path }, location: { value } }) => ({
      rule,
      file: place.file,
      subject,
      path,
      value,
    })),
    renames,
  );
  const judged = merged.map(({ finding, location }, index) => ({
    object: location.object,
    finding: {
      ...finding,
      fingerprint: names[index]!,
      excerpt: excerpt(finding.place, finding.path, lines(finding.place.file), hidden?.(finding.place.file)),
    },
  }));
  return { judged, broken: [...broken.values()] };
}

type Draft = {
  readonly finding: Finding;
  readonly location: Location;
  readonly key: string;
};

function draft(
  violation: Violation & { readonly severity?: Severity },
  rules: ReadonlyMap<string, Rule>,
  origins: OriginLookup,
): Draft {
  const rule = rules.get(violation.rule);
  if (rule === undefined) throw new Error("is not among the rules that were asked for");
  const location = locate(violation, origins);
  const { place, path, subject, title, related, workload } = location;
  const finding: Finding = {
    rule: rule.id,
    requirements: violation.requirements ?? rule.requirements,
    severity: violation.severity ?? rule.severity,
    message: describe(rule.message, violation.facts, title, violation.uncertain),
    remediation: rule.remediation,
    place,
    excerpt: [],
    subject,
    path,
    facts: violation.facts,
    related,
    fingerprint: "",
    standing: "open",
    ...(workload !== undefined && { workload }),
  };
  // Without a range, equal places say little: the subject has to tell them apart.
  const key = JSON.stringify([
    rule.id,
    place,
    place.range ? null : subject,
    violation.path,
    sorted(violation.facts),
    workload,
  ]);
  return { finding, location, key };
}

/** The same text reached through several instances or callers is one finding; `facts.instances` then names the subjects. */
function mergeEqual(drafts: readonly Draft[]): readonly Draft[] {
  const groups = new Map<string, Draft[]>();
  for (const one of drafts) {
    const group = groups.get(one.key);
    if (group === undefined) groups.set(one.key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    if (group.length === 1) return first;
    const subjects = [...new Set(group.map(({ finding }) => finding.subject))];
    if (subjects.length === 1) return first;
    const severity = severities[Math.min(...group.map(({ finding }) => severityRank(finding.severity)))]!;
    return {
      ...first,
      finding: { ...first.finding, severity, facts: { ...first.finding.facts, instances: subjects } },
    };
  });
}

function sorted(facts: Violation["facts"]) {
  return Object.keys(facts)
    .sort()
    .map((name) => [name, facts[name]]);
}
