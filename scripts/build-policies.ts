// Compiles the rules to `dist/policies.wasm` and writes the rule book to `dist/rules.json` and its examples to `dist/examples.json`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { RuleBook } from "../src/model/rule.ts";
import { mentionsOf } from "./mentions.ts";
import { opa } from "./opa.ts";
import { root } from "./root.ts";
import { exampleBook, regoFiles, ruleBook, unfinishedRules } from "./rule-book.ts";

const ENTRYPOINTS = ["main/workload", "main/statement", "main/repository"];

export function buildPolicies(draft = false): void {
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const unfinished = draft ? unfinishedRules() : [];
  for (const { id, why } of unfinished) process.stderr.write(`left out ${id}: ${why}\n`);
  const left = unfinished.map(({ id }) => id);
  const book: RuleBook = { ...ruleBook(version, left), mentions: mentions() };
  writeFileSync(join(dist, "rules.json"), `${JSON.stringify(book, null, 1)}\n`);
  writeFileSync(join(dist, "examples.json"), `${JSON.stringify(exampleBook(left), null, 1)}\n`);
  writeFileSync(join(dist, "policies.wasm"), compile(left));
}

/** By id. */
function mentions(): RuleBook["mentions"] {
  const sources = regoFiles().filter((file) => /[/\\](lib|rules[/\\](workload|statement))[/\\]/.test(file));
  const found = mentionsOf(sources.map((file) => readFileSync(file, "utf8")));
  return Object.fromEntries([...found].map(([path, ways]) => [path.slice(path.lastIndexOf(".") + 1), ways]));
}

function compile(left: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "oke-policy-"));
  try {
    const bundle = join(folder, "bundle.tar.gz");
    const entrypoints = ENTRYPOINTS.flatMap((name) => ["-e", name]);
    const capabilities = ["--capabilities", "policies/capabilities.json"];
    opa([
      "build",
      "-t",
      "wasm",
      ...entrypoints,
      "--prune-unused",
      ...capabilities,
      "-o",
      bundle,
      ...left.flatMap((id) => ["--ignore", id]),
      "policies",
    ]);
    return fileInTar(gunzipSync(readFileSync(bundle)), "/policy.wasm");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A tar archive is a row of 512-byte headers, each followed by its file's blocks. */
function fileInTar(tar: Buffer, name: string): Uint8Array {
  for (let at = 0; at < tar.length; ) {
    const header = tar.subarray(at, at + 512);
    const size = Number.parseInt(header.toString("latin1", 124, 136), 8) || 0;
    if (header.toString("utf8", 0, 100).replace(/\0.*$/s, "") === name)
      return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`the bundle holds no ${name}`);
}
