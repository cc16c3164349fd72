// Encodings over known arguments: Base64, JSON, YAML.
import type { Json } from "../../../model/document.ts";
import { asText, type PlainFunction } from "./plain.ts";

function base64Decode([text]: readonly Json[]): string | undefined {
  const value = asText(text);
  return value === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)
    ? undefined
    : Buffer.from(value, "base64").toString("utf8");
}

function jsonEncode([value]: readonly Json[]): string | undefined {
  const text = JSON.stringify(value);
  return text?.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function jsonDecode([text]: readonly Json[]): Json | undefined {
  try {
    return JSON.parse(asText(text) ?? "") as Json;
  } catch {
    return undefined;
  }
}

/** Block style with quoted strings, and literal ones where they have several lines, as Terraform writes it. */
function yaml(value: Json, indent: string): string {
  if (typeof value === "string" && indent !== "" && LITERAL.test(value)) return literal(value, indent);
  if (value === null || typeof value !== "object") return ` ${JSON.stringify(value)}\n`;
  if (Array.isArray(value)) {
    if (value.length === 0) return " []\n";
    return `\n${value.map((item) => `${indent}-${nested(item, `${indent}  `)}`).join("")}`;
  }
  const members = Object.entries(value);
  if (members.length === 0) return " {}\n";
  return `\n${members.map(([name, one]) => `${indent}${JSON.stringify(name)}:${yaml(one, Array.isArray(one) ? indent : `${indent}  `)}`).join("")}`;
}

/** Several lines without characters that only a quoted string can hold, and with no blank at the start that would need a hint. */
const LITERAL = /^[!-~\xa1-\ufefe][\t\x20-\x7e\xa0-\ufefe]*\n[\t\n\x20-\x7e\xa0-\ufefe]*$/;

/** The header says how many line breaks at the end are kept. */
function literal(text: string, indent: string): string {
  const kept = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
  const lines = text.replace(/\n$/, "").split("\n");
  return ` |${kept}\n${lines.map((line) => (line === "" ? "\n" : `${indent}${line}\n`)).join("")}`;
}

/** The first member of a list element stands on the line of its dash. */
function nested(value: Json, indent: string): string {
  const text = yaml(value, indent);
  return text.startsWith("\n") ? ` ${text.slice(1 + indent.length)}` : text;
}

function yamlEncode([value]: readonly Json[]): string | undefined {
  return value === undefined ? undefined : yaml(value, "").replace(/^[\n ]/, "");
}

/** One object per row, with the names of the first row; undefined where a row has another number of fields. */
function csvDecode([text]: readonly Json[]): Json | undefined {
  const rows = csvRows((asText(text) ?? "").replaceAll("\r\n", "\n"));
  const [names, ...records] = rows;
  if (names === undefined || records.some((record) => record.length !== names.length)) return undefined;
  return records.map((record) => Object.fromEntries(names.map((name, i) => [name, record[i]!])));
}

function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A quoted field with doubled quotes, or a plain one; then what ends it.
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (whole === "" && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    // Empty lines are passed over.
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}

export const ENCODING_FUNCTIONS: Readonly<Record<string, PlainFunction>> = {
  base64encode: ([text]) => {
    const value = asText(text);
    return value === undefined ? undefined : Buffer.from(value, "utf8").toString("base64");
  },
  base64decode: base64Decode,
  jsonencode: jsonEncode,
  jsondecode: jsonDecode,
  csvdecode: csvDecode,
  yamlencode: yamlEncode,
};
