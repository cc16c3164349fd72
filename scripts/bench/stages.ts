// Times each stage of a run over a folder, in this process.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { readSources } from "../../src/discovery/read-sources.ts";
import { workTree } from "../../src/discovery/work-tree.ts";
import { loadBundle } from "../../src/engine/bundle.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { findingsFrom } from "../../src/findings/from-violations.ts";
import { buildInventory } from "../../src/inventory/build.ts";
import { LineIndex } from "../../src/model/line-index.ts";
import { documentReader } from "../../src/readers/read.ts";
import { root } from "../root.ts";
import { plainContext } from "./plain-context.ts";

/** Milliseconds per stage. */
export async function stages(folder: string): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  const timed = async <T>(stage: string, act: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const outcome = await act();
    taken[stage] = performance.now() - started;
    return outcome;
  };
  const dist = join(root, "dist");
  const tree = workTree({ paths: [folder], cwd: folder, root: folder, include: ["**"], exclude: [] });
  const read = await timed("discovery", () => readSources(tree));
  const { documents } = await timed("readers", () =>
    documentReader((name) => readFile(join(dist, name)))(read.sources),
  );
  await timed("(loadAll)", () => {
    for (const { text } of read.sources) loadAll(text);
  });
  const built = await timed("inventory", () => buildInventory(documents, plainContext("virtual", "seed")));
  const bundle = await loadBundle(dist);
  const wasm = await bundle.wasm();
  const enabled = bundle.book.rules.filter((rule) => rule.enabled).map((rule) => ({ rule }));
  const { violations } = await timed("engine", () => evaluate(wasm, built.inventory, enabled, bundle.book));
  const texts = new Map(read.sources.map(({ file, text }) => [file, text]));
  const { judged } = await timed("findings", () =>
    findingsFrom(violations, {
      rules: new Map(bundle.book.rules.map((rule) => [rule.id, rule])),
      origins: built.origins,
      lines: (file) => new LineIndex(texts.get(file) ?? ""),
    }),
  );
  await timed("report", async () => JSON.stringify(judged));
  return taken;
}
