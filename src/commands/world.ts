// The outside world as a run needs it, from the terminal.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { World } from "../run.ts";
import type { Terminal } from "./terminal.ts";

export function worldOf({ dist, stdin, now }: Pick<Terminal, "dist" | "stdin" | "now">): World {
  return { dist, stdin, now, grammar: (name) => readFile(join(dist, name)) };
}
