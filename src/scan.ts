// One tree, from its files to its findings: discovery, readers, inventory, engine, findings. Takes a tree and what the run settled;
// knows nothing of suppressions, baselines, other trees, reporters.
import { readSources } from "./discovery/read-sources.ts";
import type { Bundle } from "./engine/bundle.ts";
import { type EnabledRule, evaluate, type RuleFailure } from "./engine/evaluate.ts";
import { findingsFrom, type Judged } from "./findings/from-violations.ts";
import { type Built, buildInventory } from "./inventory/build.ts";
import type { Origins } from "./inventory/origins.ts";
import { datedFacts, ruleTables } from "./inventory/tables.ts";
import type { TargetOptions } from "./inventory/targets.ts";
import type { Comment } from "./model/document.ts";
import type { IndexedPod } from "./model/inventory/workload.ts";
import type { Inventory } from "./model/inventory.ts";
import { LineIndex } from "./model/line-index.ts";
import type { Problem } from "./model/problem.ts";
import type { Renames } from "./model/renames.ts";
import type { Source } from "./model/source.ts";
import type { Tree } from "./model/tree.ts";
import { documentReader, type ReadDocuments } from "./readers/read.ts";
import type { LoadBytes } from "./readers/tree-sitter.ts";

export type ScanOptions = {
  readonly asOf: string;
  readonly targets: TargetOptions;
  readonly varFiles: readonly (string | readonly string[])[];
  readonly externalCidrs: readonly string[];
  /** Whether statements in the fenced blocks of Markdown files count; default no. */
  readonly markdownStatements?: boolean;
  readonly enabled: readonly EnabledRule[];
  /** From names now to names in the base. */
  readonly renames?: Renames;
};

export type Tools = { readonly bundle: Bundle; readonly read: ReadDocuments };

export type Scan = {
  readonly nodes: Inventory["nodes"];
  readonly workloads: readonly Pick<IndexedPod, "id" | "nodes">[];
  readonly origins: Pick<Origins, "all" | "get">;
  readonly statements: Inventory["statements"];
  /** Attributes and questions that could not be decided. */
  readonly unknown: number;
  readonly judged: readonly Judged[];
  readonly problems: readonly Problem[];
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** Files whose text was read. */
  readonly fileNames: ReadonlySet<string>;
  readonly files: {
    readonly all: number;
    readonly unread: number;
    readonly irrelevant: number;
    readonly documents: number;
  };
};

/** Scans trees one after the other; what they share is read once. */
export function scanner(
  bundle: Bundle,
  grammar: LoadBytes,
): (tree: Tree, options: ScanOptions) => Promise<Scan> {
  const tools = { bundle, read: documentReader(grammar) };
  return (tree, options) => scan(tree, options, tools);
}

export async function scan(
  tree: Tree,
  options: ScanOptions,
  tools: Tools,
): Promise<Scan & { readonly built: Built }> {
  const { built, sources, problems, comments, files } = await takeInventory(tree, options, tools);
  const { bundle } = tools;
  const nothing = { violations: [], failures: [], undecided: 0 };
  const evaluation =
    files.documents === 0
      ? nothing
      : evaluate(await bundle.wasm(), built.inventory, options.enabled, bundle.book);
  const { judged, broken } = findingsFrom(evaluation.violations, {
    rules: new Map(options.enabled.map(({ rule }) => [rule.id, rule])),
    origins: built.origins,
    lines: lineIndexes(sources),
    hidden: built.hidden,
    ...(options.renames && { renames: options.renames }),
  });
  const fileNames = new Set(sources.map(({ file }) => file));
  return {
    built,
    nodes: built.inventory.nodes,
    workloads: built.inventory.index.pods,
    origins: built.origins,
    statements: built.inventory.statements,
    unknown: built.unknown + evaluation.undecided,
    judged,
    comments,
    files,
    fileNames,
    problems: [...problems, ...[...evaluation.failures, ...broken].map(ruleProblem)],
  };
}

/** The part of the line that `inventory` prints: everything before the engine. */
export async function takeInventory(
  tree: Tree,
  options: Omit<ScanOptions, "enabled">,
  tools: Pick<Tools, "read">,
) {
  const read = await readSources(tree, {
    skip: new Set(options.markdownStatements ? [] : ["markdown"]),
    also: options.varFiles.flat(),
  });
  const { documents, problems, parseTemplate } = await tools.read(read.sources);
  const texts = new Map(read.sources.map(({ file, text }) => [file, text]));
  const built = buildInventory(documents, {
    asOf: options.asOf,
    targets: options.targets,
    varFiles: options.varFiles,
    externalCidrs: options.externalCidrs,
    dated: datedFacts,
    tables: ruleTables,
    has: tree.has,
    readText: (path) => texts.get(path),
    ...(parseTemplate && { parseTemplate }),
  });
  const comments = new Map<string, Comment[]>();
  for (const document of documents) {
    if (document.comments.length > 0)
      comments.set(document.file, [...(comments.get(document.file) ?? []), ...document.comments]);
  }
  return {
    built,
    sources: read.sources,
    problems: [...read.problems, ...problems, ...built.problems],
    comments,
    files: {
      all: read.files,
      unread: read.filesUnread,
      irrelevant: read.filesIrrelevant,
      documents: documents.length,
    },
  };
}

function lineIndexes(sources: readonly Source[]): (file: string) => LineIndex | undefined {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const indexes = new Map<string, LineIndex>();
  return (file) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const index = indexes.get(file) ?? new LineIndex(text);
    indexes.set(file, index);
    return index;
  };
}

function ruleProblem({ rule, message }: RuleFailure): Problem {
  const which = rule === null ? "The rules" : `The rule ${rule}`;
  return {
    code: "rule/failed",
    severity: "error",
    message: `${which} did not finish (${message}): what it would have found is missing from this report.`,
    place: { file: rule === null ? "policies" : `policies/${rule}` },
  };
}
