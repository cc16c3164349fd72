import { describe, expect, it } from "vitest";
import { explain } from "../../src/commands/explain.ts";
import { run } from "../terminal.ts";

const explained = async (...args: string[]) => (await run(explain, { cwd: "." }, ...args)).out;

describe("explain", () => {
  it("shows one rule in full", async () => {
    const text = await explained("init-container");
    expect(text).toMatch(/^Init container \(init-container\)\nerror · VNP-04 · /);
    expect(text).toContain("ignore[init-container] reason");
    expect(JSON.parse(await explained("init-container", "--format", "json"))).toMatchObject({
      id: "init-container",
    });
  });

  it("shows all rules of a requirement, those made for it first", async () => {
    const text = await explained("vnp-04");
    expect(text).toMatch(
      /^VNP-04 is judged by 3 rules: init-container, unsupported-chart-setting, misspelt-field\n\nInit container/,
    );
    expect(text).toContain("\nMisspelt field (misspelt-field)\n");
    const rules = JSON.parse(await explained("VNP-04", "--format=json")) as { id: string }[];
    expect(rules.map(({ id }) => id)).toEqual([
      "init-container",
      "unsupported-chart-setting",
      "misspelt-field",
    ]);
  });

  it("keeps its own words within the width of a page", async () => {
    const [words = ""] = (await explained("misspelt-field")).split("\nBad (");
    expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("keeps its own words within a narrower terminal", async () => {
    const { out } = await run(explain, { cwd: ".", columns: 60 }, "VNP-04");
    const [words = ""] = out.split("\nBad (");
    const longest = Math.max(...words.split("\n").map((line) => line.length));
    expect(longest).toBeGreaterThan(45);
    expect(longest).toBeLessThanOrEqual(60);
  });

  it.each([
    [["init-contaner"], 'did you mean "init-container"?'],
    [["XNP-01"], 'there is no rule or requirement "XNP-01"'],
    [[], "takes the id of one"],
    [["init-container", "daemon-set"], "takes the id of one"],
  ])("refuses %j", async (args, message) => {
    await expect(explained(...args)).rejects.toThrow(message);
  });
});
