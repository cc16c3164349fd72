// Takes PATHs; gives the files under them as a tree. Decides which files, never what they are, and never writes.
import { existsSync, readFileSync } from "node:fs";
import { lstat, open, realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { folderMatcher, pathMatcher } from "../config/path-matcher.ts";
import { compareText } from "../model/compare.ts";
import { ConfigError } from "../model/request.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { isPruned } from "./pruned.ts";
import { nameFrom, realPlace } from "./root.ts";
import { isIgnoredFolder, walk } from "./walk.ts";

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
const stdinFile = "stdin";
const leadsOut = "a link that leads out of the root";

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
      // Several times as fast as the asynchronous call for the many small files of a repository.
      if (!isInput(file)) return readFileSync(place(file));
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
    has: (path) => existsSync(place(path)),
  };
}

async function listFiles(request: WorkTreeRequest): Promise<readonly TreeEntry[]> {
  const { root, cwd } = request;
  const entries = new Map<string, TreeEntry>();
  const add = (path: string, more: Partial<TreeEntry> = {}) => {
    const file = nameFrom(root, path);
    if (file === stdinFile && request.paths.includes("-"))
      throw new ConfigError(`the file ${stdinFile} cannot be looked at together with standard input`);
    if (!entries.has(file) || more.named === true) entries.set(file, { file, named: false, ...more });
  };
  const selected = selection(request);
  const links = new Set<string>();
  const walked = new Set<string>();

  const readFolder = async (folder: string) => {
    if (walked.has(folder)) return;
    walked.add(folder);
    const found = await walk(folder, selected.leftOut);
    for (const path of found.files) if (selected.file(nameFrom(root, path))) add(path);
    for (const path of found.links) if (selected.file(nameFrom(root, path))) links.add(path);
    for (const [path, reason] of found.closed) add(path, { unreadable: { kind: "folder", reason } });
  };

  for (const path of request.paths) {
    if (path === "-") {
      entries.set(stdinFile, { file: stdinFile, named: true, language: "yaml" });
      continue;
    }
    const named = realPlace(resolve(cwd, path));
    const found = await stat(named).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") throw await notThere(path, named);
      return undefined;
    });
    const target = await realpath(named).catch(() => named);
    if (isOutside(nameFrom(root, target)) && !isOutside(nameFrom(root, named)))
      add(named, { named: true, unreadable: { kind: "link", reason: leadsOut } });
    else if (found?.isDirectory() === true) await readFolder(target);
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

async function notThere(path: string, place: string): Promise<ConfigError> {
  const link = await lstat(place).catch(() => undefined);
  if (link !== undefined) return new ConfigError(`${path}: a link that leads nowhere`);
  const hint = /[*?[{]/.test(path)
    ? "; patterns are filled in by the shell, without quotes, or stand under include in the configuration"
    : "";
  return new ConfigError(`${path}: no such file or folder${hint}`);
}

function selection({ root, include, exclude }: WorkTreeRequest) {
  const included = pathMatcher(include);
  const excluded = pathMatcher(exclude);
  const closed = folderMatcher(exclude);
  return {
    file: (file: string) => included(file) && !excluded(file),
    leftOut: (path: string) => closed(nameFrom(root, path)),
  };
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
    if (isOutside(name)) {
      add(link, { unreadable: { kind: "link", reason: leadsOut } });
      continue;
    }
    if (isPruned(`${name}/`)) continue;
    const found = await stat(target);
    if (found.isDirectory()) {
      // Inside a walked folder it was listed or left out on purpose; around one it would lead in a circle.
      if ([...walked].some((folder) => isWithin(target, folder) || isWithin(folder, target))) continue;
      if (!(await isIgnoredFolder(target))) await readFolder(target);
    } else if (found.isFile() && !isListed(target) && !targets.has(target)) {
      targets.add(target);
      add(link, { size: found.size });
    }
  }
}

function isOutside(name: string): boolean {
  return name === ".." || name.startsWith("../");
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
