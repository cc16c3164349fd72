import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { run as inTerminal } from "../terminal.ts";
import { projectRoot } from "../tools.ts";

const cli = join(projectRoot, "dist", "cli.js");

async function run(...args: string[]) {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [cli, ...args])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe("help", () => {
  it.each(["check", "rules", "explain", "iam", "access", "merge", "inventory"])(
    "says how to use %s, and does nothing else",
    async (command) => {
      const { code, stdout, stderr } = await run(command, "--help");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(new RegExp(`^Usage: oke-policy ${command}\\b`));
      expect((await run("help", command)).stdout).toBe(stdout);
    },
  );

  it("fits a terminal of 80 columns", async () => {
    const { help } = await import("../../src/commands/help.ts");
    for (const about of [
      [],
      ["check"],
      ["rules"],
      ["explain"],
      ["iam"],
      ["access"],
      ["merge"],
      ["inventory"],
    ]) {
      const { out } = await inTerminal((terminal) => help(terminal, []), { cwd: "." }, "help", ...about);
      expect(out).toMatch(/Usage: oke-policy/);
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it("tells the version, also behind a command", async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
      version: string;
    };
    expect((await run("--version")).stdout).toBe(`${version}\n`);
    expect((await run("check", "--version")).stdout).toBe(`${version}\n`);
  });

  it("takes --help after -- for a file name", async () => {
    const { code, stderr } = await run("check", "--", "--help");
    expect(code).toBe(2);
    expect(stderr).toContain("--help: no such file");
  });

  it("gives help for a group of short options too", async () => {
    expect((await run("check", "-qh")).stdout).toMatch(/^Usage: oke-policy check\b/);
  });

  it.each([
    [["chekc"], 'unknown command chekc; did you mean "check"?'],
    [["src"], "unknown command src; to look at it: oke-policy check src"],
    [["--nodes", "virtual"], "no command before --nodes; it begins with one"],
    [["help", "chekc"], 'unknown command chekc; did you mean "check"?'],
    [["rules", "host-path-volume"], "try: oke-policy explain host-path-volume"],
  ])("answers %j with what was meant", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("names the nearest option as it is written", async () => {
    expect((await run("check", "--nodez")).stderr).toContain('did you mean "--nodes"?');
  });
});

describe("the program that the package installs", () => {
  it("says that Node runs it, for a shell that starts it by its name", () => {
    expect(readFileSync(cli, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
