// Takes a commit; gives its files as a tree, and which files were renamed since. Reads git's objects, checks nothing out.
import { posix, resolve } from "node:path";
import { pathMatcher } from "../config/path-matcher.ts";
import { compareText } from "../model/compare.ts";
import type { Renames } from "../model/renames.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { Blobs } from "./blobs.ts";
import { resolveCommit } from "./commit.ts";
import { git } from "./git.ts";
import { isPruned } from "./pruned.ts";
import { nameFrom, realPlace, workTreeTop } from "./root.ts";

export type CommitTreeRequest = {
  /** As for the work tree that it is compared with. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
};

export type BaseCommit = {
  readonly ok: true;
  readonly commit: string;
  /** All files of the commit, whatever the PATHs are: for its configuration and baseline. A link is read where it leads. */
  readonly read: Tree["read"];
  readonly has: Tree["has"];
  readonly tree: (request: CommitTreeRequest) => Tree;
  /** Names now → names in the commit, relative to the root; compares with the work tree. */
  readonly renames: () => Promise<Renames>;
  readonly close: () => void;
};

export type NoCommit = { readonly ok: false; readonly reason: string };

/** Links to links are followed so far. */
const mostHops = 8;

/** `root` is what names are relative to, absolute. `fetch` allows asking `origin` for a commit that is not here. */
export async function openCommit(request: {
  readonly root: string;
  readonly ref: string;
  readonly fetch: boolean;
}): Promise<BaseCommit | NoCommit> {
  const { root, ref, fetch } = request;
  const top = workTreeTop(root);
  if (top === undefined)
    return { ok: false, reason: `${ref} names nothing: the root is in no git work tree` };
  const found = await resolveCommit(top, ref, { fetch });
  if (!found.ok) return found;
  const { commit } = found;
  const listed = await git(["ls-tree", "-r", "-z", "--full-tree", commit], { cwd: top });
  if (!listed.ok) return { ok: false, reason: `the files of ${ref} cannot be listed: ${listed.reason}` };
  const nameOf = root === top ? (path: string) => path : (path: string) => nameFrom(root, resolve(top, path));
  const files = filesIn(listed.output, nameOf);
  const folders = foldersOf(files.keys());
  const blobs = new Blobs(top);
  const read = async (file: string) => {
    const found = files.get(file);
    if (found === undefined) throw Object.assign(new Error(`${file} is not in ${ref}`), { code: "ENOENT" });
    return await blobs.read(found.blob);
  };
  const follow = async (file: string): Promise<Uint8Array> => {
    let name = file;
    for (let hops = 0; hops < mostHops && files.get(name)?.link === true; hops += 1) {
      const target = targetOf(name, new TextDecoder().decode(await read(name)));
      if (target === undefined) break;
      name = target;
    }
    return await read(name);
  };
  const has = (path: string) => {
    const name = posix.normalize(path).replace(/\/$/, "");
    return name === "." || files.has(name) || folders.has(name);
  };
  return {
    ok: true,
    commit,
    read: follow,
    has,
    tree: (selection) => {
      // A link is listed with what it leads to; its own blob holds only where that is.
      const listed = list(selection, files, read);
      return {
        list: async () => [...(await listed).values()],
        read: async (file) => {
          const blob = (await listed).get(file)?.blob;
          return await (blob === undefined ? read(file) : blobs.read(blob));
        },
        has,
      };
    },
    renames: () => renamesSince(top, commit, nameOf),
    close: () => blobs.close(),
  };
}

type File = { readonly blob: string; readonly link: boolean };

/** `<mode> SP <type> SP <object> TAB <path> NUL`; submodules hold none of the commit's own files. */
function filesIn(output: string, nameOf: (path: string) => string): ReadonlyMap<string, File> {
  const files = new Map<string, File>();
  for (const line of output.split("\0")) {
    const tab = line.indexOf("\t");
    const [mode, type, blob] = line.slice(0, tab).split(" ");
    if (type !== "blob") continue;
    files.set(nameOf(line.slice(tab + 1)), { blob: blob!, link: mode === "120000" });
  }
  return files;
}

function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (
      let folder = posix.dirname(file);
      folder !== "." && !folders.has(folder);
      folder = posix.dirname(folder)
    )
      folders.add(folder);
  }
  return folders;
}

async function list(
  { paths, cwd, root, include, exclude }: CommitTreeRequest,
  files: ReadonlyMap<string, File>,
  read: Tree["read"],
): Promise<ReadonlyMap<string, TreeEntry>> {
  const named = paths
    .filter((path) => path !== "-")
    .map((path) => nameFrom(root, realPlace(resolve(cwd, path))));
  const included = pathMatcher(include);
  const excluded = pathMatcher(exclude);
  const reached = (file: string, folder: string) =>
    isBelow(file, folder) &&
    !isPruned(folder === "." ? file : file.slice(folder.length + 1)) &&
    included(file) &&
    !excluded(file);
  const entries = new Map<string, TreeEntry>();
  const add = (file: string, { blob }: File, isNamed = false) =>
    entries.set(file, { file, named: isNamed, blob });
  const links: string[] = [];
  for (const [file, found] of files) {
    const isNamed = named.includes(file);
    if (!isNamed && !named.some((path) => reached(file, path))) continue;
    if (found.link) links.push(file);
    else add(file, found, isNamed);
  }
  // As in the work tree: a link to a file is read once, a link to a folder adds its files under their own names.
  const targets = new Set<string>();
  for (const link of links.sort(compareText)) {
    const target = targetOf(link, new TextDecoder().decode(await read(link)));
    if (target === undefined || targets.has(target)) continue;
    targets.add(target);
    const found = files.get(target);
    if (found === undefined) {
      const isReached = (path: string) => target === path || isBelow(target, path) || isBelow(path, target);
      if (!named.includes(link) && named.some(isReached)) continue;
      for (const [file, one] of files)
        if (!one.link && !entries.has(file) && reached(file, target)) add(file, one);
    } else if (!found.link && !entries.has(target)) add(link, found);
  }
  return new Map([...entries].sort(([a], [b]) => compareText(a, b)));
}

/** Where a link leads, relative to the root; undefined when that is out of it. */
function targetOf(link: string, text: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(link), text)).replace(/\/$/, "");
  return posix.isAbsolute(text) || target.startsWith("../") ? undefined : target;
}

function isBelow(file: string, folder: string): boolean {
  return folder === "." ? !file.startsWith("../") : file.startsWith(`${folder}/`);
}

async function renamesSince(top: string, commit: string, nameOf: (path: string) => string): Promise<Renames> {
  const options = [
    "-M",
    "--name-status",
    "-z",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--diff-filter=R",
  ];
  const answer = await git(["diff", ...options, commit, "--"], { cwd: top });
  const renames = new Map<string, string>();
  if (!answer.ok) return renames;
  const fields = answer.output.split("\0");
  for (let at = 0; at + 2 < fields.length; at += 3)
    renames.set(nameOf(fields[at + 2]!), nameOf(fields[at + 1]!));
  return renames;
}
