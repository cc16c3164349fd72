// Takes the text of one policy statement or matching rule, gives its tree, verdict and problems. Never throws; knows no files.
// Each function carries its production; white space and letter case mean nothing between tokens.
import type { Span } from "../../model/place.ts";
import type {
  Action,
  Condition,
  Define,
  Entry,
  Grant,
  Location,
  Parsed,
  ParsedRule,
  ParsedStatement,
  Principal,
  Subject,
  Verb,
  With,
  Word,
} from "./ast.ts";
import { infix, parseCondition } from "./conditions.ts";
import { Cursor } from "./cursor.ts";
import { isOcidAt, type Token } from "./lexer.ts";
import { checkPermission, checkResourceType } from "./vocabulary.ts";
import { defineKinds, nearest, statementKeywords, subjectKinds, verbs } from "./words.ts";

/** Words that end a name's place: a name like one of them stands in quotes. */
const reserved = ["to", "in", "of", "where", "with", "as"];
const scopeWords = ["tenancy", "compartment", "any-tenancy"];

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
  if (keyword === null) {
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
  const parts = { subject: subject(cursor), from: of(cursor, form), action: action(cursor, form) };
  const location = inLocation(cursor, form, parts.action);
  const tail: Word[] = [];
  holes(cursor, tail);
  const withClause = withResource(cursor, form, parts.action);
  holes(cursor, tail);
  const condition = where(cursor);
  holes(cursor, tail);
  if (!cursor.atEnd) trailing(cursor);
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
    what = (nearest(word, defineKinds) as Define["what"]) ?? null;
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

/** subject = "any-user" | "any-group" | ( "group" | "dynamic-group" ) principals | "service" names | "resource" name [ name ] */
function subject(cursor: Cursor): Subject | null {
  const start = cursor.token;
  if (cursor.isHole()) {
    const principals: Principal[] = [];
    while ((isFreeName(cursor) && cursor.keyword() !== "{") || cursor.is(",") || cursor.is("/")) {
      if (cursor.is(",") || cursor.is("/")) cursor.next();
      else principals.push(namedPrincipal(cursor.word()));
    }
    return { kind: "unknown", principals, span: [start.start, cursor.last.end] };
  }
  const word = cursor.keyword();
  let kind = subjectKinds.find((candidate) => candidate === word);
  if (kind === undefined) {
    kind = wrongSubject(cursor, word);
    if (kind === undefined) return null;
  }
  cursor.next();
  const principals: Principal[] = [];
  if (kind === "service") services(cursor, principals);
  else if (kind === "resource") resource(cursor, principals);
  else if (kind === "group" || kind === "dynamic-group") groups(cursor, kind, principals);
  return { kind, principals, span: [start.start, cursor.last.end] };
}

/** Says what is wrong with the word where a subject's kind would stand; gives the kind it stands for, cursor on that word. */
function wrongSubject(
  cursor: Cursor,
  word: string,
): (Subject["kind"] & (typeof subjectKinds)[number]) | undefined {
  const kinds = "`group`, `dynamic-group`, `any-user`, `any-group`, `service` or `resource`";
  if (word === "user") {
    cursor.fail(
      "iam/unknown-subject",
      `\`user\` is no subject: a statement names ${kinds}, never a single user.`,
    );
    cursor.skipTo(["to", "in", "where"]);
    return undefined;
  }
  const near = nearest(word, subjectKinds);
  const prefix = word.startsWith("dynamic-group-")
    ? "dynamic-group"
    : word.startsWith("group-") || word.startsWith("group_")
      ? "group"
      : null;
  if (near === null && prefix !== null) {
    const { start, end } = cursor.token;
    const right = `${prefix} ${cursor.text.slice(start, end)}`;
    cursor.fail(
      "iam/unknown-subject",
      `Expected ${kinds}, found \`${word}\`; did you mean \`${right}\`?`,
      cursor.token,
      {
        span: [start, end],
        text: right,
      },
    );
  } else cursor.expected("iam/unknown-subject", kinds, subjectKinds);
  if (near !== null) return near as (typeof subjectKinds)[number];
  cursor.skipTo(["to", "of", "in", "where"]);
  return undefined;
}

/** principals = principal { "," principal } ; principal = "id" ocid | name [ "/" name ] | ocid (after an "id" item) */
function groups(cursor: Cursor, kind: "group" | "dynamic-group", into: Principal[]): void {
  let sawId = false;
  while (true) {
    // Oracle's Private Cloud Appliance pages repeat the keyword before each `id`.
    if (into.length > 0 && cursor.keyword() === kind && cursor.keyword(cursor.peek()) === "id") cursor.next();
    const { token } = cursor;
    const word = cursor.keyword();
    const after = cursor.peek();
    if (word === "id" && cursor.keyword(after) !== "to" && after.kind === "word") {
      cursor.next();
      const ocid = ocidWord(cursor, `${kind} id`);
      if (ocid === null) return;
      sawId = true;
      into.push({ domain: null, name: null, ocid, span: [token.start, ocid.span[1]] });
    } else if (!isFreeName(cursor)) {
      cursor.expected("iam/expected-name", `the name of a ${kind}`);
      return;
    } else if (token.kind === "word" && isOcidAt(cursor.text, token.start)) {
      if (!sawId) {
        cursor.fail(
          "iam/missing-id",
          `An OCID stands after \`id\`: write \`${kind} id ${cursor.text.slice(token.start, token.end)}\`.`,
          token,
          {
            span: [token.start, token.start],
            text: "id ",
          },
        );
      }
      const ocid = cursor.word();
      into.push({ domain: null, name: null, ocid, span: ocid.span });
    } else {
      const principal = groupName(cursor);
      if (principal === null) return;
      into.push(principal);
    }
    if (cursor.is(",")) cursor.next();
    else if (!cursor.isHole()) return;
  }
}

/** name [ "/" name ] */
function groupName(cursor: Cursor): Principal | null {
  const name = cursor.word();
  if (!cursor.is("/")) return namedPrincipal(name);
  cursor.next();
  if (!isFreeName(cursor)) {
    cursor.expected("iam/expected-name", "a name after `/`");
    return null;
  }
  const inner = cursor.word();
  return { domain: name, name: inner, ocid: null, span: [name.span[0], inner.span[1]] };
}

/** names = name { "," name } */
function services(cursor: Cursor, into: Principal[]): void {
  while (true) {
    if (!isFreeName(cursor)) {
      cursor.expected("iam/expected-name", "the name of a service");
      return;
    }
    into.push(namedPrincipal(cursor.word()));
    if (cursor.is(",")) cursor.next();
    else if (!cursor.isHole()) return;
  }
}

function resource(cursor: Cursor, into: Principal[]): void {
  if (!isFreeName(cursor)) cursor.expected("iam/expected-name", "the kind of a resource");
  for (let count = 0; count < 2 && isFreeName(cursor); count++) into.push(namedPrincipal(cursor.word()));
}

function namedPrincipal(name: Word): Principal {
  return { domain: null, name, ocid: null, span: name.span };
}

function isFreeName(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "string" || (token.kind === "word" && !reserved.includes(cursor.keyword()));
}

/** of = "of" ( "any-tenancy" | "tenancy" name ) */
function of(cursor: Cursor, form: Form): Grant["from"] {
  if (cursor.keyword() !== "of") return null;
  if (form !== "admit")
    cursor.fail("iam/unexpected-of", "Only `admit` names another tenancy after its subject.");
  cursor.next();
  if (cursor.isHole()) return { kind: "unknown", name: cursor.word() };
  const word = cursor.keyword();
  if (word === "any-tenancy") {
    cursor.next();
    return { kind: "any-tenancy", name: null };
  }
  if (word !== "tenancy") {
    cursor.expected("iam/expected-tenancy", "`tenancy` or `any-tenancy`", ["tenancy", "any-tenancy"]);
    cursor.skipTo(["to", "in", "where"]);
    return null;
  }
  cursor.next();
  if (isFreeName(cursor)) return { kind: "tenancy", name: cursor.word() };
  cursor.expected("iam/expected-name", "the name of a tenancy");
  return null;
}

/** action = "to" ( verb resourceType | permissions ) | permissions (in `endorse`) */
function action(cursor: Cursor, form: Form): Action | null {
  const start = cursor.token;
  if (cursor.keyword() === "to") cursor.next();
  else if (start.kind === "{" && form === "endorse") return permissions(cursor, start);
  else if (cursor.isHole()) {
    const hole = cursor.word();
    return { kind: "unknown", hole, span: hole.span };
  } else if (!missingTo(cursor)) return null;
  if (cursor.is("{")) return permissions(cursor, start);
  return verbAndResource(cursor, start);
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
    if (!isFreeName(cursor)) return { kind: "unknown", hole: verb, span: verb.span };
  } else if (!cursor.is("word") || reserved.includes(word)) {
    cursor.expected("iam/unknown-verb", "`inspect`, `read`, `use` or `manage`");
    return null;
  } else {
    const { start: from, end } = cursor.token;
    const text = cursor.text.slice(from, end);
    if (/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(text)) {
      cursor.fail("iam/unknown-verb", `A permission stands in braces: \`{${text}}\`.`, cursor.token, {
        span: [from, end],
        text: `{${text}}`,
      });
    } else cursor.expected("iam/unknown-verb", "`inspect`, `read`, `use` or `manage`", verbs);
    verb = (nearest(word, verbs) as Verb | null) ?? undefined;
    if (verb === undefined && cursor.keyword(cursor.peek()) === "in") return skip(cursor);
    cursor.next();
  }
  const type = resourceType(cursor);
  if (type === null || verb === undefined) return null;
  return { kind: "verb", verb, resource: type, span: [start.start, type.span[1]] };
}

