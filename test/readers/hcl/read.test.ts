import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { HclBody, HclExpression, HclTemplate } from "../../../src/model/hcl.ts";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import type { GrammarParser } from "../../../src/readers/tree-sitter.ts";
import { testRuntime } from "../tree-sitter-runtime.ts";

let parser: GrammarParser;
beforeAll(async () => {
  parser = await (await testRuntime()).parser("hcl");
});

const read = (text: string, file = "main.tf") => readHcl({ file, text }, parser);

/** The tree without offsets. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => name !== "start" && name !== "end");
  return Object.fromEntries(entries.map(([name, one]) => [name, bare(one)]));
}

function expression(source: string): unknown {
  const { document, problems } = read(`x = ${source}\n`);
  expect(problems).toEqual([]);
  return bare(document!.body.attributes[0]!.expression);
}

const text = (source: string): string => {
  const found = expression(source) as {
    kind: string;
    value?: string;
    parts?: { kind: string; text?: string; name?: string }[];
  };
  if (found.kind === "literal") return found.value!;
  return found
    .parts!.map((part) => (part.kind === "text" ? part.text : `<${part.name ?? part.kind}>`))
    .join("");
};

const name = (word: string) => ({ kind: "name", name: word });
const literal = (value: unknown) => ({ kind: "literal", value });

describe("expressions", () => {
  it("reads literals", () => {
    expect(expression("true")).toEqual(literal(true));
    expect(expression("null")).toEqual(literal(null));
    expect(expression("1.5")).toEqual(literal(1.5));
    expect(expression("1e3")).toEqual(literal(1000));
    expect(expression('""')).toEqual(literal(""));
  });

  it("keeps the spaces and resolves the escapes of a string", () => {
    expect(text('"  a \\"b\\"\\n\\u00e9 $${x} %%{y}  "')).toBe('  a "b"\né ${x} %{y}  ');
    expect(text('"%%%{TX.0}"')).toBe("%%{TX.0}");
  });

  it("takes a bare word before the sign of equality for a key, and one in a text or in parentheses for a value", () => {
    const keys = expression('{ i = 1, (j) = 2, "${k}" = 3, "l" = 4 }') as { items: { key: unknown }[] };
    expect(keys.items.map(({ key }) => key)).toEqual([literal("i"), name("j"), name("k"), literal("l")]);
  });

  it("keeps the spaces around an interpolation", () => {
    expect(text('"a ${b} c"')).toBe("a <b> c");
    expect(text('"a ${~ b ~} c"')).toBe("a<b>c");
  });

  it("takes a string that is only an interpolation for the expression itself", () => {
    expect(expression('"${a}"')).toEqual(name("a"));
  });

  it("groups conditionals to the right and leaves groups alone", () => {
    const plain = expression("a ? b : c ? d : e ? f : g");
    expect(plain).toEqual(expression("a ? b : (c ? d : (e ? f : g))"));
    expect(expression("(a ? b : c) ? d : e")).toMatchObject({
      condition: { kind: "conditional" },
      whenFalse: name("e"),
    });
  });

  it("binds operators by their rank and access tighter than a sign", () => {
    expect(expression("!a.b || 1 + 2 * 3 == 7 && c")).toMatchObject({
      operator: "||",
      left: { kind: "unary", operator: "!", operand: { kind: "member", name: "b" } },
      right: { operator: "&&", left: { operator: "==", left: { operator: "+", right: { operator: "*" } } } },
    });
    expect(expression("(1 + 2) * 3")).toMatchObject({ operator: "*", left: { operator: "+" } });
  });

  it("takes what follows a splat of each element, and an index after `.*` of the outcome", () => {
    const item = { kind: "splat-item" };
    expect(expression("a[*].b[0]")).toMatchObject({
      kind: "splat",
      each: { kind: "index", object: { object: item } },
    });
    expect(expression("a.*.b[0]")).toMatchObject({
      kind: "index",
      object: { kind: "splat", each: { object: item } },
    });
    expect(expression("a.0.b")).toMatchObject({ kind: "member", object: { kind: "index", key: literal(0) } });
  });

  it("reads for expressions, objects and calls", () => {
    expect(expression("{ for k, v in a : k => v... if v }")).toEqual({
      kind: "for",
      key: "k",
      value: "v",
      collection: name("a"),
      resultKey: name("k"),
      result: name("v"),
      condition: name("v"),
      group: true,
    });
    expect(expression('{ a = 1, "b" : 2, (c) = 3 }')).toMatchObject({
      items: [{ key: literal("a") }, { key: literal("b") }, { key: name("c") }],
    });
    expect(expression("f(a, b...)")).toMatchObject({
      kind: "call",
      name: "f",
      expand: true,
      args: [name("a"), name("b")],
    });
  });
});

describe("heredocs", () => {
  it("keeps line breaks and takes the common indentation away", () => {
    expect(text("<<-EOT\n    a\n\n      b ${c}\n    EOT")).toBe("a\n\n  b <c>\n");
    expect(text("<<EOT\n  a\nEOT")).toBe("  a\n");
    expect(text("<<EOT\nEOT")).toBe("");
    expect(text("<<-EOT\r\n  a\r\n  b\r\n  EOT")).toBe("a\nb\n");
  });

  it("trims at markers as far as the line break", () => {
    const { document } = read("x = <<EOT\n%{ for a in b ~}\n  - ${a}\n%{ endfor ~}\nend\nEOT\n");
    const template = document!.body.attributes[0]!.expression as HclTemplate;
    expect(bare(template.parts)).toMatchObject([
      { kind: "template-for", value: "a", parts: [{ text: "  - " }, name("a"), { text: "\n" }] },
      { kind: "text", text: "end\n" },
    ]);
  });

  it("tells where every line stands", () => {
    const source = "x = <<-EOT\n  one\n    two ${c} three\n  EOT\n";
    const { document } = read(source);
    const parts = (document!.body.attributes[0]!.expression as HclTemplate).parts;
    const texts = parts
      .filter((part) => part.kind === "text")
      .map((part) => source.slice(part.start, part.end));
    expect(texts).toEqual(["one\n", "  two ", " three\n"]);
  });
});

describe("blocks", () => {
  it("gives labels, attributes and nested blocks with offsets", () => {
    const source = 'resource "a_b" "c" {\n  x = 1\n  inner {\n    y = 2\n  }\n}\n';
    const block = read(source).document!.body.blocks[0]!;
    expect(block).toMatchObject({ type: "resource", labels: ["a_b", "c"], start: 0, end: source.length - 1 });
    expect(block.body.attributes[0]).toMatchObject({ name: "x", start: 23, end: 28 });
    expect(block.body.blocks[0]).toMatchObject({ type: "inner", body: { attributes: [{ name: "y" }] } });
  });

  it("keeps only the comments that speak to the product", () => {
    const { document } = read(
      "# other\n# oke-policy: ignore[x] y\na = 1 // oke-policy: z\n/* oke-policy */\n",
    );
    expect(document!.comments.map(({ text, alone, range }) => [text, alone, range.start.line])).toEqual([
      ["oke-policy: ignore[x] y", true, 2],
      ["oke-policy: z", false, 3],
      ["oke-policy", true, 4],
    ]);
  });

  it("keeps those in heredocs too, each once", () => {
    const { document } = read(
      "a = <<-EOT\n  # oke-policy: ignore[x] y\n  b: c # oke-policy: ignore[z] y\n  EOT\n# oke-policy: ignore[a] y\nb = 1\n",
    );
    expect(
      document!.comments.map(({ text, alone, range }) => [text, alone, range.start.line]).toSorted(),
    ).toEqual([
      ["oke-policy: ignore[a] y", true, 5],
      ["oke-policy: ignore[x] y", true, 2],
      ["oke-policy: ignore[z] y", false, 3],
    ]);
  });

  it("reads an empty file, and one with a byte order mark", () => {
    expect(read("")).toMatchObject({ document: { body: { attributes: [], blocks: [] } }, problems: [] });
    expect(read("\uFEFFa = 1\n").document!.body.attributes[0]).toMatchObject({ name: "a", start: 1 });
  });
});

