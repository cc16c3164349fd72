import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readShellFile } from "../../../src/readers/shell/read.ts";
import { MAX_CHARACTERS } from "../../../src/readers/tree-sitter.ts";
import { growth } from "../../growth.ts";
import { bash, line } from "./shell-reading.ts";

const read = (text: string) => readShellFile("script.sh", text, bash);

describe("broken scripts", () => {
  it.each<[string, string, string[]]>([
    [
      "an open quote",
      'echo "oops\nkubectl exec a\necho "hi"\nkubectl logs -f x\n',
      ["2 kubectl exec a", "4 kubectl logs -f x"],
    ],
    ["a block that does not end", "if true; then\n  kubectl exec a\n", ["2 kubectl exec a"]],
    ["a bracket too many", "kubectl exec a )\nkubectl attach b\n", ["2 kubectl attach b"]],
    [
      "an end without a beginning",
      "fi\nkubectl exec a\ndone )\nkubectl attach b",
      ["2 kubectl exec a", "4 kubectl attach b"],
    ],
    [
      "a loop without an end",
      "for p in a b; do kubectl exec $p\nkubectl attach b",
      ["1 kubectl exec ?", "2 kubectl attach b"],
    ],
    [
      "a conflict",
      "<<<<<<< HEAD\nkubectl exec a\n=======\nkubectl attach b\n>>>>>>> x\n",
      ["2 kubectl exec a", "4 kubectl attach b"],
    ],
    [
      "a template",
      "{% if x %}\nkubectl exec {{ pod }}\n{% endif %}\nkubectl attach b\n((",
      ["4 kubectl attach b"],
    ],
  ])("reads the intact commands around %s, and says so", (_, text, expected) => {
    const { document, problems } = read(text);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["shell/syntax", "warning"]]);
    expect(document.commands.map(line)).toEqual(expect.arrayContaining(expected));
  });

  it("gives each command once", () => {
    const { document } = read('kubectl exec a\necho "x\nkubectl exec b\n');
    expect(document.commands.map(line).filter((text) => text.includes("exec"))).toEqual([
      "1 kubectl exec a",
      "3 kubectl exec b",
    ]);
  });

  it("reads nothing out of a heredoc that does not end, as the shell does", () => {
    const { document, problems } = read("kubectl get a\ncat <<EOF\nkubectl exec a\n");
    expect(problems).toHaveLength(1);
    expect(document.commands.map(line)).toEqual(["1 kubectl get a", "2 cat"]);
  });

  it("does not read a help text as commands", () => {
    const { document } = read("usage() {\n  echo '\n  kubectl exec a\n  '\n}\nfoo )\n");
    expect(document.commands.map(line).join()).not.toMatch(/\d kubectl/);
  });

  it("places a command of a broken script where it stands", () => {
    const [command] = read("foo )\n  kubectl exec 'a'\n").document.commands.slice(-1);
    expect(command?.range).toEqual({ start: { line: 2, column: 3 }, end: { line: 2, column: 19 } });
    expect(command?.args[1]?.range.start).toEqual({ line: 2, column: 16 });
  });

  it("places the problem at the fault", () => {
    const [problem] = read("ls\nfoo )\n").problems;
    expect(problem?.place).toMatchObject({ file: "script.sh", range: { start: { line: 2 } } });
  });
});

it("says that a binary file is none", () => {
  const { document, problems } = read("#!/bin/sh\n\0\u0001\u0002kubectl exec a");
  expect(problems.map(({ code }) => code)).toEqual(["shell/binary"]);
  expect(document.commands).toEqual([]);
});

it("says that a script is too large", () => {
  const { document, problems } = read("kubectl exec a\n".repeat(MAX_CHARACTERS / 15 + 1));
  expect(problems.map(({ code }) => code)).toEqual(["shell/too-large"]);
  expect(document.commands).toEqual([]);
});

it("stops at a nesting that nobody writes", () => {
  const { problems } = read(`${"$(".repeat(3_000)}ls${")".repeat(3_000)}`);
  expect(problems.map(({ code }) => code)).toEqual(["shell/syntax"]);
});

const words = fc.constantFrom(
  "kubectl",
  "exec",
  "-f",
  "-",
  "--",
  "a",
  "$X",
  "${X:-b}",
  "$(",
  ")",
  "(",
  "`",
  "'",
  '"',
  "\\",
  "\n",
  " ",
  "|",
  "||",
  "&&",
  ";",
  ";;",
  "&",
  ">",
  "<",
  "<<EOF",
  "\nEOF\n",
  "<<-'E'",
  "\n\tE\n",
  "<<<",
  "if ",
  "; then ",
  "\nfi\n",
  "for x in ",
  "; do ",
  "\ndone\n",
  "case x in ",
  "esac",
  "{ ",
  "; }",
  "f() {",
  "X=",
  "X=(",
  "bash -c ",
  "eval ",
  "#",
  "[[ ",
  " ]]",
  "$((",
  "))",
  "\r\n",
  "\uE000",
  "😀",
  "é",
);
const scripts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

it("never throws, and keeps every range inside the text and its command", () => {
  fc.assert(
    fc.property(scripts, (text) => {
      const { document } = read(text);
      const last = text.split("\n").length;
      for (const { range, args } of document.commands) {
        expect(range.start.line).toBeGreaterThanOrEqual(1);
        expect(range.end.line).toBeLessThanOrEqual(last);
        for (const arg of args) {
          expect(before(range.start, arg.range.start)).toBe(true);
          expect(before(arg.range.end, range.end)).toBe(true);
        }
      }
    }),
    { numRuns: 600 },
  );
});

it("finds a command again behind anything that is whole", () => {
  const whole = fc.constantFrom(
    "ls\n",
    "# it's\n",
    "if a; then b; fi\n",
    "cat <<E\nkubectl attach\nE\n",
    "x='\n'\n",
    "f() { a; }\n",
    "a | b && c\n",
    'echo "$(d "e")"\n',
  );
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const found = read(`${text}kubectl exec a`).document.commands.filter(
        ({ program }) => program === "kubectl",
      );
      expect(found.map(line)).toEqual([`${text.split("\n").length} kubectl exec a`]);
    }),
  );
});

function before(a: { line: number; column: number }, b: { line: number; column: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

describe("time", () => {
  const shapes: [string, string][] = [
    ["plain lines", 'kubectl -n "$NS" get pods -o name | grep x\n'],
    ["open quotes", "echo 'a\nkubectl get \"b\n"],
    ["open brackets", "foo ) ( {\n"],
    ["open substitutions", 'echo "$(\n'],
    ["assignments", "X=$X-a\n"],
    ["branches", "if a; then X=b; fi\n"],
    ["heredocs", "cat <<EOF | x\nkubectl get\nEOF\n"],
    ["markers", "a <<b "],
    ["semicolons", "; then ; do "],
    ["backslashes", "\\\n"],
  ];
  it.each(shapes)("grows with the text for %s", (_, part) => {
    // Broken at its end in any case: quotes that happen to close would compare a whole text with one in pieces.
    const text = (size: number) => `${part.repeat(Math.ceil(size / part.length))}\nfi )\n`;
    // What the grammar itself cannot do in time ends at its deadline.
    const ended = read(text(200_000)).problems.some(({ code }) => code === "shell/deadline");
    if (!ended) expect(growth(text, read, [20_000, 200_000])).toBeLessThan(60);
  });
});
