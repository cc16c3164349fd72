// `fileset`: names of files below a folder that a pattern takes. Takes the names of the repository's files, gives a list.
import type { Site } from "../site.ts";
import { list, text, unknown, type Value } from "../value.ts";

/** Longer patterns, and those with more wildcards, are not tried. */
const [MAX_PATTERN, MAX_WILDCARDS] = [200, 8];

/** All of them stand among the files that are read, so that none is missing. */
const READ = /\.\{?(?:ya?ml|json)(?:,ya?ml|,json)*\}?$/;

/** `folders`: where the path may begin; the first that holds any such file counts. */
export function fileSet(
  files: readonly string[],
  folders: readonly string[],
  pattern: string,
  site: Site,
  ref: string,
): Value {
  const takes = matcher(pattern);
  for (const folder of takes === null ? [] : folders) {
    const start = folder === "" ? "" : `${folder}/`;
    const names = files
      .filter((file) => file.startsWith(start))
      .map((file) => file.slice(start.length))
      .filter((name) => takes!.test(name));
    if (names.length === 0) continue;
    const items = names.sort((a, b) => (a < b ? -1 : 1)).map((name) => text(name, site));
    return list(items, site, !READ.test(pattern));
  }
  return unknown("no such file is among those that were read", ref, site);
}

function matcher(pattern: string): RegExp | null {
  if (pattern.length > MAX_PATTERN || pattern.split("*").length > MAX_WILDCARDS) return null;
  if (/[[\]\\!]/.test(pattern)) return null;
  let depth = 0;
  const source = pattern.replaceAll(/\*\*\/|\*+|\?|[{},]|[.+^$()|]/g, (found) => {
    if (found === "**/") return "(?:.*/)?";
    if (found.startsWith("*")) return found === "*" ? "[^/]*" : ".*";
    if (found === "?") return "[^/]";
    if (found === "{") {
      depth++;
      return "(?:";
    }
    if (found === "}") return depth-- > 0 ? ")" : "\\}";
    if (found === ",") return depth > 0 ? "|" : ",";
    return `\\${found}`;
  });
  return depth === 0 ? new RegExp(`^${source}$`) : null;
}
