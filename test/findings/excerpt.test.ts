import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/findings/excerpt.ts";
import { LineIndex } from "../../src/model/line-index.ts";
import { at } from "../builders.ts";

const shown = (text: string, line = 1, endLine = line, endColumn = 2) =>
  excerpt(at("f", line, 1, endColumn, endLine), [], new LineIndex(text));

describe("excerpt", () => {
  it("shows the first three lines of the place", () => {
    expect(shown("a\nb\nc\nd\ne", 2, 5)).toEqual(["b", "c", "d"]);
    expect(shown("a\nb\nc", 1, 2, 1)).toEqual(["a"]);
  });

  it("shows nothing of a file as a whole, of unknown text, or of a Secret's data", () => {
    const lines = new LineIndex("a");
    expect(excerpt({ file: "f" }, [], lines)).toEqual([]);
    expect(excerpt(at("f", 1), [], undefined)).toEqual([]);
    expect(excerpt(at("f", 1), ["stringData", "password"], lines)).toEqual([]);
  });

  it("cuts long lines, and no character in two", () => {
    expect(shown("a b ".repeat(80))[0]).toHaveLength(200);
    const before = "a b ".repeat(50).slice(0, 198);
    expect(shown(`${before}😀${" c".repeat(50)}`)[0]).toBe(`${before}…`);
  });

  it.each([
    ['password = "hunter22"', "password = …"],
    ["  token: abcdef123456", "  token: …"],
    ["API_KEY='abc def'", "API_KEY=…"],
    ["curl -H 'Authorization: Bearer abcdefghijklmnop'", "curl -H 'Authorization: Bearer …'"],
    [`key ${"A1b2".repeat(20)}==`, "key …"],
  ])("blanks the secret in %j", (line, expected) => {
    expect(shown(line)[0]).toBe(expected);
  });

  it("blanks the value of a variable whose name says that it is secret", () => {
    expect(shown("env:\n  - name: DB_PASSWORD\n    value: hunter22\n", 2, 3)).toEqual([
      "  - name: DB_PASSWORD",
      "    value: …",
    ]);
    expect(
      excerpt(at("f", 1), ["spec", "containers", 0, "env", 0, "value"], new LineIndex("value: x")),
    ).toEqual([]);
  });

  it.each([
    "password = var.db_password",
    'password = "${var.db_password}"',
    "secretName: web-tls",
    "automountServiceAccountToken: false",
    "image: registry.example.com/a/very/long/path/that/goes/on/and/on/and/on/and/on/and/on:1.0",
    "compartment_id = ocid1.compartment.oc1..aaaaaaaaexampleocidexampleocidexampleocidexampleocidexample",
  ])("shows %j as it is", (line) => {
    expect(shown(line)[0]).toBe(line);
  });
});
