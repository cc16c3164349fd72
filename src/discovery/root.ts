// Takes what the command line names; gives the folder that file names are relative to. Reads only folders' names.
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { ConfigError } from "../model/request.ts";

export type RootRequest = {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly root?: string | undefined;
};

/** `--root`, else the top of the git work tree that holds the first PATH, else the current folder. Absolute, links resolved. */
export function resolveRoot({ paths, cwd, root }: RootRequest): string {
  if (root !== undefined) {
    const folder = resolve(cwd, root);
    if (!isFolder(folder))
      throw new ConfigError(`--root ${root}: ${existsSync(folder) ? "not a folder" : "no such folder"}`);
    return realpathSync(folder);
  }
  const first = paths.find((path) => path !== "-");
  return (first === undefined ? undefined : workTreeTop(realPlace(resolve(cwd, first)))) ?? realpathSync(cwd);
}

/** The nearest folder at or above an absolute path that holds a `.git`; nothing is started for it. */
export function workTreeTop(path: string): string | undefined {
  for (let folder = isFolder(path) ? path : dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** An absolute path with the links above it resolved; a link itself keeps its name, since that is how the user calls it. */
export function realPlace(path: string): string {
  try {
    return dirname(path) === path ? path : join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** Name of an absolute path relative to the root, with forward slashes; `.` is the root, `../x` lies outside. */
export function nameFrom(root: string, path: string): string {
  const name = path.startsWith(root + sep) ? path.slice(root.length + 1) : relative(root, path);
  return name === "" ? "." : sep === "/" ? name : name.split(sep).join("/");
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
