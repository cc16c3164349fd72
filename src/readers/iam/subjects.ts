// The subject of a statement: who is meant. Parses at a cursor, gives a tree.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Grant, Principal, Subject, SubjectKind, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { isFreeName, isQuotedOcid, ocidWord } from "./names.ts";
import { isIdOf } from "./placeholder-ids.ts";
import { isOcidAt } from "./word-forms.ts";
import { subjectKinds } from "./words.ts";

/** subject = "any-user" | "any-group" | ( "group" | "dynamic-group" ) principals | "service" names | "resource" name [ name ] */
export function parseSubject(cursor: Cursor): Subject | null {
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
function wrongSubject(cursor: Cursor, word: string): SubjectKind | undefined {
  const kinds = "`group`, `dynamic-group`, `any-user`, `any-group`, `service` or `resource`";
  if (word === "user") {
    cursor.fail(
      "iam/unknown-subject",
      `\`user\` is no subject: a statement names ${kinds}, never a single user.`,
    );
    cursor.skipTo(["to", "in", "where"]);
    return undefined;
  }
  const prefix = ["dynamic-group", "group"].find(
    (candidate) => word.startsWith(`${candidate}-`) || word.startsWith(`${candidate}_`),
  );
  if (prefix !== undefined) {
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
  } else if (subjectKinds.some((kind) => kind === `${word}-${cursor.keyword(cursor.peek())}`)) {
    const { start, end } = cursor.token;
    const right = `${word}-${cursor.keyword(cursor.peek())}` as SubjectKind;
    const span: Span = [start, cursor.peek().end];
    const message = `Expected ${kinds}, found \`${cursor.text.slice(start, end)}\`; did you mean \`${right}\`?`;
    cursor.error("iam/unknown-subject", message, span, { span, text: right });
    cursor.next();
    return right;
  } else {
    cursor.expected("iam/unknown-subject", kinds, subjectKinds);
    const near = nearest(word, subjectKinds) as SubjectKind | undefined;
    if (near !== undefined) return near;
  }
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
    const isId = (after.kind === "word" && cursor.keyword(after) !== "to") || isQuotedOcid(cursor, after);
    if (word === "id" && isId) {
      cursor.next();
      const ocid = ocidWord(cursor, `${kind} id`);
      if (ocid === null) return;
      sawId = true;
      into.push({ domain: null, name: null, ocid, span: [token.start, ocid.span[1]] });
    } else if (!isFreeName(cursor)) {
      cursor.expected("iam/expected-name", `the name of a ${kind}`);
      return;
    } else if (token.kind === "word" && (isOcidAt(cursor.text, token.start) || isGroupId(cursor))) {
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

/** The groups of identity domains have ids that are no OCIDs. */
function isGroupId({ text, token: { start, end, hole } }: Cursor): boolean {
  const type = ["oci_identity_group", "oci_identity_dynamic_group"];
  return hole === "whole" && type.some((one) => isIdOf(text.slice(start, end), one));
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

/** of = "of" ( "any-tenancy" | "tenancy" name ) */
export function parseOf(cursor: Cursor, form: Grant["form"]): Grant["from"] {
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
