// `inventory`: prints the JSON that the rules see.
import { readFile } from "node:fs/promises";
import { settle } from "../config/settle.ts";
import { resolveRoot } from "../discovery/root.ts";
import { workTree } from "../discovery/work-tree.ts";
import { loadRuleBook } from "../engine/bundle.ts";
import { documentReader } from "../readers/read.ts";
import { json, neutral, visible } from "../reporters/escape.ts";
import { scanOptions } from "../run.ts";
import { takeInventory } from "../scan.ts";
import { findConfig } from "../settings.ts";
import { requestOf, scanOptionSpec } from "./check.ts";
import { readOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { worldOf } from "./world.ts";

export async function inventory(terminal: Terminal): Promise<number> {
  const request = requestOf(readOptions(terminal.args, scanOptionSpec), terminal.cwd);
  const book = await loadRuleBook(terminal.dist);
  const root = resolveRoot(request);
  const { config } = await findConfig(request, root, book, (path) => readFile(path));
  const settled = settle(request, config, book.rules);
  const tree = workTree({ ...request, ...settled, root, stdin: terminal.stdin });
  const { built, problems } = await takeInventory(tree, scanOptions(settled), {
    read: documentReader(worldOf(terminal).grammar),
  });
  for (const { place, message } of problems)
    terminal.err(neutral(`${visible(`${place.file}:${place.range?.start.line ?? 1}: ${message}`)}\n`));
  terminal.out(`${json(built.inventory, 2)}\n`);
  return problems.some(({ severity }) => severity === "error") ? 2 : 0;
}
