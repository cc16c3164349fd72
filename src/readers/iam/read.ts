// The door of this folder: takes the text of one entry and says whether it is a statement or a matching rule, then parses it.
import type { Parsed, ParsedRule, ParsedStatement } from "./ast.ts";
import { parseMatchingRule as parseRule, parseStatement as parsePolicyStatement } from "./parser.ts";

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
  /^(?:[\w-]*\s*\{(?!\{)|(?:any|all)\s*[$%<[{]|(?:instance|resource|tag)\.|[^\s'"{}]{1,200}\s*[!=]?=)/i;

/** Parses what begins like a matching rule (a group, or a variable and an operator) as one, anything else as a statement. */
export function parseEntry(text: string): Parsed {
  if (statementStart.test(text)) return parsePolicyStatement(text);
  return ruleStart.test(text.trimStart()) ? parseRule(text) : parsePolicyStatement(text);
}
