// Conditions: the part of a statement after `where`, and the whole of a matching rule. Parses at a cursor, gives trees.
import type { Span } from "../../model/place.ts";
import type { Condition, Group } from "./ast.ts";
import { absence, comparison, infix, isOperator, setsIntersect } from "./comparisons.ts";
import type { Cursor } from "./cursor.ts";
import { ruleComparison } from "./rule-comparisons.ts";
import type { Token } from "./tokens.ts";

/** Groups nested deeper than this are not read. */
const MAX_DEPTH = 100;

/**
 * condition = group | "sets-intersect" "(" variable "," ( variable | list ) ")" | ( "not" | "!" ) variable | comparison
 * Gives `null` after a problem; the cursor then stands where the caller can skip on.
 */
export function parseCondition(cursor: Cursor, depth = 0): Condition | null {
  const { token } = cursor;
  const after = cursor.peek();
  if (cursor.isHole() && !isOperator(cursor, after)) {
    const hole = cursor.word();
    return { kind: "fragment", hole, span: hole.span };
  }
  switch (token.kind) {
    case "word": {
      const word = cursor.keyword();
      if (word === "any" || word === "all") return quantified(cursor, word, depth);
      if (after.kind === "{") {
        cursor.expected("iam/unknown-keyword", "`any` or `all` before `{`", ["any", "all"]);
        cursor.next();
        return group(cursor, "all", token, depth);
      }
      if (cursor.language === "matching rule") return ruleComparison(cursor);
      if (after.kind === "(") return setsIntersect(cursor, word);
      if (word === "not" && after.kind === "word") return absence(cursor);
      return comparison(cursor);
    }
    case "!":
      if (cursor.language === "statement") return absence(cursor);
      break;
    case "{":
      if (cursor.language === "statement") {
        cursor.warn(
          "iam/bare-braces",
          "Braces without `all` or `any` before them are not in the documented language; write `all {…}`.",
          [token.start, token.end],
          { span: [token.start, token.start], text: "all " },
        );
        return group(cursor, "bare", token, depth);
      }
      cursor.fail("iam/expected-condition", "Expected `any` or `all` before `{`.");
      return group(cursor, "all", token, depth);
    case "string":
      if (isOperator(cursor, after)) {
        cursor.fail("iam/quoted-left-side", "A variable on the left of an operator stands without quotes.");
        return cursor.language === "statement" ? comparison(cursor) : ruleComparison(cursor);
      }
      break;
  }
  cursor.expected("iam/expected-condition", "a condition");
  return null;
}

/** quantified = ( "any" | "all" ) ( group | placeholder ) */
function quantified(cursor: Cursor, match: "any" | "all", depth: number): Condition | null {
  const start = cursor.next();
  if (cursor.is("{")) return group(cursor, match, start, depth);
  if (cursor.isHole()) {
    const hole = cursor.word();
    const span: Span = [start.start, hole.span[1]];
    return { kind: "group", match, terms: [{ kind: "fragment", hole, span: hole.span }], span };
  }
  cursor.expected("iam/expected-brace", `\`{\` after \`${match}\``);
  return null;
}

/** group = "{" condition { "," condition } "}" ; a placeholder among the terms may bring its own commas. */
function group(cursor: Cursor, match: Group["match"], start: Token, depth: number): Group {
  const open = cursor.token;
  cursor.next();
  const terms: Condition[] = [];
  if (depth >= MAX_DEPTH) {
    cursor.fail("iam/too-deep", `Groups are nested more than ${MAX_DEPTH} deep.`, open);
    while (!cursor.atEnd) cursor.next();
  }
  while (true) {
    if (cursor.is("}")) {
      const { token } = cursor;
      if (terms.length === 0) {
        if (cursor.errors === 0 || cursor.last === open) {
          cursor.fail("iam/empty-group", "There is no condition between the braces.");
        }
      } else if (cursor.last.kind === ",") {
        trailingComma(cursor, cursor.last);
      }
      if (cursor.token === token) cursor.next();
      break;
    }
    const term = parseCondition(cursor, depth + 1);
    if (term === null) cursor.skipTerm();
    else terms.push(term);
    if (cursor.is(",")) {
      cursor.next();
      continue;
    }
    if (cursor.is("}")) continue;
    if (cursor.atEnd) {
      if (cursor.errors === 0)
        cursor.fail("iam/unclosed-brace", "A brace is opened and not closed: expected `}`.");
      break;
    }
    if (term?.kind === "fragment" || cursor.isHole()) continue;
    separator(cursor);
    cursor.skipTerm();
    if (cursor.is(",")) cursor.next();
  }
  return { kind: "group", match, terms, span: [start.start, cursor.last.end] };
}

function trailingComma(cursor: Cursor, comma: Token): void {
  const fix = { span: [comma.start, comma.end] as Span, text: "" };
  const message = "A comma stands before `}` with nothing after it.";
  if (cursor.language === "statement") cursor.fail("iam/trailing-comma", message, comma, fix);
  else cursor.warn("iam/trailing-comma", message, fix.span, fix);
}

/** Says what is wrong where `,` or `}` would stand. */
function separator(cursor: Cursor): void {
  const word = cursor.keyword();
  if (word === "and" || word === "or") infix(cursor, word);
  else cursor.expected("iam/expected-separator", "`,` or `}`");
}
