// Takes folders and files of a work tree; gives those that git ignores. Without git, or when git refuses, nothing is ignored.
import { join } from "node:path";
import { type GitAnswer, git } from "./git.ts";

/** Absolute paths of folders that git ignores altogether, at or below an absolute folder: they need not be entered. */
export async function ignoredFolders(folder: string): Promise<ReadonlySet<string>> {
  const listed = await git(["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"], {
    cwd: folder,
  });
  const folders = namesIn(listed).filter((name) => name.endsWith("/") && name !== "./");
  // The listing also names folders that merely hold nothing but ignored files; only what a pattern names itself is certain.
  return await matching(
    folder,
    folders.map((name) => join(folder, name.slice(0, -1))),
  );
}

/** Which files, all below an absolute folder, git ignores: those that a pattern names and that are not tracked. Absolute paths. */
export async function ignoredFiles(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const matched = await matching(folder, files);
  if (matched.size === 0) return matched;
  const tracked = new Set(
    namesIn(await git(["ls-files", "-z"], { cwd: folder })).map((name) => join(folder, name)),
  );
  return new Set([...matched].filter((file) => !tracked.has(file)));
}

/** Whether git ignores a folder itself. */
export async function isIgnored(folder: string): Promise<boolean> {
  return (await git(["check-ignore", "--quiet", "--", folder], { cwd: folder })).ok;
}

/** With the index, git would compare each path with all tracked files: minutes in a large repository. */
async function matching(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const input = `${paths.join("\0")}\0`;
  // Status 1 means that none is.
  return new Set(namesIn(await git(["check-ignore", "--no-index", "--stdin", "-z"], { cwd: folder, input })));
}

function namesIn(answer: GitAnswer): readonly string[] {
  return answer.ok ? answer.output.split("\0").filter((name) => name !== "") : [];
}
