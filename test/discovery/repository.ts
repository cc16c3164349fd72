// Test data: a folder of its own with files in it, and git where a test asks for it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Absolute path of a new folder with these files; gone when the test is over. */
export function aFolder(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "oke-policy-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

export function aRepository(files: Files = {}): string {
  const folder = aFolder(files);
  git(folder, "init", "-q", "-b", "main");
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** Commits everything that git does not ignore; gives the commit's name. */
export function commitAll(folder: string): string {
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "state");
  return git(folder, "rev-parse", "HEAD").trim();
}

export function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", [...identity, "-c", "protocol.file.allow=always", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}
