// Data flows one way: which folder may import which, and where third-party packages may be used.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { groupBy } from "../src/model/group.ts";
import { projectRoot } from "./tools.ts";

const source = join(projectRoot, "src");

/** Folder → folders it may import, beside itself. Files at the top of `src` join the stages and may import all of them. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ["model", "readers"],
  discovery: ["model", "config"],
  readers: ["model"],
  inventory: ["model", "readers"],
  engine: ["model"],
  findings: ["model", "config"],
  reporters: ["model"],
  github: ["model", "reporters", "discovery"],
  commands: ["model", "config", "discovery", "readers", "inventory", "engine", "findings", "reporters"],
};

/** Package → folders or files that may import it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "js-yaml": ["readers/yaml"],
  valibot: ["config"],
  "@valibot/to-json-schema": ["config"],
  minimatch: ["config", "inventory/targets.ts"],
  "@open-policy-agent/opa-wasm": ["engine/policy.ts"],
  "web-tree-sitter": ["readers/tree-sitter.ts"],
  "@actions/core": ["github", "action.ts"],
  "@actions/github": ["github"],
  sarif: ["reporters/sarif.ts"],
};

const files = (readdirSync(source, { recursive: true }) as string[])
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

type Import = { readonly file: string; readonly from: string };

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), "utf8");
  const found = text.matchAll(
    /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm,
  );
  return [...found].map((match) => ({ file, from: (match[1] ?? match[2] ?? match[3])! }));
});

describe("the imports", () => {
  it("are found at all", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("follow the flow of data", () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!from.startsWith(".") || !file.includes("/")) return false;
      const target = relative(source, join(source, dirname(file), from)).replaceAll("\\", "/");
      if (target.startsWith("../policies/data/")) return false;
      const [here, there] = [file.split("/")[0]!, target.split("/")[0]!];
      if (!target.includes("/"))
        return here !== "commands" && !(here === "github" && /^(run|scan)\.ts$/.test(target));
      return here !== there && !(FOLDERS[here] ?? []).includes(there);
    });
    expect(wrong).toEqual([]);
  });

  it("never lead back to where they began", () => {
    const targets = groupBy(
      imports.filter(({ from }) => from.startsWith(".")),
      ({ file }) => file,
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const follow = (file: string, way: readonly string[]) => {
      if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      if (way.includes(file) || done.has(file)) return;
      for (const { from } of targets.get(file) ?? []) follow(join(dirname(file), from), [...way, file]);
      done.add(file);
    };
    for (const file of files) follow(file, []);
    expect(cycles).toEqual([]);
  });

  it("use a package only where it belongs", () => {
    const wrong = imports.filter(({ file, from }) => {
      if (from.startsWith(".") || from.startsWith("node:")) return false;
      return !(PACKAGES[from] ?? []).some((place) => file === place || file.startsWith(`${place}/`));
    });
    expect(wrong).toEqual([]);
  });

  it("know every folder", () => {
    expect(
      [...new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]))].toSorted(),
    ).toEqual(Object.keys(FOLDERS).toSorted());
  });
});

describe("every file", () => {
  it("opens with what it takes and gives", () => {
    expect(
      files.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(readFileSync(join(source, file), "utf8"))),
    ).toEqual([]);
  });
});
