// Runs the built Action as the runner would: a child process in a workspace, with inputs, event file and runner files.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commandsIn, type LogCommand } from "../reporters/runner.ts";
import { projectRoot } from "../tools.ts";

export type Files = Readonly<Record<string, string | null>>;

/** A repository with an origin, and clones of it as workspaces. `null` removes a file. */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), "action-"));
  readonly origin = join(this.folder, "origin");
  #clones = 0;

  constructor() {
    mkdirSync(this.origin);
    this.git("init", "-q", "-b", "main");
    this.git("config", "uploadpack.allowAnySHA1InWant", "true");
  }

  git(...args: readonly string[]): string {
    return git(this.origin, ...args);
  }

  /** The new commit's name. */
  commit(files: Files, message = "A change"): string {
    for (const [file, text] of Object.entries(files)) {
      const path = join(this.origin, file);
      if (text === null) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    this.git("add", "-A");
    this.git("commit", "-q", "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  /** A clone at a commit: with its whole history, with that commit alone as `actions/checkout` makes it, or with its files alone. */
  clone(sha: string, depth: "full" | "shallow" | "partial" = "full", at = ""): string {
    this.#clones += 1;
    const workspace = join(this.folder, `workspace-${this.#clones}`);
    const folder = join(workspace, at);
    mkdirSync(folder, { recursive: true });
    git(folder, "init", "-q");
    git(folder, "remote", "add", "origin", `file://${this.origin}`);
    const some = { full: [], shallow: ["--depth=1"], partial: ["--filter=blob:none"] }[depth];
    git(folder, "fetch", "-q", ...some, "origin", sha);
    git(folder, "checkout", "-q", "--detach", sha);
    return workspace;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function git(cwd: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

export type Run = {
  readonly exitCode: number | null;
  readonly log: string;
  readonly commands: readonly LogCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The JSON report that `report-file` names, when there is one. */
  readonly report: {
    readonly findings: readonly { readonly rule: string; readonly standing: string; readonly file: string }[];
  } | null;
};

export type Setup = {
  readonly workspace: string;
  readonly event: string;
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

export async function runAction({
  workspace,
  event,
  payload = {},
  inputs = {},
  env = {},
}: Setup): Promise<Run> {
  const files = mkdtempSync(join(tmpdir(), "runner-"));
  const file = (name: string, text = "") => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  };
  const surroundings: Readonly<Record<string, string>> = {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(payload)),
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "e".repeat(40),
    GITHUB_WORKFLOW: "policy",
    GITHUB_JOB: "gate",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: files,
    ...Object.fromEntries(
      Object.entries({ token: "ghs_test", ...inputs }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]),
    ),
    ...env,
  };
  const { exitCode, log } = await new Promise<{ exitCode: number | null; log: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, "dist", "action.js")], {
      cwd: workspace,
      env: surroundings,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code, log: Buffer.concat(parts).toString("utf8") }));
  });
  const outputs = outputsIn(readFileSync(join(files, "output"), "utf8"));
  const reportFile = outputs["report-file"] ?? "";
  const report = reportFile === "" ? null : (JSON.parse(readFileSync(reportFile, "utf8")) as Run["report"]);
  const summary = readFileSync(join(files, "summary"), "utf8");
  rmSync(files, { recursive: true, force: true });
  return { exitCode, log, commands: commandsIn(log), outputs, summary, report };
}

/** `name<<delimiter`, lines, `delimiter`. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", , value = ""]) => [name, value]));
}
