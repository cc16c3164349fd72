// Runs a program in fresh processes and takes its time and memory.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "../root.ts";

const memoryHook = fileURLToPath(new URL("./memory-hook.mjs", import.meta.url));

/** Milliseconds of wall clock, and the largest resident size in MB. */
export type Measure = { readonly ms: number; readonly mb: number };

export function measure(args: readonly string[]): Measure {
  const started = performance.now();
  const { stderr, status, error } = spawnSync(process.execPath, ["--import", memoryHook, ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  const ms = performance.now() - started;
  if (error || status === null || status > 1) throw new Error(`${args.join(" ")} failed:\n${stderr}`);
  return { ms, mb: Number(/max-rss-kb=(\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
}

/** Medians of `rounds` measures of each program, run in alternation so that a busy moment hits all of them. */
export function compare<Name extends string>(
  programs: Readonly<Record<Name, readonly string[]>>,
  rounds: number,
): Record<Name, Measure> {
  const names = Object.keys(programs) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as Measure[]])) as Record<Name, Measure[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of names) taken[name].push(measure(programs[name]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      { ms: median(taken[name].map(({ ms }) => ms)), mb: median(taken[name].map(({ mb }) => mb)) },
    ]),
  ) as Record<Name, Measure>;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
