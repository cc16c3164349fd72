// The containers of a pod spec, whatever the fields that hold them. Takes a spec and where its kind keeps containers; judges nothing.
import type { Json } from "../model/document.ts";
import type { ContainerList, Pod } from "../model/inventory/workload.ts";
import { at, type FoundObject, isObject, text } from "./kubernetes.ts";
import type { PodRoot } from "./pod-roots.ts";

type Fields = { readonly [key: string]: Json };
type Stated = {
  readonly value: Fields;
  readonly list: ContainerList;
  /** From the spec to the container, as an id continues. */
  readonly path: string;
  readonly name: string;
};

/** `own` is the container that the resource itself describes, where it does. */
export function containersOf(
  spec: Fields,
  { lists, singles = {} }: PodRoot,
  own: Fields | undefined,
): readonly Stated[] {
  return [
    ...lists.flatMap((list) =>
      keptElements(spec[list]).map(({ value, index }) => ({
        ...{ value, list, path: `${list}/${index}` },
        name: nameOf(value),
      })),
    ),
    ...Object.entries(singles).flatMap(([path, list]) => {
      const value = spec[path];
      return isObject(value) ? [{ value, list, path, name: nameOf(value, LONE_NAMES[path] ?? path) }] : [];
    }),
    ...(own ? [{ value: own, list: "own", path: "own", name: nameOf(own) } as const] : []),
  ];
}

/** What Argo calls the one container of a step; others go by their field. */
const LONE_NAMES: Readonly<Record<string, string>> = {
  container: "main",
  script: "main",
};

/** Whether something beside the container may state what the container does not: absence then proves nothing. */
export function isFilledIn({ value }: FoundObject, { spec, within = [], singles }: PodRoot): boolean {
  if (singles === undefined) return false;
  if (spec.at(-1) === "templateDefaults") return true;
  return [spec, ...within].some((path) => {
    const one = at(value, path);
    return (
      isObject(one) && (one["podSpecPatch"] ?? one["templateDefaults"] ?? one["stepTemplate"]) !== undefined
    );
  });
}

/** Containers are entries of their own: the spec keeps their names, so that the same text does not reach the rules twice. */
export function slim(spec: Fields, { lists, singles = {} }: PodRoot): Pod["spec"] {
  const named = lists.flatMap((list) =>
    Array.isArray(spec[list]) ? [[list, (spec[list] as readonly Json[]).map(nameOnly)]] : [],
  );
  const lone = Object.keys(singles).flatMap((key) =>
    spec[key] === undefined ? [] : [[key, nameOnly(spec[key])]],
  );
  return { ...spec, ...Object.fromEntries([...named, ...lone]) };
}

/** And whether a patch takes it away. */
function nameOnly(container: Json): Json {
  if (!isObject(container)) return {};
  const { name, $patch } = container;
  return { ...(name !== undefined && { name }), ...($patch !== undefined && { $patch }) };
}

/** List elements that are objects and that no strategic merge patch deletes. */
export function keptElements(list: Json | undefined): { value: Fields; index: number }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: Json, index) =>
    isObject(value) && value["$patch"] !== "delete" ? [{ value, index }] : [],
  );
}

/** JSON 6902 patches add to elements that they do not name. */
export function nameOf(element: Fields, usual = "unnamed"): string {
  return text(element["name"]) || usual;
}
