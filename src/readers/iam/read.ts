// The door of this folder: takes the text of one entry and says whether it is a statement or a matching rule, then parses it.
import type { Parsed, ParsedRule, ParsedStatement } from "./ast.ts";
import { mayOpenHole } from "./characters.ts";
import { parseStatement as parsePolicyStatement, parseMatchingRule as parseRule } from "./parser.ts";
import { holeEnd, startHoleScan } from "./placeholders.ts";

/** Parses one policy statement. */
export function parseStatement(text: string): ParsedStatement {
  return parsePolicyStatement(text);
}

/** Parses one matching rule of a dynamic group. */
export function parseMatchingRule(text: string): ParsedRule {
  return parseRule(text);
}

const statementStart = /^\s*(?:allow|deny|define|endorse|admit)(?:\s|$)/i;
const ruleStart =
  /^(?:[\w-]*\s*\{(?!\{)|(?:any|all)\s*[$%<[{(]|(?:instance|resource|tag)\.|[^\s'"{}]{1,200}\s*[!=]?=)/i;

/** Parses what begins like a matching rule (a group, or a variable and an operator) as one, anything else as a statement. */
export function parseEntry(text: string): Parsed {
  if (statementStart.test(text)) return parsePolicyStatement(text);
  const start = text.trimStart();
  return ruleStart.test(start) || comparesPlaceholder(start) ? parseRule(text) : parsePolicyStatement(text);
}

/** `${var.tag} = 'a'` */
function comparesPlaceholder(text: string): boolean {
  if (!mayOpenHole(text.charCodeAt(0))) return false;
  const end = holeEnd(text, 0, 0, startHoleScan());
  return end !== -1 && /^\S{0,200}\s*!?=/.test(text.slice(end, end + 300));
}
