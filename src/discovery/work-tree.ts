// Takes PATHs; gives the files under them as a tree. Decides which files, never what they are, and never writes.
import * as fs from "node:fs";
import { open, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Glob, type Path as Entry } from "glob";
import { folderMatcher, pathMatcher } from "../config/path-matcher.ts";
import { compareText } from "../model/compare.ts";
import { ConfigError } from "../model/request.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { ignoredAmong, ignoredFolders } from "./ignored.ts";
import { isPruned, isPrunedFolder } from "./pruned.ts";
import { nameFrom, realPlace, workTreeTop } from "./root.ts";

export type WorkTreeRequest = {
  /** As on the command line, relative to `cwd`; `-` is standard input. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** Absolute, links resolved: see `resolveRoot`. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** All of standard input, asked for when `-` is read. */
  readonly stdin?: () => Promise<Uint8Array>;
};

/** Name under which standard input appears. */
export const stdinFile = "stdin";

export function workTree(request: WorkTreeRequest): Tree {
  const { root, stdin } = request;
  let entries: Promise<readonly TreeEntry[]> | undefined;
  const place = (file: string) => resolve(root, file);
  let input: Promise<Uint8Array> | undefined;
  const isInput = (file: string) => stdin !== undefined && file === stdinFile && request.paths.includes("-");
  return {
    list: () => {
      entries ??= listFiles(request);
      return entries;
    },
    read: async (file) => {
      if (!isInput(file)) return await readFile(place(file));
      input ??= stdin!();
      return await input;
    },
    readHead: async (file, bytes) => {
      if (isInput(file)) return await stdin!();
      const handle = await open(place(file));
      try {
        const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(bytes), position: 0 });
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    has: (path) => fs.existsSync(place(path)),
  };
}

/** What a walk has seen, by absolute path. */
type Seen = {
  readonly files: Set<string>;
  readonly links: Set<string>;
  /** Folders that could not be listed, with git's or the system's word for it. */
  readonly closed: Map<string, string>;
  /** Tops of work trees inside the walked folders. */
  readonly tops: Set<string>;
};

async function listFiles(request: WorkTreeRequest): Promise<readonly TreeEntry[]> {
  const { root, cwd } = request;
  const entries = new Map<string, TreeEntry>();
  const add = (path: string, more: Partial<TreeEntry> = {}) => {
    const file = nameFrom(root, path);
    if (!entries.has(file) || more.named === true) entries.set(file, { file, named: false, ...more });
  };
  const selected = selection(request);
  const links = new Set<string>();
  const walked = new Set<string>();

  const readFolder = async (folder: string) => {
    if (walked.has(folder)) return;
    walked.add(folder);
    const inGit = workTreeTop(folder) !== undefined && !(await isIgnored(folder));
    const seen = await walk(folder, inGit ? await ignoredFolders(folder) : new Set(), selected.prune);
    if (inGit) seen.tops.add(folder);
    const ignored = await ignoredFiles(folder, seen);
    for (const path of seen.files) if (!ignored.has(path) && selected.file(nameFrom(root, path))) add(path);
    for (const path of seen.links)
      if (!ignored.has(path) && selected.file(nameFrom(root, path))) links.add(path);
    for (const [path, reason] of seen.closed) add(path, { unreadable: { kind: "folder", reason } });
  };

  for (const path of request.paths) {
    if (path === "-") {
      entries.set(stdinFile, { file: stdinFile, named: true, language: "yaml" });
      continue;
    }
    const named = realPlace(resolve(cwd, path));
    const found = await stat(named).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR")
        throw new ConfigError(`${path}: no such file or folder`);
      return undefined;
    });
    if (found?.isDirectory() === true) await readFolder(named);
    else add(named, { named: true, ...(found?.isFile() === true && { size: found.size }) });
  }
  const isListed = (path: string) => entries.has(nameFrom(root, path));
  const followed = new Set<string>();
  for (let open = [...links]; open.length > 0; open = [...links].filter((link) => !followed.has(link))) {
    for (const link of open.sort(compareText)) followed.add(link);
    await followLinks(open, { root, add, readFolder, isListed, walked });
  }
  return [...entries.values()].sort((a, b) => compareText(a.file, b.file));
}

function selection({ root, include, exclude }: WorkTreeRequest) {
  const included = pathMatcher(include);
  const excluded = pathMatcher(exclude);
  const closed = folderMatcher(exclude);
  return {
    file: (file: string) => included(file) && !excluded(file),
    prune: (path: string) => closed(nameFrom(root, path)),
  };
}

