// Takes the text of one policy statement or matching rule, gives its tree, verdict and problems. Never throws; knows no files.
// Each function carries its production; white space and letter case mean nothing between tokens.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import { parseAction } from "./actions.ts";
import type { Condition, Define, Entry, Grant, Parsed, ParsedRule, ParsedStatement, Word } from "./ast.ts";
import { infix } from "./comparisons.ts";
import { parseCondition } from "./conditions.ts";
import { Cursor } from "./cursor.ts";
import { parseLocation, parseWith } from "./locations.ts";
import { isFreeName, isOcid } from "./names.ts";
import { parseOf, parseSubject } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { isVariable } from "./variables.ts";
import { isOcidAt } from "./word-forms.ts";
import { defineKinds, statementKeywords, subjectKinds } from "./words.ts";

type Form = Grant["form"];

/** statement = [ "deny" ] ( plain | endorse | admit ) | define */
export function parseStatement(text: string): ParsedStatement {
  const cursor = new Cursor(text, "statement");
  return outcome(cursor, statement(cursor));
}

/** rule = condition */
export function parseMatchingRule(text: string): ParsedRule {
  const cursor = new Cursor(text, "matching rule");
  if (cursor.atEnd) cursor.fail("iam/empty", "The matching rule is empty.");
  const start = cursor.token.start;
  const condition = parseCondition(cursor);
  if (condition === null && cursor.errors > 0) while (!cursor.atEnd) cursor.next();
  while (cursor.isHole()) cursor.next();
  if (!cursor.atEnd) trailing(cursor);
  return outcome(cursor, { kind: "matching-rule", condition, span: [start, cursor.last.end] });
}

function outcome<T extends Entry>(cursor: Cursor, entry: T | null): Parsed<T> {
  const { text, problems, errors, undetermined } = cursor;
  const verdict = errors > 0 ? "invalid" : undetermined ? "undetermined" : "valid";
  if (problems.length > 1) problems.sort((a, b) => a.span[0] - b.span[0]);
  return { text, entry, verdict, problems };
}

function statement(cursor: Cursor): Grant | Define | null {
  const start = cursor.token;
  const word = cursor.keyword();
  if (cursor.atEnd) {
    cursor.fail("iam/empty", "The statement is empty.");
    return null;
  }
  if (cursor.isHole()) {
    cursor.next();
    return cursor.atEnd ? null : grant(cursor, start, null, "plain");
  }
  const known = statementKeywords.find((keyword) => keyword === word);
  if (known === undefined) {
    cursor.expected(
      "iam/unknown-statement",
      "`allow`, `deny`, `define`, `endorse` or `admit`",
      statementKeywords,
    );
  }
  const keyword = known ?? nearest(word, statementKeywords);
  if (keyword === undefined) {
    if (subjectKinds.some((kind) => kind === word)) return grant(cursor, start, null, "plain");
    while (!cursor.atEnd) cursor.next();
    return null;
  }
  cursor.next();
  if (keyword === "define") return define(cursor, start);
  if (keyword !== "deny")
    return grant(cursor, start, "allow", keyword === "allow" ? "plain" : (keyword as Form));
  const second = cursor.keyword();
  if (second !== "admit" && second !== "endorse") return grant(cursor, start, "deny", "plain");
  cursor.next();
  return grant(cursor, start, "deny", second);
}

/**
 * plain   = ( "allow" | "deny" ) subject action "in" location [ with ] [ where ]
 * endorse = "endorse" subject action "in" scope [ with ] [ where ]
 * admit   = "admit" subject [ of ] action "in" location [ with ] [ where ]
 */
function grant(cursor: Cursor, start: Token, effect: Grant["effect"], form: Form): Grant {
  const parts = {
    subject: parseSubject(cursor),
    from: parseOf(cursor, form),
    action: parseAction(cursor, form),
  };
  const location = parseLocation(cursor, form, parts.action);
  const tail: Word[] = [];
  holes(cursor, tail);
  const withClause = parseWith(cursor, form, parts.action);
  holes(cursor, tail);
  const condition = where(cursor);
  holes(cursor, tail);
  if (!cursor.atEnd) trailing(cursor, condition !== null);
  const span: Span = [start.start, cursor.last.end];
  return { kind: "grant", effect, form, ...parts, location, with: withClause, condition, tail, span };
}

