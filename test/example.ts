// One example of a rule: its files, the options its first line states, and the findings its lines expect.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "../src/model/request.ts";
import type { Tree } from "../src/model/tree.ts";
import { type Scan, scan } from "../src/scan.ts";
import { settled, shippedTools } from "./tools.ts";

/** `file:line rule`, sorted. */
export type Expected = readonly string[];

export type RuleExample = {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly nodes: Nodes;
  readonly asOf: string;
  readonly expected: Expected;
};

export function examplesIn(folder: string): RuleExample[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".expect"))
    .toSorted()
    .map((name) => readExample(folder, name));
}

function readExample(folder: string, name: string): RuleExample {
  const path = join(folder, name);
  const names = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    : [""];
  const files = new Map(
    names
      .filter((file) => !file.endsWith(".expect"))
      .map((file) => [file || name, readFileSync(join(path, file), "utf8")]),
  );
  const beside = (file: string) =>
    existsSync(join(path, `${file}.expect`)) ? readFileSync(join(path, `${file}.expect`), "utf8") : "";
  const sides = names.map(
    (file) => [file || name, file === "" ? side(`${path}.expect`) : beside(file)] as const,
  );
  const heads = [...files.values()]
    .map((text) => text.split("\n", 1)[0]!)
    .concat(sides.map(([, text]) => text));
  return {
    name,
    files,
    nodes: (option(heads, "nodes") ?? "auto") as Nodes,
    asOf: option(heads, "as-of") ?? "latest",
    expected: [
      ...[...files].flatMap(([file, text]) => inline(file, text)),
      ...sides.flatMap(([file, text]) =>
        [...text.matchAll(/^(\d+): (.+)$/gm)].flatMap(([, line, rules]) =>
          rules!.split(/,\s*/).map((rule) => `${file}:${line} ${rule}`),
        ),
      ),
    ].toSorted(),
  };
}

function side(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function option(heads: readonly string[], name: string): string | undefined {
  return heads.flatMap(
    (head) => new RegExp(`^(?:#|//|options:)[^\\n]*\\b${name}[:=]\\s*([\\w-]+)`, "m").exec(head)?.[1] ?? [],
  )[0];
}

function inline(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const rules = /(?:#|\/\/) expect: (.+?)\s*$/.exec(line)?.[1];
    return rules === undefined ? [] : rules.split(/,\s*/).map((rule) => `${file}:${index + 1} ${rule}`);
  });
}

/** With the rules that are on by default, and those named. */
export async function scanExample({ files, nodes, asOf }: RuleExample, also: readonly string[] = []) {
  const tools = await shippedTools();
  return await scan(
    treeOf(files),
    {
      ...settled(nodes, asOf),
      enabled: tools.bundle.book.rules
        .filter(({ id, enabled }) => enabled || also.includes(id))
        .map((rule) => ({ rule })),
    },
    tools,
  );
}

export function treeOf(files: ReadonlyMap<string, string>): Tree {
  const names = [...files.keys()].toSorted();
  return {
    list: async () => names.map((file) => ({ file, named: false })),
    read: async (file) => new TextEncoder().encode(files.get(file)),
    has: (path) => names.some((file) => file === path || file.startsWith(`${path}/`)),
  };
}

export function found({ judged }: Scan): Expected {
  const places = judged.map(
    ({ finding }) => `${finding.place.file}:${finding.place.range?.start.line ?? 0} ${finding.rule}`,
  );
  return [...new Set(places)].toSorted();
}
