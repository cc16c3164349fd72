// What statements grant, one line per principal. Takes statements and their places, gives grants. Judges nothing.
import { compareText } from "../../model/compare.ts";
import type { Statement } from "../../model/inventory/identity.ts";
import type { Grant } from "../../model/report.ts";
import type { Grant as GrantTree } from "../../readers/iam/ast.ts";
import { printAction, printCondition, printLocation, printPrincipal } from "../../readers/iam/print.ts";
import { parseStatement } from "../../readers/iam/read.ts";
import type { Origins } from "../origins.ts";
import { shortened } from "./statement-origin.ts";

/** A grant with the statement that it is part of, so that two can be compared. */
export type KnownGrant = { readonly grant: Grant; readonly statement: Statement };

/** Texts in a table are cut there. */
const MAX_TEXT = 400;

/** Grants in the order of their files and lines. Statements that IAM would refuse, and definitions, grant nothing. */
export function grantsOf(statements: readonly Statement[], origins: Pick<Origins, "get">): KnownGrant[] {
  const found = statements.flatMap((statement): KnownGrant[] => {
    if (statement.verdict === "invalid") return [];
    const { entry } = parseStatement(statement.text);
    const { file, line } = placeOf(statement, origins);
    if (entry === null)
      return statement.effect === "allow"
        ? [{ statement, grant: { ...unknownGrant(statement.text), file, line } }]
        : [];
    if (entry.kind !== "grant") return [];
    const rest = { ...wordsOf(entry), file, line };
    return principalsOf(entry).map((principal) => ({ statement, grant: { principal, ...rest } }));
  });
  return found.toSorted(
    ({ grant: a }, { grant: b }) =>
      compareText(a.file, b.file) || a.line - b.line || compareText(a.principal, b.principal),
  );
}

function placeOf({ id }: Statement, origins: Pick<Origins, "get">) {
  const place = origins.get(id)?.locate([]).place;
  return { file: place?.file ?? "", line: place?.range?.start.line ?? 1 };
}

function unknownGrant(text: string): Omit<Grant, "file" | "line"> {
  return {
    principal: shortened(text, MAX_TEXT),
    permissions: "",
    location: "",
    conditions: "",
    effect: "allow",
  };
}

function wordsOf(entry: GrantTree): Omit<Grant, "principal" | "file" | "line"> {
  const { action, location, condition, effect, form } = entry;
  const beside =
    entry.with === null ? "" : ` with ${entry.with.resource.text} in ${printLocation(entry.with.location)}`;
  const conditions = [
    condition === null ? "" : printCondition(condition),
    ...entry.tail.map(({ text }) => text),
  ].filter((text) => text !== "");
  return {
    permissions: shortened(
      `${form === "plain" ? "" : `${form} `}${action === null ? "" : printAction(action).replace(/^to /, "")}${beside}`,
      MAX_TEXT,
    ),
    location: location === null ? "" : shortened(printLocation(location), MAX_TEXT),
    conditions: shortened(conditions.join(" "), MAX_TEXT),
    effect: effect ?? "allow",
  };
}

function principalsOf({ subject, from }: GrantTree): string[] {
  const home =
    from === null
      ? ""
      : from.kind === "any-tenancy"
        ? " of any-tenancy"
        : ` of tenancy ${from.name?.text ?? ""}`;
  if (subject === null) return [];
  const { kind, principals } = subject;
  if (principals.length === 0) return [`${kind}${home}`];
  if (kind === "resource" || kind === "unknown")
    return [`${kind === "unknown" ? "" : "resource "}${principals.map(printPrincipal).join(" ")}${home}`];
  return principals.map((principal) => `${kind} ${printPrincipal(principal)}${home}`);
}
