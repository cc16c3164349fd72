// Marks that say nothing: `oke-policy/nodes` with a word that is none. Takes Kubernetes objects, gives problems at the mark.
import type { DataDocument } from "../model/document.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Path } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { at, type FoundObject, isObject, placeIn } from "./kubernetes.ts";
import { podRoots } from "./pod-roots.ts";
import { MARKS, markedNodes, NODES_MARK } from "./targets.ts";

const METADATA: Path = ["metadata"];

const MENTION = /oke-policy\/nodes/;

export function unknownMarks(objects: readonly FoundObject[]): Problem[] {
  // A list is one document of many objects: its text is looked through once.
  const mentions = new Map<DataDocument, boolean>();
  return objects.flatMap((object) => {
    const { document } = object;
    const mentioned = mentions.get(document) ?? document.mayMention?.(MENTION) ?? true;
    mentions.set(document, mentioned);
    if (!mentioned) return [];
    const { group, kind, value } = object;
    const places = [METADATA, ...podRoots(group, kind, value).map(({ metadata }) => metadata)];
    return unique(places).flatMap((metadata) =>
      ["labels", "annotations"].flatMap((list) => {
        const path = [...metadata, list, NODES_MARK];
        const mark = at(value, path);
        if (mark === undefined || mark === null || isObject(mark) || Array.isArray(mark)) return [];
        const word = String(mark);
        return markedNodes(word) ? [] : [problem(object, path, word)];
      }),
    );
  });
}

/** A pod's own metadata is that of its template. */
function unique(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [path.join("\0"), path])).values()];
}

function problem(object: FoundObject, path: Path, word: string): Problem {
  const message = `${NODES_MARK} says "${word.slice(0, 60)}" and has no effect; it may say ${MARKS.join(", ")}${didYouMean(word, MARKS)}`;
  return {
    code: "nodes/unknown-mark",
    severity: "warning",
    message: message.endsWith("?") ? message : `${message}.`,
    place: placeIn(object, path),
  };
}
