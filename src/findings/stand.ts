// Gives every finding its standing: suppressed by a comment, accepted by the baseline, unchanged since the base, or open. Takes the
// findings of a tree, and of the base where there is one; opens nothing.
import type { Settled } from "../config/settle.ts";
import type { Comment } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Renames } from "../model/renames.ts";
import { rulesByRequirement } from "../model/requirement.ts";
import type { RuleBook } from "../model/rule.ts";
import { subtractBase } from "./base.ts";
import { applyBaseline, type Baseline, writeBaseline } from "./baseline.ts";
import type { Judged } from "./from-violations.ts";
import { type Accepted, suppress } from "./suppress.ts";

/** What a scanned tree brings to the question. */
export type Judgeable = {
  readonly judged: readonly Judged[];
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly objects: Iterable<{ readonly subject: string; readonly object: Place }>;
  readonly read: (file: string) => boolean;
};

export type Standings = {
  readonly settled: Settled;
  readonly book: RuleBook;
  /** Null when there is no baseline file. */
  readonly baseline: { readonly entries: Baseline; readonly file: string } | null;
  /** The base that the findings are compared with. */
  readonly base?: { readonly scan: Judgeable; readonly renames: Renames };
  /** The comments of the base, not the tree's own, accept findings; where the base cannot be read, none do. */
  readonly baseDecides: boolean;
};

export type Stood = {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** The baseline that would accept everything open. */
  readonly newBaseline: () => string;
};

const NOTHING: Accepted = { findings: new Map(), objects: new Map() };

export function stand(head: Judgeable, { settled, book, baseline, base, baseDecides }: Standings): Stood {
  const ruleIds = new Set(book.rules.map(({ id }) => id));
  const evaluated = new Set(settled.enabled.map(({ rule }) => rule.id));
  const requirements = rulesByRequirement(book.rules);
  const known =
    base &&
    suppress(base.scan.judged, {
      comments: base.scan.comments,
      objects: base.scan.objects,
      ruleIds,
      requirements,
      evaluated,
    });
  const suppressed = suppress(head.judged, {
    comments: head.comments,
    ruleIds,
    requirements,
    evaluated,
    ...(baseDecides && {
      base: { accepted: known?.accepted ?? NOTHING, renames: base?.renames ?? new Map() },
    }),
  });
  const covered = { read: head.read, evaluated, ruleIds };
  const previous = baseline?.entries ?? [];
  const accepted = baseline
    ? applyBaseline(suppressed.findings, baseline.entries, baseline.file, covered)
    : { findings: suppressed.findings, problems: [] };
  return {
    findings: known ? subtractBase(accepted.findings, known.findings) : accepted.findings,
    problems: [...suppressed.problems, ...accepted.problems],
    newBaseline: () => writeBaseline(suppressed.findings, previous, covered),
  };
}