describe("JSON syntax", () => {
  it("gives resources the form of blocks", () => {
    const source =
      '{"//": "c", "resource": {"a": {"b": {"x": "${var.y}", "dynamic": {"z": {"for_each": [1], "content": {"w": 1}}}}}}, "locals": {"l": 1}, "variable": {"y": [{"default": 2}]}}';
    const { document, problems } = read(source, "main.tf.json");
    expect(problems).toEqual([]);
    expect(bare(document!.body)).toMatchObject({
      blocks: [
        {
          type: "resource",
          labels: ["a", "b"],
          body: {
            attributes: [{ name: "x", expression: { kind: "member", object: name("var"), name: "y" } }],
            blocks: [{ type: "dynamic", labels: ["z"], body: { blocks: [{ type: "content" }] } }],
          },
        },
        { type: "locals", labels: [], body: { attributes: [{ name: "l" }] } },
        { type: "variable", labels: ["y"], body: { attributes: [{ name: "default" }] } },
      ],
    });
  });

  it("reads quotes inside what is filled in, with the places of the file", () => {
    const source =
      '{"locals": {"a": "x ${file(\\"a.sh\\")} y", "b": "${{a = \\"}\\"}[\\"a\\"]}", "c": "say \\"hi\\" $${no \\"x\\"}"}}';
    const { document, problems } = read(source, "main.tf.json");
    expect(problems).toEqual([]);
    const { body } = document!.body.blocks[0]!;
    expect(bare(body)).toMatchObject({
      attributes: [
        {
          name: "a",
          expression: {
            kind: "template",
            parts: [{ text: "x " }, { kind: "call", name: "file" }, { text: " y" }],
          },
        },
        { name: "b", expression: { kind: "index" } },
        { name: "c", expression: { kind: "literal", value: 'say "hi" ${no "x"}' } },
      ],
    });
    expect(body.attributes[1]!.start).toBe(source.indexOf('"b"'));
    expect(document!.text).toBe(source);
  });

  it("takes the members of a variables file for assignments", () => {
    const { document } = read('{"a": {"b": [1]}}', "x.tfvars.json");
    expect(document!.body.attributes).toMatchObject([{ name: "a", start: 1, end: 16 }]);
  });

  it("reports text that is not JSON", () => {
    expect(read('{"a": ', "x.tf.json")).toMatchObject({ document: null, problems: [{ code: "hcl/syntax" }] });
  });
});

