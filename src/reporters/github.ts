// The report as workflow commands: annotations at their lines, the rest as plain log lines. Takes a report, gives text.
// GitHub shows ten annotations of each level per step and drops those that come later, so the most important come first.
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/report.ts";
import { type Severity, severities } from "../model/severity.ts";
import { commandData, commandFile, commandProperty, neutral, visible } from "./escape.ts";
import { countLine, placeText, plural, ranked, readinessWords, scopeLine, verdict } from "./wording.ts";

/** Annotations of one level that GitHub keeps from one step. */
const annotationsPerLevel = 10;
/** Problems that go before findings of the same level: why a run failed must not be crowded out, nor crowd out. */
const problemsFirst = 3;
/** The runner cuts a message at 4,096 characters, wherever that is. */
const maxMessage = 3_900;

type Annotation = {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly place: Place;
};

export function github(report: Report): string {
  const { kept, left } = annotations(report);
  const rest = left.map(
    ({ level, place, title, message }) =>
      `${visible(placeText(place))}: ${level}: ${visible(message)} (${visible(title)})`,
  );
  const closing = [
    ...report.notes.map((note) => `note: ${visible(note)}`),
    ...(report.summary.readiness === undefined
      ? []
      : [`Virtual nodes: ${readinessWords(report.summary.readiness).sentence}.`]),
    visible(scopeLine(report)),
    countLine(report),
    visible(verdict(report).text),
  ];
  return `${[...kept, ...[...rest, ...closing].map(neutral)].join("\n")}\n`;
}

/** The commands that fit, worst first, and what they left out. A level that overflows ends in one annotation that counts the rest. */
export function annotations(report: Report): {
  readonly kept: readonly string[];
  readonly left: readonly Annotation[];
} {
  const all = candidates(report);
  const kept: string[] = [];
  const left: Annotation[] = [];
  for (const level of severities) {
    const own = all.filter((annotation) => annotation.level === level);
    const fits = own.length <= annotationsPerLevel ? own.length : annotationsPerLevel - 1;
    kept.push(...own.slice(0, fits).map(command));
    left.push(...own.slice(fits));
    if (fits < own.length)
      kept.push(
        `::${level} title=oke-policy::${plural(own.length - fits, `more ${level}`)} in the log and the job summary.`,
      );
  }
  return { kept, left };
}

function candidates(report: Report): readonly Annotation[] {
  const problems = report.problems.map(
    ({ severity, code, message, place }): Annotation => ({ level: severity, title: code, message, place }),
  );
  const findings = ranked(
    report.findings.filter(({ standing }) => standing === "open" || standing === "unchanged"),
  ).map(annotation);
  const early = severities.flatMap((level) =>
    problems.filter((problem) => problem.level === level).slice(0, problemsFirst),
  );
  const late = problems.filter((problem) => !early.includes(problem));
  return [...early, ...findings, ...late];
}

/** What the base has as well does not block and must not look as if it did. */
function annotation(finding: Finding): Annotation {
  const ids = [finding.rule, ...finding.requirements].join(" ");
  const message = `${finding.message}\n${finding.remediation}`;
  const { place } = finding;
  if (finding.standing === "unchanged") return { level: "notice", title: `${ids}, not new`, message, place };
  return { level: finding.severity, title: ids, message, place };
}

function command({ level, title, message, place }: Annotation): string {
  const properties = [
    `file=${commandFile(place.file)}`,
    ...position(place),
    `title=${commandProperty(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${commandData(clip(message))}`;
}

/** Columns only within one line: the runner drops them otherwise. */
function position({ range }: Place): readonly string[] {
  if (range === undefined) return [];
  const { start, end } = range;
  if (end.line > start.line) return [`line=${start.line}`, `endLine=${end.line}`];
  const columns =
    end.column > start.column ? [`col=${start.column}`, `endColumn=${end.column}`] : [`col=${start.column}`];
  return [`line=${start.line}`, `endLine=${start.line}`, ...columns];
}

function clip(message: string): string {
  return message.length > maxMessage ? `${message.slice(0, maxMessage).toWellFormed()}…` : message;
}
