// Labels and annotations that Terraform lays on an object that is there already: `kubernetes_labels`, `kubernetes_annotations`. Takes the
// converted body, gives a patch of that object.
import type { Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { isObject } from "../kubernetes.ts";
import type { Converted } from "./convert.ts";

const TYPES: ReadonlySet<string> = new Set(["kubernetes_labels", "kubernetes_annotations"]);

/** Where the object has what the resource keeps at its top. */
const PLACES: readonly (readonly [string, Path])[] = [
  ["labels", ["metadata", "labels"]],
  ["annotations", ["metadata", "annotations"]],
  ["templateAnnotations", ["spec", "template", "metadata", "annotations"]],
];

export function isLaidOn(type: string): boolean {
  return TYPES.has(type);
}

/** Undefined where it is not known what kind of object is meant. */
export function laidOn({ value, unknown, source }: Converted): Converted | undefined {
  const { apiVersion, kind, metadata, labels, annotations, templateAnnotations } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return undefined;
  const template: Json = { metadata: { annotations: templateAnnotations ?? {} }, spec: {} };
  return {
    value: {
      apiVersion,
      kind,
      metadata: {
        ...(isObject(metadata) && metadata),
        ...(isObject(labels) && { labels }),
        ...(isObject(annotations) && { annotations }),
      },
      ...(isObject(templateAnnotations) && { spec: { template } }),
    },
    unknown: Object.fromEntries(
      Object.entries(unknown).map(([key, ref]) => [inObject(key.split(".")).join("."), ref]),
    ),
    source: (path) => source(inResource(path)),
  };
}

function inObject([first, ...rest]: readonly string[]): Path {
  const place = PLACES.find(([key]) => key === first)?.[1];
  return [...(place ?? [first!]), ...rest];
}

function inResource(path: Path): Path {
  const found = PLACES.find(([, place]) => place.every((key, index) => path[index] === key));
  return found ? [found[0], ...path.slice(found[1].length)] : path;
}
