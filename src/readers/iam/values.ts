// What stands on the right of an operator: strings, patterns, variables, OCIDs, placeholders, lists of them. Parses at a cursor, gives
// trees; `null` after a problem.
import type { Span } from "../../model/place.ts";
import type { Value } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { isVariable, looksLikeVariable } from "./variables.ts";
import { isOcidAt } from "./word-forms.ts";

/** list = "(" value { "," value } ")" | placeholder */
export function list(cursor: Cursor): Value | null {
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
export function quoted(cursor: Cursor, keyword: string): Value | null {
  if (cursor.is("string") || cursor.isHole()) return value(cursor);
  cursor.expected("iam/expected-value", `a time in quotes after \`${keyword}\``);
  return null;
}

/** value = string | pattern | variable | OCID | placeholder */
export function value(cursor: Cursor): Value | null {
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
