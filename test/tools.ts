// The built rules and grammars, for tests that run the pipeline on the shipped parts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Bundle, loadBundle } from "../src/engine/bundle.ts";
import { documentReader } from "../src/readers/read.ts";
import type { Tools } from "../src/scan.ts";

export const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const dist = join(projectRoot, "dist");
let bundle: Promise<Bundle> | undefined;

export async function shippedTools(): Promise<Tools> {
  bundle ??= loadBundle(dist);
  return { bundle: await bundle, read: documentReader((name) => readFile(join(dist, name))) };
}
