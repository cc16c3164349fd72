// Takes the text of a baseline file and findings; gives the findings with accepted ones marked, and the text of a new baseline.
import { compareText } from "../model/compare.ts";
import type { Finding } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import { ConfigError } from "../model/request.ts";

/** One accepted finding. Rule, file and subject are there for readers; the fingerprint decides. */
export type BaselineEntry = {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
  readonly subject: string;
};
export type Baseline = readonly BaselineEntry[];

/** What the run can vouch for: an entry outside of it is neither unused nor pruned. */
export type Covered = {
  /** Whether the run read that file. */
  readonly read: (file: string) => boolean;
  /** Ids of the rules that were evaluated. */
  readonly evaluated: ReadonlySet<string>;
  /** Every rule id that exists. */
  readonly ruleIds: ReadonlySet<string>;
};

/** Throws a `ConfigError` that names the file when the text is not a baseline. */
export function parseBaseline(text: string, file: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigError(
      `${file}: not a baseline: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { version, findings } = (isObject(value) ? value : {}) as { version?: unknown; findings?: unknown };
  if (version !== 1 || !Array.isArray(findings)) {
    throw new ConfigError(
      `${file}: not a baseline: expected { "version": 1, "findings": […] } as --write-baseline makes it`,
    );
  }
  return findings.map((entry: unknown, index) => {
    if (!isEntry(entry)) {
      throw new ConfigError(
        `${file}: not a baseline: findings[${index}] lacks one of "fingerprint", "rule", "file", "subject"`,
      );
    }
    return entry;
  });
}

export type Baselined = { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] };

/** Open findings with an entry get the standing `baseline`; an entry that nothing needs any more is a notice at the baseline's file. */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  file: string,
  covered: Covered,
): Baselined {
  const accepted = new Set(baseline.map((entry) => entry.fingerprint));
  const found = new Set(findings.map((finding) => finding.fingerprint));
  const problems = baseline
    .filter((entry) => !found.has(entry.fingerprint) && isSettled(entry, covered))
    .map(({ rule, file: about, subject }): Problem => {
      const message = `The finding of "${rule}" in ${about} (${subject}) is gone: --write-baseline takes its entry out.`;
      return { code: "baseline/unused", severity: "notice", message, place: { file } };
    });
  const marked = findings.map((finding): Finding => {
    return finding.standing === "open" && accepted.has(finding.fingerprint)
      ? { ...finding, standing: "baseline" }
      : finding;
  });
  return { findings: marked, problems };
}

/**
 * Text of a baseline that accepts every finding that counts now. Entries of `previous` stay as long as their finding is there, or the
 * run could not tell: their file does not exist yet, was not read, or their rule was not evaluated.
 */
export function writeBaseline(findings: readonly Finding[], previous: Baseline, covered: Covered): string {
  const entries = new Map<string, BaselineEntry>();
  for (const entry of previous) if (!isSettled(entry, covered)) entries.set(entry.fingerprint, pick(entry));
  for (const finding of findings) {
    if (finding.standing === "suppressed") continue;
    const { fingerprint, rule, place, subject } = finding;
    entries.set(fingerprint, { fingerprint, rule, file: place.file, subject });
  }
  const sorted = [...entries.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.rule, b.rule) ||
      compareText(a.subject, b.subject) ||
      compareText(a.fingerprint, b.fingerprint),
  );
  // One line per entry: changes read well, and two branches seldom touch the same lines.
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}]\n}\n`;
}

/** True when the run would have found it if it were still there, or when its rule is gone for good. */
function isSettled({ rule, file }: BaselineEntry, { read, evaluated, ruleIds }: Covered): boolean {
  return !ruleIds.has(rule) || (read(file) && evaluated.has(rule));
}

function pick({ fingerprint, rule, file, subject }: BaselineEntry): BaselineEntry {
  return { fingerprint, rule, file, subject };
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isObject(value) &&
    ["fingerprint", "rule", "file", "subject"].every((key) => typeof value[key] === "string")
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
