// What an ApplicationSet of Argo CD fills into its template. Takes its object, gives the elements of its list generators and the texts
// that placeholders stand for. What other generators give (clusters, folders of git, pull requests) is not known.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { at, elements, isObject, text } from "./kubernetes.ts";

/** An element of a list generator, with its path from the object. */
export type Element = { readonly path: Path; readonly value: Json };

/** `{{name}}`, or `{{ .name }}` with `goTemplate: true`. */
const PLACEHOLDER = /\{\{-?\s*\.?([\w-]+(?:\.[\w-]+)*)\s*-?\}\}/g;
/** Generators of generators; Argo CD itself nests no deeper than two. */
const MAX_DEPTH = 3;

export function generatedElements(object: Json): readonly Element[] {
  return generated(object, ["spec", "generators"], 0);
}

function generated(object: Json, path: Path, depth: number): readonly Element[] {
  if (depth >= MAX_DEPTH) return [];
  return elements(at(object, path)).flatMap((generator, index): readonly Element[] => {
    const here = [...path, index];
    const listed = elements(at(generator, ["list", "elements"])).map((value, position) => ({
      path: [...here, "list", "elements", position],
      value,
    }));
    const nested = ["matrix", "merge"].flatMap((kind) =>
      generated(object, [...here, kind, "generators"], depth + 1),
    );
    return [...listed, ...nested];
  });
}

/** The text with what the element gives; undefined where it leaves a placeholder open. */
export function filledIn(template: string, { value }: Element): string | undefined {
  let open = false;
  const filled = template.replaceAll(PLACEHOLDER, (whole, dotted: string) => {
    const given = isObject(value) ? text(at(value, dotted.split("."))) : "";
    if (given === "") open = true;
    return given === "" ? whole : given;
  });
  return open || filled.includes("{{") ? undefined : filled;
}

/** The name that the template consists of: its value is what has to change. */
export function placeholderIn(template: string): Path | undefined {
  const [match, ...others] = [...template.matchAll(PLACEHOLDER)];
  return match && others.length === 0 ? match[1]!.split(".") : undefined;
}
