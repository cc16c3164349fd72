import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { inputNames } from "../../src/github/inputs.ts";
import { outputNames } from "../../src/github/outputs.ts";
import { projectRoot } from "../tools.ts";

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };
type Job = {
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
};
type Workflow = { readonly permissions?: unknown; readonly jobs: Readonly<Record<string, Job>> };

const folders = [".github/workflows", "examples/workflows"];
const files = folders.flatMap((folder) =>
  readdirSync(join(projectRoot, folder)).map((file) => `${folder}/${file}`),
);
const guide = readFileSync(join(projectRoot, "docs/workflows.md"), "utf8");
const text = (file: string) => readFileSync(join(projectRoot, file), "utf8");
const steps = (file: string) =>
  Object.values((load(text(file)) as Workflow).jobs).flatMap((job) => job.steps ?? []);
const isOurs = (uses: string) => uses === "./" || uses.startsWith("oke-policy/oke-policy@");

describe.each(files)("%s", (file) => {
  const workflow = load(text(file)) as Workflow;

  it("grants nothing to all jobs and says for each what it needs", () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined();
  });

  it("names other actions by their full hash and their version", () => {
    const lines = text(file).match(/uses: .*/g) ?? [];
    const others = lines.filter(
      (line) => !isOurs(line.replace("uses: ", "")) && !line.includes("<full hash>"),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives our Action inputs that it has", () => {
    for (const step of steps(file).filter(({ uses }) => isOurs(uses ?? ""))) {
      expect([...inputNames]).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  it("puts no expression into a script", () => {
    for (const step of steps(file) as readonly { readonly run?: string }[])
      expect(step.run ?? "").not.toContain("${{");
  });
});

describe("the guide to workflows", () => {
  it("lists every example, input and output", () => {
    for (const file of readdirSync(join(projectRoot, "examples/workflows")))
      expect(guide).toContain(`(../examples/workflows/${file})`);
    const rows = (title: string) => {
      const section = guide.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
      return [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = ""]) =>
        [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      );
    };
    expect(rows("Inputs")).toEqual([...inputNames]);
    expect(rows("Outputs")).toEqual([...outputNames]);
  });

  it("uses the same hashes as the examples", () => {
    const pinned = (from: string) => [...from.matchAll(/([\w/-]+)@([0-9a-f]{40})/g)].map(([whole]) => whole);
    const known = new Set(files.flatMap((file) => pinned(text(file))));
    expect(pinned(guide).every((pin) => known.has(pin))).toBe(true);
    const byAction = [...known].map((pin) => pin.split("@")[0]);
    expect(new Set(byAction).size).toBe(byAction.length);
  });
});
