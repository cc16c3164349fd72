import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../tools.ts";
import { deployment } from "./manifests.ts";
import { type Files, Repository, runAction } from "./run-action.ts";

const repositories: Repository[] = [];
afterAll(() => {
  for (const repository of repositories) repository.remove();
});

/** A pull request from a base with one old fault (and whatever else) to a head with the given changes. */
async function pullRequest(change: Files, base: Files = {}, inputs: Readonly<Record<string, string>> = {}) {
  const repository = new Repository();
  repositories.push(repository);
  const before = repository.commit({ "k8s/old.yaml": deployment("old", true), ...base });
  const head = repository.commit({ "README.md": "Text.\n", ...change });
  const payload = {
    pull_request: {
      number: 7,
      head: { sha: head, repo: { full_name: "o/r" } },
      base: { sha: before, repo: { full_name: "o/r" } },
    },
  };
  const run = await runAction({
    workspace: repository.clone(head, "shallow"),
    event: "pull_request",
    payload,
    inputs: { nodes: "virtual", ...inputs },
  });
  const standing = (wanted: string) =>
    (run.report?.findings ?? []).filter((finding) => finding.standing === wanted).map(({ file }) => file);
  return {
    ...run,
    open: standing("open"),
    unchanged: standing("unchanged"),
    suppressed: standing("suppressed"),
  };
}

/** The baseline that accepts the faults of the base and these files. */
async function baselineOf(files: Files): Promise<string> {
  const repository = new Repository();
  repositories.push(repository);
  repository.commit({ "k8s/old.yaml": deployment("old", true), ...files });
  const cli = join(projectRoot, "dist", "cli.js");
  spawnSync(process.execPath, [cli, "check", "--nodes", "virtual", "--write-baseline", "accepted.json"], {
    cwd: repository.origin,
  });
  return readFileSync(join(repository.origin, "accepted.json"), "utf8");
}

const fault = deployment("new", true);
const suppressed = fault.replace(
  "          hostPath",
  "          # oke-policy: ignore[host-path-volume] it has to be\n          hostPath",
);
const config = "rules:\n  host-path-volume: { severity: off, reason: not here }\n";

describe("the gate", () => {
  it("blocks for the new finding, not for the old one", async () => {
    const run = await pullRequest({ "k8s/new.yaml": fault });
    expect([run.exitCode, run.open, run.unchanged]).toEqual([1, ["k8s/new.yaml"], ["k8s/old.yaml"]]);
  });

  it("lets a finding move by a hundred lines, and into another file with it", async () => {
    const moved = await pullRequest({
      "k8s/old.yaml": `${"# A line.\n".repeat(100)}${deployment("old", true)}`,
    });
    expect([moved.exitCode, moved.unchanged]).toEqual([0, ["k8s/old.yaml"]]);
    const renamed = await pullRequest({ "k8s/old.yaml": null, "apps/renamed.yaml": deployment("old", true) });
    expect([renamed.exitCode, renamed.unchanged]).toEqual([0, ["apps/renamed.yaml"]]);
  });

  it("is clean when everything is fixed", async () => {
    const run = await pullRequest({ "k8s/old.yaml": deployment("old", false) });
    expect([run.exitCode, run.outputs["conclusion"]]).toEqual([0, "clean"]);
  });

  it("is not loosened by a suppression that comes with the fault", async () => {
    const run = await pullRequest({ "k8s/new.yaml": suppressed });
    expect([run.exitCode, run.open]).toEqual([1, ["k8s/new.yaml"]]);
    expect(run.log).toMatch(/suppress|ignore/i);
  });

  it("is not loosened by a suppression of what stands", async () => {
    const base = { "k8s/new.yaml": suppressed };
    const run = await pullRequest({}, base);
    expect([run.exitCode, run.suppressed]).toEqual([0, ["k8s/new.yaml"]]);
  });

  it("is not loosened by a configuration that comes with the fault", async () => {
    const run = await pullRequest({ "k8s/new.yaml": fault, ".oke-policy.yaml": config });
    expect([run.exitCode, run.open]).toEqual([1, ["k8s/new.yaml"]]);
    expect(run.log).toContain(".oke-policy.yaml");
  });

  it("is not loosened by a baseline that comes with the fault, and takes one that stands", async () => {
    const baseline = await baselineOf({ "k8s/new.yaml": fault });
    const inputs = { baseline: "accepted.json" };
    const coming = await pullRequest(
      { "k8s/new.yaml": fault, "accepted.json": baseline },
      { "accepted.json": await baselineOf({}) },
      inputs,
    );
    expect([coming.exitCode, coming.open]).toEqual([1, ["k8s/new.yaml"]]);
    expect(coming.log).toContain("accepted.json");
    const standing = await pullRequest({ "k8s/new.yaml": fault }, { "accepted.json": baseline }, inputs);
    expect([standing.exitCode, standing.open]).toEqual([0, []]);
  });

  it("sees what a change in one file does to another", async () => {
    const kata = deployment("web", false).replace(
      "      volumes:",
      "      runtimeClassName: kata\n      volumes:",
    );
    const runtimeClass =
      "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: kata }\nhandler: kata\n";
    const base = { "k8s/web.yaml": kata, "k8s/kata.yaml": runtimeClass };
    const overhead = `${runtimeClass}overhead: { podFixed: { memory: 120Mi } }\n`;
    const run = await pullRequest({ "k8s/kata.yaml": overhead }, base, { "fail-on": "notice" });
    expect([run.exitCode, run.open]).toEqual([1, ["k8s/web.yaml"]]);
  });

  it("trusts the pull request where the base says so", async () => {
    const base = { ".oke-policy.yaml": "trustPullRequest: true\n" };
    const run = await pullRequest({ "k8s/new.yaml": suppressed }, base);
    expect([run.exitCode, run.suppressed]).toEqual([0, ["k8s/new.yaml"]]);
  });
});
