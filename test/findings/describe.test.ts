import { describe, expect, it } from "vitest";
import { describe as describeFinding, placeholders } from "../../src/findings/describe.ts";

describe("describe", () => {
  it.each([
    ["{volume} of {subject}", { volume: "data" }, '"data" of Deployment "web"'],
    ["{volume:plain} of {subject}", { volume: "data" }, 'data of Deployment "web"'],
    ["{count} and {on}", { count: 3, on: false }, "3 and false"],
    ["{names}", { names: ["a", "b"] }, '"a", "b"'],
    ["{names:plain}", { names: ["a", "b"] }, "a, b"],
    ["{ports}", { ports: [1, 2] }, "1, 2"],
    ["{names}", { names: [] }, "none"],
    [
      "{CLUSTER_JOIN} and All {instance.id = 'x'} {name}",
      { name: "n" },
      `{CLUSTER_JOIN} and All {instance.id = 'x'} "n"`,
    ],
  ])("fills %j", (template, facts, text) => {
    expect(describeFinding(template, facts, 'Deployment "web"')).toBe(text);
  });

  it("does not fill what a fact brings along", () => {
    expect(describeFinding("{a}", { a: "{b} $& $1", b: "x" }, "s")).toBe('"{b} $& $1"');
  });

  it("says that it only counts on a virtual node where nobody knows whether it lands there", () => {
    expect(describeFinding("{subject} is off.", {}, "s", true)).toBe(
      "s is off. This counts if this lands on a virtual node.",
    );
  });

  it("throws for a placeholder without a fact", () => {
    expect(() => describeFinding("{volume}", {}, "s")).toThrow("gives no fact for {volume}");
    expect(() => describeFinding("{constructor}", {}, "s")).toThrow("gives no fact for {constructor}");
  });
});

describe("placeholders", () => {
  it("names each once", () => {
    expect(placeholders("{a} {b:plain} {a} {subject} {UPPER}")).toEqual(["a", "b", "subject"]);
  });
});
