// Bundles the two entries to `dist/`, with the grammars beside them and the licences of everything bundled.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { root } from "./root.ts";

const dist = join(root, "dist");
/** CommonJS packages inside the bundle ask for Node's own modules by `require`. */
const BANNER =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';
const GRAMMARS = [
  "web-tree-sitter/web-tree-sitter.wasm",
  "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
  "tree-sitter-bash/tree-sitter-bash.wasm",
];
/** Packages whose WASM is shipped although no JavaScript of theirs is bundled. */
const GRAMMAR_PACKAGES = ["@tree-sitter-grammars/tree-sitter-hcl", "tree-sitter-bash"];

export async function buildCode(): Promise<void> {
  rmSync(join(dist, "chunks"), { recursive: true, force: true });
  const entryPoints = ["src/cli.ts", "src/action.ts"].filter((entry) => existsSync(join(root, entry)));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    chunkNames: "chunks/[name]-[hash]",
    banner: { js: BANNER },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(join(dist, "package.json"), `${JSON.stringify({ type: "module" })}\n`);
  for (const grammar of GRAMMARS)
    copyFileSync(
      join(root, "node_modules", grammar),
      join(dist, grammar.slice(grammar.lastIndexOf("/") + 1)),
    );
  writeFileSync(join(dist, "NOTICES.txt"), notices(metafile));
}

function notices(metafile: Metafile): string {
  const bundled = Object.keys(metafile.inputs).flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  );
  const folders = new Set([...bundled, ...GRAMMAR_PACKAGES.map((name) => `node_modules/${name}`)]);
  const parts = [...folders].map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Record<
      string,
      string
    >;
    const texts = readdirSync(path)
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .toSorted();
    const text = texts
      .map((file) => readFileSync(join(path, file), "utf8").replaceAll("\r\n", "\n").trim())
      .join("\n\n");
    return `${name} ${version} (${license})\n\n${text || "No licence text in the package."}\n`;
  });
  return `Third-party software in this folder.\n\n${parts.toSorted().join(`\n${"-".repeat(80)}\n\n`)}`;
}
