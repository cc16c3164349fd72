// Every example of every rule, through the readers, the inventory and the shipped WASM. Strict both ways.
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleFolders } from "../scripts/rule-book.ts";
import { examplesIn, found, scanExample } from "./example.ts";
import { shippedTools } from "./tools.ts";

const off = new Set(
  (await shippedTools()).bundle.book.rules.filter(({ enabled }) => !enabled).map(({ id }) => id),
);

describe.each(ruleFolders().map((folder) => [basename(folder), folder]))("%s", (rule, folder) => {
  for (const example of examplesIn(join(folder, "examples"))) {
    it(`finds in ${example.name} what its lines expect, and nothing else`, async () => {
      const scanned = off.has(rule) ? await scanExample(example, [rule]) : await scanExample(example);
      expect(found(scanned)).toEqual(example.expected);
      expect(scanned.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      if (example.name.startsWith("bad"))
        expect(example.expected.some((line) => line.endsWith(` ${rule}`))).toBe(true);
    });
  }
});
