import fc from "fast-check";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/model/document.ts";
import { LineIndex } from "../../../src/model/line-index.ts";
import type { Path, Range } from "../../../src/model/place.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";
import { growth } from "../../growth.ts";
import { comparePositions } from "./positions.ts";

const manifests = [
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: "web", labels: {a: b}}\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: x:1\n        args: [a, "b c"]\n        # oke-policy: ignore[x] y\n      - &c\n        name: b\n        command:\n          - sh\n          - |\n            echo x\n            exit\n      - <<: *c\n        name: d\n---\nkind: List\nitems:\n- {a: 1}\n',
  "%YAML 1.1\n--- !!map\n? a\n: - b\n  -\n  - 'it''s'\nc: >+\n  x\n\n...\n--- # oke-policy\n- - - 1\n  - 2\n-\n- *x\n",
  '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x", "labels": {}}, "spec": {"list": [1, 2.5e3, "a\\"b", null, [true]]}}',
  "{{- if .Values.x }}\nkind: {{ .Values.kind }}\n{%- x %}\n\"a\": 'b'\n",
];

const pieces = fc.constantFrom(
  ..."a b : - , { } [ ] ' \" | > & * ! % # ? @ \n \t \r \\ \0 \u{feff} \u2028 < . ~ 0 ---\n ...\n".split(" "),
  " ",
  "  ",
  "\n  ",
  "\n- ",
  ": ",
  "&a ",
  "*a",
  "<<: ",
  "? ",
  "{{",
  "{%",
  "oke-policy",
  "\ud800",
  "!!str ",
  "|\n",
  "%YAML 1.1\n",
);
const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

const mutated = fc
  .tuple(
    fc.constantFrom(...manifests),
    fc.array(fc.tuple(fc.nat(), fc.nat(12), pieces), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [where, cut, piece]) => {
      const at = where % (before.length + 1);
      return before.slice(0, at) + piece + before.slice(at + cut);
    }, text),
  );

const texts = fc.oneof(soup, mutated, fc.string({ unit: "binary" }));
const language = fc.constantFrom("yaml", "json", "yaml") as fc.Arbitrary<"yaml" | "json">;

