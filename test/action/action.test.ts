import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Api, type Refusal, startApi } from "./api-server.ts";
import { deployment } from "./manifests.ts";
import { Repository, runAction, type Setup } from "./run-action.ts";

const repository = new Repository();
const old = repository.commit({ "k8s/old.yaml": deployment("old", true) }, "An old fault");
const same = repository.commit({ "README.md": "Text.\n" }, "Nothing new");
const faulty = repository.commit({ "k8s/new.yaml": deployment("new", true) }, "A new fault");
repository.git("checkout", "-q", "-b", "side", old);
const side = repository.commit({ "k8s/side.yaml": deployment("side", true) }, "A fault on a branch");
repository.git("checkout", "-q", "main");
repository.git("merge", "-q", "--no-ff", "-m", "Merge", side);
const merge = repository.git("rev-parse", "HEAD");
const fixed = repository.commit(
  { "k8s/old.yaml": deployment("old", false), "k8s/new.yaml": null, "k8s/side.yaml": null },
  "All fixed",
);
const workspaces: Record<string, string> = {};

beforeAll(() => {
  for (const [name, sha] of Object.entries({ same, faulty, merge, fixed }))
    workspaces[name] = repository.clone(sha);
});
afterAll(() => repository.remove());

let api: Api;
afterEach(async () => {
  await api?.close();
});

const pull = (base: string, head: string, fork = false) => ({
  pull_request: {
    number: 7,
    head: { sha: head, repo: { full_name: fork ? "stranger/r" : "o/r" } },
    base: { sha: base, repo: { full_name: "o/r" } },
  },
});
const virtual = { nodes: "virtual" };

/** A pull request that adds a fault, commented on. */
async function commented(refusals: readonly Refusal[] = [], setup: Partial<Setup> = {}) {
  api = await startApi({ refusals });
  const run = await runAction({
    workspace: workspaces["faulty"] ?? "",
    event: "pull_request",
    payload: pull(old, faulty),
    inputs: { ...virtual, comment: "true" },
    ...setup,
    env: { GITHUB_API_URL: api.url, ...setup.env },
  });
  const warnings = run.commands.filter(({ name }) => name === "warning").map(({ data }) => data);
  return { ...run, warnings };
}

