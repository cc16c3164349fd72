// The action of a statement: a verb on a resource type, or a list of permissions. Parses at a cursor, gives a tree.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Action, Grant, Verb, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { isFreeName, reserved } from "./names.ts";
import type { Token } from "./tokens.ts";
import { checkPermission, checkResourceType, isKnownType } from "./vocabulary.ts";
import { verbs } from "./words.ts";

/** action = "to" ( verb resourceType | permissions ) | permissions (in `endorse`) */
export function parseAction(cursor: Cursor, form: Grant["form"]): Action | null {
  const start = cursor.token;
  if (cursor.keyword() === "to") cursor.next();
  else if (cursor.keyword() === "in" && isBehindName(cursor)) {
    const { start: from, end } = cursor.last;
    const hole: Word = {
      text: cursor.text.slice(from, end),
      quoted: false,
      hole: "whole",
      span: [from, end],
    };
    return { kind: "unknown", to: false, hole, span: hole.span };
  } else if (start.kind === "{" && form === "endorse") return permissions(cursor, start);
  else if (cursor.isHole()) {
    const hole = cursor.word();
    return { kind: "unknown", to: false, hole, span: hole.span };
  } else if (!missingTo(cursor)) return null;
  if (cursor.is("{")) return permissions(cursor, start);
  return verbAndResource(cursor, start);
}

/** Whether the last token taken is a placeholder that follows a name without a comma: then it was the action. */
function isBehindName(cursor: Cursor): boolean {
  if (!cursor.isHole(cursor.last)) return false;
  const before = cursor.peek(-2);
  return (
    before.kind === "string" ||
    (before.kind === "word" && !["group", "dynamic-group", "service", "id"].includes(cursor.keyword(before)))
  );
}

/** Reports that `to` is not there, and says whether an action follows nevertheless. */
function missingTo(cursor: Cursor): boolean {
  const isVerb = (token: Token) => token.kind === "{" || verbs.some((verb) => verb === cursor.keyword(token));
  cursor.expected("iam/expected-to", "`to`", ["to"]);
  if (isVerb(cursor.token)) return true;
  if (isVerb(cursor.peek())) {
    cursor.next();
    return true;
  }
  cursor.skipTo(["to", "in", "where"]);
  if (cursor.keyword() !== "to") return false;
  cursor.next();
  return true;
}

/** verb = "inspect" | "read" | "use" | "manage" | "associate" */
function verbAndResource(cursor: Cursor, start: Token): Action | null {
  const word = cursor.keyword();
  let verb: Verb | Word | undefined = verbs.find((candidate) => candidate === word);
  if (verb !== undefined) cursor.next();
  else if (cursor.isHole()) {
    verb = cursor.word();
    if (!isFreeName(cursor)) return { kind: "unknown", to: true, hole: verb, span: verb.span };
  } else if (!cursor.is("word") || reserved.includes(word)) {
    cursor.expected("iam/unknown-verb", "`inspect`, `read`, `use` or `manage`");
    return null;
  } else {
    const { start: from, end } = cursor.token;
    const text = cursor.text.slice(from, end);
    if (/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(text)) {
      const closes = cursor.peek().kind === "}";
      cursor.fail("iam/unknown-verb", `A permission stands in braces: \`{${text}}\`.`, cursor.token, {
        span: [from, end],
        text: closes ? `{${text}` : `{${text}}`,
      });
      if (closes) cursor.next();
    } else cursor.expected("iam/unknown-verb", "`inspect`, `read`, `use` or `manage`", verbs);
    verb = nearest(word, verbs) as Verb | undefined;
    if (verb === undefined && cursor.keyword(cursor.peek()) === "in") return skip(cursor);
    cursor.next();
  }
  const type = parseResourceType(cursor);
  if (type === null || verb === undefined) return null;
  return { kind: "verb", verb, resource: type, span: [start.start, type.span[1]] };
}

function skip(cursor: Cursor): null {
  cursor.next();
  return null;
}

/** resourceType = word ; exactly one */
export function parseResourceType(cursor: Cursor): Word | null {
  if (!cursor.is("word") || reserved.includes(cursor.keyword())) {
    if (cursor.is("{") && verbs.some((verb) => verb === cursor.keyword(cursor.last))) verbBeforeList(cursor);
    else cursor.expected("iam/expected-resource-type", "a resource type");
    cursor.skipTo(["in", "where"]);
    return null;
  }
  const type = cursor.word();
  if (cursor.is(",")) {
    cursor.fail(
      "iam/several-resource-types",
      "A statement names one resource type; write one statement for each.",
    );
    cursor.skipTo(["in", "where"]);
    return type;
  }
  while (cursor.isHole() && type.hole !== "none") cursor.next();
  const { token } = cursor;
  const next = cursor.keyword();
  if (next !== "" && !reserved.includes(next)) return secondWord(cursor, type, token);
  checkResourceType(cursor, type);
  return type;
}

function verbBeforeList(cursor: Cursor): void {
  const { start, end } = cursor.last;
  const verb = cursor.text.slice(start, end);
  const message = `A list of permissions takes the place of the verb: leave out \`${verb}\`.`;
  cursor.fail("iam/verb-before-permissions", message, cursor.token, {
    span: [start, cursor.token.start],
    text: "",
  });
}

/** A resource type is one word: two are a verb written twice, or a hyphen left out. */
function secondWord(cursor: Cursor, type: Word, token: Token): Word {
  const second = cursor.text.slice(token.start, token.end);
  const joined = `${type.text}-${second}`;
  if (verbs.some((verb) => verb === type.text.toLowerCase())) {
    const [start] = type.span;
    cursor.error(
      "iam/second-verb",
      `Expected a resource type, found another verb, \`${type.text}\`.`,
      type.span,
      {
        span: [start, token.start],
        text: "",
      },
    );
  } else if (isKnownType(joined)) {
    const span: Span = [type.span[0], token.end];
    const message = `Expected \`in\`, found \`${second}\`; did you mean \`${joined}\`?`;
    cursor.error("iam/expected-in", message, span, { span, text: joined });
  } else {
    checkResourceType(cursor, type);
    return type;
  }
  return cursor.word();
}

/** permissions = "{" PERMISSION { "," PERMISSION } "}" */
function permissions(cursor: Cursor, start: Token): Action | null {
  cursor.next();
  const names: Word[] = [];
  while (true) {
    const { token } = cursor;
    if (token.kind !== "word") {
      if (token.kind === "}" && cursor.last.kind === ",") {
        cursor.fail("iam/trailing-comma", "A comma stands before `}` with nothing after it.", cursor.last);
      } else cursor.expected("iam/expected-permission", "the name of a permission");
      break;
    }
    const name = cursor.word();
    checkPermission(cursor, name);
    names.push(name);
    if (cursor.is(",")) cursor.next();
    else if (cursor.is("}")) break;
    else if (name.hole !== "whole" && !cursor.isHole()) {
      cursor.expected("iam/expected-separator", "`,` or `}` after a permission");
      break;
    } else if (cursor.atEnd) break;
  }
  cursor.skipPermissions();
  const span: Span = [start.start, cursor.last.end];
  if (cursor.is("word") && !reserved.includes(cursor.keyword()) && cursor.keyword(cursor.peek()) === "in") {
    if (!cursor.isHole()) {
      cursor.fail(
        "iam/resource-after-permissions",
        "A list of permissions takes the place of verb and resource type; no resource type follows it.",
      );
    }
    cursor.next();
  }
  return names.length === 0 ? null : { kind: "permissions", permissions: names, span };
}