function* paths(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (value === null || typeof value !== "object") return;
  for (const [key, part] of Object.entries(value)) {
    yield* paths(part as Json, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

describe("readYamlText, on any text", () => {
  it("never throws, and every range lies in the text and runs forward", () => {
    fc.assert(
      fc.property(texts, language, (text, of) => {
        const { documents, problems } = readYamlText({ file: "a", text, language: of });
        const lines = new LineIndex(text);
        const inside = ({ start, end }: Range) => {
          expect(lines.position(lines.offset(start))).toEqual(start);
          expect(lines.position(lines.offset(end))).toEqual(end);
          expect(comparePositions(start, end)).toBeLessThanOrEqual(0);
        };
        for (const { place } of problems) if (place.range) inside(place.range);
        for (const document of documents) {
          for (const { range } of document.comments) inside(range);
          for (const path of paths(document.value)) {
            inside(document.locate(path));
            document.sourceText(path);
          }
          inside(document.locate(["nothing", 0]));
          JSON.stringify(document.value);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it("says something of every text that it gives no document for", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { documents, problems } = readYamlText({ file: "a", text, language: "yaml" });
        const said = text
          .replace(/^\ufeff/, "")
          .replace(/(?<=^|\s|\ufeff)#[^\n\r]*/g, "")
          // The parser takes a mark behind blanks for one, too.
          .replace(/(?<=^|[\n\r\ufeff])[ \t]*(?:(?:---|\.\.\.)(?=\s|$)|%[^\n\r]*)|\s|\ufeff/g, "");
        if (documents.length === 0 && problems.length === 0) expect(said).toBe("");
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps children within their parents, where no alias leads elsewhere", () => {
    fc.assert(
      fc.property(texts, language, (text, of) => {
        if (text.includes("*")) return;
        for (const document of readYamlText({ file: "a", text, language: of }).documents) {
          for (const path of paths(document.value)) {
            if (path.length === 0) continue;
            const parent = document.locate(path.slice(0, -1));
            const own = document.locate(path);
            expect(comparePositions(parent.start, own.start)).toBeLessThanOrEqual(0);
            expect(comparePositions(own.end, parent.end)).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("readYamlText, against js-yaml", () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

  it("gives the value that was written as YAML, in core", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(-1, 0, 1, 2), (value, flowLevel) => {
        const text = dump(value, { flowLevel });
        const [document] = readYamlText({ file: "a", text, language: "yaml", schema: "core" }).documents;
        expect(document?.value).toEqual(load(text, { schema: CORE_SCHEMA }));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives what js-yaml gives for any text that both can read, in core", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readYamlText({ file: "a", text, language: "yaml", schema: "core" });
        if (
          !text.isWellFormed() ||
          reading.problems.length > 0 ||
          reading.documents.length !== 1 ||
          /![^!]|\.inf|\.nan/i.test(text)
        )
          return;
        let expected: unknown;
        try {
          expected = load(text, { schema: CORE_SCHEMA });
        } catch {
          return;
        }
        expect(JSON.parse(JSON.stringify(reading.documents[0]!.value))).toEqual(
          JSON.parse(JSON.stringify(expected)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it("gives the value and the places that were written as JSON", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const [document] = readYamlText({ file: "a", text, language: "json" }).documents;
        expect(document?.value).toEqual(JSON.parse(text));
        for (const path of paths(document!.value)) {
          const source = document!.sourceText(path);
          if (source !== undefined)
            expect(typeof path.reduce((v: unknown, k) => (v as never)[k], value)).not.toBe(source);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("readYamlText, time", () => {
  const shapes: Readonly<Record<string, (n: number) => string>> = {
    "keys of one mapping": (n) => Array.from({ length: n }, (_, i) => `k${i}: 1\n`).join(""),
    "keys in braces": (n) => `{${Array.from({ length: n }, (_, i) => `k${i}: 1`).join(", ")}}`,
    "doubled keys": (n) => "a: 1\n".repeat(n),
    "broken documents": (n) => "---\na: [\n".repeat(n),
    "broken placeholders": (n) => `a: [${"${b <% @c %{ #{ $( $[ [[ <d __e ".repeat(n)}`,
    "placeholders in broken lines": (n) => "${A}: [ @b@ %c%\n".repeat(n),
    "broken templates": (n) => "{{ a: [ |\n".repeat(n),
    comments: (n) => "# oke-policy: x\n".repeat(n),
    "signs of comments on one line": (n) => `a: 1 ${"# ".repeat(n)}oke-policy`,
    "directives and markers": (n) => "%a\n---\n".repeat(n),
    "blank lines": (n) => `a: 1\n${"\n".repeat(n)}---\nb: 2\n`,
    aliases: (n) => `a: &a 1\nb: [${"*a,".repeat(n)}]`,
    "empty items": (n) => "-\n".repeat(n),
    "a long block scalar": (n) => `a: |\n${"  x\n".repeat(n)}`,
    "an open quote": (n) => `a: '${"x\n".repeat(n)}`,
    "outdented lines": (n) => `a: [\n${"1,\n".repeat(n)}]`,
    "blanks in an outdented collection": (n) => `a: [1,${" ".repeat(n)}\n2]`,
    "markers in one line": (n) => `a: ${"--- ".repeat(n)}`,
  };

  it.each(Object.entries(shapes))("grows with the text and no faster: %s", (_, shape) => {
    const read = (text: string) => {
      for (const document of readYamlText({ file: "a", text, language: "yaml" }).documents)
        document.locate(["k1"]);
    };
    // A quadratic cost would be 64-fold.
    expect(growth(shape, read, [4000, 32_000])).toBeLessThan(30);
  });
});
