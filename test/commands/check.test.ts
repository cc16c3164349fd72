import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.ts";
import type { Command } from "../../src/commands/terminal.ts";
import { deployment } from "../action/manifests.ts";
import { aFolder } from "../discovery/repository.ts";
import { run } from "../terminal.ts";

/** As the program runs it: what is thrown goes to standard error, and the exit code is 2. */
const thrown: Command = async (terminal) => {
  try {
    return await check(terminal);
  } catch (error) {
    terminal.err((error as Error).message);
    return 2;
  }
};

async function checked(cwd: string, ...args: string[]) {
  const { err, ...more } = await run(thrown, { cwd }, ...args, "--nodes", "virtual");
  return { ...more, err: err.replace("checking…\n", "") };
}

describe("check", () => {
  it("prints the report also where a file beside it cannot be written", async () => {
    const folder = aFolder({ "web.yaml": deployment("web", true) });
    mkdirSync(join(folder, "taken"));
    const { exitCode, out, err } = await checked(folder, "--output", "json=taken");
    expect(exitCode).toBe(2);
    expect(err).toMatch(/taken cannot be written \(EISDIR\)$/);
    expect(out).toContain("host-path-volume");
  });

  it("writes as many formats as are asked for", async () => {
    const folder = aFolder({ "web.yaml": deployment("web", true) });
    await checked(folder, "--output", "json=out/a.json", "--output=sarif=out/b=c.sarif");
    expect(JSON.parse(readFileSync(join(folder, "out/a.json"), "utf8"))).toMatchObject({ version: 1 });
    expect(JSON.parse(readFileSync(join(folder, "out/b=c.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
  });

  it("says how the baseline that it wrote takes effect, unless it is to be quiet", async () => {
    const folder = aFolder({ "web.yaml": deployment("web", true) });
    const written = await checked(folder, "--write-baseline", "b.json");
    expect(written).toMatchObject({
      exitCode: 1,
      err: "b.json is written; --baseline b.json leaves aside what it accepts\n",
    });
    expect((await checked(folder, "--baseline", "b.json")).exitCode).toBe(0);
    expect((await checked(folder, "--write-baseline", "b.json", "--quiet")).err).toBe("");
  });

  it("evaluates the rules of a requirement", async () => {
    const folder = aFolder({ "web.yaml": deployment("web", true) });
    expect((await checked(folder, "--rule", "vnp-05")).out).toContain("host-path-volume VNP-05");
    expect((await checked(folder, "--rule", "VNP-04")).exitCode).toBe(0);
  });
});
