// Takes findings and the comments of their files; gives the findings with those that a comment accepts marked, and a problem for
// each comment that does not do what it says.
import type { Comment } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Renames } from "../model/renames.ts";
import type { Severity } from "../model/severity.ts";
import type { Judged } from "./from-violations.ts";
import { subjectInBase } from "./subject-in-base.ts";
import { type Suppression, suppressionsIn } from "./suppression-comment.ts";

/** What a run's comments accept, for a later run over a changed tree that is not to add to it. */
export type Accepted = {
  /** Fingerprint of a suppressed finding → the reason given. */
  readonly findings: ReadonlyMap<string, string>;
  /** `rule`, `file`, `subject` of an object that a comment stands for as a whole, as one key → the reason given. */
  readonly objects: ReadonlyMap<string, string>;
};

export type Suppressing = {
  /** By file. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** Every rule id that exists. */
  readonly ruleIds: ReadonlySet<string>;
  /** Ids of rules by the requirement that they judge: a comment may name the requirement instead. */
  readonly requirements?: ReadonlyMap<string, readonly string[]>;
  /** Ids of the rules that this run evaluated: only for these can a comment be unused. */
  readonly evaluated: ReadonlySet<string>;
  /** Objects of the tree and where each begins: lets `accepted` speak for findings that are yet to come. */
  readonly objects?: Iterable<{ readonly subject: string; readonly object: Place }>;
  /** With a base that decides: only what was accepted there is suppressed here. */
  readonly base?: { readonly accepted: Accepted; readonly renames: Renames };
};

export type Suppressed = {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly accepted: Accepted;
};

export function suppress(
  judged: readonly Judged[],
  { comments, ruleIds, requirements = new Map(), evaluated, objects = [], base }: Suppressing,
): Suppressed {
  const problems: Problem[] = [];
  const uses: Use[] = [];
  for (const [file, all] of comments) {
    const { suppressions, misspelt } = suppressionsIn(all);
    for (const { fault, range } of misspelt)
      problems.push(warning("suppression/malformed", fault, { file, range }));
    for (const suppression of suppressions)
      uses.push(...usesOf(suppression, file, { ruleIds, requirements }, problems));
  }
  const usesAt = new Map<string, Use>();
  for (const use of uses) usesAt.set(lineKey(use.file, use.suppression.line, use.rule), use);

  const acceptedFindings = new Map<string, string>();
  const findings = judged.map(({ finding, object }) => {
    const use = useFor(finding, object, usesAt);
    if (use !== undefined) use.matched = true;
    const reason = base === undefined ? use?.suppression.reason : reasonInBase(finding, base);
    if (reason === undefined) {
      if (use !== undefined) use.refused = true;
      return finding;
    }
    acceptedFindings.set(finding.fingerprint, reason);
    return { ...finding, standing: "suppressed" as const, standingReason: reason };
  });

  for (const { rule, file, suppression, matched, refused } of uses) {
    const place = { file, range: suppression.range };
    if (refused) {
      const message = `This suppression of "${rule}" is part of the change itself: it takes effect once the base holds it.`;
      problems.push(problem("suppression/not-in-base", "notice", message, place));
    } else if (!matched && (requirements.get(rule) ?? [rule]).every((id) => evaluated.has(id))) {
      problems.push(warning("suppression/unused", unusedWords(rule, suppression.line), place));
    }
  }
  return {
    findings,
    problems,
    accepted: { findings: acceptedFindings, objects: wholeObjects(objects, usesAt, uses) },
  };
}

function unusedWords(rule: string, line: number): string {
  return `Nothing on line ${line}, and no object that begins there, breaks "${rule}": this suppression is not needed, or stands at the wrong line.`;
}

/** One rule of one comment. */
type Use = {
  /** Its id, or that of a requirement. */
  readonly rule: string;
  readonly file: string;
  readonly suppression: Suppression;
  matched: boolean;
  refused: boolean;
};

function usesOf(
  suppression: Suppression,
  file: string,
  { ruleIds, requirements }: Required<Pick<Suppressing, "ruleIds" | "requirements">>,
  problems: Problem[],
): readonly Use[] {
  const place = { file, range: suppression.range };
  const known = suppression.rules.filter((rule) => {
    if (ruleIds.has(rule) || requirements.has(rule)) return true;
    const ids = requirements.has(rule.toUpperCase()) ? [rule.toUpperCase()] : ruleIds;
    const message = `There is no rule "${rule}"${didYouMean(rule, ids) || "."}`;
    problems.push(warning("suppression/unknown-rule", message, place));
    return false;
  });
  if (suppression.reason === "" && known.length > 0) {
    const message = `A suppression needs a reason: oke-policy: ignore[${known.join(", ")}] why this is accepted. Nothing is suppressed.`;
    problems.push(warning("suppression/no-reason", message, place));
    return [];
  }
  return known.map((rule) => ({ rule, file, suppression, matched: false, refused: false }));
}

/** On or above the first line of the finding or of its object; at the end of the last line, where a comment cannot stand earlier. */
function useFor(
  { rule, requirements, place, path }: Finding,
  object: Place,
  usesAt: ReadonlyMap<string, Use>,
): Use | undefined {
  const lines: [string, number | undefined][] = [
    [place.file, place.range?.start.line],
    [object.file, object.range?.start.line],
    // A command over several lines has room for a comment only behind its last.
    [place.file, path.length === 0 ? place.range?.end.line : undefined],
  ];
  for (const [file, line] of lines) {
    if (line === undefined) continue;
    for (const id of [rule, ...requirements]) {
      const use = usesAt.get(lineKey(file, line, id));
      if (use !== undefined) return use;
    }
  }
  return undefined;
}

function reasonInBase(
  { rule, requirements, place, subject, fingerprint }: Finding,
  { accepted, renames }: NonNullable<Suppressing["base"]>,
) {
  const file = renames.get(place.file) ?? place.file;
  const before = subjectInBase(subject, place.file, renames);
  const objects = [rule, ...requirements].map((id) => accepted.objects.get(objectKey(id, file, before)));
  return accepted.findings.get(fingerprint) ?? objects.find((reason) => reason !== undefined);
}

function wholeObjects(
  objects: NonNullable<Suppressing["objects"]>,
  usesAt: ReadonlyMap<string, Use>,
  uses: readonly Use[],
) {
  const rules = new Set(uses.map((use) => use.rule));
  const accepted = new Map<string, string>();
  if (rules.size === 0) return accepted;
  for (const { subject, object } of objects) {
    if (object.range === undefined) continue;
    for (const rule of rules) {
      const use = usesAt.get(lineKey(object.file, object.range.start.line, rule));
      if (use !== undefined) accepted.set(objectKey(rule, object.file, subject), use.suppression.reason);
    }
  }
  return accepted;
}

function lineKey(file: string, line: number, rule: string): string {
  return `${file}\0${line}\0${rule}`;
}

function objectKey(rule: string, file: string, subject: string): string {
  return `${rule}\0${file}\0${subject}`;
}

function warning(code: string, message: string, place: Place): Problem {
  return problem(code, "warning", message, place);
}

function problem(code: string, severity: Severity, message: string, place: Place): Problem {
  return { code, severity, message, place };
}
