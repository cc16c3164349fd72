// Statements and matching rules in the strings of a Terraform file, as they are written: what nobody has evaluated. Takes the file's
// tree, gives the entries with `${…}` where a value goes, and what the resource around them says. Evaluates nothing.
import type { HclDocument, StatementText } from "../../model/document.ts";
import type { HclAttribute, HclBlock, HclBody, HclExpression, HclTemplate } from "../../model/hcl.ts";
import { LineIndex } from "../../model/line-index.ts";
import { buildMappedText } from "../shell/mapped-text.ts";
import { beginsAsEntry } from "./documents.ts";

type Owner = NonNullable<StatementText["owner"]>;
type Text = HclTemplate | (HclExpression & { readonly kind: "literal" });

const ruleAttributes: ReadonlySet<string> = new Set(["matching_rule", "matching_rules"]);

export function statementsInHcl({
  file,
  body,
  text,
}: Pick<HclDocument, "file" | "body" | "text">): StatementText[] {
  const lines = new LineIndex(text);
  const found: StatementText[] = [];
  const take = (part: Text, owner: Owner | undefined, rule: boolean): void => {
    const mapped = textOf(part, text);
    if (!rule && !beginsAsEntry(mapped.text)) return;
    const at = (offset: number) => lines.position(mapped.at(offset));
    const place = {
      file,
      range: { start: at(0), end: lines.position(mapped.end(Math.max(0, mapped.text.length - 1))) },
    };
    found.push({
      text: mapped.text,
      at,
      place,
      ...(rule && { kind: "matching-rule" as const }),
      ...(owner && { owner }),
    });
  };
  const expression = (value: HclExpression, owner: Owner | undefined, rule: boolean): void => {
    if (value.kind === "template" || (value.kind === "literal" && typeof value.value === "string")) {
      take(value as Text, owner, rule);
      return;
    }
    // A rule that is computed is not looked for among the strings of its computation.
    for (const inner of children(value)) expression(inner, owner, rule && value.kind === "conditional");
  };
  const walk = (inside: HclBody, owner: Owner | undefined): void => {
    for (const attribute of inside.attributes)
      expression(attribute.expression, owner, ruleAttributes.has(attribute.name) && owner !== undefined);
    for (const block of inside.blocks) walk(block.body, ownerOf(block, file, text) ?? owner);
  };
  walk(body, undefined);
  return found;
}

function textOf(part: Text, source: string) {
  const builder = buildMappedText(source);
  if (part.kind === "literal") {
    const value = String(part.value);
    // The offsets of a quoted string take its quotes in.
    const start = source.startsWith(value, part.start + 1) ? part.start + 1 : part.start;
    if (source.startsWith(value, start)) builder.copy(start, start + value.length);
    else builder.put(value, part.start, part.end);
    return builder.done();
  }
  for (const inner of part.parts) {
    if (inner.kind !== "text")
      builder.put(
        `\${${inner.kind.startsWith("template-") ? "…" : source.slice(inner.start, inner.end)}}`,
        inner.start,
        inner.end,
      );
    else if (source.slice(inner.start, inner.end) === inner.text) builder.copy(inner.start, inner.end);
    else builder.put(inner.text, inner.start, inner.end);
  }
  return builder.done();
}

/** A policy, a dynamic group, or any other block with a label: what its attributes say. */
function ownerOf({ type, labels, body, start }: HclBlock, file: string, text: string): Owner | undefined {
  if (type !== "resource" && type !== "module") return undefined;
  const field = (...names: readonly string[]) => body.attributes.find(({ name }) => names.includes(name));
  const name = field("name", "display_name");
  const compartment = field("compartment_id", "compartment_ocid");
  return {
    key: `${file}#${start}`,
    address: type === "module" ? `module.${labels.join(".")}` : labels.join("."),
    ...(name && { name: written(name, text) }),
    ...(compartment && { compartment: written(compartment, text) }),
  };
}

/** A string's own text; `${…}` around any other expression. */
function written({ expression }: HclAttribute, text: string): string {
  if (expression.kind === "literal") return String(expression.value);
  return expression.kind === "template"
    ? textOf(expression, text).text
    : `\${${text.slice(expression.start, expression.end)}}`;
}

function children(value: HclExpression): readonly HclExpression[] {
  switch (value.kind) {
    case "tuple":
      return value.items;
    case "object":
      return value.items.map((item) => item.value);
    case "call":
      return value.args;
    case "conditional":
      return [value.whenTrue, value.whenFalse];
    case "for":
      return [value.result, value.collection];
    case "index":
    case "member":
    case "splat":
      return [value.object];
    default:
      return [];
  }
}
