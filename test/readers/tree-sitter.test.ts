import { beforeAll, expect, it } from "vitest";
import { type GrammarParser, MAX_CHARACTERS, parseProblem } from "../../src/readers/tree-sitter.ts";
import { testRuntime } from "./tree-sitter-runtime.ts";

let hcl: GrammarParser;
let bash: GrammarParser;

beforeAll(async () => {
  const runtime = await testRuntime();
  hcl = await runtime.parser("hcl");
  bash = await runtime.parser("bash");
});

const typeOf = (parser: GrammarParser, text: string) =>
  parser.parse(text, (root) => root.firstChild?.firstChild?.type);

it("parses with both grammars, one inside the other", () => {
  const inner = hcl.parse("a = 1\n", () => typeOf(bash, "echo hi\n"));
  expect(inner).toEqual({ ok: true, value: { ok: true, value: "command_name" } });
  expect(typeOf(hcl, "a = 1\n")).toEqual({ ok: true, value: "attribute" });
});

it("gives one parser per grammar", async () => {
  expect(await (await testRuntime()).parser("hcl")).toBe(hcl);
});

it("does not parse what is too large", () => {
  expect(typeOf(hcl, "#".repeat(MAX_CHARACTERS + 1))).toEqual({ ok: false, failure: "too-large" });
});

it("cancels a parse at the deadline and goes on with the next text", () => {
  expect(typeOf(hcl, 'x="'.concat('${"'.repeat(600_000)))).toEqual({ ok: false, failure: "deadline" });
  expect(typeOf(hcl, "a = 1\n")).toEqual({ ok: true, value: "attribute" });
});

it("goes on after the code that reads a tree threw", () => {
  expect(() =>
    hcl.parse("a = 1\n", () => {
      throw new Error("reader");
    }),
  ).toThrow("reader");
  expect(typeOf(hcl, "a = 1\n")).toEqual({ ok: true, value: "attribute" });
});

it("names the failure in a problem", () => {
  expect(parseProblem("deadline", "hcl", { file: "a.tf" })).toMatchObject({
    code: "hcl/deadline",
    severity: "error",
  });
});