describe("a pull request", () => {
  it("fails for a new finding and only for that, and shows it everywhere", async () => {
    const run = await commented();
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ conclusion: "findings", errors: "1", "new-findings": "1" });
    const [first] = run.commands;
    expect(first).toMatchObject({ name: "error", properties: { file: "k8s/new.yaml" } });
    expect(run.commands.filter(({ name }) => name === "error")).toHaveLength(1);
    expect(run.summary).toContain(`https://github.com/o/r/blob/${faulty}/k8s/new.yaml#L`);
    expect(run.summary).toContain("that the base has as well");
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toMatch(
      /^<!-- oke-policy:[0-9a-f]{16} -->\n## ❌ oke-policy: 1 new finding/,
    );
    expect(api.faults).toEqual([]);
    expect(run.log).not.toContain("ghs_test");
  });

  it("passes while only old findings stand", async () => {
    const run = await runAction({
      workspace: workspaces["same"] ?? "",
      event: "pull_request",
      payload: pull(old, same),
      inputs: virtual,
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: "clean", errors: "0", "new-findings": "0" });
    expect(run.report?.findings.map(({ standing }) => standing)).toEqual(["unchanged"]);
  });

  it("compares with the first parent of the merge commit, which is newer than the event says", async () => {
    const run = await runAction({
      workspace: workspaces["merge"] ?? "",
      event: "pull_request",
      payload: pull(old, side),
      inputs: virtual,
    });
    expect(
      run.report?.findings.filter(({ standing }) => standing === "open").map(({ file }) => file),
    ).toEqual(["k8s/side.yaml"]);
  });

  it("finds the base of a shallow clone", async () => {
    const workspace = repository.clone(faulty, "shallow");
    const run = await runAction({
      workspace,
      event: "pull_request",
      payload: pull(old, faulty),
      inputs: virtual,
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs["new-findings"]).toBe("1");
  });

  it("counts everything when the base cannot be had, and says so", async () => {
    const workspace = repository.clone(same, "shallow");
    const run = await runAction({
      workspace,
      event: "pull_request",
      payload: pull("1".repeat(40), same),
      inputs: virtual,
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/not compared with 111111111111: .*every finding counts/);
    expect(run.commands.find(({ name }) => name === "warning")?.data).toMatch(
      /^Nothing was compared with the base, every finding counts: 1{40} is not here/,
    );
  });

  it.each([
    ["there is no git", { PATH: "/nowhere" }, "git is not installed"],
    ["git takes the checkout for somebody else's", { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" }, "dubious"],
  ])("counts everything and warns when %s", async (_, env, reason) => {
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request",
      payload: pull(old, faulty),
      inputs: virtual,
      env,
    });
    expect([run.exitCode, run.outputs["new-findings"]]).toEqual([1, "2"]);
    expect(run.commands.find(({ name }) => name === "warning")?.data).toContain(reason);
  });

  it("under review is compared with its base too, so that it does not bring its own configuration", async () => {
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request_review",
      payload: pull(old, faulty),
      inputs: virtual,
    });
    expect(run.outputs["new-findings"]).toBe("1");
  });

  it("works in a checkout below the workspace, with names as the repository has them", async () => {
    const workspace = repository.clone(faulty, "full", "sub/dir");
    const run = await runAction({
      workspace,
      event: "pull_request",
      payload: pull(old, faulty),
      inputs: {
        ...virtual,
        "working-directory": "sub/dir",
        "json-file": "out/report.json",
        "sarif-file": "out/report.sarif",
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.commands[0]?.properties["file"]).toBe("k8s/new.yaml");
    expect(run.outputs["report-file"]).toBe(`${workspace}/sub/dir/out/report.json`);
  });

  it("from a fork fails just the same and says why there is no comment", async () => {
    api = await startApi({ readOnly: true });
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request",
      payload: pull(old, faulty, true),
      inputs: { ...virtual, comment: "true" },
      env: { GITHUB_API_URL: api.url },
    });
    expect(run.exitCode).toBe(1);
    expect(run.commands.filter(({ name }) => name === "error")).toHaveLength(1);
    expect(run.summary).toContain("1 new finding");
    expect(run.commands.find(({ name }) => name === "warning")?.data).toMatch(
      /left as it is: could not write a comment: the token may not \(403\).*forks.*The verdict is not affected/,
    );
  });

  it("warns on pull_request_target and fails when only the base is checked out", async () => {
    const seen = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request_target",
      payload: pull(old, faulty),
      inputs: virtual,
    });
    expect(seen.commands.find(({ name }) => name === "warning")?.data).toContain("pull_request_target");
    const unseen = await runAction({
      workspace: workspaces["same"] ?? "",
      event: "pull_request_target",
      payload: pull(same, faulty),
      inputs: virtual,
    });
    expect(unseen.exitCode).toBe(2);
    expect(unseen.outputs["conclusion"]).toBe("failed");
    expect(unseen.log).toContain("nothing of the pull request was looked at");
  });
});

describe("other events", () => {
  it("a merge group is compared with its base", async () => {
    const payload = { merge_group: { base_sha: old, head_sha: faulty } };
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "merge_group",
      payload,
      inputs: virtual,
    });
    expect([run.exitCode, run.outputs["new-findings"]]).toEqual([1, "1"]);
  });

  it("a push is compared with what was there before, a new branch with nothing", async () => {
    const push = (before: string) =>
      runAction({
        workspace: workspaces["faulty"] ?? "",
        event: "push",
        payload: { before, after: faulty },
        inputs: virtual,
      });
    expect((await push(old)).outputs["new-findings"]).toBe("1");
    expect((await push("0".repeat(40))).outputs["new-findings"]).toBe("2");
  });

  it.each(["schedule", "workflow_dispatch"])("%s counts everything and posts no comment", async (event) => {
    api = await startApi();
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event,
      inputs: { ...virtual, comment: "true" },
      env: { GITHUB_API_URL: api.url },
    });
    expect([run.exitCode, run.outputs["new-findings"]]).toEqual([1, "2"]);
    expect(api.requests).toEqual([]);
  });

  it("a comparison can be switched off", async () => {
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "push",
      payload: { before: old },
      inputs: { ...virtual, base: "none" },
    });
    expect(run.outputs["new-findings"]).toBe("2");
  });

  it.each([
    ["the commit itself", { base: "HEAD" }, {}],
    ["the event's base that was checked out", {}, pull(faulty, "f".repeat(40))],
  ])("a comparison with %s warns that nothing can be new", async (_, inputs, payload) => {
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request",
      payload,
      inputs: { ...virtual, ...inputs },
    });
    expect(run.exitCode).toBe(0);
    expect(run.commands.find(({ name }) => name === "warning")?.data).toContain(
      "is the commit that is checked out",
    );
  });
});