function skip(cursor: Cursor): null {
  cursor.next();
  return null;
}

/** resourceType = word ; exactly one */
function resourceType(cursor: Cursor): Word | null {
  if (!cursor.is("word") || reserved.includes(cursor.keyword())) {
    cursor.expected("iam/expected-resource-type", "a resource type");
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
  } else checkResourceType(cursor, type);
  return type;
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

/** "in" location */
function inLocation(cursor: Cursor, form: Form, granted: Action | null): Location | null {
  if (cursor.keyword() !== "in") {
    if (cursor.isHole() && (cursor.peek().kind === "end" || granted?.kind === "unknown")) return null;
    const isScope = (token: Token) => scopeWords.includes(cursor.keyword(token));
    if (cursor.errors === 0 || !cursor.atEnd) missingIn(cursor);
    if (!isScope(cursor.token)) {
      if (isScope(cursor.peek())) cursor.next();
      else cursor.skipTo(["in", "with", "where"]);
    }
    if (cursor.keyword() === "in") cursor.next();
    else if (!isScope(cursor.token)) return null;
  } else cursor.next();
  const associates = granted?.kind === "verb" && granted.verb === "associate";
  const foreign = form === "endorse" || (form === "admit" && associates);
  return scope(cursor, foreign, form === "endorse");
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
  if (nearest(word, scopeWords) === "compartment") {
    cursor.next();
    return compartment(cursor, start, foreign);
  }
  cursor.skipTo(["with", "where"]);
  return null;
}

/** Says what is wrong where `tenancy` or `compartment` would stand. */
function missingCompartment(cursor: Cursor, word: string): void {
  const { token } = cursor;
  const near = word === "" ? null : nearest(word, scopeWords);
  if (near !== null || !cursor.isName() || reserved.includes(word)) {
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
    if (parts === null) return null;
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
    const part = cursor.word();
    if (part.hole === "none" && !/^[\p{L}\p{N}._-]+$/u.test(part.text)) {
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

/** The OCID that must follow `id`. */
function ocidWord(cursor: Cursor, after: string): Word | null {
  if (isOcid(cursor)) return cursor.word();
  cursor.expected("iam/expected-ocid", `an OCID after \`${after}\``);
  return null;
}

function isOcid(cursor: Cursor): boolean {
  const { token } = cursor;
  return token.kind === "word" && (token.hole !== "none" || isOcidAt(cursor.text, token.start));
}

/** with = "with" resourceType "in" scope */
function withResource(cursor: Cursor, form: Form, granted: Action | null): With | null {
  if (cursor.keyword() !== "with") return null;
  const start = cursor.next();
  if (granted?.kind === "verb" && granted.verb !== "associate" && typeof granted.verb === "string") {
    cursor.fail("iam/unexpected-with", "`with` belongs to the verb `associate`.", start);
  }
  const type = resourceType(cursor);
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
function trailing(cursor: Cursor): void {
  const word = cursor.keyword();
  if (word === "where")
    cursor.fail("iam/second-where", "A statement has one `where`; join the conditions in `all {…}`.");
  else if (word === "and" || word === "or") infix(cursor, word);
  else if (statementKeywords.some((keyword) => keyword === word) && cursor.language === "statement") {
    cursor.fail("iam/second-statement", "Another statement begins here; each stands for itself.");
  } else if (cursor.language === "statement")
    cursor.expected("iam/unexpected-text", "the end of the statement", ["where", "with"]);
  else cursor.expected("iam/unexpected-text", "the end of the matching rule");
  while (!cursor.atEnd) cursor.next();
}
