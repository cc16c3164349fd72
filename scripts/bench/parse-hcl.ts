// The unit of the Terraform bench: a bare tree-sitter parse of every `.tf` file of a folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";
import { root } from "../root.ts";

const folder = process.argv[2]!;
const read = (name: string) => readFileSync(join(root, "dist", name));
await Parser.init({ wasmBinary: read("web-tree-sitter.wasm") });
const parser = new Parser().setLanguage(await Language.load(read("tree-sitter-terraform.wasm")));
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
  if (file.endsWith(".tf")) parser.parse(readFileSync(join(folder, file), "utf8"))?.delete();
