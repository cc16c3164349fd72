// The only door to git: takes arguments, gives what it printed or why it failed. Never a shell, never a prompt, no locks taken.

/** Output over this is refused rather than held in memory, bytes. */
const mostOutput = 512 * 1024 * 1024;

export type GitAnswer =
  | { readonly ok: true; readonly output: string }
  /** `status` is null when git could not be started or was stopped; `missing` when there is no git at all. */
  | {
      readonly ok: false;
      readonly status: number | null;
      readonly missing: boolean;
      readonly reason: string;
    };

export type GitOptions = {
  readonly cwd: string;
  readonly input?: string;
  /** Milliseconds; default none. */
  readonly timeout?: number;
};

/** Runs git once. `reason` is one line: git's first line of complaint. */
export async function git(args: readonly string[], { cwd, input, timeout }: GitOptions): Promise<GitAnswer> {
  // Loaded only here: outside of a work tree git is not asked, and this brings half of Node's network code along.
  const { execFile } = await import("node:child_process");
  const call = gitCall(args, cwd);
  return await new Promise((resolve) => {
    const child = execFile(
      call.file,
      call.args,
      { ...call.options, maxBuffer: mostOutput, timeout: timeout ?? 0, encoding: "utf8" },
      (error, stdout, stderr) => {
        if (error === null) return resolve({ ok: true, output: stdout });
        const missing = error.code === ("ENOENT" as unknown);
        const status = typeof error.code === "number" ? error.code : null;
        resolve({
          ok: false,
          status,
          missing,
          reason: missing ? "git is not installed" : reasonOf(stderr, error),
        });
      },
    );
    // git may end before it has read everything: that shows in its answer, not here.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}

/** How git is started. */
export function gitCall(args: readonly string[], cwd: string) {
  return {
    file: "git",
    args: [...settings, ...args],
    options: { cwd, env: environment(), windowsHide: true },
  };
}

/** No program named in settings is started, and no folder that merely looks like a repository is asked for its settings. */
const settings = ["-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"] as const;

function environment(): NodeJS.ProcessEnv {
  // Inside a hook these name the hook's repository, whatever folder git is started in.
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...others } = process.env;
  return { ...others, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", LANGUAGE: "C" };
}

function reasonOf(stderr: string, error: { readonly killed?: boolean; readonly message: string }): string {
  if (error.killed === true) return "git took too long";
  const lines = stderr.split("\n").map((line) => line.trim());
  const line = lines.find((text) => /^(?:fatal|error):/.test(text)) ?? lines.find((text) => text !== "");
  return (line ?? error.message.split("\n")[0] ?? "git failed").replace(/^(?:fatal|error): /, "");
}
