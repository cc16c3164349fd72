// Takes patterns of the configuration; gives a test for file names relative to the root. Opens nothing.
import { Minimatch } from "minimatch";

/** Says whether a file (relative to the root, forward slashes) is meant by any of some patterns. */
export type PathMatcher = (file: string) => boolean;

const options = { dot: true, nocomment: true, nonegate: true } as const;

/** A pattern means what it matches and everything below that: `vendor`, `vendor/` and `vendor/**` are the same. */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  if (patterns.some((pattern) => bare(pattern) === "**")) return () => true;
  const globs = patterns.flatMap(spelledOut).map((pattern) => new Minimatch(pattern, options));
  return (file) => globs.some((glob) => glob.match(file));
}

/** A pattern as plain globs that mean the same: what it matches, and what lies below that. */
export function spelledOut(pattern: string): readonly string[] {
  const top = bare(pattern).replace(/^#/, "\\#");
  return [top, `${top}/**`];
}

/** Says whether everything in a folder is meant, so that it need not be entered. May say no where the answer is yes. */
export function folderMatcher(patterns: readonly string[]): PathMatcher {
  const globs = patterns.map((pattern) => new Minimatch(bare(pattern).replace(/\/\*\*$/, ""), options));
  return (folder) => globs.some((glob) => glob.match(folder));
}

function bare(pattern: string): string {
  return pattern.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}
