// Reading many sources.
import { expect, it } from "vitest";
import type { Source } from "../../src/model/source.ts";
import { shippedTools } from "../tools.ts";

it("lets what waits for its time go on between two sources", async () => {
  const { read } = await shippedTools();
  const source = (file: string): Source => ({ file, language: "yaml", text: "a: 1\n", named: false });
  let passed = 0;
  let waiting = true;
  const wait = () => {
    if (!waiting) return;
    passed += 1;
    setImmediate(wait);
  };
  setImmediate(wait);
  await read([source("a.yaml"), source("b.yaml"), source("c.yaml")]);
  waiting = false;
  expect(passed).toBeGreaterThanOrEqual(2);
});