async function walk(
  folder: string,
  skipped: ReadonlySet<string>,
  prune: (path: string) => boolean,
): Promise<Seen> {
  const seen: Seen = { files: new Set(), links: new Set(), closed: new Map(), tops: new Set() };
  const enters = (entry: Entry) => {
    const path = entry.fullpath();
    return path === folder || !(isPrunedFolder(entry.name) || skipped.has(path) || prune(path));
  };
  const glob = new Glob("**", {
    cwd: folder,
    dot: true,
    withFileTypes: true,
    fs: { readdir: watchedReaddir(seen.closed) },
    ignore: { childrenIgnored: (entry) => !enters(entry) },
  });
  for await (const entry of glob) {
    if (entry.name === ".git") seen.tops.add(dirname(entry.fullpath()));
    else if (entry.isFile()) seen.files.add(entry.fullpath());
    else if (entry.isSymbolicLink()) seen.links.add(entry.fullpath());
  }
  return seen;
}

type ReaddirCallback = (error: NodeJS.ErrnoException | null, entries?: fs.Dirent[]) => void;

/** The walker takes a folder that cannot be listed for an empty one: this remembers which those were. */
function watchedReaddir(closed: Map<string, string>) {
  return (path: string, options: { withFileTypes: true }, done: ReaddirCallback) =>
    fs.readdir(path, options, (error, entries) => {
      if (error !== null && error.code !== "ENOENT" && error.code !== "ENOTDIR")
        closed.set(path, error.code ?? error.message);
      done(error, entries);
    });
}

/** Each work tree inside the folder has its own patterns, and git answers for one work tree at a time. */
async function ignoredFiles(folder: string, { files, links, tops }: Seen): Promise<ReadonlySet<string>> {
  if (tops.size === 0) return new Set();
  const groups = new Map<string, string[]>();
  const owners = new Map<string, string | undefined>();
  const ownerOf = (directory: string): string | undefined => {
    if (tops.has(directory)) return directory;
    if (directory === folder || dirname(directory) === directory) return undefined;
    if (!owners.has(directory)) owners.set(directory, ownerOf(dirname(directory)));
    return owners.get(directory);
  };
  for (const path of [...files, ...links]) {
    const owner = ownerOf(dirname(path));
    if (owner === undefined) continue;
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [path]);
    else group.push(path);
  }
  const answers = await Promise.all([...groups].map(([owner, paths]) => ignoredAmong(owner, paths)));
  return new Set(answers.flatMap((answer) => [...answer]));
}

/** A folder named on the command line is read even when git ignores it. */
async function isIgnored(folder: string): Promise<boolean> {
  if (fs.existsSync(join(folder, ".git"))) return false;
  return (await ignoredAmong(folder, [folder])).size > 0;
}

type Following = {
  readonly root: string;
  readonly add: (path: string, more?: Partial<TreeEntry>) => void;
  readonly readFolder: (folder: string) => Promise<void>;
  readonly isListed: (path: string) => boolean;
  readonly walked: ReadonlySet<string>;
};

/**
 * A link to a file inside the root is read once, under the link's name unless the file is listed under its own; a link to a folder adds
 * that folder under its own name. What leads out of the root is told, not followed.
 */
async function followLinks(
  links: readonly string[],
  { root, add, readFolder, isListed, walked }: Following,
): Promise<void> {
  const targets = new Set<string>();
  for (const link of links) {
    const target = await realpath(link).catch(() => undefined);
    if (target === undefined) {
      add(link, { unreadable: { kind: "link", reason: "a link that leads nowhere" } });
      continue;
    }
    const name = nameFrom(root, target);
    if (name === ".." || name.startsWith("../")) {
      add(link, { unreadable: { kind: "link", reason: "a link that leads out of the root" } });
      continue;
    }
    if (isPruned(`${name}/`)) continue;
    const found = await stat(target);
    if (found.isDirectory()) {
      // Inside a walked folder it was listed or left out on purpose; around one it would lead in a circle.
      if ([...walked].some((folder) => isWithin(target, folder) || isWithin(folder, target))) continue;
      if (!(await isIgnored(target))) await readFolder(target);
    } else if (found.isFile() && !isListed(target) && !targets.has(target)) {
      targets.add(target);
      add(link, { size: found.size });
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
