// The base that a run is compared with: opens the commit, and says whose configuration, baseline and suppressions decide. Takes the
// request and the root; evaluates nothing.
import { realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { configFileName, defaultConfig } from "./config/default.ts";
import type { LoadedConfig } from "./config/load.ts";
import type { BaseCommit } from "./discovery/commit-tree.ts";
import { nameFrom, realPlace, workTreeTop } from "./discovery/root.ts";
import { type Covered, writeBaseline } from "./findings/baseline.ts";
import type { Place } from "./model/place.ts";
import type { Problem } from "./model/problem.ts";
import type { Report } from "./model/report.ts";
import { type Config, ConfigError, type Request } from "./model/request.ts";
import type { RuleBook } from "./model/rule.ts";
import { type Severity, severityRank } from "./model/severity.ts";
import { type FoundBaseline, findBaseline, findConfig, isMissing, type ReadFile } from "./settings.ts";

export type Settings = LoadedConfig & {
  readonly baseline: FoundBaseline | null;
  /** Open only when there is a base that can be compared with. Whoever gets it closes it. */
  readonly commit?: BaseCommit;
  /** Suppressions of the base alone count; without a base that can be read, none do. */
  readonly baseDecides: boolean;
  readonly report?: Report["base"];
};

const readAnywhere: ReadFile = (path) => readFile(path);

export async function settings(request: Request, root: string, book: RuleBook): Promise<Settings> {
  const own = async () => ({
    ...(await findConfig(request, root, book, readAnywhere)),
    baseline: await findBaseline(request, root, readAnywhere),
    baseDecides: false,
  });
  const ref = request.base;
  if (ref === undefined) return await own();
  const places = { request, root, book };
  // Loaded only here: most runs on a command line have no base.
  const { openCommit } = await import("./discovery/commit-tree.ts");
  const commit = await openCommit({ root, ref, fetch: true });
  if (!commit.ok) {
    const { config, baseline, problems } = await own();
    return {
      config: isElsewhere(request.config, places) ? config : untrusted(config),
      problems,
      baseline: isElsewhere(request.baseline, places) ? baseline : null,
      baseDecides: true,
      report: { ref, commit: null, compared: false, reason: commit.reason },
    };
  }
  const compared = { commit, report: { ref, commit: commit.commit, compared: true } };
  try {
    const config = await configOfBase(places, commit);
    if (config.config.trustPullRequest) return { ...(await own()), ...compared };
    const baseline = await baselineOfBase(places, commit);
    const problems = [...config.problems, ...baseline.problems];
    return { config: config.config, problems, baseline: baseline.found, baseDecides: true, ...compared };
  } catch (error) {
    commit.close();
    throw error;
  }
}

type Places = { readonly request: Request; readonly root: string; readonly book: RuleBook };

/** The base's configuration, with what the change's own would do. One that is broken in the base is judged without until it is mended. */
async function configOfBase(places: Places, commit: BaseCommit): Promise<LoadedConfig> {
  const { request, root, book } = places;
  const file =
    request.config === undefined ? configFileName : nameFrom(root, resolve(request.cwd, request.config));
  const empty = request.config === undefined ? undefined : "";
  const read = isElsewhere(request.config, places) ? readAnywhere : readIn(commit, root, empty);
  const [base, own] = [
    await attempt(findConfig(request, root, book, read)),
    await attempt(findConfig(request, root, book, readAnywhere)),
  ];
  if (!base.ok) {
    if (!own.ok) throw own.error;
    return {
      config: untrusted(own.value.config),
      problems: [...own.value.problems, brokenInBase(file, base)],
    };
  }
  const more = own.ok
    ? [...own.value.problems.filter(isOverlooked), ...loosened(own.value.config, base.value.config, book)]
    : [brokenInChange(file, own)];
  const standing = base.value.problems.filter((problem) => !isOverlooked(problem));
  return { ...base.value, problems: [...standing, ...more] };
}

/** A file that is taken for the configuration misleads as it stands now, whatever the base had. */
function isOverlooked({ code }: Problem): boolean {
  return code === "config/not-read";
}

async function baselineOfBase(
  places: Places,
  commit: BaseCommit,
): Promise<{ readonly found: FoundBaseline | null; readonly problems: readonly Problem[] }> {
  const { request, root } = places;
  const named = request.baseline ?? request.writeBaseline ?? "";
  const file = nameFrom(root, resolve(request.cwd, named));
  const read = isElsewhere(named, places)
    ? readAnywhere
    : readIn(commit, root, writeBaseline([], [], nothing));
  const [base, own] = [
    await attempt(findBaseline(request, root, read)),
    await attempt(findBaseline(request, root, readAnywhere)),
  ];
  if (!base.ok) {
    if (!own.ok) throw own.error;
    return { found: null, problems: [brokenInBase(file, base)] };
  }
  const more = own.ok ? acceptedMore(own.value, base.value) : [brokenInChange(file, own)];
  return { found: base.value, problems: more };
}

const nothing: Covered = { read: () => false, evaluated: new Set(), ruleIds: new Set() };

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ConfigError };

async function attempt<Value>(work: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (error instanceof ConfigError) return { ok: false, error };
    throw error;
  }
}

