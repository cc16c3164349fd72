import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskBetween, maskPattern, wholeText } from "../../../src/readers/shell/mapped-text.ts";

describe("maskBetween", () => {
  it("masks what a pattern that takes as little as it can would mask", () => {
    const piece = fc.constantFrom("{{", "}}", "{", "}", "a", "\n");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = wholeText(pieces.join(""));
        const between = maskBetween(text, "{{", "}}", (inside) => `<${inside}>`);
        const pattern = maskPattern(text, /\{\{([\s\S]*?)\}\}/g, ([, inside]) => `<${inside}>`);
        expect(between.text).toBe(pattern.text);
        const offsets = [...between.text].map((_, offset) => between.at(offset));
        expect(offsets).toEqual([...pattern.text].map((_, offset) => pattern.at(offset)));
      }),
    );
  });

  it("reads a text that closes nothing once", () => {
    const text = wholeText("{{".repeat(500_000));
    expect(maskBetween(text, "{{", "}}", () => "")).toBe(text);
  });
});