describe("several steps of one job", () => {
  it("each name a report of their own", async () => {
    const run = () =>
      runAction({
        workspace: workspaces["same"] ?? "",
        event: "schedule",
        inputs: virtual,
        env: { RUNNER_TEMP: repository.folder },
      });
    expect((await run()).outputs["report-file"]).not.toBe((await run()).outputs["report-file"]);
  });
});

describe("the comment", () => {
  it("is updated in place, found behind a hundred others, and not taken from somebody else", async () => {
    api = await startApi();
    const user = { login: "somebody", type: "User" } as const;
    const setup = {
      event: "pull_request",
      inputs: { ...virtual, comment: "true" },
      env: { GITHUB_API_URL: api.url },
    };
    const failing = { ...setup, workspace: workspaces["faulty"] ?? "", payload: pull(old, faulty) };
    await runAction(failing);
    const own = api.comments[0]?.body ?? "";
    api.comments.unshift(...Array.from({ length: 120 }, (_, id) => ({ id: id + 1_000, body: own, user })));
    await runAction({ ...failing, inputs: { ...setup.inputs, "fail-on": "never" } });
    expect(api.comments.filter(({ user }) => user.type === "Bot").map(({ body }) => body)).toEqual([
      expect.stringContaining("Passed with 1 new finding"),
    ]);
    await runAction({ ...setup, workspace: workspaces["fixed"] ?? "", payload: pull(old, fixed) });
    expect(api.comments.filter(({ user }) => user.type === "Bot")).toEqual([]);
    expect(api.comments).toHaveLength(120);
    expect(api.faults).toEqual([]);
  });

  it("is one for each way of looking, as the legs of a matrix have", async () => {
    api = await startApi();
    for (const nodes of ["virtual", "mixed", "virtual"])
      await runAction({
        workspace: workspaces["faulty"] ?? "",
        event: "pull_request",
        payload: pull(old, faulty),
        inputs: { nodes, comment: "true", "fail-on": "notice" },
        env: { GITHUB_API_URL: api.url },
      });
    expect(api.comments).toHaveLength(2);
  });

  it("goes to an enterprise server", async () => {
    api = await startApi();
    const run = await runAction({
      workspace: workspaces["faulty"] ?? "",
      event: "pull_request",
      payload: pull(old, faulty),
      inputs: { ...virtual, comment: "true" },
      env: { GITHUB_API_URL: `${api.url}/api/v3`, GITHUB_SERVER_URL: "https://ghe.example" },
    });
    expect(api.requests).toContain("POST /api/v3/repos/o/r/issues/7/comments");
    expect(run.summary).toContain("https://ghe.example/o/r/blob/");
  });

  it.each([
    [403, "the token may not (403)"],
    [404, "not found, or the token may not see it (404)"],
    [422, "GitHub refused the text (422)"],
    [500, "GitHub answered 500"],
  ])("that GitHub answers with %i is a warning and nothing more", async (status, words) => {
    const run = await commented([{ status }]);
    expect(run.exitCode).toBe(1);
    expect(run.outputs["conclusion"]).toBe("findings");
    expect(run.warnings).toEqual([expect.stringContaining(words)]);
  });

  it("is sent again when GitHub says to wait", async () => {
    const run = await commented([{ method: "POST", status: 429, headers: { "retry-after": "1" }, times: 1 }]);
    expect(run.warnings).toEqual([]);
    expect(api.comments).toHaveLength(1);
    expect(api.requests.filter((request) => request.startsWith("POST /repos"))).toHaveLength(2);
  });

  it("is given up when GitHub wants to wait for longer than a runner should", async () => {
    const run = await commented([{ status: 429, headers: { "retry-after": "3600" } }]);
    expect(run.exitCode).toBe(1);
    expect(run.warnings).toEqual([expect.stringContaining("rate limit is reached (429)")]);
    expect(api.requests).toHaveLength(1);
  });

  it("is looked for again after a fault of the server, but never written twice", async () => {
    const listed = await commented([{ method: "GET", status: 500, times: 1 }]);
    expect(listed.warnings).toEqual([]);
    expect(api.comments).toHaveLength(1);
    await api.close();
    const written = await commented([{ method: "POST", status: 502, times: 1 }]);
    expect(written.warnings).toEqual([
      expect.stringContaining("could not write a comment: GitHub answered 502"),
    ]);
    expect(api.requests.filter((request) => request.startsWith("POST /repos"))).toHaveLength(1);
  });

  it("is given up when something else answers than GitHub's API", async () => {
    const run = await commented([{ method: "GET", status: 200 }]);
    expect(run.exitCode).toBe(1);
    expect(run.warnings).toEqual([expect.stringContaining("what answers there is not GitHub's API")]);
  });

  it("is given up when there is no answer in time", async () => {
    const run = await commented([{ status: "hang" }]);
    expect(run.exitCode).toBe(1);
    expect(run.warnings).toEqual([expect.stringContaining("no answer in time")]);
  });
});

