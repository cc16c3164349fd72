// Evaluates Terraform given as texts, for tests.
import { evaluateTerraform, type Terraform } from "../../../src/inventory/terraform/evaluate.ts";
import { toJson } from "../../../src/inventory/terraform/read-value.ts";
import type { Resource } from "../../../src/inventory/terraform/resource.ts";
import { placeOf } from "../../../src/inventory/terraform/value-places.ts";
import type { DataDocument, Document, Json } from "../../../src/model/document.ts";
import type { Path } from "../../../src/model/place.ts";
import { varFile } from "../../../src/model/var-file.ts";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import { readTemplate } from "../../../src/readers/hcl/read-template.ts";
import type { GrammarParser } from "../../../src/readers/tree-sitter.ts";
import { testRuntime } from "../../readers/tree-sitter-runtime.ts";

export type Files = Readonly<Record<string, string>>;

export const parser: GrammarParser = await (await testRuntime()).parser("hcl");

/** Documents of the files that are Terraform, plans or `schema.json`; the others can only be read by functions. */
export function terraform(files: Files, varFiles: readonly (string | readonly string[])[] = []): Terraform {
  const documents: Document[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (/\.(?:tf|tofu)(?:\.json)?$|\.hcl$/.test(file) || varFile(file) !== null) {
      const { document } = readHcl({ file, text }, parser);
      if (document !== null) documents.push(document);
    } else if (/plan\.json$|schema\.yaml$/.test(file)) documents.push(dataDocument(file, JSON.parse(text)));
  }
  return evaluateTerraform(documents, {
    readText: (file) => files[file],
    parseTemplate: (text) => readTemplate(text, parser),
    decodeYaml: (text) => JSON.parse(text) as Json,
    varFiles,
  });
}

/** Places name the depth of the path as their line, as there is no text. */
function dataDocument(file: string, value: Json): DataDocument {
  const locate = (path: Path) => ({
    start: { line: path.length + 1, column: 1 },
    end: { line: path.length + 1, column: 2 },
  });
  const format = file.endsWith(".json") ? "json" : "yaml";
  return { format, file, value, comments: [], locate, sourceText: () => undefined, partial: false };
}

export function find(result: Terraform, address: string): Resource {
  const found = result.resources.find((resource) => resource.address === address);
  if (found === undefined)
    throw new Error(`no ${address} in ${result.resources.map((one) => one.address).join(", ")}`);
  return found;
}

/** The value of an expression, as plain JSON; `?ref` when it is unknown. Other declarations may be given. */
export function value(expression: string, more = "", files: Files = {}): unknown {
  const result = terraform({
    "main.tf": `resource "t_t" "x" {\n  v = ${expression}\n}\n${more}\n`,
    ...files,
  });
  const { json, unknown } = toJson(find(result, "t_t.x").body);
  const whole = unknown["v"];
  return whole !== undefined && (json as { v?: Json }).v === undefined
    ? `?${whole}`
    : (json as { v?: Json }).v;
}

/** `file:line`, and `file:line` of the use. */
export function lines(resource: Resource, ...path: Path): string {
  const { primary, related } = placeOf(resource.body, path);
  return [primary, related]
    .filter((place) => place !== null)
    .map((place) => `${place.file}:${place.range?.start.line}`)
    .join(" used ");
}
