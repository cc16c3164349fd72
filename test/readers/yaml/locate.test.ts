import { describe, expect, it } from "vitest";
import { LineIndex } from "../../../src/model/line-index.ts";
import type { Path } from "../../../src/model/place.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";

function document(text: string, language: "yaml" | "json" = "yaml") {
  const [first] = readYamlText({ file: "a.yaml", text, language }).documents;
  return first!;
}

/** The text that stands at a path. */
function at(text: string, path: Path, language: "yaml" | "json" = "yaml") {
  const lines = new LineIndex(text);
  const { start, end } = document(text, language).locate(path);
  return text.slice(lines.offset(start), lines.offset(end));
}

const deployment = `# why
---
kind: Deployment   # comment
metadata:
  "name": 'web'

spec:
  list:
  - one   # first
  - name: a
    value: |
      line

  -
  - [x, {y: z}, ]   # flow
  - &anchor
    b: 1
  - *anchor
  empty:

  flow: {a: 1, b: [2, 3 ], c, d: , }  # behind

  text: >-
    folded

    text

# the end
`;

describe("locate", () => {
  it.each<[Path, string]>([
    [["kind"], "kind: Deployment"],
    [["metadata"], "metadata:\n  \"name\": 'web'"],
    [["metadata", "name"], "\"name\": 'web'"],
    [["spec", "list", 0], "one"],
    [["spec", "list", 1], "name: a\n    value: |\n      line"],
    [["spec", "list", 1, "value"], "value: |\n      line"],
    [["spec", "list", 2], ""],
    [["spec", "list", 3], "[x, {y: z}, ]"],
    [["spec", "list", 3, 1], "{y: z}"],
    [["spec", "list", 3, 1, "y"], "y: z"],
    [["spec", "list", 4], "&anchor\n    b: 1"],
    [["spec", "list", 5], "*anchor"],
    [["spec", "list", 5, "b"], "b: 1"],
    [["spec", "empty"], "empty:"],
    [["spec", "flow"], "flow: {a: 1, b: [2, 3 ], c, d: , }"],
    [["spec", "flow", "b"], "b: [2, 3 ]"],
    [["spec", "flow", "b", 1], "3"],
    [["spec", "flow", "c"], "c"],
    [["spec", "flow", "d"], "d:"],
    [["spec", "text"], "text: >-\n    folded\n\n    text"],
  ])("gives for %j the text %j", (path, text) => {
    expect(at(deployment, path)).toBe(text);
  });

  it("gives the document for the empty path, without what surrounds it", () => {
    const whole = at(deployment, []);
    expect(whole.startsWith("kind: Deployment")).toBe(true);
    expect(whole.endsWith("text")).toBe(true);
  });

  it("gives the nearest ancestor of what is not there", () => {
    expect(at(deployment, ["metadata", "labels", "app"])).toBe(at(deployment, ["metadata"]));
    expect(at(deployment, ["spec", "list", 9, "x"])).toBe(at(deployment, ["spec", "list"]));
    expect(at(deployment, ["kind", "x"])).toBe("kind: Deployment");
    expect(at(deployment, ["nothing"])).toBe(at(deployment, []));
  });

  it("goes to the definition through a merge, the nearer one first", () => {
    const text = "a: &a\n  x: 1\n  y: &y {p: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]\n  w: *y\n";
    expect(at(text, ["c", "x"])).toBe("x: 1");
    expect(at(text, ["c", "z"])).toBe("z: 3");
    expect(at(text, ["c", "y", "p"])).toBe("p: 1");
    expect(at(text, ["c", "w"])).toBe("w: *y");
    expect(at(text, ["c", "w", "p"])).toBe("p: 1");
    expect(at(text, ["c"])).toBe("c:\n  <<: [*a, *b]\n  w: *y");
  });

  it("gives the last of two equal keys", () => {
    expect(at("a: 1\na: 2\n", ["a"])).toBe("a: 2");
  });

  it("finds keys by the text that Kubernetes makes of them", () => {
    expect(at("on: 1\n0644: 2\n", ["true"])).toBe("on: 1");
    expect(at("on: 1\n0644: 2\n", [420])).toBe("0644: 2");
    expect(at("__proto__: 1\n", ["__proto__"])).toBe("__proto__: 1");
    expect(at("a: 1\n", ["constructor"])).toBe("a: 1");
  });

  it("gives real lines in the second document and with CRLF", () => {
    const text = "a: 1\r\n---\r\nb:\r\n  c: |\r\n    x\r\n\r\nd: 2\r\n";
    const [, second] = readYamlText({ file: "a", text, language: "yaml" }).documents;
    expect(second!.locate(["b", "c"])).toEqual({
      start: { line: 4, column: 3 },
      end: { line: 5, column: 6 },
    });
  });

  it("uses the position mapping of an embedded text", () => {
    const position = (offset: number) => ({ line: 100, column: offset });
    const reading = readYamlText({
      file: "x.sh",
      text: "a: 1\na: *b",
      language: "yaml",
      position,
      origin: "heredoc",
    });
    expect(reading.documents[0]!.locate(["a"]).start).toEqual({ line: 100, column: 5 });
    expect(reading.documents[0]!.origin).toBe("heredoc");
    expect(reading.problems.map((problem) => problem.place.range?.start.line)).toEqual([100, 100]);
  });

  it("does not run in circles on an alias in its own anchor", () => {
    const text = "a: &a {b: *a, <<: [*a, *a]}\n";
    expect(at(text, ["a", "b", "b", "b", "x"])).toBe("b: *a");
  });

  it.each<[Path, string]>([
    [[], '{ "a": [1, {"b\\u0063": "x"}], "d": null }'],
    [["a"], '"a": [1, {"b\\u0063": "x"}]'],
    [["a", 1], '{"b\\u0063": "x"}'],
    [["a", 1, "bc"], '"b\\u0063": "x"'],
    [["a", 7], '"a": [1, {"b\\u0063": "x"}]'],
    [["d"], '"d": null'],
  ])("gives for %j of JSON the text %j", (path, text) => {
    expect(at('\n{ "a": [1, {"b\\u0063": "x"}], "d": null }\n', path, "json")).toBe(text);
  });
});

describe("sourceText", () => {
  it("keeps the spelling of scalars", () => {
    const { sourceText } = document(
      'v: 1.30\nm: 0644\nq: "1.10"\ne:\nl: [x]\na: &a 1.20\nb: *a\nc: !!str 1.50\n',
    );
    expect(["v", "m", "q", "e", "l", "a", "b", "c", "x"].map((key) => sourceText([key]))).toEqual([
      "1.30",
      "0644",
      "1.10",
      "",
      undefined,
      "1.20",
      "1.20",
      "1.50",
      undefined,
    ]);
  });

  it("keeps the spelling of JSON's numbers", () => {
    expect(document('{"v": 1.30}', "json").sourceText(["v"])).toBe("1.30");
  });
});
