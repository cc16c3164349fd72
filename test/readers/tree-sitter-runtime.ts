// The runtime for tests: WASM files from node_modules, started once per test file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createRuntime, type TreeSitter } from "../../src/readers/tree-sitter.ts";

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<string, string>> = {
  "web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-terraform.wasm": "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
  "tree-sitter-bash.wasm": "tree-sitter-bash/tree-sitter-bash.wasm",
};

let runtime: Promise<TreeSitter> | undefined;

export function testRuntime(): Promise<TreeSitter> {
  runtime ??= createRuntime((name) => readFileSync(require.resolve(FILES[name] ?? name)));
  return runtime;
}
