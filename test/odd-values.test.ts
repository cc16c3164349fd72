// Manifests with values of types that nobody expects: strangers write them, and a rule that stops hides what it would have found.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { seeded } from "../scripts/bench/generate.ts";
import { scan } from "../src/scan.ts";
import { treeOf } from "./example.ts";
import { projectRoot, settled, shippedTools } from "./tools.ts";

const folder = join(projectRoot, "policies/rules");
const manifests = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /examples.*\.yaml$/.test(file))
  .map((file) => loadAll(readFileSync(join(folder, file), "utf8")));

const ODD: readonly unknown[] = [
  ...[null, false, true, 0, -1, 1.5, 1e30, "", "0", " ", "a/b:c@d", "${X}", "v1", "::/0", "1.2.3.4/33"],
  ...[[], {}, [null], [[]], [{}], ["a", "a"], { x: null }, { "": "" }],
];

describe("values of other types", () => {
  it.each([1, 2, 3, 4])(
    "stop no rule, seed %i",
    async (seed) => {
      const random = seeded(seed);
      const files = manifests.map((documents, index) => {
        const changed = documents.map((document) => JSON.stringify(withOdd(document, random)));
        return [`${index}.yaml`, changed.join("\n---\n")] as const;
      });
      const tools = await shippedTools();
      const enabled = tools.bundle.book.rules.map((rule) => ({ rule }));
      const { problems, judged } = await scan(
        treeOf(new Map(files)),
        { ...settled("virtual"), enabled },
        tools,
      );
      expect(problems.filter(({ code }) => code === "rule/failed")).toEqual([]);
      expect(judged.length).toBeGreaterThan(300);
    },
    60_000,
  );
});

/** One value in twenty; what says which kind of object it is stays more often. */
function withOdd(value: unknown, random: () => number, chance = 0.05): unknown {
  if (random() < chance) return ODD[Math.floor(random() * ODD.length)];
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => withOdd(one, random));
  const within = (key: string) => (key === "kind" || key === "apiVersion" ? 0.002 : 0.05);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withOdd(one, random, within(key))]),
  );
}
