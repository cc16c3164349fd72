// Pods that a custom resource describes in words of its own, in the words of the Kubernetes API, and the way back from there to what is
// written. Takes a spec and the root that says where it stands; judges nothing.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { at, isObject } from "./kubernetes.ts";
import type { PodRoot } from "./pod-roots.ts";

type Fields = { readonly [key: string]: Json };

const OWN = "own";
/** What the container that a resource itself describes has under the API's names, beside what its words name. */
const OF_A_CONTAINER = [
  "args",
  "env",
  "envFrom",
  "lifecycle",
  "livenessProbe",
  "readinessProbe",
  "resources",
  "startupProbe",
  "volumeMounts",
];

/** The pod spec with each field under the API's name; fields that mean something else there are left out. */
export function podSpecOf(spec: Fields, { words, bare }: PodRoot): Fields {
  if (bare) return {};
  const renamed = wordsFor(words, false);
  return renamed.length === 0 ? spec : withWords(spec, spec, renamed);
}

/** The container that the resource itself describes; nothing where it has none. */
export function ownContainer(spec: Fields, { words, own }: PodRoot): Fields | undefined {
  if (own === undefined) return undefined;
  const stated = OF_A_CONTAINER.filter((key) => spec[key] !== undefined).map(
    (key) => [key, spec[key]!] as const,
  );
  const container = withWords({ name: own, ...Object.fromEntries(stated) }, spec, wordsFor(words, true));
  return Object.keys(container).length > 1 ? container : undefined;
}

/** A path below the pod spec, as the resource has it. */
export function asWritten(path: Path, words: PodRoot["words"]): Path {
  if (path[0] === OWN) return [...inWords(path.slice(1), wordsFor(words, true))];
  return words ? inWords(path, wordsFor(words, false)) : path;
}

type Word = { readonly said: readonly string[]; readonly written: readonly string[] };

function wordsFor(words: PodRoot["words"], own: boolean): readonly Word[] {
  return Object.entries(words ?? {})
    .map(([said, written]) => ({ said: said.split("."), written: written.split(".") }))
    .filter(({ said }) => (said[0] === OWN) === own)
    .map(({ said, written }) => ({ said: own ? said.slice(1) : said, written }));
}

function withWords(base: Fields, source: Fields, words: readonly Word[]): Fields {
  const result: Record<string, Json> = { ...base };
  for (const { said } of words) delete result[said[0]!];
  for (const { said, written } of words) {
    const value = at(source, written);
    if (value === undefined) continue;
    const [first, second] = said as [string, string?];
    const before = result[first];
    result[first] = second === undefined ? value : { ...(isObject(before) ? before : {}), [second]: value };
  }
  return result;
}

function inWords(path: Path, words: readonly Word[]): Path {
  const word = words.find(({ said }) => said.every((step, index) => path[index] === step));
  if (word) return [...word.written, ...path.slice(word.said.length)];
  // A path that ends before the word does: as near as the resource has it.
  const longer = words.find(
    ({ said }) => path.length > 0 && path.every((step, index) => said[index] === step),
  );
  return longer ? longer.written : path;
}
