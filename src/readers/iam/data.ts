// Statements and matching rules in JSON and YAML: lists of strings, `{"statements": […]}`, and the keys of landing zones at any depth.
// Takes a document and the file's text, gives the entries at their places. Parses none of them.
import type { DataDocument, Json, StatementText } from "../../model/document.ts";
import type { LineIndex } from "../../model/line-index.ts";
import type { Path } from "../../model/place.ts";
import { scalarText } from "../shell/scalar-text.ts";
import { beginsAsEntry } from "./documents.ts";
import { splitEntries } from "./split.ts";

/** Deeper levels are not looked at. */
const MAX_DEPTH = 32;

type Kind = "statement" | "matching-rule";

const keys: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["statement", "statement"],
  ["statements", "statement"],
  ["policystatement", "statement"],
  ["policystatements", "statement"],
  ["matchingrule", "matching-rule"],
  ["matchingrules", "matching-rule"],
  ["dynamicgrouprule", "matching-rule"],
]);

/** What a document must show somewhere to hold statements or rules. */
const MARK =
  /statement|matching|grouprule|group_rule|group-rule|\b(allow|deny|define|endorse|admit)\s|\b(instance|resource)\./i;

export type DataOptions = {
  /** It is known to hold entries: nothing in its lists is passed over, whatever it looks like. */
  readonly named?: boolean;
};

/** `lines` are those of the file that the document stands in; without them every entry stands at its value's start. */
export function statementsInData(
  document: DataDocument,
  lines: LineIndex | undefined,
  { named = false }: DataOptions = {},
): StatementText[] {
  if (!named && document.mayMention?.(MARK) === false) return [];
  const found: StatementText[] = [];
  const walk = (value: Json | undefined, path: Path): void => {
    if (value === null || typeof value !== "object" || path.length > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      if (path.length === 0 && isList(value, undefined, named)) add(value, path, undefined, undefined);
      else for (const [index, item] of value.entries()) walk(item, [...path, index]);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      const kind = keys.get(key.toLowerCase().replaceAll(/[_-]/g, ""));
      const here = [...path, key];
      if (kind !== undefined && isList(item, kind, named && path.length === 0))
        add(item, here, kind, ownerOf(value as Fields, path, document.file));
      else walk(item, here);
    }
  };
  const add = (value: Json, path: Path, kind: Kind | undefined, owner: StatementText["owner"]): void => {
    const surroundings = { ...(kind && { kind }), ...(owner && { owner }) };
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        found.push({ ...textAt(document, [...path, index], item, lines), ...surroundings });
    } else
      found.push(
        ...partsOf(textAt(document, path, value, lines), kind).map((part) => ({ ...part, ...surroundings })),
      );
  };
  walk(document.value, []);
  return found;
}

type Fields = { readonly [key: string]: Json };

/** A string or a list of strings of which one begins as an entry does. */
function isList(value: Json, kind: Kind | undefined, named: boolean): boolean {
  if (typeof value === "string")
    return kind === "matching-rule" ? value.includes("{") || beginsAsEntry(value) : beginsAsEntry(value);
  if (!Array.isArray(value)) return false;
  return named
    ? !value.some((item) => typeof item === "object" && item !== null) || value.some(isEntry)
    : value.some(isEntry);
}

function isEntry(value: Json): boolean {
  return typeof value === "string" && beginsAsEntry(value);
}

/** What the fields beside a list say of the policy or dynamic group. */
function ownerOf(fields: Fields, path: Path, file: string): NonNullable<StatementText["owner"]> {
  const field = (...names: readonly string[]) =>
    names.map((name) => fields[name]).find((value): value is string => typeof value === "string");
  const name = field("name", "display_name", "displayName", "policy_name");
  const compartment = field(
    "compartment_id",
    "compartmentId",
    "compartment_ocid",
    "compartment-id",
    "compartment",
  );
  const domain = field("identity_domain_name", "domain_name", "domain");
  return {
    key: `${file}#${path.join("/")}`,
    ...(name !== undefined && { name }),
    ...(compartment !== undefined && { compartment }),
    ...(domain !== undefined && { domain }),
  };
}

/** A value that is no string is shown as JSON: it still has to be told about. */
function textAt(
  document: DataDocument,
  path: Path,
  value: Json,
  lines: LineIndex | undefined,
): StatementText {
  const { file } = document;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const range = document.locate(path);
  // An empty text has no character whose place could be asked for.
  const isText = typeof value === "string" && value !== "";
  const mapped = isText && lines !== undefined ? scalarText(document, path, lines) : null;
  if (mapped === null || lines === undefined) return { text, place: { file, range }, at: () => range.start };
  const at = (offset: number) => lines.position(mapped.at(offset));
  return { text, at, place: { file, range: { start: at(0), end: range.end } } };
}

/** One string may hold several statements, one per line. */
function partsOf(whole: StatementText, kind: Kind | undefined): StatementText[] {
  if (kind === "matching-rule" || !whole.text.includes("\n")) return [whole];
  return splitEntries(whole.text).map(({ text, start }) => {
    const at = (offset: number) => whole.at(start + offset);
    return { text, at, place: { file: whole.place.file, range: { start: at(0), end: at(text.length) } } };
  });
}
