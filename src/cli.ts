#!/usr/bin/env node
// The command line: picks the command, runs it, sets the exit code. Loads nothing that the command does not need.
import type { Command, Terminal } from "./commands/terminal.ts";
import { distFolder } from "./engine/dist-folder.ts";
import { ConfigError } from "./model/request.ts";

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./commands/check.ts")).check,
  rules: async () => (await import("./commands/rules.ts")).rules,
  explain: async () => (await import("./commands/explain.ts")).explain,
  iam: async () => (await import("./commands/iam.ts")).iam,
  access: async () => (await import("./commands/access.ts")).access,
  inventory: async () => (await import("./commands/inventory.ts")).inventory,
  merge: async () => (await import("./commands/merge.ts")).merge,
};

export async function main(terminal: Terminal): Promise<number> {
  const [name, ...args] = terminal.args;
  try {
    const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const asked = asksFor(args);
    if (command && !asked) return await (await command())({ ...terminal, args });
    const words = command && asked ? [`--${asked}`, name!] : terminal.args;
    return await (await import("./commands/help.ts")).help(
      { ...terminal, args: words },
      Object.keys(COMMANDS),
    );
  } catch (error) {
    const { neutral, visibleLines } = await import("./reporters/escape.ts");
    const text =
      error instanceof ConfigError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    terminal.err(neutral(`oke-policy: ${visibleLines(text)}\n`));
    return 2;
  }
}

/** Whether the words after a command ask for help or the version rather than for the command. */
function asksFor(args: readonly string[]): "help" | "version" | undefined {
  const end = args.indexOf("--");
  const words = end < 0 ? args : args.slice(0, end);
  if (words.some((word) => word === "--help" || /^-q*h/.test(word))) return "help";
  return words.includes("--version") ? "version" : undefined;
}

async function readAll(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write("reading standard input; Ctrl-D ends it\n");
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

let unwritten = false;
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may have seen enough (`| head -1`): the exit code stays the run's own.
  if (code === "EPIPE") return;
  if (!unwritten)
    process.stderr.write(`oke-policy: standard output cannot be written (${code ?? message})\n`);
  unwritten = true;
  process.exitCode = 2;
});
process.stderr.on("error", () => {});

// The exit code is set, not called for: `process.exit` would cut output that a slow pipe has not taken yet.
const exitCode = await main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  dist: distFolder(import.meta.url),
  env: process.env,
  stdin: readAll,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  // A pseudo-terminal may say 0.
  ...(process.stdout.columns > 0 && { columns: process.stdout.columns }),
  now: () => performance.now(),
});
process.exitCode = unwritten ? 2 : exitCode;
