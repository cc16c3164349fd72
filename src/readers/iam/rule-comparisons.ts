// The terms of a matching rule, which compare with strings only. Parses at a cursor, gives trees; `null` after a problem.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Comparison, Value, Word } from "./ast.ts";
import { doubleEquals, finish, infix } from "./comparisons.ts";
import type { Cursor } from "./cursor.ts";
import { checkRuleValue, checkRuleVariable } from "./variables.ts";

/** ruleComparison = variable ( "=" | "!=" ) string | "tag." namespace "." key ".value" */
export function ruleComparison(cursor: Cursor): Comparison | null {
  const variable = cursor.word();
  if (!variable.quoted) checkRuleVariable(cursor, variable);
  const { token } = cursor;
  const start = variable.span[0];
  if (token.kind === "=" || token.kind === "!=") {
    cursor.next();
    return finish(cursor, variable, token.kind, ruleValue(cursor, variable), start);
  }
  if (token.kind === "==") {
    doubleEquals(cursor);
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
