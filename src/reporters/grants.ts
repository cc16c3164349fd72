// Grants, and changes of them, as a table for a terminal or in Markdown. Takes grants, gives text.
import type { Grant, GrantChange } from "../model/report.ts";
import { markdown, markdownCode, visible } from "./escape.ts";

const COLUMNS = ["principal", "permissions", "location", "conditions", "place"] as const;

/** Columns are not drawn wider than this. */
const MAX_WIDTH = 60;

export function grantsText(grants: readonly Grant[]): string {
  if (grants.length === 0) return "No statement grants anything.\n";
  return `${table([COLUMNS, ...grants.map(cells)])}\n\n${grants.length} ${grants.length === 1 ? "grant" : "grants"}.\n`;
}

export function changesText(changes: readonly GrantChange[]): string {
  if (changes.length === 0) return "Nothing changed in what statements grant.\n";
  const rows = changes.flatMap((change) => {
    const row = cells((change.after ?? change.before)!);
    if (change.before === undefined || change.after === undefined) return [[change.change, ...row]];
    return [
      [change.change, ...row],
      ["  was", ...cells(change.before).map((cell, index) => (cell === row[index] && index < 4 ? "" : cell))],
    ];
  });
  return `${table([["change", ...COLUMNS], ...rows])}\n\n${counted(changes)}\n`;
}

export function grantsMarkdown(grants: readonly Grant[]): string {
  if (grants.length === 0) return "No statement grants anything.\n";
  return `${markdownTable(COLUMNS, grants.map(markdownCells))}\n`;
}

export function changesMarkdown(changes: readonly GrantChange[]): string {
  if (changes.length === 0) return "Nothing changed in what statements grant.\n";
  const rows = changes.map((change) => {
    const row = markdownCells((change.after ?? change.before)!);
    if (change.before === undefined || change.after === undefined) return [change.change, ...row];
    const was = markdownCells(change.before);
    return [
      change.change,
      ...row.map((cell, index) =>
        cell === was[index] || index === 4 ? cell : `${cell || "none"}<br>was ${was[index] || "none"}`,
      ),
    ];
  });
  return `${markdownTable(["change", ...COLUMNS], rows)}\n\n${counted(changes)}\n`;
}

function counted(changes: readonly GrantChange[]): string {
  const parts = (["new", "widened", "narrowed", "removed"] as const).flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  return `${changes.length} ${changes.length === 1 ? "grant" : "grants"} changed: ${parts.join(", ")}.`;
}

function cells({ principal, permissions, location, conditions, effect, file, line }: Grant): string[] {
  return [
    principal,
    `${effect === "deny" ? "deny " : ""}${permissions}`,
    location,
    conditions,
    `${file}:${line}`,
  ].map(visible);
}

function markdownCells({
  principal,
  permissions,
  location,
  conditions,
  effect,
  file,
  line,
}: Grant): string[] {
  const code = (text: string) => (text === "" ? "" : markdownCode(text));
  return [
    markdown(principal),
    `${effect === "deny" ? "**deny** " : ""}${code(permissions)}`,
    code(location),
    code(conditions),
    markdown(`${file}:${line}`),
  ];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  const titled = head.map((name) => name[0]!.toUpperCase() + name.slice(1));
  return [line(titled), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) =>
    Math.min(MAX_WIDTH, Math.max(...rows.map((row) => row[column]!.length))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
