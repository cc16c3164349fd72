import { describe, expect, it } from "vitest";
import { plainScalar, taggedScalar } from "../../../src/readers/yaml/scalar.ts";

const kubernetes: readonly (readonly [string, unknown])[] = [
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["nULL", "nULL"],
  ["true", true],
  ["Yes", true],
  ["ON", true],
  ["no", false],
  ["Off", false],
  ["FALSE", false],
  ["y", "y"],
  ["N", "N"],
  ["oN", "oN"],
  ["0", 0],
  ["0644", 420],
  ["0o644", 420],
  ["-0644", -420],
  ["0x1F", 31],
  ["0b101", 5],
  ["1_000", 1000],
  ["08", 8],
  ["420", 420],
  ["+7", 7],
  ["1.30", 1.3],
  [".5", 0.5],
  ["5.", 5],
  ["1e3", 1000],
  ["6.02E+23", 6.02e23],
  ["12:30:45", "12:30:45"],
  ["2024-01-01", "2024-01-01"],
  ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
  ["10.0.0.0/16", "10.0.0.0/16"],
  ["1.2.3", "1.2.3"],
  ["250m", "250m"],
  ["256Mi", "256Mi"],
  ["-", "-"],
  ["--flag", "--flag"],
  [".", "."],
  [".inf", ".inf"],
  [".NaN", ".NaN"],
  ["0x", "0x"],
  ["0o8", "0o8"],
  ["1e999", "1e999"],
  ["<<", "<<"],
  ["constructor", "constructor"],
];

const core: readonly (readonly [string, unknown])[] = [
  ["off", "off"],
  ["yes", "yes"],
  ["true", true],
  ["0644", 644],
  ["0o644", 420],
  ["0x1f", 31],
  ["0b1", "0b1"],
  ["1_000", "1_000"],
  ["1.5", 1.5],
  ["", null],
];

describe("plainScalar", () => {
  it.each(kubernetes)("reads %j as Kubernetes does: %j", (text, value) => {
    expect(plainScalar(text, "kubernetes")).toBe(value);
  });

  it.each(core)("reads %j by YAML 1.2 core: %j", (text, value) => {
    expect(plainScalar(text, "core")).toBe(value);
  });
});

describe("taggedScalar", () => {
  it.each([
    ["0644", "!!str", "0644"],
    ["5", "!!int", 5],
    ["x", "!!int", "x"],
    ["yes", "!!bool", true],
    ["1", "!<tag:yaml.org,2002:str>", "1"],
    ["", "!!null", null],
    ["1", "!", "1"],
    ["1", "!Ref", "1"],
  ])("reads %j with the tag %s as %j", (text, tag, value) => {
    expect(taggedScalar(text, tag, "kubernetes")).toBe(value);
  });
});
