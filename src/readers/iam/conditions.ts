// Conditions: the part of a statement after `where`, and the whole of a matching rule. Parses at a cursor, gives trees.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Comparison, Condition, Group, Operator, Value, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./lexer.ts";
import { isOcidAt } from "./lexer.ts";
import {
  checkRuleValue,
  checkRuleVariable,
  checkVariable,
  isVariable,
  looksLikeVariable,
} from "./variables.ts";

/** Groups nested deeper than this are not read. */
const MAX_DEPTH = 100;

const operatorWords = ["in", "not", "before", "after", "between"];

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

function isOperator(cursor: Cursor, token: Token): boolean {
  if (token.kind === "=" || token.kind === "!=" || token.kind === "==") return true;
  return token.kind === "word" && operatorWords.includes(cursor.keyword(token));
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

/** There are no infix operators; `all {…}` and `any {…}` take their place. */
export function infix(cursor: Cursor, word: "and" | "or"): void {
  const match = word === "and" ? "all" : "any";
  cursor.fail(
    "iam/infix-operator",
    `\`${word}\` does not join conditions; write \`${match} {…, …}\` around them.`,
  );
}

/** comparison = variable [ operator value ] */
function comparison(cursor: Cursor): Comparison | null {
  const variable = cursor.word();
  if (!variable.quoted) checkVariable(cursor, variable);
  const { token } = cursor;
  const start = variable.span[0];
  switch (token.kind) {
    case "=":
    case "!=":
      cursor.next();
      if (cursor.is("(")) return listAfterEquals(cursor, variable, token);
      return finish(cursor, variable, token.kind, value(cursor), start);
    case "==":
      cursor.fail("iam/double-equals", "`==` is no operator; write `=`.", token, {
        span: [token.start, token.end],
        text: "=",
      });
      cursor.next();
      return finish(cursor, variable, "=", value(cursor), start);
    case ",":
    case "}":
    case "end":
      return finish(cursor, variable, "present", null, start);
    case "word":
      if (cursor.isHole()) return finish(cursor, variable, "present", null, start);
      return wordOperator(cursor, variable);
  }
  cursor.expected(
    "iam/expected-operator",
    "an operator (`=`, `!=`, `in`, `not in`, `before`, `after`, `between`)",
  );
  return null;
}

/** `= ('a', 'b')` is meant as `in ('a', 'b')`. */
function listAfterEquals(cursor: Cursor, variable: Word, operator: Token): Comparison | null {
  const meant = operator.kind === "=" ? "in" : "not in";
  const span: Span = [operator.start, operator.end];
  const message = `A list in parentheses follows \`${meant}\`, not \`${operator.kind}\`.`;
  cursor.error("iam/list-after-equals", message, span, { span, text: meant });
  return finish(cursor, variable, meant, list(cursor), variable.span[0]);
}

/** … ( "in" list | "not" "in" list | ( "before" | "after" ) string | "between" string "and" string ) */
function wordOperator(cursor: Cursor, variable: Word): Comparison | null {
  const start = variable.span[0];
  const word = cursor.keyword();
  switch (word) {
    case "in":
      cursor.next();
      return finish(cursor, variable, "in", list(cursor), start);
    case "not":
      cursor.next();
      if (cursor.keyword() !== "in") {
        cursor.expected("iam/expected-operator", "`in` after `not`", ["in"]);
        return null;
      }
      cursor.next();
      return finish(cursor, variable, "not in", list(cursor), start);
    case "before":
    case "after":
      cursor.next();
      return finish(cursor, variable, word, quoted(cursor, word), start);
    case "between": {
      cursor.next();
      const from = quoted(cursor, "between");
      if (from === null) return null;
      if (cursor.keyword() !== "and") {
        cursor.expected("iam/expected-operator", "`and` between the two times", ["and"]);
        return null;
      }
      cursor.next();
      const to = quoted(cursor, "and");
      if (to === null) return null;
      const span: Span = [from.span[0], to.span[1]];
      return finish(cursor, variable, "between", { kind: "list", items: [from, to], span }, start);
    }
  }
  if (word === "and" || word === "or") {
    // A variable alone is a condition; the caller says what it thinks of the word after it.
    return finish(cursor, variable, "present", null, start);
  }
  if (otherEquals.includes(word)) return foreignOperator(cursor, variable, word);
  cursor.expected(
    "iam/unknown-operator",
    "an operator (`=`, `!=`, `in`, `not in`, `before`, `after`, `between`)",
    ["in", "before", "after", "between"],
  );
  return null;
}

const patternWords = ["like", "contains", "matches", "startswith", "endswith"];
/** What other languages write for `=`. */
const otherEquals = ["is", "eq", "equals", "equal", ...patternWords];

function foreignOperator(cursor: Cursor, variable: Word, word: string): Comparison | null {
  const { token } = cursor;
  const hint = patternWords.includes(word) ? "`=` and a pattern such as `/a*/`" : "`=`";
  const fix = patternWords.includes(word) ? undefined : { span: [token.start, token.end] as Span, text: "=" };
  cursor.fail("iam/unknown-operator", `\`${word}\` is no operator; write ${hint}.`, token, fix);
  cursor.next();
  return finish(cursor, variable, "=", value(cursor), variable.span[0]);
}

function finish(
  cursor: Cursor,
  variable: Word,
  operator: Operator,
  right: Value | null,
  start: number,
): Comparison | null {
  if (right === null && operator !== "present" && operator !== "absent") return null;
  return { kind: "comparison", variable, operator, value: right, span: [start, cursor.last.end] };
}

/** absence = ( "not" | "!" ) variable */
function absence(cursor: Cursor): Comparison | null {
  const start = cursor.next().start;
  if (!cursor.is("word")) {
    cursor.expected("iam/expected-variable", "a variable");
    return null;
  }
  const variable = cursor.word();
  checkVariable(cursor, variable);
  const { token } = cursor;
  if (token.kind === "=" || token.kind === "!=") {
    const opposite = token.kind === "=" ? "!=" : "=";
    const message = `\`not\` stands before a variable alone; write \`${variable.text} ${opposite} …\`.`;
    cursor.fail("iam/negated-comparison", message, token);
    cursor.next();
    return finish(cursor, variable, opposite, value(cursor), start);
  }
  return finish(cursor, variable, "absent", null, start);
}

/** setsIntersect = "sets-intersect" "(" variable "," ( variable | list ) ")" */
function setsIntersect(cursor: Cursor, word: string): Comparison | null {
  if (word !== "sets-intersect")
    cursor.expected("iam/unknown-function", "`sets-intersect` before `(`", ["sets-intersect"]);
  const start = cursor.next().start;
  cursor.next();
  if (!cursor.is("word")) {
    cursor.expected("iam/expected-variable", "a variable");
    return null;
  }
  const variable = cursor.word();
  checkVariable(cursor, variable);
  if (!cursor.is(",")) {
    cursor.expected("iam/expected-separator", "`,` after the first variable");
    return null;
  }
  cursor.next();
  let right: Value | null;
  if (cursor.is("(")) right = list(cursor);
  else if (cursor.is("word")) right = value(cursor);
  else {
    cursor.expected("iam/expected-value", "a variable or a list in parentheses");
    return null;
  }
  if (right === null) return null;
  if (!cursor.is(")")) {
    cursor.expected("iam/unclosed-parenthesis", "`)`");
    return null;
  }
  cursor.next();
  return finish(cursor, variable, "sets-intersect", right, start);
}

/** list = "(" value { "," value } ")" | placeholder */
function list(cursor: Cursor): Value | null {
  const open = cursor.token;
  if (cursor.isHole()) return value(cursor);
  if (open.kind !== "(") {
    if (open.kind === "word" && open.hole !== "none") return value(cursor);
    cursor.expected("iam/expected-list", "a list in parentheses");
    return null;
  }
  cursor.next();
  const items: Value[] = [];
  while (true) {
    const item = value(cursor);
    if (item === null) return null;
    items.push(item);
    if (cursor.is(",")) {
      cursor.next();
      continue;
    }
    if (cursor.is(")")) break;
    if (item.kind === "unknown" || cursor.isHole()) {
      if (!cursor.atEnd) continue;
    }
    cursor.expected("iam/unclosed-parenthesis", "`,` or `)`");
    return null;
  }
  cursor.next();
  return { kind: "list", items, span: [open.start, cursor.last.end] };
}

/** A string, required by `before`, `after` and `between`. */
function quoted(cursor: Cursor, keyword: string): Value | null {
  if (cursor.is("string") || cursor.isHole()) return value(cursor);
  cursor.expected("iam/expected-value", `a time in quotes after \`${keyword}\``);
  return null;
}

/** value = string | pattern | variable | OCID | placeholder */
function value(cursor: Cursor): Value | null {
  const { token } = cursor;
  const span: Span = [token.start, token.end];
  if (token.kind === "string") {
    const { text, hole } = cursor.word();
    if (hole === "none" && looksLikeVariable(text)) {
      cursor.warn(
        "iam/quoted-variable",
        `In quotes \`${text}\` is a plain text, not the variable; without quotes it would be compared with the variable.`,
        span,
        { span, text },
      );
    }
    return { kind: "string", text, hole, span };
  }
  if (token.kind === "pattern") {
    cursor.next();
    return { kind: "pattern", text: cursor.unquoted(token), hole: token.hole, span };
  }
  if (token.kind !== "word") {
    cursor.expected("iam/expected-value", "a value in quotes, a pattern or a variable");
    return null;
  }
  const text = cursor.text.slice(token.start, token.end);
  const fix = { span, text: `'${text}'` };
  if (isOcidAt(cursor.text, token.start)) {
    cursor.report(
      "notice",
      "iam/unquoted-ocid",
      "This OCID stands without quotes; quote it like any other value.",
      span,
      fix,
    );
    cursor.next();
    return { kind: "ocid", text, hole: token.hole, span };
  }
  if (token.hole === "whole" || (token.hole === "inside" && !/^[\w@+-]/.test(text))) {
    cursor.next();
    cursor.report(
      "notice",
      "iam/unquoted-placeholder",
      "Unless the placeholder brings its own quotes, its value is read as a variable.",
      span,
    );
    return { kind: "unknown", text, hole: token.hole, span };
  }
  if (isVariable(text)) {
    cursor.next();
    return { kind: "variable", text, hole: token.hole, span };
  }
  cursor.fail(
    "iam/unquoted-value",
    `\`${text}\` stands without quotes and is read as a variable, which it is not; write \`'${text}'\`.`,
    token,
    fix,
  );
  cursor.next();
  return { kind: "string", text, hole: token.hole, span };
}

/** ruleComparison = variable ( "=" | "!=" ) string | "tag." namespace "." key ".value" */
function ruleComparison(cursor: Cursor): Comparison | null {
  const variable = cursor.word();
  if (!variable.quoted) checkRuleVariable(cursor, variable);
  const { token } = cursor;
  const start = variable.span[0];
  if (token.kind === "=" || token.kind === "!=") {
    cursor.next();
    return finish(cursor, variable, token.kind, ruleValue(cursor, variable), start);
  }
  if (token.kind === "==") {
    cursor.fail("iam/double-equals", "`==` is no operator; write `=`.", token, {
      span: [token.start, token.end],
      text: "=",
    });
    cursor.next();
    return finish(cursor, variable, "=", ruleValue(cursor, variable), start);
  }
  const last = token.kind === "," || token.kind === "}" || token.kind === "end" || cursor.isHole();
  if (last && (variable.hole !== "none" || /^tag\./i.test(variable.text))) {
    return finish(cursor, variable, "present", null, start);
  }
  const word = cursor.keyword();
  const near = nearest(cursor.text.slice(...variable.span), ["any", "all"]);
  if (near !== undefined) cursor.expected("iam/unknown-keyword", "a variable", ["any", "all"], cursor.last);
  else if (word === "and" || word === "or") infix(cursor, word);
  else cursor.expected("iam/expected-operator", "`=` or `!=`");
  return null;
}

/** A matching rule compares with strings only. */
function ruleValue(cursor: Cursor, variable: Word): Value | null {
  const { token } = cursor;
  const span: Span = [token.start, token.end];
  if (token.kind === "string") {
    const { text, hole } = cursor.word();
    if (hole === "none") checkRuleValue(cursor, variable, text, span);
    return { kind: "string", text, hole, span };
  }
  if (token.kind === "word" && token.hole !== "none") {
    const { text, hole } = cursor.word();
    cursor.warn(
      "iam/unquoted-placeholder",
      "The value of a matching rule stands in quotes; put them around the placeholder.",
      span,
      {
        span,
        text: `'${text}'`,
      },
    );
    return { kind: "unknown", text, hole, span };
  }
  if (token.kind === "word") {
    const text = cursor.text.slice(token.start, token.end);
    cursor.fail(
      "iam/unquoted-value",
      `The value of a matching rule stands in quotes: \`'${text}'\`.`,
      token,
      {
        span,
        text: `'${text}'`,
      },
    );
    cursor.next();
    return { kind: "string", text, hole: "none", span };
  }
  cursor.expected("iam/expected-value", "a value in quotes");
  return null;
}
