import { expect, it } from "vitest";
import { LineIndex } from "../../src/model/line-index.ts";
import { commentsInBlocks, markedComments } from "../../src/readers/marked-comments.ts";
import { growth } from "../growth.ts";

const found = (comments: ReturnType<typeof markedComments>) =>
  comments.map(({ text, range, alone }) => [text, range.start.line, range.start.column, alone]);

it("finds comments that name the product, behind # or //, and no other mention", () => {
  const text = [
    "# oke-policy: ignore[a] r",
    "x // oke-policy: ignore[b] r  ",
    "# see oke-policy: ignore[c] r",
    "x#oke-policy: ignore[d] r",
    "# other",
  ].join("\n");
  expect(found(markedComments(text, new LineIndex(text)))).toEqual([
    ["oke-policy: ignore[a] r", 1, 1, true],
    ["oke-policy: ignore[b] r", 2, 3, false],
  ]);
  const whole = `first\n${text}`;
  expect(markedComments(text, new LineIndex(whole), 6)[0]!.range.start).toEqual({ line: 2, column: 1 });
});

it("finds those in block scalars of YAML, and leaves the others to YAML", () => {
  const text = `# oke-policy: ignore[outer] r
patches:
  - target: { kind: Deployment } # oke-policy: ignore[outer] r
    patch: |-
      # oke-policy: ignore[one] r
      - op: add # oke-policy: ignore[two] r

        path: /spec # oke-policy: ignore[three] r
  - &more >
    text # oke-policy: ignore[four] r
  # oke-policy: ignore[outer] r
  - "quoted
      # oke-policy: ignore[outer] r"
`;
  expect(commentsInBlocks(text).map((comment) => /\[(\w+)/.exec(comment.text)?.[1])).toEqual([
    "one",
    "two",
    "three",
    "four",
  ]);
  expect(commentsInBlocks(text).map(({ alone }) => alone)).toEqual([true, false, false, false]);
});

it("takes time in step with the text", () => {
  const line = "        # oke-policy: ignore[a] r\n";
  const text = (count: number) => `a: |\n${line.repeat(count)}`;
  expect(commentsInBlocks(text(200))).toHaveLength(200);
  expect(growth(text, commentsInBlocks, [20_000, 200_000])).toBeLessThan(60);
});
