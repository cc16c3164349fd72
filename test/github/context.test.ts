import { describe, expect, it } from "vitest";
import { baseRequest, type Checkout, linksOf, readContext } from "../../src/github/context.ts";

const sha = (digit: string) => digit.repeat(40);
const pull = (headRepository: string | null = "o/r") => ({
  pull_request: {
    number: 7,
    head: { sha: sha("b"), repo: headRepository === null ? null : { full_name: headRepository } },
    base: { sha: sha("a"), repo: { full_name: "o/r" } },
  },
});
const context = (event: string, payload: unknown, env: Readonly<Record<string, string>> = {}) =>
  readContext(
    { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: "event.json", GITHUB_REPOSITORY: "o/r", ...env },
    () => JSON.stringify(payload),
  );
const checkout = (changes: Partial<Checkout> = {}): Checkout => ({
  sha: sha("c"),
  parents: [sha("9")],
  repository: null,
  ...changes,
});

describe("the base of an event", () => {
  it.each([
    ["pull_request", pull(), sha("a")],
    ["pull_request_target", pull(), sha("a")],
    ["pull_request_review", pull(), sha("a")],
    ["pull_request_review_comment", pull(), sha("a")],
    ["merge_group", { merge_group: { base_sha: sha("d"), head_sha: sha("e") } }, sha("d")],
    ["push", { before: sha("f") }, sha("f")],
    ["push", { before: sha("0") }, null],
    ["push", { before: "--upload-pack=x" }, null],
    ["schedule", { schedule: "0 0 * * *" }, null],
    ["workflow_dispatch", {}, null],
    ["pull_request", {}, null],
    ["pull_request", null, null],
  ])("of %s is the commit before the change", (event, payload, base) => {
    expect(context(event, payload).base).toBe(base);
  });

  it("is not known when the event file cannot be read, and the run says so", () => {
    const { base, warnings } = readContext(
      { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "gone" },
      () => {
        throw new Error("ENOENT");
      },
    );
    expect(base).toBeNull();
    expect(warnings).toEqual([
      expect.stringMatching(/^The event file could not be read \(ENOENT\).*every finding counts\.$/),
    ]);
  });

  it("is the first parent of the merge commit that was checked out, which may be newer than the event", () => {
    const from = (parents: readonly string[] | null) =>
      baseRequest(
        { kind: "event" },
        context("pull_request", pull()),
        parents === null ? null : checkout({ parents }),
      );
    expect(from([sha("1"), sha("b")])).toEqual({ base: sha("1") });
    expect(from([sha("1"), sha("2")])).toEqual({ base: sha("a") });
    expect(from([sha("b")])).toEqual({ base: sha("a") });
    expect(from(null)).toEqual({ base: sha("a") });
  });

  it.each([
    ["the event names", checkout({ sha: sha("a") })],
    ["the branch has by now", checkout({ sha: sha("e") })],
  ])(
    "fails pull_request_target when only the base that %s is checked out, whatever it is compared with",
    (_, only) => {
      const target = context("pull_request_target", pull(), { GITHUB_SHA: sha("e") });
      for (const input of [{ kind: "event" }, { kind: "none" }, { kind: "given", ref: "main" }] as const)
        expect(() => baseRequest(input, target, only)).toThrow("nothing of the pull request was looked at");
      expect(baseRequest({ kind: "event" }, target, checkout())).toEqual({ base: sha("a") });
    },
  );

  it("gives way to the input", () => {
    const from = context("pull_request", pull());
    expect(baseRequest({ kind: "event" }, from, null)).toEqual({ base: sha("a") });
    expect(baseRequest({ kind: "given", ref: "v1" }, from, null)).toEqual({ base: "v1" });
    expect(baseRequest({ kind: "none" }, from, null)).toEqual({});
  });
});

describe("the context", () => {
  it("knows a fork, also one that was deleted", () => {
    expect(context("pull_request", pull()).pull).toEqual({ number: 7, headSha: sha("b"), fork: false });
    expect(context("pull_request", pull("stranger/r")).pull?.fork).toBe(true);
    expect(context("pull_request", pull(null)).pull?.fork).toBe(true);
  });

  it("warns of pull_request_target", () => {
    expect(context("pull_request_target", pull()).warnings[0]).toMatch(
      /Use pull_request unless you know why not/,
    );
    expect(context("pull_request", pull()).warnings).toEqual([]);
  });

  it("takes the addresses of an enterprise server", () => {
    const env = {
      GITHUB_SERVER_URL: "https://ghe.example/",
      GITHUB_API_URL: "https://ghe.example/api/v3",
      GITHUB_SHA: sha("e"),
    };
    const from = context("push", {}, env);
    expect(from).toMatchObject({ server: "https://ghe.example", api: "https://ghe.example/api/v3" });
    expect(linksOf(from, null)).toEqual({ server: "https://ghe.example", repository: "o/r", sha: sha("e") });
  });

  it("links to what is checked out, which may be another repository", () => {
    expect(linksOf(context("schedule", {}), checkout({ repository: "o/other" }))).toMatchObject({
      repository: "o/other",
      sha: sha("c"),
    });
    expect(linksOf(context("schedule", {}), null)).toBeNull();
  });
});
