// Templates in JSON: escaped for JSON first, and Terraform all the same.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { HclExpression } from "../../../src/model/hcl.ts";
import { unescapedTemplates } from "../../../src/readers/hcl/json-escapes.ts";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import type { GrammarParser } from "../../../src/readers/tree-sitter.ts";
import { testRuntime } from "../tree-sitter-runtime.ts";

let parser: GrammarParser;
beforeAll(async () => {
  parser = await (await testRuntime()).parser("hcl");
});

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => name !== "start" && name !== "end");
  return Object.fromEntries(entries.map(([name, one]) => [name, bare(one)]));
}

function inJson(json: string): HclExpression {
  const { document, problems } = readHcl({ file: "a.tf.json", text: `{"locals": {"x": ${json}}}` }, parser);
  expect(problems).toEqual([]);
  return document!.body.blocks[0]!.body.attributes[0]!.expression;
}

function inHcl(template: string): HclExpression {
  const { document, problems } = readHcl({ file: "a.tf", text: `x = "${template}"\n` }, parser);
  expect(problems).toEqual([]);
  return document!.body.attributes[0]!.expression;
}

describe("a template in JSON", () => {
  it.each([
    '${toset(["a"])}',
    '${lookup(var.a, "b c", "")}',
    'x-${var.a["k"]}-y',
    '${var.a && var.b > 1 ? "<a>" : "b"}',
    '${join("\\n", ["a\\tb", "c\\"d", "e\\\\f"])}',
    '${"in ${upper("n")}er"}${{ a = { b = "}" } }.a.b}',
    '$${not "this"} ${"but $${that}"} %%{nor} ${"é😀"}',
    '%{ if var.a == "b" }yes%{ else }no%{ endif }',
    '${file("a\\u0062")}',
  ])("is what it is in Terraform's own syntax: %s", (template) => {
    // What stands outside of the interpolations is escaped the same way in both.
    const own = template.replace('not "this"', 'not \\"this\\"');
    const json = JSON.stringify(template).replaceAll("&", "\\u0026").replaceAll(">", "\\u003e");
    expect(bare(inJson(json))).toEqual(bare(inHcl(own)));
  });

  it("keeps the places of its parts", () => {
    const text = '{"locals": {"x": "${f(\\"a\\", var.b)} ${g(\\"\\\\n\\", var.c)}", "y": "${var.d}"}}';
    const { document } = readHcl({ file: "a.tf.json", text }, parser);
    const found: string[] = [];
    const visit = (value: unknown): void => {
      if (value === null || typeof value !== "object") return;
      const { kind, start, end } = value as { kind?: string; start: number; end: number };
      if (kind === "member") found.push(text.slice(start, end));
      for (const one of Object.values(value)) visit(one);
    };
    visit(document!.body);
    expect(found).toEqual(["var.b", "var.c", "var.d"]);
  });

  it("takes line breaks of JSON for white space", () => {
    expect(bare(inJson('"${f(\\n  var.a,\\n\\tvar.b\\n)}"'))).toEqual(bare(inHcl("${f(var.a, var.b)}")));
  });

  it("is left as it stands where nothing is escaped", () => {
    expect(unescapedTemplates('{"a": "${b}", "c": "d \\" e", "f": "$${g \\" h}"}')).toBeNull();
    expect(unescapedTemplates('{"a": "b \\" ${c}"}')).toBeNull();
  });

  it("ends with its string, whatever is missing", () => {
    for (const text of ['{"a": "${f(\\"b"}', '{"a": "${f(\\', '{"a": "${f(\\"${', '{"a": "${f(\\"\\\\']) {
      const found = unescapedTemplates(text);
      expect(found).not.toBeNull();
      expect(found!.original(found!.text.length)).toBe(text.length);
    }
  });

  it("never loses its way", () => {
    const part = fc.constantFrom("${", "}", '\\"', "\\\\", '"', "\\n", "\\u0022", "a", "%{", "$", "{", " ");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = `{"x": "${parts.join("")}"}`;
        const found = unescapedTemplates(text);
        if (found === null) return;
        let last = -1;
        for (let offset = 0; offset <= found.text.length; offset++) {
          const at = found.original(offset);
          expect(at).toBeGreaterThan(last);
          last = at;
        }
        expect(last).toBe(text.length);
      }),
    );
  });
});