describe("broken files", () => {
  const around = (broken: string) =>
    `variable "first" {\n  default = 1\n}\n\n${broken}\n\nvariable "last" {\n  default = 2\n}\n`;
  const cases: readonly [string, string, number, string][] = [
    ["an empty attribute", 'resource "a" "b" {\n  x =\n  y = 1\n}', 6, "no value"],
    ["an open string", 'resource "a" "b" {\n  x = 1\n  y = "abc\n}', 7, "not closed"],
    ["an open brace", 'resource "a" "b" {\n  x {\n}', 5, "never closed"],
    ["an open bracket", 'resource "a" "b" {\n  x = [1,\n}', 7, "is due"],
    ["an open heredoc", 'resource "a" "b" {\n  x = <<EOT\n}', 6, "closing line"],
    [
      "a conflict marker",
      'resource "a" "b" {\n<<<<<<< HEAD\n  x = 1\n=======\n  x = 2\n>>>>>>> b\n}',
      6,
      "conflict",
    ],
    ["a closing brace too many", 'resource "a" "b" {\n}\n}', 7, "closes nothing"],
    ["nonsense", 'resource "a" "b" {\n  x = 1 1 1\n  :\n}', 6, "not valid"],
  ];

  it.each(cases)("reports %s at its line and yields the other blocks", (_, broken, line, message) => {
    const { document, problems } = read(around(broken));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "hcl/syntax",
      severity: "error",
      place: { file: "main.tf", range: { start: { line } } },
    });
    expect(problems[0]!.message).toContain(message);
    expect(document!.body.blocks.map((block) => block.labels[0])).toEqual(["first", "last"]);
    const last = document!.body.blocks[1]!;
    expect(document!.text.slice(last.start, last.end)).toMatch(/^variable "last" \{[\s\S]*\}$/);
  });

  it("is not misled by a heredoc that contains what looks like a block", () => {
    const heredoc = 'locals {\n  x = <<EOT\nresource "q" "r" {\n}\nEOT\n}';
    const { document, problems } = read(`${around('resource "a" "b" {\n  x =\n}')}${heredoc}\n`);
    expect(problems).toHaveLength(1);
    expect(document!.body.blocks.map((block) => block.type)).toEqual(["variable", "variable", "locals"]);
  });

  it("reads a variables file that is to be filled in, and does not call its gaps errors", () => {
    const { document, problems } = read('a = 1\nb = <password>\nc = "x"\n', "prod.tfvars.example");
    expect(document!.body.attributes.map(({ name }) => name)).toEqual(["a", "c"]);
    expect(problems.map(({ severity }) => severity)).toEqual(["notice"]);
    const { document: json } = read('{"a": {"b": [1]}}', "x.tfvars.json.template");
    expect(json!.body.attributes.map(({ name }) => name)).toEqual(["a"]);
  });

  it("saves the intact assignments of a variables file", () => {
    const { document, problems } = read('a = 1\nb =\nc = "x"\n', "prod.tfvars");
    expect(document!.body.attributes.map((attribute) => attribute.name)).toEqual(["a", "c"]);
    expect(problems).toMatchObject([{ place: { range: { start: { line: 2 } } } }]);
  });

  it("sums up what is broken beyond a number of blocks", () => {
    const { problems } = read('variable "x" {\n  a =\n}\n'.repeat(50));
    expect(problems).toHaveLength(21);
    expect(problems[20]!.message).toContain("30 more");
  });
});

