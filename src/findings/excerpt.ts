// Takes a place and the lines of its file; gives the few lines that a reporter shows. Cuts long lines and blanks what looks secret.
import { concealedText } from "../model/concealed-text.ts";
import type { LineIndex } from "../model/line-index.ts";
import type { Path, Place, Range } from "../model/place.ts";

const mostLines = 3;
const longestLine = 200;

/**
 * Long lines are cut at UTF-16 units with `…`; no lines for a file as a whole, none for the data of a Secret, and none where one of them
 * lies in a `hidden` range.
 */
export function excerpt(
  place: Place,
  path: Path,
  lines: LineIndex | undefined,
  hidden: readonly Range[] = [],
): readonly string[] {
  if (place.range === undefined || lines === undefined || isPrivate(path)) return [];
  const { start, end } = place.range;
  // A range that ends at the start of a line does not show that line.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const until = Math.min(last, start.line + mostLines - 1);
  if (hidden.some((range) => range.start.line <= until && range.end.line >= start.line)) return [];
  const shown: string[] = [];
  for (let line = start.line; line <= until; line++) {
    shown.push(cut(conceal(lines.line(line), lines.line(line - 1))));
  }
  return shown;
}

/** Data of Secrets and ConfigMaps, and values of environment variables. */
function isPrivate(path: Path): boolean {
  return path[0] === "stringData" || path[0] === "data" || (path.includes("env") && path.at(-1) === "value");
}

function cut(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const credential =
  /((?:pass(?:word|wd|phrase)?|secret|token|private[_-]?key|api[_-]?key|access[_-]?key|credentials?)["']?\s*(?:=>|[:=])\s*)(?!\s*["']?(?:\$|\{\{|<|var\.|local\.|data\.|module\.|true\b|false\b|null\b))("[^"]*"?|'[^']*'?|[^\s"',;}]{4,})/gi;
const bearer = /\b((?:bearer|basic)\s+)[A-Za-z0-9+/=._~-]{12,}/gi;
const encoded = /(?<![\w/.+-])[A-Za-z0-9+/]{64,}={0,2}/g;

/** An environment variable's name stands on the line before its value. */
const variable = /\bname:\s*["']?\w*(?:pass|secret|token|key|credential)/i;

function conceal(line: string, before: string): string {
  if (variable.test(before.slice(0, longestLine)) && /^\s*value:/.test(line))
    return `${line.slice(0, line.indexOf(":") + 1)} …`;
  // One long run of letters would make the patterns look at it again and again.
  const text = line.slice(0, longestLine * 2);
  return concealedText(text.replace(credential, "$1…").replace(bearer, "$1…").replace(encoded, "…"));
}
