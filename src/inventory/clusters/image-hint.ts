// What people write beside the id of an image: its name in a comment, in a variable's description, as the key of a map, or in the
// condition that picks it out of a list. Takes the places of a value, gives what the one name there says.
import type { Image } from "../../model/inventory/cluster.ts";
import type { Site } from "../terraform/site.ts";

const NAME =
  /\b(?:Oracle-(?:Autonomous-)?Linux|Canonical-Ubuntu|CentOS|Rocky-Linux|AlmaLinux)-\d[\w.-]*?\d{4}\.\d{2}\.\d{2}-\d+(?:-OKE-\d+\.\d+\.\d+-\d+)?(?![\w.*-])/g;
/** The beginning of a name, as patterns have it. */
const SYSTEM = /\b(Oracle-Linux|Canonical-Ubuntu)-(\d+)/g;
const KUBERNETES = /-?\bOKE-(\d+)\\*\.(\d+)\\*\.(\d+)/g;
/** A condition that keeps things out says nothing of what is left. */
const NEGATED = /==\s*0\b|!\s*(?:can|contains|startswith|endswith|strcontains)\b|!=/;
const MAX_TEXT = 4_000;

/** The name, when there is exactly one. */
export function hintedName(sites: readonly (Site | null)[]): string | undefined {
  return nameIn(sites.map(textAround).join("\n"));
}

export function nameIn(text: string): string | undefined {
  const names = new Set([...text.matchAll(NAME)].map(([name]) => name));
  return names.size === 1 ? [...names][0] : undefined;
}

export function isNegated(condition: string): boolean {
  return NEGATED.test(condition);
}

/** What a pattern for names asks for. */
export function patternImage(pattern: string): Image {
  const systems = distinct(pattern.matchAll(SYSTEM));
  const versions = distinct(pattern.matchAll(KUBERNETES));
  return {
    ...(systems.length === 1 && {
      os: systems[0]![1]!.replaceAll("-", " "),
      os_version: [Number(systems[0]![2])],
    }),
    ...(versions.length === 1 && { kubernetes_version: versions[0]!.slice(1, 4).map(Number) }),
  };
}

/** The same of the condition in an expression: `[for s in sources : s.image_id if …]`. `evaluated` is the condition with its variables filled in. */
export function conditionImage(site: Site | null, evaluated = ""): Image {
  if (site === null || "document" in site) return {};
  const text = site.source.text.slice(site.start, Math.min(site.end, site.start + MAX_TEXT));
  return /\bfor\b[\s\S]*\bif\b/.test(text) && !NEGATED.test(text)
    ? patternImage(`${text}\n${evaluated}`)
    : {};
}

function distinct(matches: Iterable<RegExpMatchArray>): RegExpMatchArray[] {
  return [...new Map([...matches].map((match) => [match.slice(1).join(" "), match])).values()];
}

/** The lines of a value with comments that stand alone above them; all of the block where it is a variable's default. */
function textAround(site: Site | null): string {
  if (site === null || "document" in site || site.end - site.start > MAX_TEXT) return "";
  const { text } = site.source;
  let start = text.lastIndexOf("\n", site.start) + 1;
  const newline = text.indexOf("\n", site.end);
  const end = newline === -1 ? text.length : newline;
  for (;;) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (start === 0 || !/^[ \t]*(?:#|\/\/)/.test(text.slice(before, start))) break;
    start = before;
  }
  const block = /(?:^|\n)variable[ \t]+"[^"\n]*"[ \t]*\{(?=[ \t]*\n)(?:(?!\n\})[\s\S])*$/.exec(
    text.slice(Math.max(0, site.start - MAX_TEXT), site.start),
  );
  if (block === null) return text.slice(start, end);
  const close = text.indexOf("\n}", site.end);
  return block[0] + text.slice(site.start, close === -1 || close - site.end > MAX_TEXT ? end : close);
}