/** Once merged it would stop every run, so it stops this one. */
function brokenInChange(file: string, { error }: { readonly error: ConfigError }): Problem {
  const message = `As this change leaves it, no later run could use it: ${error.message}`;
  return { code: "config/broken-in-change", severity: "error", message, place: placeOf(file, error) };
}

/** Where a fault of the configuration says that it is. */
function placeOf(file: string, { message }: ConfigError): Place {
  const [, line, column] = /^\S*?:(\d+):(\d+): /.exec(message) ?? [];
  if (line === undefined || column === undefined) return { file };
  const start = { line: Number(line), column: Number(column) };
  return { file, range: { start, end: start } };
}

/** A run that could not pass while the base is broken would keep the mending out. */
function brokenInBase(file: string, { error }: { readonly error: ConfigError }): Problem {
  const message = `The base holds a broken one, so this change is judged as if there were none: ${error.message}`;
  return { code: "config/broken-in-base", severity: "warning", message, place: { file } };
}

/** Without the base nobody vouches for what the configuration lets pass: only what it says about targets and inputs is taken. */
function untrusted({
  file,
  nodes,
  asOf,
  targets,
  varFiles,
  externalCidrs,
  markdownStatements,
}: Config): Config {
  return { ...defaultConfig, file, nodes, asOf, targets, varFiles, externalCidrs, markdownStatements };
}

/**
 * A file outside of the work tree, or in a clone within it, is not part of the change. A clone has a folder `.git`, which no commit can
 * bring; a submodule, which the change may move, has a file. A link of the work tree is part of the change, wherever it leads.
 */
function isElsewhere(named: string | undefined, { request, root }: Places): boolean {
  if (named === undefined) return false;
  const top = workTreeTop(root) ?? root;
  const path = resolve(realpathSync(request.cwd), named);
  const place = realPlace(path);
  if (!isOutside(top, place)) {
    const tree = workTreeTop(place) ?? top;
    return place === path && tree !== top && statSync(join(tree, ".git")).isDirectory();
  }
  return isOutside(top, path);
}

function isOutside(folder: string, path: string): boolean {
  return /^\.\.(?:\/|$)/.test(nameFrom(folder, path));
}

/** The base may be older than a file that the command line names: then that holds nothing, which `empty` is the text of. */
function readIn(commit: BaseCommit, root: string, empty: string | undefined): ReadFile {
  return async (path) => {
    try {
      return await commit.read(isAbsolute(path) ? nameFrom(root, path) : path);
    } catch (error) {
      if (empty === undefined || !isMissing((error as NodeJS.ErrnoException).code)) throw error;
      return new TextEncoder().encode(empty);
    }
  };
}

/** What the change's own configuration would loosen; it does not take effect, and that is worth telling. */
function loosened(own: Config, base: Config, book: RuleBook): readonly Problem[] {
  const file = own.file ?? base.file ?? configFileName;
  const effects = book.rules.flatMap(({ id, severity, enabled }) => {
    const level = (config: Config): Severity | "off" =>
      config.rules[id]?.severity ?? (enabled ? severity : "off");
    const [before, now] = [level(base), level(own)];
    if (rank(now) <= rank(before)) return [];
    return [now === "off" ? `switches off ${id}` : `lowers ${id} to ${now}`];
  });
  if (own.exclude.some((pattern) => !base.exclude.includes(pattern))) effects.push("excludes more files");
  if (JSON.stringify(own.include) !== JSON.stringify(base.include))
    effects.push("changes which files are included");
  if (own.failOn !== base.failOn) effects.push(`sets failOn to ${own.failOn}`);
  if (own.unreadable !== base.unreadable) effects.push(`sets unreadable to ${own.unreadable}`);
  if (
    JSON.stringify([own.nodes, own.targets, own.asOf]) !==
    JSON.stringify([base.nodes, base.targets, base.asOf])
  )
    effects.push("changes where or when workloads are judged");
  if (own.trustPullRequest && !base.trustPullRequest) effects.push("sets trustPullRequest");
  if (effects.length === 0) return [];
  return [
    notice(
      file,
      "config/not-in-base",
      `The configuration in this change ${effects.join(", ")}: that takes effect once the base holds it.`,
    ),
  ];
}

/** Findings that the change's own baseline accepts and the base's does not. */
function acceptedMore(own: FoundBaseline | null, base: FoundBaseline | null): readonly Problem[] {
  const known = new Set(base?.entries.map(({ fingerprint }) => fingerprint));
  const added = own?.entries.filter(({ fingerprint }) => !known.has(fingerprint)).length ?? 0;
  if (own === null || added === 0) return [];
  const what = added === 1 ? "accepts one finding" : `accepts ${added} findings`;
  return [
    notice(
      own.file,
      "baseline/not-in-base",
      `The baseline in this change ${what} more: that takes effect once the base holds it.`,
    ),
  ];
}

function rank(severity: Severity | "off"): number {
  return severity === "off" ? 3 : severityRank(severity);
}

function notice(file: string, code: string, message: string): Problem {
  return { code, severity: "notice", message, place: { file } };
}
