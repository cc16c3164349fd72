// `access`: what the statements of a repository grant, as a table; with a base, what changed since then. Takes paths, prints text.
import { readFile } from "node:fs/promises";
import { settle } from "../config/settle.ts";
import { openCommit } from "../discovery/commit-tree.ts";
import { resolveRoot } from "../discovery/root.ts";
import { workTree } from "../discovery/work-tree.ts";
import { loadRuleBook } from "../engine/bundle.ts";
import { grantChanges } from "../inventory/identity/grant-changes.ts";
import { grantsOf } from "../inventory/identity/grants.ts";
import type { Grant, GrantChange } from "../model/report.ts";
import { ConfigError } from "../model/request.ts";
import { documentReader } from "../readers/read.ts";
import { json, neutral, visible } from "../reporters/escape.ts";
import { changesMarkdown, changesText, grantsMarkdown, grantsText } from "../reporters/grants.ts";
import { scanOptions } from "../run.ts";
import { takeInventory } from "../scan.ts";
import { findConfig } from "../settings.ts";
import { requestOf, scanOptionSpec } from "./check.ts";
import { readOptions, wordOption } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { worldOf } from "./world.ts";

export async function access(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.args, {
    ...scanOptionSpec,
    base: { type: "string" },
    format: { type: "string" },
  });
  const format = wordOption(options, "format", ["text", "json", "markdown"]) ?? "text";
  const request = requestOf(options, terminal.cwd);
  const book = await loadRuleBook(terminal.dist);
  const root = resolveRoot(request);
  const { config } = await findConfig(request, root, book, (path) => readFile(path));
  const settled = settle(request, config, book.rules);
  const selection = { ...request, ...settled, root };
  const read = documentReader(worldOf(terminal).grammar);
  const grantsIn = async (tree: ReturnType<typeof workTree>, tell: boolean) => {
    const { built, problems } = await takeInventory(tree, scanOptions(settled), { read });
    if (tell)
      for (const { place, message } of problems)
        terminal.err(neutral(`${visible(`${place.file}:${place.range?.start.line ?? 1}: ${message}`)}\n`));
    return {
      grants: grantsOf(built.inventory.statements, built.origins),
      broken: problems.some(({ severity }) => severity === "error"),
    };
  };
  const now = await grantsIn(workTree({ ...selection, stdin: terminal.stdin }), true);
  if (request.base === undefined) {
    terminal.out(
      shown(
        now.grants.map(({ grant }) => grant),
        format,
      ),
    );
    return now.broken ? 2 : 0;
  }
  const commit = await openCommit({ root, ref: request.base, fetch: true });
  if (!commit.ok) throw new ConfigError(`--base ${request.base}: ${commit.reason}`);
  try {
    const before = await grantsIn(commit.tree(selection), false);
    terminal.out(
      shownChanges(grantChanges(before.grants, now.grants), format, {
        ref: request.base,
        commit: commit.commit,
      }),
    );
    return now.broken ? 2 : 0;
  } finally {
    commit.close();
  }
}

function shown(grants: readonly Grant[], format: "text" | "json" | "markdown"): string {
  if (format === "json") return `${json({ version: 1, grants }, 2)}\n`;
  return neutral(format === "markdown" ? grantsMarkdown(grants) : grantsText(grants));
}

function shownChanges(
  changes: readonly GrantChange[],
  format: "text" | "json" | "markdown",
  base: { readonly ref: string; readonly commit: string },
): string {
  if (format === "json") return `${json({ version: 1, base, changes }, 2)}\n`;
  return neutral(format === "markdown" ? changesMarkdown(changes) : changesText(changes));
}
