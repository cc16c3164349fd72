// The pipeline: request → configuration → scan → standing → report. Takes what was asked and the outside world, gives the report;
// throws a `ConfigError` for a request or configuration that makes no sense.
import { settings } from "./base.ts";
import { type Settled, settle } from "./config/settle.ts";
import { settleUnreadable } from "./config/unreadable.ts";
import { resolveRoot } from "./discovery/root.ts";
import { workTree } from "./discovery/work-tree.ts";
import { loadBundle } from "./engine/bundle.ts";
import { assemble } from "./findings/assemble.ts";
import { stand } from "./findings/stand.ts";
import type { IndexedPod } from "./model/inventory/workload.ts";
import type { Problem } from "./model/problem.ts";
import type { Report } from "./model/report.ts";
import type { Request } from "./model/request.ts";
import type { LoadBytes } from "./readers/tree-sitter.ts";
import type { Scan, ScanOptions } from "./scan.ts";

export type World = {
  /** Folder with the rules, the rule book and the grammars. */
  readonly dist: string;
  readonly grammar: LoadBytes;
  readonly stdin?: () => Promise<Uint8Array>;
  /** Milliseconds that only go up. */
  readonly now: () => number;
};

export async function run(request: Request, world: World): Promise<Report> {
  const started = world.now();
  const bundle = await loadBundle(world.dist);
  const root = resolveRoot(request);
  const {
    config,
    problems,
    baseline,
    commit,
    baseDecides,
    report: base,
  } = await settings(request, root, bundle.book);
  try {
    const settled = settle(request, config, bundle.book.rules);
    const selection = { ...request, ...settled, root };
    const renames = await commit?.renames();
    const options = scanOptions(settled);
    const tree = workTree({ ...selection, ...(world.stdin && { stdin: world.stdin }) });
    // Readers and rules take longer to load than an empty folder takes to list.
    const isEmpty = commit === undefined && (await tree.list()).length === 0;
    const scan = isEmpty
      ? (await import("./scan-nothing.ts")).scanNothing
      : (await import("./scan.ts")).scanner(bundle, world.grammar);
    const head = await scan(tree, { ...options, ...(renames && { renames }) });
    const before = commit && (await scan(commit.tree(selection), options));
    const standings = stand(judgeable(head), {
      settled,
      book: bundle.book,
      baseline,
      baseDecides,
      ...(before && renames && { base: { scan: judgeable(before), renames } }),
    });
    const access = before && (await accessChanges(before, head));
    return assemble({
      findings: standings.findings,
      problems: settleUnreadable(
        [...problems, ...head.problems, ...standings.problems, ...unseen(before?.problems ?? [])],
        settled.unreadable,
      ),
      files: head.files,
      nodes: head.nodes,
      virtualWorkloads: virtualWorkloads(head.workloads),
      workloads: placement(head.workloads),
      unknown: head.unknown,
      settled,
      book: bundle.book,
      examples: standings.findings.length > 0 ? await bundle.examples() : {},
      durationMs: Math.round(world.now() - started),
      ...(base && { base }),
      ...(access && access.length > 0 && { access }),
      ...(request.writeBaseline !== undefined && { newBaseline: standings.newBaseline() }),
    });
  } finally {
    commit?.close();
  }
}

/** Files of the base that git could not give, as in a partial clone: what stood in them counts as new. */
function unseen(problems: readonly Problem[]): readonly Problem[] {
  const [first, ...more] = problems.filter(({ code }) => code === "file/unreadable");
  if (first === undefined) return [];
  const rest = more.length === 0 ? "" : ` So it is with ${more.length} more.`;
  const message = `The base's text of this file could not be had, so what stood in it counts as new. ${first.message}${rest}`;
  return [{ code: "base/unreadable", severity: "warning", message, place: { file: first.place.file } }];
}

type Placed = Pick<IndexedPod, "id" | "nodes" | "patches">;

/** A patch is no workload of its own, but what it says of the nodes is said of the one that it changes. */
function idsOf(pods: readonly Placed[]): ReadonlySet<string> {
  return new Set(pods.map(({ id, patches }) => patches ?? id));
}

function virtualWorkloads(pods: readonly Placed[]): readonly string[] {
  return [...idsOf(pods.filter(({ nodes }) => nodes === "virtual"))];
}

function placement(pods: readonly Placed[]): { readonly all: number; readonly unplaced: number } {
  const all = idsOf(pods).size;
  return { all, unplaced: all - idsOf(pods.filter(({ nodes }) => nodes !== "unknown")).size };
}

export function scanOptions({
  asOf,
  nodes,
  targets,
  varFiles,
  externalCidrs,
  markdownStatements,
  enabled,
}: Settled): ScanOptions {
  return {
    asOf,
    targets: { requested: nodes.stated ?? "auto", configured: nodes.otherwise, paths: targets },
    varFiles,
    externalCidrs,
    markdownStatements,
    enabled,
  };
}

function judgeable({ judged, comments, origins, fileNames }: Scan) {
  return { judged, comments, objects: origins.all(), read: (file: string) => fileNames.has(file) };
}

async function accessChanges(before: Scan, head: Scan) {
  const { grantsOf } = await import("./inventory/identity/grants.ts");
  const { grantChanges } = await import("./inventory/identity/grant-changes.ts");
  return grantChanges(grantsOf(before.statements, before.origins), grantsOf(head.statements, head.origins));
}
