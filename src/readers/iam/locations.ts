// Where a statement holds: the tenancy, a compartment, another tenancy. Parses at a cursor, gives a tree.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import { parseResourceType } from "./actions.ts";
import type { Action, Grant, Location, With, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { isFreeName, ocidWord, reserved } from "./names.ts";
import { isIdOf, isNamedAsOcid } from "./placeholder-ids.ts";
import type { Token } from "./tokens.ts";
import { isOcidAt } from "./word-forms.ts";

const scopeWords = ["tenancy", "compartment", "any-tenancy"];

/** "in" location */
export function parseLocation(cursor: Cursor, form: Grant["form"], granted: Action | null): Location | null {
  if (cursor.keyword() !== "in") {
    if (cursor.isHole() && mayBeLocation(cursor, granted)) return null;
    const isScope = (token: Token) => scopeWords.includes(cursor.keyword(token));
    if (cursor.errors === 0 || !cursor.atEnd) missingIn(cursor);
    if (!isScope(cursor.token)) {
      if (isScope(cursor.peek())) cursor.next();
      else cursor.skipTo(["in", "with", "where"]);
    }
    if (cursor.keyword() === "in") cursor.next();
    else if (!isScope(cursor.token)) return null;
  } else cursor.next();
  const associates =
    granted?.kind === "unknown" ||
    (granted?.kind === "verb" && (granted.verb === "associate" || typeof granted.verb !== "string"));
  const foreign = form === "endorse" || (form === "admit" && associates);
  return scope(cursor, foreign, form === "endorse");
}

/** A placeholder where `in` would stand may bring it, when nothing follows that belongs to a location. */
function mayBeLocation(cursor: Cursor, granted: Action | null): boolean {
  if (granted?.kind === "unknown") return true;
  const after = cursor.peek();
  const word = cursor.keyword(after);
  return after.kind === "end" || word === "where" || word === "with" || cursor.isHole(after);
}

function missingIn(cursor: Cursor): void {
  const word = cursor.keyword();
  if (word === "where" || cursor.atEnd) {
    cursor.fail(
      "iam/expected-location",
      `Expected \`in\` and a location, found ${cursor.describe(cursor.token)}.`,
    );
  } else cursor.expected("iam/expected-in", "`in`", ["in"]);
}

/**
 * scope = "tenancy" | compartment | placeholder
 *       | "tenancy" name | compartment "of" "tenancy" name     (`foreign`: endorse, and both sides of associate)
 *       | "any-tenancy"                                        (endorse)
 */
function scope(cursor: Cursor, foreign: boolean, anyTenancy: boolean): Location | null {
  const start = cursor.token;
  if (cursor.isHole()) {
    const hole = cursor.word();
    return { kind: "unknown", hole, span: hole.span };
  }
  const word = cursor.keyword();
  switch (word) {
    case "tenancy":
      cursor.next();
      if (foreign && isFreeName(cursor)) {
        const name = cursor.word();
        return { kind: "named-tenancy", name, span: [start.start, name.span[1]] };
      }
      if (cursor.keyword() === "id") tenancyId(cursor);
      return { kind: "tenancy", span: [start.start, start.end] };
    case "any-tenancy":
      if (!anyTenancy) cursor.fail("iam/unexpected-any-tenancy", "Only `endorse` reaches into any tenancy.");
      cursor.next();
      return { kind: "any-tenancy", span: [start.start, start.end] };
    case "compartment":
      cursor.next();
      return compartment(cursor, start, foreign);
  }
  missingCompartment(cursor, word);
  if (isSlip(cursor, word) && nearest(word, scopeWords) === "compartment") {
    cursor.next();
    return compartment(cursor, start, foreign);
  }
  cursor.skipTo(["with", "where"]);
  return null;
}

/** There is one tenancy, and it needs no OCID. */
function tenancyId(cursor: Cursor): void {
  const { token } = cursor;
  const ocid = cursor.peek();
  if (!isOcidAt(cursor.text, ocid.start)) return;
  const span: Span = [token.start, ocid.end];
  const fix = { span: [cursor.last.end, ocid.end] as Span, text: "" };
  cursor.error("iam/tenancy-id", "`tenancy` alone means the tenancy; no OCID follows it.", span, fix);
  cursor.next();
  cursor.next();
}

/** A misspelt keyword, unless it resembles `compartment` and no name follows: then the keyword itself is missing. */
function isSlip(cursor: Cursor, word: string): boolean {
  const near = nearest(word, scopeWords);
  return (
    near !== undefined &&
    (near !== "compartment" ||
      (cursor.isName(cursor.peek()) && !reserved.includes(cursor.keyword(cursor.peek()))))
  );
}

/** Says what is wrong where `tenancy` or `compartment` would stand. */
function missingCompartment(cursor: Cursor, word: string): void {
  const { token } = cursor;
  if (isSlip(cursor, word) || !cursor.isName() || reserved.includes(word)) {
    cursor.expected("iam/expected-location", "`tenancy` or `compartment`", scopeWords);
    return;
  }
  const text = cursor.text.slice(token.start, token.end);
  const before =
    word === "id" ? "compartment " : isOcidAt(cursor.text, token.start) ? "compartment id " : "compartment ";
  cursor.fail(
    "iam/expected-location",
    `Expected \`tenancy\` or \`compartment\`, found \`${text}\`; did you mean \`${before}${text}\`?`,
    token,
    { span: [token.start, token.start], text: before },
  );
}

/** compartment = "compartment" ( "id" ocid | part { ":" part } ) [ "of" "tenancy" name ] */
function compartment(cursor: Cursor, start: Token, foreign: boolean): Location | null {
  let path: Word[] = [];
  let ocid: Word | null = null;
  if (cursor.keyword() === "id") {
    cursor.next();
    ocid = ocidWord(cursor, "compartment id");
    if (ocid === null) return null;
  } else {
    const parts = compartmentPath(cursor);
    if (parts === null) {
      cursor.skipTo(["of", "with", "where"]);
      return null;
    }
    path = parts;
  }
  let tenancy: Word | null = null;
  if (cursor.keyword() === "of") {
    if (!foreign) cursor.fail("iam/unexpected-of", "Only `endorse` names a compartment of another tenancy.");
    cursor.next();
    if (cursor.keyword() === "tenancy") {
      cursor.next();
      if (isFreeName(cursor)) tenancy = cursor.word();
      else cursor.expected("iam/expected-name", "the name of a tenancy");
    } else if (cursor.isHole()) tenancy = cursor.word();
    else cursor.expected("iam/expected-tenancy", "`tenancy` after `of`", ["tenancy"]);
  }
  return { kind: "compartment", path, ocid, tenancy, span: [start.start, cursor.last.end] };
}

function compartmentPath(cursor: Cursor): Word[] | null {
  const path: Word[] = [];
  while (true) {
    const { token } = cursor;
    if (!isFreeName(cursor)) {
      cursor.expected(
        "iam/expected-compartment",
        path.length === 0 ? "the name of a compartment" : "a compartment after `:`",
      );
      return null;
    }
    if (path.length === 0 && token.kind === "word" && isOcidAt(cursor.text, token.start)) {
      const text = cursor.text.slice(token.start, token.end);
      cursor.fail(
        "iam/missing-id",
        `A compartment's OCID stands after \`id\`: write \`compartment id ${text}\`.`,
        token,
        {
          span: [token.start, token.start],
          text: "id ",
        },
      );
    }
    if (path.length === 0 && token.kind === "word" && token.hole === "whole") ocidPlaceholder(cursor, token);
    const part = cursor.word();
    if (part.hole === "none" && token.closed && !/^[\p{L}\p{N}._-]+$/u.test(part.text)) {
      cursor.warn(
        "iam/compartment-name",
        `\`${part.text}\` cannot be the name of a compartment: those have letters, digits and \`. _ -\` only.`,
        part.span,
      );
    }
    path.push(part);
    if (!cursor.is(":")) return path;
    cursor.next();
  }
}

/** An OCID without `id` is taken for a name. What a variable holds is not known, but its name may tell. */
function ocidPlaceholder(cursor: Cursor, token: Token): void {
  const text = cursor.text.slice(token.start, token.end);
  const fix = { span: [token.start, token.start] as Span, text: "id " };
  if (isIdOf(text, "oci_identity_compartment"))
    cursor.fail("iam/missing-id", `\`${text}\` is an OCID, which stands after \`id\`.`, token, fix);
  else if (isNamedAsOcid(text))
    cursor.warn(
      "iam/missing-id",
      `\`${text}\` is named like an OCID, which stands after \`id\`; without that word it is taken for a compartment's name.`,
      [token.start, token.end],
      fix,
    );
}

/** with = "with" resourceType "in" scope */
export function parseWith(cursor: Cursor, form: Grant["form"], granted: Action | null): With | null {
  if (cursor.keyword() !== "with") return null;
  const start = cursor.next();
  if (granted?.kind === "verb" && granted.verb !== "associate" && typeof granted.verb === "string") {
    cursor.fail("iam/unexpected-with", "`with` belongs to the verb `associate`.", start);
  }
  const type = parseResourceType(cursor);
  if (cursor.keyword() === "in") cursor.next();
  else if (type !== null) {
    missingIn(cursor);
    cursor.skipTo(["in", "where"]);
    if (cursor.keyword() !== "in") return null;
    cursor.next();
  } else return null;
  const location = scope(cursor, form !== "plain", form === "endorse");
  return type === null || location === null
    ? null
    : { resource: type, location, span: [start.start, cursor.last.end] };
}
