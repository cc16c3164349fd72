import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { type InputName, inputNames, readInputs } from "../../src/github/inputs.ts";
import { outputNames } from "../../src/github/outputs.ts";

const action = load(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: unknown;
};
const read = (given: Partial<Record<InputName, string>> = {}) => readInputs((name) => given[name] ?? "", "/");

describe("action.yml", () => {
  it("has the inputs and outputs of the code, in the same order, each described", () => {
    expect(Object.keys(action.inputs)).toEqual([...inputNames]);
    expect(Object.keys(action.outputs)).toEqual([...outputNames]);
    for (const part of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(part.description).toMatch(/\w/);
    for (const input of Object.values(action.inputs)) expect(typeof input.default).toBe("string");
  });

  it("has defaults that say the same as leaving the input out, so that none overrides the configuration file", () => {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ""]),
    );
    expect(read({ ...defaults, token: "" })).toEqual(read());
    expect(read().request).toEqual({ paths: ["."], cwd: "/", rules: [] });
  });

  it("runs on node24", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });
});

describe("the inputs", () => {
  it("become the request", () => {
    const given = {
      paths: "k8s\n  my folder \n\n",
      config: "c.yaml",
      nodes: "virtual",
      "as-of": "seed",
      "fail-on": "never",
      baseline: "b.json",
    };
    expect(read(given).request).toEqual({
      paths: ["k8s", "my folder"],
      cwd: "/",
      rules: [],
      config: "c.yaml",
      nodes: "virtual",
      asOf: "seed",
      failOn: "never",
      baseline: "b.json",
    });
  });

  it("take files relative to the working directory", () => {
    const { request, delivery } = read({
      "working-directory": "tmp",
      "json-file": "out/r.json",
      "sarif-file": "/r.sarif",
    });
    expect(request.cwd).toBe("/tmp");
    expect(delivery).toMatchObject({ jsonFile: "/tmp/out/r.json", sarifFile: "/r.sarif" });
  });

  it("know where the base comes from", () => {
    expect(read().base).toEqual({ kind: "event" });
    expect(read({ base: "none" }).base).toEqual({ kind: "none" });
    expect(read({ base: "origin/main" }).base).toEqual({ kind: "given", ref: "origin/main" });
  });

  it.each(["true", "True", "TRUE"])("take %s for true", (word) => {
    expect(read({ comment: word }).delivery.comment).toBe(true);
  });

  it.each(["false", "False", "FALSE"])("take %s for false", (word) => {
    expect(read({ annotations: word }).delivery.annotations).toBe(false);
  });

  it.each([
    [{ comment: "yes" }, 'input "comment": "yes" is neither true nor false'],
    [
      { nodes: "virtal" },
      'input "nodes": "virtal" is none of auto, virtual, managed, self-managed, mixed; did you mean "virtual"?',
    ],
    [
      { "fail-on": "warn" },
      'input "fail-on": "warn" is none of error, warning, notice, never; did you mean "warning"?',
    ],
    [{ paths: "k8s\n-" }, 'input "paths": an Action has no standard input'],
    [{ "working-directory": "no/such" }, 'input "working-directory": there is no folder no/such'],
  ])("are refused when they make no sense: %j", (given, message) => {
    expect(() => read(given)).toThrow(message);
  });
});
