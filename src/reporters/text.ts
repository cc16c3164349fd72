// The report for people at a terminal or reading a log. Takes a report, gives text; `color` and `log` are the caller's to decide.
import type { Finding } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import type { Severity } from "../model/severity.ts";
import { neutral, visible } from "./escape.ts";
import { excerptLines } from "./excerpt.ts";
import { foldText } from "./fold.ts";
import {
  countLine,
  openFindings,
  placeText,
  readinessWords,
  scopeLine,
  type Verdict,
  verdict,
} from "./wording.ts";

export type TextOptions = {
  readonly color: boolean;
  /** The text goes to a log that reads workflow commands. */
  readonly log: boolean;
  /** Columns of the terminal that shows it: longer lines are folded between words. */
  readonly width?: number;
  /** Leave out scope, notes and counts of a clean run. */
  readonly quiet?: boolean;
};

type Paint = Readonly<Record<"bold" | "dim" | "red" | "yellow" | "blue" | "green", (text: string) => string>>;

function paints(color: boolean): Paint {
  const paint = (on: number, off: number) => (text: string) =>
    color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    blue: paint(36, 39),
  };
}

export function text(report: Report, options: TextOptions): string {
  const paint = paints(options.color);
  const blocks = [
    ...fileBlocks(report, paint),
    ...problemBlock(report, paint),
    ...readinessBlock(report, paint),
    closing(report, paint, options),
  ];
  const unfolded = `${blocks.join("\n\n")}\n`;
  const whole = options.width === undefined ? unfolded : foldText(unfolded, options.width);
  return options.log ? neutral(whole) : whole;
}

/** Suppressed, accepted and unchanged findings are counted at the end, not listed. */
function fileBlocks(report: Report, paint: Paint): readonly string[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of openFindings(report)) {
    const group = byFile.get(finding.place.file);
    if (group === undefined) byFile.set(finding.place.file, [finding]);
    else group.push(finding);
  }
  return [...byFile].map(([file, findings]) => {
    const blocks = findings.map((finding) => findingBlock(finding, report, paint));
    return `${paint.bold(visible(file))}\n${blocks.join("\n\n")}`;
  });
}

function findingBlock(finding: Finding, report: Report, paint: Paint): string {
  const { range } = finding.place;
  const place = range === undefined ? "" : `${range.start.line}:${range.start.column}  `;
  const ids = [finding.rule, ...finding.requirements].join(" ");
  const lines = [
    `  ${place}${severityWord(finding.severity, paint)}  ${visible(finding.message)}  ${paint.dim(visible(ids))}`,
  ];
  // A credential must not be repeated in a log, so its line is not drawn.
  if (range !== undefined && report.rules[finding.rule]?.domain !== "secret") {
    const drawn = excerptLines(finding.excerpt, range);
    const gutter = Math.max(...drawn.map(({ number }) => String(number ?? "").length));
    for (const line of drawn) {
      const head = paint.dim(`${String(line.number ?? "").padStart(gutter)} |`);
      lines.push(
        `    ${head} ${line.marks ? severityPaint(finding.severity, paint)(line.text) : line.text}`.trimEnd(),
      );
    }
  }
  for (const related of finding.related) {
    lines.push(`    ${paint.dim("see")} ${visible(placeText(related.place))}: ${visible(related.note)}`);
  }
  lines.push(`    ${paint.dim("fix")} ${visible(finding.remediation)}`);
  return lines.join("\n");
}

function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, notice: paint.blue }[severity];
}

function severityWord(severity: Severity, paint: Paint): string {
  return severityPaint(severity, paint)(severity);
}

function problemBlock(report: Report, paint: Paint): readonly string[] {
  if (report.problems.length === 0) return [];
  const line = (problem: Problem) =>
    `  ${visible(placeText(problem.place))}  ${severityWord(problem.severity, paint)}  ${visible(problem.message)}  ${paint.dim(visible(problem.code))}`;
  return [[paint.bold("Problems: what could not be read or done"), ...report.problems.map(line)].join("\n")];
}

function readinessBlock(report: Report, paint: Paint): readonly string[] {
  const { readiness } = report.summary;
  if (readiness === undefined) return [];
  const { sentence, blockers } = readinessWords(readiness);
  const widest = Math.max(0, ...blockers.map(([rule]) => rule.length));
  const lines = blockers.map(([rule, count]) => `  ${visible(rule.padEnd(widest))}  ${paint.dim(count)}`);
  const end = lines.length > 0 ? ". Commonest blockers:" : ".";
  return [[`${paint.bold("Virtual nodes")}  ${sentence}${end}`, ...lines].join("\n")];
}

function closing(report: Report, paint: Paint, options: TextOptions): string {
  const ending = verdict(report);
  const last = verdictPaint(ending, paint)(paint.bold(visible(ending.text)));
  if (options.quiet && ending.kind === "clean") return last;
  const notes = report.notes.map((note) => `${paint.dim("note")} ${visible(note)}`);
  return [...notes, paint.dim(visible(scopeLine(report))), countLine(report), last].join("\n");
}

function verdictPaint({ kind }: Verdict, paint: Paint): (text: string) => string {
  return {
    clean: paint.green,
    passed: paint.yellow,
    nothing: paint.yellow,
    findings: paint.red,
    failed: paint.red,
  }[kind];
}
