import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCheckout } from "../../src/github/checkout.ts";

const folder = mkdtempSync(join(tmpdir(), "checkout-"));
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the checkout", () => {
  it("is nothing outside git and before the first commit", async () => {
    expect(await readCheckout(folder, "https://github.com")).toBeNull();
    git("init", "-q");
    expect(await readCheckout(folder, "https://github.com")).toBeNull();
  });

  it("gives the commit and its parents, not those a message talks of", async () => {
    git("commit", "-q", "--allow-empty", "-m", "one");
    const first = git("rev-parse", "HEAD");
    git("commit", "-q", "--allow-empty", "-m", `two\n\nparent ${"0".repeat(40)}`);
    expect(await readCheckout(folder, "https://github.com")).toEqual({
      sha: git("rev-parse", "HEAD"),
      parents: [first],
      repository: null,
    });
  });

  it.each([
    ["https://github.com/o/r", "o/r"],
    ["https://github.com/o/r.git", "o/r"],
    ["https://x-access-token:secret@github.com/o/r.name.git/", "o/r.name"],
    ["git@github.com:o/r.git", "o/r"],
    ["https://gitlab.example/o/r", null],
    ["git@gitlab.example:o/r.git", null],
    ["https://github.com/o/r/](evil", null],
    ["../elsewhere", null],
  ])("knows the repository of %s", async (remote, repository) => {
    git("remote", "add", "origin", remote);
    try {
      expect((await readCheckout(folder, "https://github.com"))?.repository).toBe(repository);
    } finally {
      git("remote", "remove", "origin");
    }
  });
});
