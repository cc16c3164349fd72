import { describe, expect, it } from "vitest";
import type { Position } from "../../../src/model/place.ts";
import { defaultLimits } from "../../../src/readers/yaml/limits.ts";
import { type DataText, readYaml, readYamlText } from "../../../src/readers/yaml/read.ts";
import { growth } from "../../growth.ts";

function read(text: string, more: Partial<DataText> = {}) {
  return readYamlText({ file: "a.yaml", text, language: "yaml", ...more });
}

function values(text: string, more: Partial<DataText> = {}) {
  return read(text, more).documents.map((document) => document.value);
}

/** `code severity line:column` of each problem. */
function faults(text: string, more: Partial<DataText> = {}) {
  return read(text, more).problems.map(({ code, severity, place }) =>
    [code, severity, place.range ? show(place.range.start) : "-"].join(" "),
  );
}

function show({ line, column }: Position) {
  return `${line}:${column}`;
}

const manifest = "apiVersion: v1\nkind: Pod\n";

describe("readYaml, values", () => {
  it("reads a source by its language", () => {
    const yaml = readYaml({ file: "a.yaml", language: "yaml", text: "a: 0644", named: false });
    const json = readYaml({ file: "a.json", language: "json", text: '{"a": 644}', named: false });
    expect([yaml.documents[0]?.value, yaml.documents[0]?.format]).toEqual([{ a: 420 }, "yaml"]);
    expect([json.documents[0]?.value, json.documents[0]?.format]).toEqual([{ a: 644 }, "json"]);
  });

  it("reads every document of a stream and skips empty ones", () => {
    expect(values("# nothing\n---\na: 1\n---\n---\n# nothing\n---\nb: 2\n...\n---\nc: 3\n")).toEqual([
      { a: 1 },
      { b: 2 },
      { c: 3 },
    ]);
  });

  it("reads a second document after an end marker without a start marker", () => {
    const { documents } = read("a: 1\n...\nb: 2\n");
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(show(documents[1]!.locate(["b"]).start)).toBe("3:1");
  });

  it("keeps directives with their document", () => {
    expect(values("%YAML 1.1\n# why\n---\na: 1\n...\n%TAG !x! tag:x,1:\n---\nb: !x!y 2\n")).toEqual([
      { a: 1 },
      { b: "2" },
    ]);
  });

  it("reads CRLF line ends and a byte order mark", () => {
    const { documents, problems } = read("\ufeffa: 1\r\nb: |\r\n  x\r\n---\r\nc: 2\r\n");
    expect(documents.map((document) => document.value)).toEqual([{ a: 1, b: "x\n" }, { c: 2 }]);
    expect(problems).toEqual([]);
  });

  it("reads files that were joined with their byte order marks", () => {
    expect(values("a: 1\n\ufeff---\nb: 2\n")).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it("does not cut a block scalar or a key that only looks like a marker", () => {
    expect(values("a: |\n  ---\n  x\n---x: 1\n")).toEqual([{ a: "---\nx\n", "---x": 1 }]);
  });

  it("writes keys that are no strings as Kubernetes would", () => {
    expect(values("on: 1\n8080: 2\n1.10: 3\n~: 4\n'on': 5\n")).toEqual([
      { true: 1, 8080: 2, 1.1: 3, null: 4, on: 5 },
    ]);
  });

  it("leaves on and off alone when the schema is core", () => {
    expect(values("severity: off\non: yes\n", { schema: "core" })).toEqual([{ severity: "off", on: "yes" }]);
  });

  it("merges << below what is written, the earlier source first", () => {
    const text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}\nd:\n  <<: *a\n  x: 4\n";
    const { documents, problems } = read(text);
    expect(documents[0]?.value).toMatchObject({ c: { x: 1, y: 1, z: 3 }, d: { x: 4, y: 1 } });
    expect(problems).toEqual([]);
  });

  it("keeps __proto__ and names of object methods as plain keys", () => {
    const [value] = values("__proto__: {x: 1}\nconstructor: 2\ntoString: 3\n") as [Record<string, unknown>];
    expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
    expect(value["x"]).toBeUndefined();
  });

  it("replaces half a surrogate pair", () => {
    expect(values('a: "\\ud800x"')).toEqual([{ a: "\ufffdx" }]);
    expect(values('{"a\\ud800": "\\ud800x"}', { language: "json" })).toEqual([{ "a\ufffd": "\ufffdx" }]);
  });

  it("ignores tags that it does not know", () => {
    expect(values("a: !Ref x\nb: !reference [x, y]\nc: !!set {x: }\nd: !!binary aGk=\n")).toEqual([
      { a: "x", b: ["x", "y"], c: { x: null }, d: "aGk=" },
    ]);
  });
});

describe("readYaml, problems", () => {
  it.each([
    ["a doubled key", "a: 1\na: 2\n", ["yaml/duplicate-key warning 2:1"]],
    ["a doubled method name", "toString: 1\ntoString: 2\n", ["yaml/duplicate-key warning 2:1"]],
    ["an unknown anchor", "a: *b\n", ["yaml/unknown-anchor warning 1:4"]],
    ["an unknown anchor in a manifest", `${manifest}a: *b\n`, ["yaml/unknown-anchor error 3:4"]],
    ["an anchor of another document", "a: &b 1\n---\nc: *b\n", ["yaml/unknown-anchor warning 3:4"]],
    ["an alias in its own anchor", "a: &b [*b]\n", ["yaml/recursive-alias warning 1:8"]],
    ["a list as a key", "? [a]\n: b\n", ["yaml/complex-key warning 1:3"]],
    ["a merge of a number", "<<: 1\n", ["yaml/bad-merge warning 1:1"]],
    ["broken YAML", "a: [\n", ["yaml/syntax warning 1:4"]],
    ["a broken manifest", `${manifest}a: [\n`, ["yaml/syntax error 3:4"]],
    ["a broken list of manifests", "- apiVersion: v1\n  kind: Pod\n a: 1\n", ["yaml/syntax error 3:2"]],
    ["a key without white space", `${manifest}spec:\n  port:8080\n  x: 1\n`, ["yaml/syntax error 5:4"]],
    ["a tab", "a:\n\tb: 1\n", ["yaml/syntax warning 2:1"]],
    ["a NUL byte", "a: \0\n", ["yaml/binary warning 1:4"]],
    ["replaced bytes", "a: \ufffd\n", ["yaml/binary warning 1:4"]],
  ])("tells of %s", (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it("reads on with the last of two equal keys", () => {
    expect(values("a: 1\nb: 2\na: 3\n")).toEqual([{ a: 3, b: 2 }]);
  });

  it("loses one broken document and none of its neighbours", () => {
    const text = `a: 1\n---\n${manifest}x: 'y\n---\nb: 2\n`;
    const { documents } = read(text);
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(show(documents[1]!.locate(["b"]).start)).toBe("7:1");
    expect(faults(text)).toEqual(["yaml/syntax error 5:5"]);
  });

  it("sums up what exceeds the number of problems that are told", () => {
    const told = faults("a: [\n---\n".repeat(60));
    expect(told).toHaveLength(defaultLimits.problems + 1);
    expect(told.at(-1)).toBe("yaml/more-problems warning -");
  });
});

describe("readYaml, templates", () => {
  it.each([
    ["a value that is an action", `${manifest}metadata:\n  name: {{ .Release.Name }}\n`, "4:9"],
    ["a line that is an action", `${manifest}{{- if .Values.x }}\nspec: 1\n{{- end }}\n`, "3:1"],
    ["a block that is included", `${manifest}spec:\n  {{- toYaml .Values.spec | nindent 2 }}\n`, "4:3"],
    ["an action within a word", `${manifest}metadata:\n  name: web-{{ .Values.x }}\n`, "4:13"],
    ["a statement of Jinja", "a: 1\n{% if x %}\nb: 2\n{% endif %}\n", "2:1"],
    ["a variable of Jinja as a value", "a: {{ x }}\n", "1:4"],
    ["a broken line after an action in an argument", `${manifest}args: [{{ .Values.a }}, b]\n`, "3:8"],
  ])("tells of %s once, as a notice", (_, text, place) => {
    expect(faults(`${text}---\n${text}`)).toEqual([`yaml/template notice ${place}`]);
    expect(read(text).problems[0]?.message).toContain("helm template");
  });

  it("takes what is broken in a file that is a template by its name for a template", () => {
    const text = "apiVersion: v1\nkind: Pod\nspec: {\n";
    const codes = (file: string) =>
      readYamlText({ file, text, language: "yaml" }).problems.map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    expect(codes("pod.yaml.tftpl")).toEqual(["yaml/template notice"]);
    expect(codes("pod.yaml")).toEqual(["yaml/syntax error"]);
  });

  it("says of each template how it is rendered", () => {
    const words = (file: string, text: string) =>
      readYamlText({ file, text, language: "yaml" }).problems.map(({ message }) => message);
    const open = "apiVersion: v1\nkind: Pod\nspec: {\n";
    const loop = "a:\n%{ for x in xs ~}\n  - ${x}\n%{ endfor ~}\n";
    for (const text of [open, loop])
      expect(words("pod.yaml.tftpl", text)).toEqual([expect.stringContaining("terraform show -json PLAN")]);
    expect(words("pod.yaml.tpl", open)).toEqual([expect.stringContaining("helm template CHART")]);
  });

  it.each([
    ["of envsubst in braces", "metadata: {name: ${NAME}, namespace: ${NS}}", "3:18"],
    ["with a default value", "spec: [${A:-{}}, ${B}]", "3:8"],
    ["of a shell as a line", "metadata:\n  name: a\n  $LABELS\nspec: {}", "5:3"],
    ["of Terraform as a line", "metadata:\n  name: a\n${indent(2, yamlencode(x))}\nspec: {}", "5:1"],
    ["that is a condition of Terraform", "%{ if x ~}\nmetadata: {}\n%{ endif ~}\nspec: {}", "3:1"],
    ["between signs of per cent", "spec: {a: %X%, b: %%Y%%}", "3:11"],
    ["between at signs", "metadata:\n  name: @@NAME@@\nspec: {a: @B@}", "4:9"],
    ["of ERB", "metadata:\n  name: <%= name %>\n<% if x %>\n  a: b\n<% end %>", "5:1"],
    ["of a build that tokens are replaced in", "spec: {a: #{B}#, b: $(C), d: $[E]}", "3:30"],
    ["in angle brackets as a line", "metadata:\n  <<LABELS>>\n  a: b", "4:3"],
    ["in double square brackets as a line", "[[ include labels ]]\nmetadata: {}", "3:1"],
    ["that is a word between underscores", "__METADATA__\nspec: {}", "3:1"],
  ])("tells of a placeholder %s, that it makes a template", (_, text, place) => {
    const { documents, problems } = read(`${manifest}${text}\n`);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ code: "yaml/template", severity: "notice" }]);
    expect(show(problems[0]!.place.range!.start)).toBe(place);
    expect(problems[0]!.message).toContain("envsubst");
  });

  it.each([
    ["an open quote", 'metadata: {name: "${NAME}}'],
    ["wrong indentation", "metadata:\n  name: ${NAME}\n   bad: {a: ${X}}"],
    ["an open brace", "metadata: {name: ${NAME}\nspec: 1"],
    ["a sign that begins no value", "metadata:\n  name: @scope/name\n  b: ${X}"],
    ["a conflict of git", "metadata: {a: 1}\n<<<<<<< HEAD\nspec: ${X}\n=======\nspec: 2\n>>>>>>> other"],
  ])("does not take %s beside a placeholder for a template", (_, text) => {
    expect(faults(`${manifest}${text}\n`)[0]).toMatch(/^yaml\/syntax error /);
  });

  it("reads the other documents of a file that a placeholder makes a template", () => {
    const { documents, problems } = read(`${manifest}---\na: {b: ${"$"}{C}}\n---\nd: 1\n`);
    expect(documents.map(({ value }) => value)).toEqual([{ apiVersion: "v1", kind: "Pod" }, { d: 1 }]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ["a value", "spec: #@ data.values.spec", "3:7"],
    ["a function that is loaded", '#@ load("@ytt:data", "data")\nspec: {}', "3:1"],
    ["values", "#@data/values\n---\na: 1", "3:1"],
  ])("takes what ytt makes of %s for something that states only a part", (_, text, place) => {
    const { documents } = read(`${manifest}${text}\n`);
    expect(documents[0]?.partial).toBe(true);
    expect(faults(`${manifest}${text}\n`)).toEqual([`yaml/template notice ${place}`]);
  });

  it.each([
    ["a comment", "#@todo: later\nspec: {} # see #@ data"],
    ["a decorator in a script", "script: |\n  #@staticmethod\n  x: y"],
  ])("does not take %s for ytt", (_, text) => {
    expect(read(`${manifest}${text}\n`).problems).toEqual([]);
  });

  it.each([
    ["an Argo workflow", `${manifest}args: ["{{inputs.parameters.x}}"]\ns: |\n  {{- if .Values.x }}\n`],
    ["a Prometheus alert", `${manifest}summary: 'of {{ $labels.pod }} {{- if x }}'\n`],
    ["a GitHub workflow", "on: push\nrun: echo ${{ include.x }}\nif: ${{ github.sha }}\n"],
    ["a comment", `${manifest}# {{- if .Values.x }}\n`],
    ["an application set", `${manifest}name: app-{{cluster}}\n`],
  ])("reads %s as what it is", (_, text) => {
    const { documents, problems } = read(text);
    expect([documents.length, documents[0]?.partial, problems]).toEqual([1, false, []]);
  });

  it("reads a template that happens to be YAML as something that states only a part", () => {
    const { documents } = read(
      `${manifest}metadata:\n  name: web-{{ .Values.x }}\nspec:\n  hostNetwork: true\n`,
    );
    expect(documents[0]?.partial).toBe(true);
    expect(documents[0]?.value).toMatchObject({ spec: { hostNetwork: true } });
  });

  it.each([
    ["quoted", `${manifest}a: "{{ .Values.x }}"\nb: [\n`],
    ["in a block scalar", `${manifest}a: |\n  {{- if .Values.x }}\n\n  y\nb: [\n`],
    ["in a comment", `${manifest}a: 1 # {{- if .Values.x }}\nb: [\n`],
  ])("does not take broken YAML for a template because of an action that is %s", (_, text) => {
    expect(faults(text).map((fault) => fault.split(" ").slice(0, 2).join(" "))).toEqual([
      "yaml/syntax error",
    ]);
  });
});

describe("readYaml, JSON", () => {
  const json = { language: "json" } as const;

  it("tells of placeholders that keep a manifest from being JSON, that they make a template", () => {
    const text = (value: string) => `{"apiVersion": "v1", "kind": "Pod", "a": ${value}}`;
    expect(faults(text('{"n": ${N}, "m": {{ .m }},\n${MORE}\n}'), json)).toEqual([
      "json/template notice 1:48",
    ]);
    expect(faults(text('{"n": ${N} "m": 1}'), json)).toEqual(["json/syntax error 1:48"]);
    expect(read(text('"${N}"'), json).problems).toEqual([]);
  });

  it.each([
    ["a trailing comma", '{"apiVersion": "v1", "kind": "Pod", "a": [1,]}', ["json/syntax error 1:45"]],
    ["a missing bracket", '{"apiVersion": "v1", "kind": "Pod"', ["json/syntax error 1:35"]],
    ["broken statements", '{"statements": ["Allow any-user" "x"]}', ["json/syntax error 1:34"]],
    ["a word without quotes", '{"a": yes}', ["json/syntax notice 1:7"]],
    [
      "a doubled key",
      '{"apiVersion": "v1", "kind": "Pod",\n "kind": "Job"}',
      ["json/duplicate-key warning 2:2"],
    ],
    ["a line break in a string", '{"a": "x\ny"}', ["json/syntax notice 1:9"]],
    ["an escape that is none", '{"a": "\\x"}', ["json/syntax notice 1:8"]],
    ["two values side by side", "[1 2]", ["json/syntax notice 1:4"]],
  ])("tells of %s", (_, text, expected) => {
    expect(faults(text, json)).toEqual(expected);
  });

  it("says nothing of comments in JSON that is nobody's business", () => {
    expect(read('{ // tsconfig\n "a": [1, /* x */ 2,],\n}', json)).toEqual({ documents: [], problems: [] });
  });

  it("reads a stream of objects", () => {
    const text = '{"apiVersion": "v1", "kind": "Pod"}\n{"apiVersion": "v1", "kind": "Job"}\n';
    const { documents } = read(text, json);
    expect(documents.map((document) => document.value)).toMatchObject([{ kind: "Pod" }, { kind: "Job" }]);
    expect(show(documents[1]!.locate(["kind"]).start)).toBe("2:22");
  });

  it("reads a byte order mark and tabs", () => {
    const { documents } = read('\ufeff{\n\t"a": {\n\t\t"b": 1\n\t}\n}', json);
    expect(documents[0]?.value).toEqual({ a: { b: 1 } });
    expect(show(documents[0]!.locate(["a", "b"]).start)).toBe("3:3");
  });

  it("keeps __proto__ as a plain key", () => {
    const [value] = values('{"__proto__": 1, "a": "\\ud800"}', json) as [Record<string, unknown>];
    expect(Object.keys(value)).toEqual(["__proto__", "a"]);
  });
});

describe("readYaml, limits", () => {
  it("refuses a file that is too large, as an error when it shows a manifest", () => {
    const limits = { ...defaultLimits, size: 100 };
    expect(faults(manifest + "a: 1\n".repeat(30), { limits })).toEqual(["yaml/too-large error -"]);
    expect(faults("a: 1\n".repeat(30), { limits })).toEqual(["yaml/too-large warning -"]);
  });

  it("reads no more documents than the limit", () => {
    const limits = { ...defaultLimits, documents: 2 };
    expect(values("a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1\n", { limits })).toHaveLength(2);
    expect(faults("a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1\n", { limits })).toEqual([
      "yaml/too-many-documents warning 4:1",
    ]);
    expect(values("a: 1\n...\nb: 1\n...\nc: 1\n", { limits })).toHaveLength(2);
    expect(values("1 2 3", { limits, language: "json" })).toHaveLength(2);
  });

  it.each([
    ["yaml", "["],
    ["yaml", '{"a":'],
    ["yaml", "- "],
    ["json", "["],
    ["json", '{"a":'],
  ] as const)(
    "gives up on 100,000 nested openings, in step with their number (%s, %s)",
    (language, opening) => {
      const text = (count: number) => opening.repeat(count);
      expect(faults(text(100_000), { language })[0]).toMatch(/^(yaml|json)\/too-deep /);
      expect(growth(text, (made) => faults(made, { language }), [10_000, 100_000])).toBeLessThan(60);
    },
  );

  it.each([
    ["spec:\n  containers: [\n    {name: a}\n  ]\n  b: 1\n", { spec: { containers: [{ name: "a" }], b: 1 } }],
    ["a: [\n1,\n2\n]\nb: {\n}\n", { a: [1, 2], b: {} }],
    ["a:\n  b: [\n x, #c\n\n# z\n ]\nc: 2\n", { a: { b: ["x"] }, c: 2 }],
    ["a: [ 'x # y', # z\n'#',\r\n2]\n", { a: ["x # y", "#", 2] }],
    ['a: {b: "x\ny"}\n', { a: { b: "x y" } }],
    ['a: [don\'t, "q \\" # r", # it\'s\n2]\n', { a: ["don't", 'q " # r', 2] }],
  ])("takes flow collections that stand too far left, as kubectl does: %j", (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(faults(text)).toEqual([]);
  });

  it("keeps the places and comments of such collections", () => {
    const text = "a: [\n1, # oke-policy: ignore[x] why\n2\n]\nb: 3\n";
    const { documents } = readYamlText({ file: "a", text, language: "yaml" });
    expect(documents[0]!.locate(["a", 1]).start).toEqual({ line: 3, column: 1 });
    expect(documents[0]!.locate(["b"]).start).toEqual({ line: 5, column: 1 });
    expect(documents[0]!.comments.map(({ range }) => range.start.line)).toEqual([2]);
  });

  it("still says where a collection that nobody closes goes wrong", () => {
    expect(faults("a: [\n  1\nb: 2\n")).toEqual([expect.stringContaining("3:1")]);
  });

  it("refuses nested JSON that is complete as well", () => {
    expect(faults("[".repeat(5000) + "]".repeat(5000), { language: "json" })).toEqual([
      "json/too-deep notice 1:129",
    ]);
  });

  it("refuses aliases that multiply", () => {
    const level = (i: number) =>
      `l${i}: &l${i} [${Array(9)
        .fill(`*l${i - 1}`)
        .join(", ")}]\n`;
    const text = `${manifest}l0: &l0 x\n${Array.from({ length: 9 }, (_, i) => level(i + 1)).join("")}`;
    expect(faults(text).map((fault) => fault.split(" ").slice(0, 2))).toEqual([
      ["yaml/too-many-aliases", "error"],
    ]);
    expect(values(text)).toEqual([]);
  });

  it("counts what merge keys copy and how long an aliased string is", () => {
    const merges = `a: &a {${Array.from({ length: 400 }, (_, i) => `k${i}: 1`).join(", ")}}\n`;
    expect(faults(merges + Array.from({ length: 300 }, (_, i) => `m${i}: {<<: *a}\n`).join(""))[0]).toMatch(
      /too-many-aliases/,
    );
    expect(faults(`a: &a ${"x".repeat(1_000_000)}\nb: [${"*a, ".repeat(10)}]\n`)[0]).toMatch(
      /too-many-aliases/,
    );
  });

  it("lets a usual number of aliases pass", () => {
    expect(faults(`a: &a {x: 1, y: 2}\nb: [${"*a, ".repeat(1000)}]\n`)).toEqual([]);
  });
});

describe("readYaml, comments", () => {
  function comments(text: string) {
    return read(text).documents.map((document) =>
      document.comments.map(
        ({ text: words, alone, range }) => `${show(range.start)} ${alone ? "alone" : "behind"} ${words}`,
      ),
    );
  }

  it("finds comments that mention the product, with their place", () => {
    expect(comments("# oke-policy: ignore[a] x\na: 1 # other\nb: 2  # oke-policy: ignore[b] y\r\n")).toEqual([
      ["1:1 alone oke-policy: ignore[a] x", "3:7 behind oke-policy: ignore[b] y"],
    ]);
  });

  it("takes no scalar for a comment", () => {
    const text =
      "a: \"# oke-policy\"\nb: |\n  # oke-policy\nc: x#oke-policy\nd: '\n  # oke-policy'\ne: [a # oke-policy: here\n  ]\n";
    expect(comments(text)).toEqual([["7:7 behind oke-policy: here"]]);
  });

  it("finds a comment after a scalar that holds a number sign", () => {
    expect(comments('a: "#" # oke-policy: here\n')).toEqual([["1:8 behind oke-policy: here"]]);
  });

  it("finds a comment in the header of a block scalar", () => {
    expect(comments("a: | # oke-policy: here\n  x\n")).toEqual([["1:6 behind oke-policy: here"]]);
  });

  it("gives a comment before a marker to the document behind it, and one after the last document to that", () => {
    expect(comments("a: 1\n---\n# oke-policy: 1\n---\nb: 1\n---\n# oke-policy: 2\n")).toEqual([
      [],
      ["3:1 alone oke-policy: 1", "7:1 alone oke-policy: 2"],
    ]);
  });
});
