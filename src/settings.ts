// Finds the files that settle a run: the configuration that was named, or the one in the root, or none; and the baseline. Reads them
// through a function, so that they may come from the work tree or from a commit.
import { dirname, isAbsolute, join, resolve } from "node:path";
import { configFileName, defaultConfig } from "./config/default.ts";
import type { LoadedConfig } from "./config/load.ts";
import { nameFrom, realPlace } from "./discovery/root.ts";
import { type Baseline, parseBaseline } from "./findings/baseline.ts";
import type { Problem } from "./model/problem.ts";
import { ConfigError, type Request } from "./model/request.ts";
import { rulesByRequirement } from "./model/requirement.ts";
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
    if (named === undefined && isMissing(code))
      return { config: defaultConfig, problems: await overlooked(request, root, read) };
    throw new ConfigError(`the configuration ${named ?? configFileName} cannot be read (${code ?? error})`);
  }
  // Loaded only here: most runs have no configuration, and validation costs start-up time.
  const { loadConfig } = await import("./config/load.ts");
  const checked = loadConfig({
    text,
    file: nameFrom(root, path),
    ruleIds: book.rules.map(({ id }) => id),
    requirements: rulesByRequirement(book.rules),
  });
  const unused = named === undefined ? await overlooked(request, root, read) : [];
  const loaded = { ...checked, problems: [...checked.problems, ...unused] };
  const { varFiles } = loaded.config;
  const found = varFiles.map((entry) =>
    typeof entry === "string" ? varFile(entry, path, root) : entry.map((name) => varFile(name, path, root)),
  );
  return varFiles.length === 0 ? loaded : { ...loaded, config: { ...loaded.config, varFiles: found } };
}

/** Files that somebody will take for the configuration of this run, although it looks elsewhere. */
async function overlooked(
  { cwd }: Pick<Request, "cwd">,
  root: string,
  read: ReadFile,
): Promise<readonly Problem[]> {
  const beside = join(root, configFileName.replace(/yaml$/, "yml"));
  const below = join(realPlace(cwd), configFileName);
  const isInside = !nameFrom(root, below).startsWith("..") && below !== join(root, configFileName);
  const problems: Problem[] = [];
  for (const path of isInside ? [beside, below] : [beside]) {
    const file = nameFrom(root, path);
    const found = await read(path).then(
      () => true,
      () => false,
    );
    const message = `Not read: the configuration is ${configFileName} in the root, unless --config names another.`;
    if (found) problems.push({ code: "config/not-read", severity: "warning", message, place: { file } });
  }
  return problems;
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
    throw new ConfigError(`the baseline ${named} cannot be read (${code ?? error})`);
  }
}

export function isMissing(code: string | undefined): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
