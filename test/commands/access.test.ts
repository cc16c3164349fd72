import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access } from "../../src/commands/access.ts";
import { check } from "../../src/commands/check.ts";
import { commandsIn } from "../reporters/runner.ts";
import { run } from "../terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "access-"));
const git = (...args: readonly string[]) =>
  execFileSync(
    "git",
    ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", ...args],
    { cwd: folder, stdio: "pipe" },
  );

beforeAll(() => {
  git("init", "-q", "-b", "main");
  writeFileSync(
    join(folder, "oke.policy"),
    "Allow group admins to use clusters in compartment dev\nAllow group auditors to read buckets in tenancy\n",
  );
  git("add", ".");
  git("commit", "-q", "-m", "first");
  writeFileSync(
    join(folder, "oke.policy"),
    "Allow group admins to manage clusters in compartment dev\nAllow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("access", () => {
  it("prints what the repository grants as a table", async () => {
    const { exitCode, out } = await run(access, { cwd: folder });
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        "principal            permissions      location         conditions  place",
        "group admins         manage clusters  compartment dev              oke.policy:1",
        "dynamic-group nodes  {CLUSTER_JOIN}   compartment dev              oke.policy:2",
        "",
        "2 grants.",
        "",
      ].join("\n"),
    );
  });

  it("prints what changed since a commit", async () => {
    const { exitCode, out } = await run(access, { cwd: folder }, "--base", "main", "--format", "json");
    expect(exitCode).toBe(0);
    const { version, base, changes } = JSON.parse(out);
    expect([version, base.ref, base.commit.length]).toEqual([1, "main", 40]);
    expect(
      changes.map(
        ({
          change,
          before,
          after,
        }: {
          change: string;
          before?: { permissions: string };
          after?: { permissions: string };
        }) => [change, before?.permissions, after?.permissions],
      ),
    ).toEqual([
      ["new", undefined, "{CLUSTER_JOIN}"],
      ["widened", "use clusters", "manage clusters"],
      ["removed", "read buckets", undefined],
    ]);
  });

  it("prints the changes for people", async () => {
    const { out } = await run(access, { cwd: folder }, "--base", "main");
    expect(out).toContain("3 grants changed: 1 new, 1 widened, 1 removed.");
    expect(out).toMatch(/^ {2}was +use clusters/m);
  });

  it("prints Markdown", async () => {
    const { out } = await run(access, { cwd: folder }, "--base", "main", "--format", "markdown");
    expect(out).toContain(
      "| widened | group admins | `manage clusters`<br>was `use clusters` | `compartment dev` |  | oke.policy:1 |",
    );
  });

  it.each(["text", "json", "markdown"])(
    "gives the runner no command out of a statement as %s",
    async (format) => {
      const nasty = join(folder, "nasty.policy");
      writeFileSync(
        nasty,
        "Allow group a to manage buckets in tenancy where request.user.name = '##[error]x'\n",
      );
      try {
        for (const base of [[], ["--base", "main"]]) {
          const { out } = await run(access, { cwd: folder }, ...base, "--format", format);
          expect(out).toContain("error]x");
          expect(commandsIn(out)).toEqual([]);
        }
      } finally {
        rmSync(nasty);
      }
    },
  );

  it("does not run on a base that is not there", async () => {
    await expect(run(access, { cwd: folder }, "--base", "gone")).rejects.toThrow("--base gone");
  });
});

describe("the report of a change", () => {
  it("tells what the change grants", async () => {
    const { out } = await run(check, { cwd: folder }, "--base", "main", "--format", "json");
    expect(JSON.parse(out).access.map(({ change }: { change: string }) => change)).toEqual([
      "new",
      "widened",
      "removed",
    ]);
  });

  it("is silent where no statement changed", async () => {
    const { out } = await run(check, { cwd: folder }, "--format", "json");
    expect(JSON.parse(out)).not.toHaveProperty("access");
  });
});
