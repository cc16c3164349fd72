// The report as GitHub Markdown: job summary, pull request comment, file. Takes a report, gives text of at most `maxBytes`:
// the least important findings are left out whole and counted, never cut in the middle.
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Grant, GrantChange, Report } from "../model/report.ts";
import { markdownCode as code, markdownFence, neutral, markdown as prose, urlPath } from "./escape.ts";
import type { Links } from "./links.ts";
import { ruleUrl } from "./project.ts";
import {
  countLine,
  placeText,
  plural,
  ranked,
  readinessWords,
  scopeLine,
  thousands,
  verdict,
} from "./wording.ts";

export type MarkdownOptions = {
  /** Where the lines can be looked at: `https://github.com`, `owner/name`, a commit. */
  readonly links?: Links;
  /** Bytes of UTF-8 that the text may have. GitHub takes 1 MiB of summary per step and 65,536 characters of comment. */
  readonly maxBytes?: number;
  /** The text goes to a log that reads workflow commands. */
  readonly log?: boolean;
};

/** Below GitHub's 1 MiB, with room for what the runner adds. */
export const summaryBytes = 1_000_000;
/** Tables longer than this are slow to draw and nobody reads them to the end. */
const maxRows = 2_000;
/** Rows of the other tables, so that they leave room for findings. */
const smallSectionRows = 50;
/** No other table takes more than this part of all room. */
const smallSectionPart = 8;
const maxNotes = 10;
/** Room for headings and the closing count. */
const frameBytes = 600;

const signs = { clean: "✅", passed: "⚠️", findings: "❌", failed: "⛔", nothing: "⚠️" } as const;
const severitySigns = { error: "❌ error", warning: "⚠️ warning", notice: "ℹ️ notice" } as const;

export function markdown(report: Report, options: MarkdownOptions = {}): string {
  const ending = verdict(report);
  const title = [`## ${signs[ending.kind]} oke-policy: ${prose(ending.text)}`, prose(countLine(report))];
  const head = [
    ...title,
    `<sub>${prose(cut(scopeLine(report)))}</sub>`,
    ...report.notes.slice(0, maxNotes).map((note) => `> ${prose(cut(note))}`),
    ...readiness(report),
    ...failures(report.problems, options),
  ].join("\n\n");
  const tail = [...access(report.access ?? [], options), ...asides(report.problems, options)].join("\n\n");
  const listed = ranked(
    report.findings.filter(({ standing }) => standing === "open" || standing === "unchanged"),
  );
  const room = (options.maxBytes ?? summaryBytes) - bytes(head) - bytes(tail) - frameBytes;
  const parts =
    room < 0
      ? [...title, elsewhere]
      : [head, ...findings(listed, room, options), tail].filter((part) => part !== "");
  const whole = `${parts.join("\n\n")}\n`;
  return options.log ? neutral(whole) : whole;
}

/** Quoted text may grow by its escapes; a text over the limit would not be shown at all. */
const elsewhere = "**This report does not fit here.** The JSON report holds all of it.";

/** For a run without a report: why there is none. */
export function failureMarkdown(reason: string): string {
  const lines = reason.split("\n").slice(0, maxNotes).map(cut);
  return `## ${signs.failed} oke-policy: Failed: it could not do its work.\n\n${markdownFence(lines)}\n`;
}

