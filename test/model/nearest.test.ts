import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/model/nearest.ts";

const words = ["host-path-volume", "host-port", "init-container", "nodes", "asOf", "failOn", "off", "error"];

describe("nearest", () => {
  it.each([
    ["host-path-volum", "host-path-volume"],
    ["hostpath-volume", "host-path-volume"],
    ["noeds", "nodes"],
    ["asof", "asOf"],
    ["fail-on", "failOn"],
    ["of", "off"],
    ["host-path", "host-path-volume"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  it.each(["", "zzzzz", "x", "container", "h".repeat(5000)])("finds nothing near %j", (word) => {
    expect(nearest(word, words)).toBeUndefined();
  });

  it("prefers the first of two that are equally near", () => {
    expect(nearest("cat", ["bat", "cut"])).toBe("bat");
  });

  it("finds any word again after one neighbouring pair was swapped", () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), (word, at) => {
        const index = at % (word.length - 1);
        const swapped = word.slice(0, index) + word[index + 1] + word[index] + word.slice(index + 2);
        return nearest(swapped, words) === word;
      }),
    );
  });
});

describe("didYouMean", () => {
  it("ends a message with the word that was meant, or with nothing", () => {
    expect(didYouMean("noeds", words)).toBe('; did you mean "nodes"?');
    expect(didYouMean("zzzzz", words)).toBe("");
  });
});