describe("a run that cannot do its work", () => {
  const faultyRun = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
    runAction({ workspace: workspaces["same"] ?? "", event: "push", inputs, env });

  it.each([
    [{ nodes: "virtal" }, 'did you mean "virtual"?'],
    [{ comment: "maybe" }, 'input "comment": "maybe" is neither true nor false'],
    [{ paths: "no/such/folder" }, "no/such/folder"],
    [{ config: "gone.yaml" }, "gone.yaml"],
    [{ "json-file": "README.md/report.json" }, "could not be written"],
  ])("for %j fails with exit code 2 and says why", async (inputs, words) => {
    const run = await faultyRun(inputs);
    expect(run.exitCode).toBe(2);
    expect(run.outputs["conclusion"]).toBe("failed");
    expect(run.commands.find(({ name, data }) => name === "error" && data.includes(words))).toBeDefined();
    expect(run.log).not.toMatch(/^\s+at /m);
    expect(run.summary).toContain("## ⛔ oke-policy: Failed: it could not do its work.\n\n```\n");
    expect(run.summary).toContain(words);
  });

  it("writes no summary where none is wanted", async () => {
    expect((await faultyRun({ nodes: "virtal", summary: "False" })).summary).toBe("");
  });

  it("shows in the summary what it found before a file could not be written", async () => {
    const { summary } = await faultyRun({ ...virtual, "json-file": "README.md/report.json" });
    expect(summary).toMatch(/^## ❌ oke-policy: 1 finding[\s\S]*^## ⛔ oke-policy: Failed/m);
  });

  it.each([
    ["GITHUB_STEP_SUMMARY", "The job summary was not written"],
    ["GITHUB_OUTPUT", "The outputs were not written"],
  ])("is not one whose %s has nowhere to go", async (variable, words) => {
    for (const [inputs, exitCode] of [[virtual, 1] as const, [{ nodes: "virtal" }, 2] as const]) {
      const run = await faultyRun(inputs, { [variable]: "/no/such/file" });
      expect(run.exitCode).toBe(exitCode);
      expect(run.commands.find(({ name }) => name === "warning")?.data).toContain(words);
    }
  });
});

describe("hostile names", () => {
  it("run no command in the log and break nothing in the summary", async () => {
    const nasty = "k8s/##[add-mask]x ::error::y %0A `|<script>.yaml";
    const sha = repository.commit({ [nasty]: deployment("'::error::##[group]x'", true) }, "Hostile");
    const run = await runAction({ workspace: repository.clone(sha), event: "schedule", inputs: virtual });
    expect(run.exitCode).toBe(1);
    expect(new Set(run.commands.map(({ name }) => name))).toEqual(new Set(["error"]));
    expect(run.commands.map(({ properties }) => properties["file"])).toContain(nasty.replace("##[", "##\\["));
    expect(run.summary).not.toContain("<script>");
  });
});
