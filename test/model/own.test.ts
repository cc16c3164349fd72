import { expect, it } from "vitest";
import { own } from "../../src/model/own.ts";

it("knows what a table holds, and nothing that every object of JavaScript answers to", () => {
  const table: Readonly<Record<string, number>> = { pods: 1 };
  expect(own(table, "pods")).toBe(1);
  expect(["constructor", "toString", "__proto__", "nodes"].map((word) => own(table, word))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
