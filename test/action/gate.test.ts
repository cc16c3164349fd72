import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
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

describe("settings that are broken or gone", () => {
  const empty = '{ "version": 1, "findings": [] }';
  const broken = "nods: virtual\n";

  it.each([
    ["a configuration", ".oke-policy.yaml", broken, {}, 'did you mean "nodes"?'],
    ["a baseline", "accepted.json", "{", { baseline: "accepted.json" }, "not a baseline"],
  ])(
    "fail the change that breaks %s, because no later run could use it",
    async (_, file, text, inputs, words) => {
      const before = file.endsWith("json") ? empty : "unreadable: warning\n";
      const run = await pullRequest({ [file]: text }, { [file]: before }, inputs);
      expect([run.exitCode, run.outputs["conclusion"]]).toEqual([2, "failed"]);
      const error = run.commands.find(({ name, data }) => name === "error" && data.includes(words));
      expect(error?.properties["file"]).toBe(file);
      expect(run.unchanged).toEqual(["k8s/old.yaml"]);
    },
  );

  it.each([
    ["a configuration", ".oke-policy.yaml", `${broken}${config}`, config, {}],
    ["a baseline", "accepted.json", "{", empty, { baseline: "accepted.json" }],
  ])(
    "do not keep out the change that mends %s, which gains nothing by it",
    async (_, file, text, mended, inputs) => {
      const base = { [file]: text };
      const alone = await pullRequest({ [file]: mended }, base, inputs);
      expect([alone.exitCode, alone.unchanged]).toEqual([0, ["k8s/old.yaml"]]);
      expect(alone.log).toContain("is judged as if there were none");
      const more = await pullRequest({ [file]: mended, "k8s/new.yaml": fault }, base, inputs);
      expect([more.exitCode, more.open]).toEqual([1, ["k8s/new.yaml"]]);
    },
  );

  it("are told of where a file looks like them, and only there", async () => {
    const code = "config/not-read";
    expect((await pullRequest({})).log).not.toContain(code);
    expect((await pullRequest({ ".oke-policy.yml": config })).log).toContain(code);
  });

  it.each([{ config: "gone.yaml" }, { baseline: "gone.json" }])("fail when %j is nowhere", async (inputs) => {
    const run = await pullRequest({}, {}, inputs);
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain("cannot be read (ENOENT)");
  });
});

describe("a partial clone that cannot ask for more", () => {
  it("says what it could not compare, and does not take settings it cannot read for none", async () => {
    const repository = new Repository();
    repositories.push(repository);
    repository.git("config", "uploadpack.allowFilter", "true");
    const before = repository.commit({
      "k8s/old.yaml": deployment("old", true),
      ".oke-policy.yaml": "failOn: notice\n",
    });
    const files = {
      "k8s/old.yaml": `${deployment("old", true)}# More.\n`,
      ".oke-policy.yaml": "failOn: never\n",
    };
    const head = repository.commit(files);
    const workspace = repository.clone(head, "partial");
    renameSync(repository.origin, `${repository.origin}-gone`);
    const run = await runAction({
      workspace,
      event: "pull_request",
      payload: { pull_request: { number: 7, head: { sha: head }, base: { sha: before } } },
      inputs: { nodes: "virtual" },
    });
    expect([run.exitCode, run.outputs["conclusion"]]).toEqual([1, "findings"]);
    const warnings = run.commands
      .filter(({ name }) => name === "warning")
      .map(({ properties }) => properties["title"]);
    expect(warnings).toEqual(["base/unreadable", "config/broken-in-base"]);
  });
});

describe("settings behind a link", () => {
  it("are read where the link leads, in the base as in the work tree", async () => {
    const repository = new Repository();
    repositories.push(repository);
    symlinkSync("ci/policy.yaml", join(repository.origin, ".oke-policy.yaml"));
    const before = repository.commit({ "ci/policy.yaml": config });
    const head = repository.commit({ "k8s/new.yaml": fault });
    const run = await runAction({
      workspace: repository.clone(head, "shallow"),
      event: "pull_request",
      payload: { pull_request: { number: 7, head: { sha: head }, base: { sha: before } } },
      inputs: { nodes: "virtual" },
    });
    expect([run.exitCode, run.outputs["conclusion"]]).toEqual([0, "clean"]);
  });
});

describe("settings of another repository", () => {
  /** A pull request with a fault, and beside its files a clone that holds a configuration and a baseline. */
  async function withClone(at: (clone: string) => string) {
    const baseline = await baselineOf({ "k8s/new.yaml": fault });
    const settings = new Repository();
    const repository = new Repository();
    repositories.push(settings, repository);
    const policy = settings.commit({ "accepted.json": baseline, "policy.yaml": config });
    const before = repository.commit({ "k8s/old.yaml": deployment("old", true) });
    const head = repository.commit({ "k8s/new.yaml": fault });
    const workspace = repository.clone(head, "shallow");
    const clone = settings.clone(policy, "full", "inner");
    const folder = at(clone);
    cpSync(join(clone, "inner"), join(workspace, folder), { recursive: true });
    const pull = { number: 7, head: { sha: head }, base: { sha: before } };
    const go = (inputs: Readonly<Record<string, string>>) =>
      runAction({
        workspace,
        event: "pull_request",
        payload: { pull_request: pull },
        inputs: { nodes: "virtual", ...inputs },
      });
    return { go, folder, workspace };
  }

  it.each([
    ["in a clone within this one", () => "central"],
    ["outside of it", (clone: string) => `../${basename(clone)}-copy`],
  ])("hold for a change that cannot touch them: %s", async (_, at) => {
    const { go, folder } = await withClone(at);
    expect((await go({})).exitCode).toBe(1);
    expect((await go({ config: `${folder}/policy.yaml` })).exitCode).toBe(0);
    expect((await go({ baseline: `${folder}/accepted.json` })).exitCode).toBe(0);
  });

  it("do not when it is the change that leads there", async () => {
    const { go, folder, workspace } = await withClone((clone) => `../${basename(clone)}-copy`);
    symlinkSync(folder, join(workspace, "ci"));
    expect((await go({ config: "ci/policy.yaml" })).exitCode).toBe(1);
    expect((await go({ baseline: "ci/accepted.json" })).exitCode).toBe(1);
  });
});
