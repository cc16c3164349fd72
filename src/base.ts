// The base that a run is compared with: opens the commit, and says whose configuration, baseline and suppressions decide. Takes the
// request and the root; evaluates nothing.
import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { defaultConfig } from "./config/default.ts";
import type { LoadedConfig } from "./config/load.ts";
import { type BaseCommit, openCommit } from "./discovery/commit-tree.ts";
import { nameFrom } from "./discovery/root.ts";
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
  const commit = await openCommit({ root, ref, fetch: true });
  if (!commit.ok) {
    const { config, problems } = await own();
    const report = { ref, commit: null, compared: false, reason: commit.reason };
    return { config: untrusted(config), problems, baseline: null, baseDecides: true, report };
  }
  const compared = { commit, report: { ref, commit: commit.commit, compared: true } };
  try {
    const read: ReadFile = (path) => commit.read(isAbsolute(path) ? nameFrom(root, path) : path);
    const base = await findConfig(
      request,
      root,
      book,
      outside(request.config, root) ? readAnywhere : optional(read),
    );
    if (base.config.trustPullRequest) return { ...(await own()), ...compared };
    const baseline = await findBaseline(request, root, read).catch(missingIsNone(request));
    const ignored = [
      ...(await loosened(request, root, book, base.config)),
      ...(await acceptedMore(request, root, baseline)),
    ];
    return { ...base, problems: [...base.problems, ...ignored], baseline, baseDecides: true, ...compared };
  } catch (error) {
    commit.close();
    throw error;
  }
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

/** A configuration from outside the repository is not part of the change. */
function outside(config: string | undefined, root: string): boolean {
  return config !== undefined && isAbsolute(config) && nameFrom(root, config).startsWith("..");
}

/** The base may be older than the configuration: then it has none, whatever the command line names. */
function optional(read: ReadFile): ReadFile {
  return async (path) => {
    try {
      return await read(path);
    } catch (error) {
      if (isMissing((error as NodeJS.ErrnoException).code)) return new Uint8Array();
      throw error;
    }
  };
}

/** A baseline that the base does not hold yet accepts nothing. */
function missingIsNone(request: Request): (error: unknown) => null {
  return (error) => {
    if (request.baseline !== undefined && error instanceof ConfigError) return null;
    throw error;
  };
}

/** What the change's own configuration would loosen; it does not take effect, and that is worth telling. */
async function loosened(request: Request, root: string, book: RuleBook, base: Config): Promise<Problem[]> {
  let own: Config;
  try {
    own = (await findConfig(request, root, book, readAnywhere)).config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      notice(
        request.config ?? ".oke-policy.yaml",
        "config/broken-in-change",
        `The configuration in this change is broken: ${error.message}`,
      ),
    ];
  }
  const file = own.file ?? base.file ?? ".oke-policy.yaml";
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
async function acceptedMore(request: Request, root: string, base: FoundBaseline | null): Promise<Problem[]> {
  const own = await findBaseline(request, root, readAnywhere).catch(missingIsNone(request));
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