describe("hostile files", () => {
  it("refuses a file of ten megabytes", () => {
    const { document, problems } = read("{".repeat(10_000_000));
    expect(document).toBeNull();
    expect(problems).toMatchObject([{ code: "hcl/too-large", severity: "error" }]);
  });

  it.each([
    ["blocks", `${"a {\n".repeat(10_000)}${"}\n".repeat(10_000)}`],
    ["brackets", `x = ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`],
    ["groups", `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}\n`],
    ["interpolations", `x = ${'"${'.repeat(5_000)}1${'}"'.repeat(5_000)}\n`],
    ["operators", `x = ${"-".repeat(10_000)}1\n`],
    ["sums", `x = 1${" + 1".repeat(10_000)}\n`],
    ["access", `x = a${".b".repeat(10_000)}\n`],
  ])("gives up on 10,000 nested %s and goes on with the rest of the file", (_, source) => {
    const { document, problems } = read(`variable "v" {\n}\n\n${source}\nvariable "w" {\n}\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(document!.body.blocks.map((block) => block.labels[0])).toContain("w");
  });

  const fragment = fc.oneof(
    fc.constantFrom(
      'resource "a" "b" {\n',
      "}\n",
      "x = ",
      '"',
      "${",
      "}",
      "<<EOT\n",
      "EOT\n",
      "[",
      "]",
      "(",
      ")",
      "{",
      "%{ for a in b }",
      "%{ endfor }",
      "~",
      "\n",
      "# c\n",
      "/*",
      "*/",
      "a.b[0]",
      "[*].c",
      "? 1 : 2",
      "for x in y :",
      "1e5",
      "$$${",
      "\\",
      "\u200b",
      "é",
      "😀",
      "=",
      ",",
      "...",
    ),
    fc.string({ maxLength: 5, unit: "binary" }),
  );

  it("never throws, and every offset stands in the text and inside its parent", () => {
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 30 }),
        fc.constantFrom("a.tf", "a.tfvars", "a.tf.json", "a.tfvars.json"),
        (parts, file) => {
          const source = parts.join("");
          const { document, problems } = read(source, file);
          for (const problem of problems) expect(problem.place.range!.start.line).toBeGreaterThan(0);
          if (document !== null) inside(document.body, 0, document.text.length);
          else expect(problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  function inside(value: HclBody | HclExpression | unknown, from: number, to: number): void {
    if (Array.isArray(value)) for (const one of value) inside(one, from, to);
    else if (value !== null && typeof value === "object") {
      const { start, end } = value as { start?: number; end?: number };
      if (start !== undefined && end !== undefined) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeLessThanOrEqual(to);
        expect(start).toBeLessThanOrEqual(end);
      }
      const loose = (value as { kind?: string }).kind === "splat";
      for (const one of Object.values(value))
        inside(one, loose ? 0 : (start ?? from), loose ? to : (end ?? to));
    }
  }
});