function bytes(text: string): number {
  // `neutral` may add a byte per match and never more than one per two characters of a match.
  return Buffer.byteLength(text) + (text.match(/##\[|::/g)?.length ?? 0);
}

function readiness({ summary }: Report): readonly string[] {
  if (summary.readiness === undefined) return [];
  const { sentence, blockers } = readinessWords(summary.readiness);
  const rows = blockers.map(([rule, count]) => `| [${code(rule)}](${ruleUrl(rule)}) | ${count} |`);
  const table =
    rows.length === 0
      ? []
      : [["| Commonest blocker | Stands in the way of |", "| :-- | :-- |", ...rows].join("\n")];
  return ["### Virtual-node readiness", `**${prose(sentence)}.**`, ...table];
}

/** Problems that made the run fail come before the findings, the others after them and folded. */
function failures(all: readonly Problem[], options: MarkdownOptions): readonly string[] {
  const errors = all.filter(({ severity }) => severity === "error");
  return errors.length === 0 ? [] : ["### What could not be read or done", ...problemTable(errors, options)];
}

function asides(all: readonly Problem[], options: MarkdownOptions): readonly string[] {
  const rest = all.filter(({ severity }) => severity !== "error");
  if (rest.length === 0) return [];
  const title = `${plural(rest.length, "problem")} that did not stop the run`;
  return [`<details><summary>${title}</summary>`, ...problemTable(rest, options), "</details>"];
}

function problemTable(some: readonly Problem[], options: MarkdownOptions): readonly string[] {
  const rows = fitting(some, options, ({ severity, place, message, code: id }) =>
    row([severitySigns[severity], link(place, options), `${prose(cut(message))} ${code(id)}`]),
  );
  const more =
    some.length > rows.length ? [`…and ${plural(some.length - rows.length, "more problem")}.`] : [];
  return [table(["", "Where", "Problem"], rows), ...more];
}

function access(changes: readonly GrantChange[], options: MarkdownOptions): readonly string[] {
  if (changes.length === 0) return [];
  const rows = fitting(changes, options, (change) => {
    const grant = change.after ?? change.before;
    if (grant === undefined) return row([change.change]);
    return row([
      `**${change.change}**`,
      `${grant.effect === "deny" ? "deny " : ""}${code(grant.principal)}`,
      difference(change, "permissions"),
      difference(change, "location"),
      difference(change, "conditions"),
      link(
        {
          file: grant.file,
          range: { start: { line: grant.line, column: 1 }, end: { line: grant.line, column: 1 } },
        },
        options,
      ),
    ]);
  });
  const more =
    changes.length > rows.length ? [`…and ${plural(changes.length - rows.length, "more change")}.`] : [];
  return [
    "### What this changes in who may do what",
    table(["Change", "Who", "May", "Where", "When", "Line"], rows),
    ...more,
  ];
}

/** The cell for one attribute: `before → after` where a change altered it. */
function difference({ before, after }: GrantChange, key: "permissions" | "location" | "conditions"): string {
  const old = before?.[key];
  const now = (after ?? before)?.[key] ?? "";
  const shown = (value: Grant[typeof key]) => (value === "" ? "always" : code(cut(value)));
  if (old !== undefined && after !== undefined && old !== now) return `${shown(old)} → ${shown(now)}`;
  return now === "" && key === "conditions" ? "" : shown(now);
}

function findings(listed: readonly Finding[], room: number, options: MarkdownOptions): readonly string[] {
  if (listed.length === 0) return [];
  const open: string[] = [];
  const old: string[] = [];
  let left = room;
  for (const finding of listed.slice(0, maxRows)) {
    const line = findingRow(finding, options);
    left -= bytes(line) + 1;
    if (left < 0) break;
    (finding.standing === "open" ? open : old).push(line);
  }
  const head = ["", "Where", "Finding", "Rule"];
  const parts: string[] = [];
  if (open.length > 0) parts.push("### Findings", table(head, open));
  if (old.length > 0) {
    const title = `${plural(old.length, "finding")} that the base has as well`;
    parts.push(`<details><summary>${title}</summary>\n\n${table(head, old)}\n\n</details>`);
  }
  const cutOff = listed.length - open.length - old.length;
  if (cutOff > 0)
    parts.push(
      `**…and ${thousands(cutOff)} more**, the least severe last. The JSON report holds all of them.`,
    );
  return parts;
}

function findingRow(finding: Finding, options: MarkdownOptions): string {
  const ids =
    finding.requirements.length === 0 ? "" : `<br><sub>${prose(finding.requirements.join(", "))}</sub>`;
  const related = finding.related
    .slice(0, 3)
    .map(({ place, note }) => `<br><sub>see ${link(place, options)}: ${prose(cut(note))}</sub>`);
  return row([
    severitySigns[finding.severity],
    link(finding.place, options),
    `${prose(cut(finding.message))}<br><sub>**Fix:** ${prose(cut(finding.remediation))}</sub>${related.join("")}`,
    `[${code(finding.rule)}](${ruleUrl(finding.rule)})${ids}`,
  ]);
}

/** As many rows as fit into a part of the room; findings get the rest. */
function fitting<Item>(
  items: readonly Item[],
  options: MarkdownOptions,
  draw: (item: Item) => string,
): readonly string[] {
  let left = (options.maxBytes ?? summaryBytes) / smallSectionPart;
  const rows: string[] = [];
  for (const item of items.slice(0, smallSectionRows)) {
    const line = draw(item);
    left -= bytes(line);
    if (left < 0) break;
    rows.push(line);
  }
  return rows;
}

/** Messages quote names and values out of files, which may be of any length. */
function cut(text: string): string {
  return text.length > 1_000 ? `${text.slice(0, 1_000).toWellFormed()}…` : text;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(head), row(head.map(() => ":--")), ...rows].join("\n");
}

function link(place: Place, { links }: MarkdownOptions): string {
  const shown = code(
    placeText({
      ...place,
      ...(place.range === undefined ? {} : { range: { start: place.range.start, end: place.range.start } }),
    }),
  );
  if (links === undefined || place.file === "stdin" || place.file === "-") return shown;
  const { range } = place;
  const lines =
    range === undefined
      ? ""
      : `#L${range.start.line}${range.end.line > range.start.line ? `-L${range.end.line}` : ""}`;
  const plain = /\.(md|markdown|rst|adoc)$/i.test(place.file) ? "?plain=1" : "";
  return `[${shown}](${links.server}/${urlPath(links.repository)}/blob/${links.sha}/${urlPath(place.file)}${plain}${lines})`;
}
