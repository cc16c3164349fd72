// A terminal for tests of commands, without a process: what a command prints, and its exit code.
import { join } from "node:path";
import type { Command } from "../src/commands/terminal.ts";
import { projectRoot } from "./tools.ts";

export type Call = {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
};

export async function run(
  command: Command,
  { cwd, stdin = "", env = {}, columns }: Call,
  ...args: readonly string[]
) {
  let out = "";
  let err = "";
  const exitCode = await command({
    args,
    cwd,
    dist: join(projectRoot, "dist"),
    env,
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    ...(columns !== undefined && { columns }),
    now: () => 0,
  });
  return { exitCode, out, err };
}