function holes(cursor: Cursor, into: Word[]): void {
  while (cursor.isHole()) into.push(cursor.word());
}

/** define = "define" kind name "as" [ "id" ] ocid */
function define(cursor: Cursor, start: Token): Define {
  const word = cursor.keyword();
  let what = defineKinds.find((kind) => kind === word) ?? null;
  if (what === null && !cursor.isHole()) {
    cursor.expected(
      "iam/unknown-define",
      "`tenancy`, `group`, `dynamic-group`, `compartment` or `service`",
      defineKinds,
    );
    what = (nearest(word, defineKinds) as Define["what"] | undefined) ?? null;
  }
  if (cursor.isName()) cursor.next();
  let domain: Word | null = null;
  let name: Word | null = null;
  let ocid: Word | null = null;
  if (isFreeName(cursor)) {
    name = cursor.word();
    if (cursor.is("/")) {
      cursor.next();
      domain = name;
      name = cursor.isName() ? cursor.word() : null;
      if (name === null) cursor.expected("iam/expected-name", "a name after `/`");
    }
  } else cursor.expected("iam/expected-name", "the name to define");
  if (cursor.keyword() === "as") cursor.next();
  else if (!cursor.isHole() || cursor.peek().kind !== "end") {
    cursor.expected("iam/expected-as", "`as`", ["as"]);
    if (!isOcidAt(cursor.text, cursor.token.start)) {
      cursor.next();
      if (!isOcidAt(cursor.text, cursor.token.start)) cursor.skipTo(["as"]);
      if (cursor.keyword() === "as") cursor.next();
    }
  }
  if (cursor.keyword() === "id") cursor.next();
  if (cursor.is("word") && isOcid(cursor)) ocid = cursor.word();
  else cursor.expected("iam/expected-ocid", "an OCID");
  if (!cursor.atEnd && (cursor.errors === 0 || ocid !== null)) trailing(cursor);
  return { kind: "define", what, domain, name, ocid, span: [start.start, cursor.last.end] };
}

/** where = "where" condition */
function where(cursor: Cursor): Condition | null {
  if (cursor.keyword() !== "where") return null;
  cursor.next();
  if (cursor.atEnd) {
    cursor.fail("iam/empty-where", "No condition follows `where`.");
    return null;
  }
  const condition = parseCondition(cursor);
  if (condition === null) while (!cursor.atEnd) cursor.next();
  return condition;
}

/** Says what is wrong with the first token after a complete entry, and goes to the end. */
function trailing(cursor: Cursor, conditional = false): void {
  const word = cursor.keyword();
  if (word === "where")
    cursor.fail("iam/second-where", "A statement has one `where`; join the conditions in `all {…}`.");
  else if (word === "and" || word === "or") infix(cursor, word);
  else if (cursor.language === "statement" && isVariable(word)) {
    const { start } = cursor.token;
    const fix = { span: [start, start] as Span, text: "where " };
    cursor.fail(
      "iam/expected-where",
      "A condition follows `where`, which is missing here.",
      cursor.token,
      fix,
    );
  } else if (cursor.is(",") && conditional) {
    cursor.fail("iam/bare-list", "Several conditions stand in braces: `all {…, …}` or `any {…, …}`.");
  } else if (cursor.is("/") && cursor.last.kind === "word") {
    const { start, end } = cursor.token;
    const fix = { span: [start, end] as Span, text: ":" };
    cursor.fail("iam/unexpected-text", "The compartments of a path are parted by `:`.", cursor.token, fix);
  } else if (statementKeywords.some((keyword) => keyword === word) && cursor.language === "statement") {
    cursor.fail("iam/second-statement", "Another statement begins here; each stands for itself.");
  } else if (cursor.language === "statement")
    cursor.expected("iam/unexpected-text", "the end of the statement", ["where", "with"]);
  else cursor.expected("iam/unexpected-text", "the end of the matching rule");
  while (!cursor.atEnd) cursor.next();
}
