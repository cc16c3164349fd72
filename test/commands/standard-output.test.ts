// What becomes of the exit code when nobody takes all of the output.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployment } from "../action/manifests.ts";
import { projectRoot } from "../tools.ts";

const cli = join(projectRoot, "dist", "cli.js");
const folder = mkdtempSync(join(tmpdir(), "oke-policy-pipe-"));

beforeAll(() => {
  const documents = Array.from({ length: 500 }, (_, index) => deployment(`web-${index}`, true));
  writeFileSync(join(folder, "web.yaml"), documents.join("---\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ends with its standard output at `out`, or with the pipe closed after the first bytes. */
async function ended(args: readonly string[], out: "pipe" | number) {
  const { GITHUB_ACTIONS, FORCE_COLOR, NO_COLOR, ...env } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env, stdio: ["ignore", out, "pipe"] });
  let told = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (told += text));
  child.stdout?.once("data", () => child.stdout!.destroy());
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, told: told.replace(/^checking…\n/, "") };
}

describe("a reader that has seen enough", () => {
  it("leaves the exit code of a check as it is, without a word", async () => {
    const check = ["check", ".", "--nodes", "virtual", "--format", "json"];
    expect(await ended(check, "pipe")).toEqual({ code: 1, told: "" });
    expect(await ended([...check, "--fail-on", "never"], "pipe")).toEqual({ code: 0, told: "" });
  });

  it("leaves the exit code of a list as it is", async () => {
    expect(await ended(["rules", "--format", "json"], "pipe")).toEqual({ code: 0, told: "" });
  });
});

describe.skipIf(process.platform !== "linux")("a disk without room", () => {
  it("makes the exit code 2", async () => {
    const full = openSync("/dev/full", "w");
    const result = await ended(["rules"], full);
    closeSync(full);
    expect(result).toEqual({
      code: 2,
      told: "oke-policy: standard output cannot be written (ENOSPC)\n",
    });
  });
});
