// Takes what the schema says against a configuration; gives each fault at its path in words, with the nearest valid name.
import type * as v from "valibot";
import { didYouMean } from "../model/nearest.ts";
import type { Path } from "../model/place.ts";

/** A part of the file that is wrong, and in which way. */
export type Fault = { readonly path: Path; readonly message: string };

/** The part of a schema that is walked here: `valibot` gives no candidates with its own words. */
type Node = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly value?: Node;
  readonly options?: readonly (Node | string)[];
  readonly pipe?: readonly Node[];
};

type Issue = v.BaseIssue<unknown>;

export function faultsOf(schema: unknown, value: unknown, issues: readonly Issue[]): readonly Fault[] {
  const lists = listsForMappings(schema as Node, value, []);
  if (lists.length > 0) return lists;
  return issues.flatMap((issue) => faultsAt(schema as Node, issue, []));
}

/** To the validation a list is a mapping with the keys 0, 1, 2: said plainly, before it complains about these. */
function listsForMappings(schema: Node | undefined, value: unknown, path: Path): readonly Fault[] {
  const node = bare(schema);
  if (node === undefined || typeof value !== "object" || value === null) return [];
  const mapping = node.type === "strict_object" || node.type === "record";
  if (mapping && Array.isArray(value)) {
    const key = path.length === 0 ? "" : `"${nameOf(path)}": `;
    return [{ path, message: `${key}expected keys and values, found a list` }];
  }
  if (!mapping) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listsForMappings(node.entries?.[key] ?? node.value, inner, [...path, key]),
  );
}

/** The last key of a path: elements of a list go by the name of the list. */
function nameOf(path: Path): string {
  return String(path.findLast((part) => typeof part === "string") ?? "");
}

function faultsAt(schema: Node, issue: Issue, above: readonly (string | number)[]): readonly Fault[] {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const inner = issue.type === "union" ? chosen(issue) : [];
  if (inner.length > 0) return inner.flatMap((one) => faultsAt(schema, one, path));
  return [{ path, message: words(schema, issue, path) }];
}

/** Of the alternatives, the one whose kind of value was written: its complaints lie deeper. */
function chosen(issue: Issue): readonly Issue[] {
  return (issue.issues ?? []).filter((one) => (one.path ?? []).length > 0);
}

function words(schema: Node, issue: Issue, path: readonly (string | number)[]): string {
  const key = nameOf(path);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = keysOf(nodeAt(schema, path.slice(0, -1)));
    return `unknown key "${key}"${didYouMean(key, known) || `; known here: ${known.join(", ")}`}`;
  }
  if (issue.type === "strict_object" && issue.received === "undefined") return `the key "${key}" is missing`;
  const values = valuesOf(nodeAt(schema, path));
  if (values.length > 0 && issue.input === null) return `"${key}" has no value: one of ${values.join(", ")}`;
  if (values.length > 0) {
    const written = typeof issue.input === "string" ? issue.input : JSON.stringify(issue.input);
    const meant = didYouMean(String(issue.input), values);
    return `"${written}" is not a value of "${key}"${meant || ";"} ${meant === "" ? "" : "("}one of ${values.join(", ")}${meant === "" ? "" : ")"}`;
  }
  if (issue.kind === "validation")
    return `"${String(issue.input)}" is not a value of "${key}": expected ${issue.message}`;
  return path.length === 0
    ? `expected keys and values, found ${kindOf(issue.input)}`
    : `"${key}": expected ${expectedOf(nodeAt(schema, path))}, found ${kindOf(issue.input)}`;
}

function nodeAt(schema: Node, path: readonly (string | number)[]): Node | undefined {
  let node: Node | undefined = bare(schema);
  for (const part of path) {
    const record: Node | undefined = node?.type === "union" ? unionMember(node) : node;
    node = bare(
      typeof part === "number"
        ? record?.item
        : (record?.entries?.[part] ?? (record?.type === "record" ? record.value : undefined)),
    );
  }
  return node;
}

/** What may stand in a union that has parts of its own. */
function unionMember(node: Node): Node | undefined {
  return node.options
    ?.flatMap((option) => (typeof option === "string" ? [] : [bare(option)!]))
    .find((option) => option.entries ?? option.item);
}

function bare(node: Node | undefined): Node | undefined {
  let inner = node;
  while (inner?.wrapped !== undefined || (inner?.pipe !== undefined && inner.pipe[0] !== inner))
    inner = inner.wrapped ?? inner.pipe?.[0];
  return inner;
}

function keysOf(node: Node | undefined): readonly string[] {
  return Object.keys((node?.type === "union" ? unionMember(node) : node)?.entries ?? {});
}

function valuesOf(node: Node | undefined): readonly string[] {
  if (node?.type === "picklist") return (node.options ?? []).map(String);
  if (node?.type !== "union") return [];
  return (node.options ?? []).flatMap((option) => (typeof option === "string" ? [] : valuesOf(bare(option))));
}

function expectedOf(node: Node | undefined): string {
  if (node?.type === "array") return "a list";
  if (node?.type === "strict_object" || node?.type === "record") return "keys and values";
  if (node?.type === "boolean") return "true or false";
  if (node?.type === "union") return "text or a list";
  return "text";
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys and values";
  return typeof value === "string"
    ? "text"
    : typeof value === "boolean"
      ? "true or false"
      : `the number ${String(value)}`;
}
