import fc from "fast-check";
import { expect, it } from "vitest";
import { textOf, toJson } from "../../../src/inventory/terraform/read-value.ts";
import type { Value } from "../../../src/inventory/terraform/value.ts";
import { placeOf, positionIn } from "../../../src/inventory/terraform/value-places.ts";
import type { Place } from "../../../src/model/place.ts";
import { terraform } from "./evaluate-files.ts";

const leaf = fc.constantFrom(
  "1",
  "0",
  "-1.5",
  "true",
  "null",
  '""',
  '"a"',
  "[]",
  "{}",
  "var.u",
  "var.k",
  "local.a",
  "local.b",
  "each.value",
  "each.key",
  "count.index",
  "r.a.id",
  "r.a",
  "r.b[0].x",
  "r.c[*].y",
  "data.d.d.z",
  "module.m.o",
  "path.module",
  "self.x",
  "nothing",
  "terraform.workspace",
  "x",
  "y",
);
const functions = [
  "try",
  "can",
  "coalesce",
  "concat",
  "merge",
  "flatten",
  "join",
  "split",
  "format",
  "formatlist",
  "lookup",
  "element",
  "length",
  "keys",
  "values",
  "zipmap",
  "setproduct",
  "toset",
  "tolist",
  "tostring",
  "tonumber",
  "tobool",
  "one",
  "contains",
  "compact",
  "distinct",
  "range",
  "sum",
  "min",
  "regex",
  "regexall",
  "replace",
  "cidrsubnet",
  "cidrhost",
  "cidrsubnets",
  "base64encode",
  "base64decode",
  "jsonencode",
  "jsondecode",
  "yamlencode",
  "file",
  "templatefile",
  "indent",
  "chomp",
  "trimspace",
  "substr",
  "slice",
  "index",
  "chunklist",
  "alltrue",
  "setsubtract",
  "coalescelist",
  "sort",
  "reverse",
  "nonsensitive",
  "uuid",
  "title",
  "parseint",
  "pow",
  "fileexists",
  "constructor",
  "toString",
  "__proto__",
];
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom(...functions),
          fc.array(inner, { maxLength: 3 }),
          fc.constantFrom("", "", "..."),
        )
        .map(([name, args, dots]) => `${name}(${args.join(", ")}${args.length > 0 ? dots : ""})`),
      fc
        .tuple(inner, fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||"), inner)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(inner, inner).map(([a, b]) => `[${a}, ${b}]`),
      fc.tuple(inner, inner).map(([a, b]) => `{ a = ${a}, (${b}) = 1, "b c" = 2 }`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `[for x, y in ${a} : ${b} if ${c}]`),
      fc
        .tuple(inner, inner, inner, fc.constantFrom("", "..."))
        .map(([a, b, c, dots]) => `{ for x, y in ${a} : ${b} => ${c}${dots} }`),
      inner.map((a) => `"p \${${a}} s%{ if ${a} }1%{ else }2%{ endif }%{ for x in ${a} }\${x}%{ endfor }"`),
      fc
        .tuple(inner, fc.constantFrom("[0]", ".a", "[*].a", ".*.a", '["a"]', "[var.u]"))
        .map(([a, step]) => `(${a})${step}`),
      inner.map((a) => `!${a}`),
    ),
  };
});

const files = (expressions: readonly string[], forEach: boolean) => {
  const [a, b, c, d, e, f] = expressions;
  return {
    "main.tf": `
variable "u" {}
variable "k" { default = { a = [1, { b = "c" }] } }
locals {
  a = ${a}
  b = ${b}
}
resource "r" "a" {
  x = ${c}
  inner { y = ${d} }
  dynamic "many" {
    for_each = ${e}
    content { z = many.value }
  }
}
resource "r" "b" {
  ${forEach ? "for_each" : "count"} = ${f}
  x = ${c}
  y = ${d}
}
resource "r" "c" {
  for_each = ${e}
  y = each.value
}
data "d" "d" { z = ${b} }
module "m" {
  source = "./m"
  v      = ${a}
}
`,
    "m/main.tf": `variable "v" {}\nresource "r" "in" {\n  v = var.v\n  w = ${d}\n}\noutput "o" { value = var.v }\n`,
    a: "text ${x} %{ for a in x }\n${a}%{ endfor }",
    "terraform.tfvars": 'u = "a"\n'.repeat(forEach ? 1 : 0),
  };
};

it("never throws, and every place lies in its file", () => {
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      (expressions, forEach) => {
        const all: Readonly<Record<string, string>> = files(expressions, forEach);
        const inside = (place: Place | null) => {
          if (place === null) return;
          const lines = all[place.file]!.split("\n");
          for (const { line, column } of [place.range!.start, place.range!.end]) {
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
          }
        };
        const result = terraform(all);
        for (const problem of result.problems)
          inside(problem.place.range === undefined ? null : problem.place);
        for (const resource of result.resources) {
          inside(resource.place);
          JSON.stringify(toJson(resource.body));
          visit(resource.body, [], (path, value) => {
            const { primary, related } = placeOf(resource.body, path);
            inside(primary);
            inside(related);
            const text = textOf(value)
              ?.map((part) => part ?? "?")
              .join("");
            if (text !== undefined) {
              const found = positionIn(value, text.length);
              if (found !== null)
                inside({ file: found.file, range: { start: found.position, end: found.position } });
            }
          });
        }
      },
    ),
    { numRuns: 400 },
  );
});

function visit(
  value: Value,
  path: readonly (string | number)[],
  see: (path: readonly (string | number)[], value: Value) => void,
): void {
  see(path, value);
  if (path.length > 6) return;
  if (value.kind === "list")
    for (const [i, item] of value.items.slice(0, 5).entries()) visit(item, [...path, i], see);
  if (value.kind === "object")
    for (const [name, entry] of value.entries) visit(entry.value, [...path, name], see);
}
