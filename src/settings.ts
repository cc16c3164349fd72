// Finds the files that settle a run: the configuration that was named, or the one in the root, or none; and the baseline. Reads them
// through a function, so that they may come from the work tree or from a commit.
import { dirname, isAbsolute, join, resolve } from "node:path";
import { configFileName, defaultConfig } from "./config/default.ts";
import type { LoadedConfig } from "./config/load.ts";
import { nameFrom } from "./discovery/root.ts";
import { type Baseline, parseBaseline } from "./findings/baseline.ts";
import { ConfigError, type Request } from "./model/request.ts";
import type { RuleBook } from "./model/rule.ts";

/** Bytes of a file, absolute or relative to the root; throws with a `code` when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

export async function findConfig(
  request: Pick<Request, "config" | "cwd">,
  root: string,
  book: RuleBook,
  read: ReadFile,
): Promise<LoadedConfig> {
  const named = request.config;
  const path =
    named === undefined
      ? join(root, configFileName)
      : isAbsolute(named)
        ? named
        : resolve(request.cwd, named);
  let text: string;
  try {
    text = new TextDecoder().decode(await read(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (named === undefined && isMissing(code)) return { config: defaultConfig, problems: [] };
    throw new ConfigError(`the configuration ${named ?? configFileName} cannot be read (${code})`);
  }
  // Loaded only here: most runs have no configuration, and validation costs start-up time.
  const { loadConfig } = await import("./config/load.ts");
  const loaded = loadConfig({ text, file: nameFrom(root, path), ruleIds: book.rules.map(({ id }) => id) });
  const { varFiles } = loaded.config;
  const found = varFiles.map((entry) =>
    typeof entry === "string" ? varFile(entry, path, root) : entry.map((name) => varFile(name, path, root)),
  );
  return varFiles.length === 0 ? loaded : { ...loaded, config: { ...loaded.config, varFiles: found } };
}

/** Relative to the configuration that names it; to the root when the configuration is not of this repository. */
function varFile(name: string, config: string, root: string): string {
  const beside = nameFrom(root, resolve(dirname(config), name));
  return beside.startsWith("..") || isAbsolute(beside) ? nameFrom(root, resolve(root, name)) : beside;
}

export type FoundBaseline = { readonly entries: Baseline; readonly file: string };

/** The accepted findings, where a baseline was named. The file may be missing when it is about to be written. */
export async function findBaseline(
  request: Pick<Request, "baseline" | "writeBaseline" | "cwd">,
  root: string,
  read: ReadFile,
): Promise<FoundBaseline | null> {
  const named = request.baseline ?? request.writeBaseline;
  if (named === undefined) return null;
  const path = resolve(request.cwd, named);
  const file = nameFrom(root, path);
  try {
    return { entries: parseBaseline(new TextDecoder().decode(await read(path)), file), file };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (request.baseline === undefined && isMissing(code)) return null;
    throw new ConfigError(`the baseline ${named} cannot be read (${code})`);
  }
}

export function isMissing(code: string | undefined): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
