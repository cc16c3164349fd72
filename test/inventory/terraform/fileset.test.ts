// Patterns of `fileset`.
import { describe, expect, it } from "vitest";
import { fileSet } from "../../../src/inventory/terraform/functions/fileset.ts";
import { SourceText } from "../../../src/inventory/terraform/site.ts";

const site = { source: new SourceText("main.tf", ""), start: 0, end: 0 };
const FILES = [
  "a/b.yaml",
  "a/c.yml",
  "a/d/e.yaml",
  "a/f.json",
  "a/g+h.sh",
  "b.yaml",
  "a/{x}.yaml",
  "ab.yaml",
];

function taken(pattern: string, ...folders: string[]): unknown {
  const found = fileSet(FILES, folders, pattern, site, "r");
  if (found.kind !== "list") return found.kind;
  const names = found.items.map((item) => (item.kind === "known" ? item.value : null));
  return found.open ? [...names, "…"] : names;
}

describe("fileset", () => {
  it.each([
    ["*.yaml", "a", ["b.yaml", "{x}.yaml"]],
    ["**/*.yaml", "a", ["b.yaml", "d/e.yaml", "{x}.yaml"]],
    ["**", "a/d", ["e.yaml", "…"]],
    ["?.{yaml,yml}", "a", ["b.yaml", "c.yml"]],
    ["*.{sh,yml}", "a", ["c.yml", "g+h.sh", "…"]],
    ["g+h.sh", "a", ["g+h.sh", "…"]],
    ["*/*.yaml", "", ["a/b.yaml", "a/{x}.yaml"]],
    ["d/*.yaml", "a", ["d/e.yaml"]],
    ["*.toml", "a", "unknown"],
    ["[bc].yaml", "a", "unknown"],
    ["{b.yaml", "a", "unknown"],
    ["*a*a*a*a*a*a*a*a*a*.yaml", "a", "unknown"],
  ])("takes %s in the folder %s", (pattern, folder, names) => {
    expect(taken(pattern, folder)).toEqual(names);
  });

  it("begins in the first folder that has such a file", () => {
    expect(taken("*.yaml", "nowhere", "", "a")).toEqual(["ab.yaml", "b.yaml"]);
  });
});
