// Labels and annotations that Terraform puts on objects made elsewhere (`kubernetes_labels`, `kubernetes_annotations`). Takes a converted
// body, gives it in the shape of a patch of the object, and where each part stands in the body.
import type { Json } from "../../model/document.ts";
import { own } from "../../model/own.ts";
import type { Path } from "../../model/place.ts";
import type { Converted } from "./convert.ts";

const MARKS = /^kubernetes_(?:labels|annotations)(?:_v\d+)?$/;

/** Field of the resource → where it stands in the object. */
const FIELDS: Readonly<Record<string, Path>> = {
  labels: ["metadata", "labels"],
  annotations: ["metadata", "annotations"],
  templateAnnotations: ["spec", "template", "metadata", "annotations"],
};

export function isMarks(type: string): boolean {
  return MARKS.test(type);
}

/** Undefined where nobody knows of what kind the object is. */
export function markedObject({ value, unknown, source }: Converted): Converted | undefined {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return undefined;
  const { labels, annotations, templateAnnotations } = value;
  const stated =
    typeof metadata === "object" && metadata !== null && !Array.isArray(metadata) ? metadata : {};
  return {
    value: {
      ...{ apiVersion, kind },
      metadata: { ...stated, ...given("labels", labels), ...given("annotations", annotations) },
      // Only a template with a spec is a pod's.
      ...(templateAnnotations !== undefined && {
        spec: { template: { metadata: { annotations: templateAnnotations }, spec: {} } },
      }),
    },
    unknown: Object.fromEntries(
      Object.entries(unknown).map(([place, text]) => {
        const [first = "", ...rest] = place.split(".");
        return [[...(own(FIELDS, first) ?? [first]), ...rest].join("."), text];
      }),
    ),
    source: (path) => source(original(path)),
  };
}

function given(key: string, value: Json | undefined): { readonly [key: string]: Json } {
  return value === undefined ? {} : { [key]: value };
}

function original(path: Path): Path {
  for (const [field, target] of Object.entries(FIELDS))
    if (target.every((key, n) => path[n] === key)) return [field, ...path.slice(target.length)];
  return path;
}
