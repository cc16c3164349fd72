// The terms of a statement's condition: a variable with an operator and a value, or alone. Parses at a cursor, gives trees; `null` after
// a problem.
import type { Span } from "../../model/place.ts";
import type { Comparison, Operator, Value, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./tokens.ts";
import { list, quoted, value } from "./values.ts";
import { checkComparedValue, checkVariable } from "./variables.ts";

const operatorWords = ["in", "not", "before", "after", "between"];
const anOperator = "an operator (`=`, `!=`, `in`, `not in`, `before`, `after`, `between`)";

export function isOperator(cursor: Cursor, token: Token): boolean {
  if (token.kind === "=" || token.kind === "!=" || token.kind === "==") return true;
  return token.kind === "word" && operatorWords.includes(cursor.keyword(token));
}

/** comparison = variable [ operator value ] */
export function comparison(cursor: Cursor): Comparison | null {
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
      doubleEquals(cursor);
      return finish(cursor, variable, "=", value(cursor), start);
    case ",":
    case "}":
    case "end":
      return finish(cursor, variable, "present", null, start);
    case "word":
      if (cursor.isHole()) return finish(cursor, variable, "present", null, start);
      return wordOperator(cursor, variable);
  }
  cursor.expected("iam/expected-operator", anOperator);
  return null;
}

/** Takes `==` for `=`. */
export function doubleEquals(cursor: Cursor): void {
  const { start, end } = cursor.next();
  cursor.error("iam/double-equals", "`==` is no operator; write `=`.", [start, end], {
    span: [start, end],
    text: "=",
  });
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
  cursor.expected("iam/unknown-operator", anOperator, ["in", "before", "after", "between"]);
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

export function finish(
  cursor: Cursor,
  variable: Word,
  operator: Operator,
  right: Value | null,
  start: number,
): Comparison | null {
  if (right === null && operator !== "present" && operator !== "absent") return null;
  if (cursor.language === "statement" && right !== null) checkComparedValue(cursor, variable, right);
  return { kind: "comparison", variable, operator, value: right, span: [start, cursor.last.end] };
}

/** absence = ( "not" | "!" ) variable */
export function absence(cursor: Cursor): Comparison | null {
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
export function setsIntersect(cursor: Cursor, word: string): Comparison | null {
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

/** There are no infix operators; `all {…}` and `any {…}` take their place. */
export function infix(cursor: Cursor, word: "and" | "or"): void {
  const match = word === "and" ? "all" : "any";
  cursor.fail(
    "iam/infix-operator",
    `\`${word}\` does not join conditions; write \`${match} {…, …}\` around them.`,
  );
}
