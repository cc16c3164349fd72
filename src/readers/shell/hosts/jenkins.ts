// Jenkinsfiles: the script of every `sh`, `bat` and `powershell` step. Takes the text, gives scripts with Groovy's `${…}` masked.
import { compose, editText, UNKNOWN } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";
import { readStringLiteral, type StringLiteral } from "./string-literal.ts";
import { plainCalls } from "./windows.ts";

const TOKEN = /\/\/|\/\*|["']|(?<![\w.$'"])(?:steps\.|script\.|this\.)?(?:sh|bat|powershell|pwsh)\b(?!\w)/g;
/** Arguments of a step are looked at so far. */
const MAX_ARGUMENTS = 2_000;

/** `def kc = 'kubectl -n web'`, and what `environment {}` sets. */
const ASSIGNED =
  /^[ \t]*(?:(?:def|String|final)[ \t]+)*([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"$\\\n]{0,400})"|'([^'\\\n]{0,400})')[ \t]*;?[ \t]*(?:\/\/[^\n]*)?$/gm;

/** Of names that are given a value once. */
function variablesIn(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const [, name = ""] of text.matchAll(/(?<![\w.])([A-Za-z_]\w*)[ \t]*\+?=(?![=~])/g))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [, name = "", double, single] of text.matchAll(ASSIGNED))
    if (counts.get(name) === 1) variables.set(name, double ?? single ?? "");
  return variables;
}

export function jenkinsScripts(text: string): TextScript[] {
  const variables = variablesIn(text);
  const scripts: TextScript[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [token] = match;
    const behind = match.index + token.length;
    if (token === "//") TOKEN.lastIndex = orEnd(text, text.indexOf("\n", behind));
    else if (token === "/*") TOKEN.lastIndex = orEnd(text, text.indexOf("*/", behind), 2);
    else if (token === "'" || token === '"')
      TOKEN.lastIndex = readStringLiteral(text, match.index, "groovy")?.end ?? behind;
    else {
      const start = scriptStart(text, behind);
      const literal = start === null ? null : readStringLiteral(text, start, "groovy", false, variables);
      if (literal === null) continue;
      TOKEN.lastIndex = literal.end;
      const whole = withRest(text, literal);
      const masked = token.endsWith(".sh") || token === "sh" ? whole : plainCalls(whole);
      scripts.push({ host: "jenkins", plain: literal.text, masked, job: "jenkins" });
    }
  }
  return scripts;
}

function orEnd(text: string, found: number, add = 0): number {
  return found === -1 ? text.length : found + add;
}

/** The quote that opens the script: `sh '…'`, `sh("…")`, `sh(label: 'x', script: '''…''')`, `sh script: "…"`. */
function scriptStart(text: string, from: number): number | null {
  const direct = /^[ \t]*\(?\s*(?=["'])/.exec(text.slice(from, from + 200));
  if (direct !== null) return from + direct[0].length;
  if (!/^[ \t]*\(?\s*\w+\s*:/.test(text.slice(from, from + 200))) return null;
  const bracketed = /^[ \t]*\(/.test(text.slice(from, from + 200));
  const limit = Math.min(text.length, from + MAX_ARGUMENTS);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const char = text[at]!;
    const named = /^script\s*:\s*(?=["'])/.exec(text.slice(at, at + 40));
    if (named !== null && !/\w/.test(text[at - 1] ?? "")) return at + named[0].length;
    if (char === "'" || char === '"') at = (readStringLiteral(text, at, "groovy")?.end ?? at + 1) - 1;
    else if (char === "(") depth++;
    else if (char === ")" && --depth <= 0) return null;
    else if (char === "\n" && !bracketed && depth === 0) return null;
  }
  return null;
}

/** `'kubectl ' + verb`: what is added to the string is unknown. */
function withRest(text: string, literal: StringLiteral) {
  if (!/^\s*\+/.test(text.slice(literal.end, literal.end + 40))) return literal.masked;
  const { length } = literal.masked.text;
  return compose(
    editText(literal.masked.text, [{ start: length, end: length, text: UNKNOWN }]),
    literal.masked,
  );
}
