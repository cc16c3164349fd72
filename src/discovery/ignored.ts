// Takes folders and files of a work tree; gives those that git ignores. Without git, or when git refuses, nothing is ignored.
import { join } from "node:path";
import { git } from "./git.ts";

/** Absolute paths of folders that git ignores altogether, at or below an absolute folder: they need not be entered. */
export async function ignoredFolders(folder: string): Promise<ReadonlySet<string>> {
  const listed = await git(["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"], {
    cwd: folder,
  });
  if (!listed.ok) return new Set();
  const folders = listed.output.split("\0").filter((name) => name.endsWith("/") && name !== "./");
  // The listing also names folders that merely hold nothing but ignored files; only what a pattern names itself is certain.
  return await ignoredAmong(
    folder,
    folders.map((name) => join(folder, name)),
  );
}

/** Which of some absolute paths git ignores; `folder` says in which work tree to ask. Tracked files never are. */
export async function ignoredAmong(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const asked = paths.map((path) => path.replace(/[\\/]+$/, ""));
  const answer = await git(["check-ignore", "--stdin", "-z"], {
    cwd: folder,
    input: `${asked.join("\0")}\0`,
  });
  // Status 1 means that none is.
  return new Set(answer.ok ? answer.output.split("\0").filter((path) => path !== "") : []);
}
