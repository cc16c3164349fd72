// Images of nodes. Takes the value that names one and what is around it, gives what can be read off a name or a data source's filters.
import type { Image } from "../../model/inventory/cluster.ts";
import type { Path } from "../../model/place.ts";
import { type Draft, parseVersion } from "../cloud/draft.ts";
import type { World } from "../cloud/world.ts";
import { blocks, get, readBoolean, readList, readString, textOf } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";
import { conditionImage, hintedName, isNegated, nameIn, patternImage } from "./image-hint.ts";

const NAME =
  /^([A-Za-z][A-Za-z-]*?)-(\d+(?:\.\d+)*)-(?:([A-Za-z].*?)-)?(\d{4})\.(\d{2})\.(\d{2})(?:-\d+)?(?:-OKE-v?(\d+\.\d+\.\d+)-(\d+))?$/;

/** `Oracle-Linux-8.9-2024.01.26-0-OKE-1.29.1-679`; other names are kept as they are. */
export function parseImageName(name: string): Image {
  const match = NAME.exec(name.trim());
  if (!match) return { name };
  const [, os, version, variant, year, month, day, kubernetes, build] = match;
  return {
    name,
    os: os!.replaceAll("-", " "),
    os_version: version!.split(".").map(Number),
    ...(variant !== undefined && { variant }),
    date: `${year}-${month}-${day}`,
    oke: kubernetes !== undefined,
    ...(kubernetes !== undefined && { kubernetes_version: parseVersion(kubernetes)!, build: Number(build) }),
  };
}

/** The first of the paths that is set is the image. */
export function imageOf(draft: Draft, world: World, paths: readonly Path[]): { image?: Image } {
  draft.place(["image"], paths[0]!);
  for (const path of paths) {
    const value = draft.value(...path);
    // "none" is what coalesce falls back to where nothing is stated.
    if (value.kind === "absent" || (value.kind === "known" && /^(?:none)?$/.test(String(value.value))))
      continue;
    draft.place(["image"], path);
    const ref = draft.references.of(value);
    if (value.kind === "known" && ref?.kind === "name") return { image: parseImageName(ref.ref) };
    const source = sourceOf(value, world);
    if (!ref && !source) draft.doubt("image", value);
    const said = source ? filtersOf(source) : hinted(draft, path);
    return { image: { ...said, ...(ref && { ref }) } };
  }
  return {};
}

/** An id says nothing by itself. */
function hinted(draft: Draft, path: Path): Image {
  const value = draft.value(...path);
  const stated = draft.value(...path.slice(0, -1));
  const holder = stated.kind === "list" && stated.items.length === 1 ? stated.items[0]! : stated;
  const used = holder.kind === "object" ? holder.entries.get(String(path.at(-1)))?.site : undefined;
  const name = hintedName([value.site, used ?? null]);
  if (name !== undefined) return parseImageName(name);
  const condition = conditionOf(value);
  const named = isNegated(condition) ? undefined : nameIn(condition);
  return named === undefined ? conditionImage(value.site, condition) : parseImageName(named);
}

/** Of the list that the value is taken out of, also through `element`, `one` and their kind. */
function conditionOf(value: Value): string {
  for (let at: Value | undefined = value; at?.kind === "unknown"; at = at.call?.args[0])
    if (at.condition !== undefined) return at.condition;
  return "";
}

/** The data source that a value comes from, also through `lookup`, `element` and their kind. */
function sourceOf(value: Value, world: World): Resource | undefined {
  let at: Value | undefined = value;
  while (at?.kind === "unknown" && at.reference === undefined) at = at.call?.args[0];
  const resource = at?.kind === "unknown" ? world.at(at.reference?.address ?? "") : undefined;
  return resource?.type === "oci_core_images" || resource?.type === "oci_core_image" ? resource : undefined;
}

/** What `oci_core_images` was asked for; an exact name says all there is to say. */
function filtersOf({ body }: Resource): Image {
  const text = (name: string) => {
    const read = readString(body, name);
    return read.kind === "known" && read.value !== "" ? read.value : undefined;
  };
  const [display, os, version] = [
    text("display_name"),
    text("operating_system"),
    text("operating_system_version"),
  ];
  const name = display ?? filteredName(body);
  const parsed =
    name === undefined ? { ...filteredPattern(body), ...partlyNamed(body) } : parseImageName(name);
  const os_version =
    version !== undefined && /^\d+(?:\.\d+)*$/.test(version) ? version.split(".").map(Number) : undefined;
  return { ...(os !== undefined && { os }), ...(os_version && { os_version }), ...parsed };
}

/** What is known of a name that is not known to its end: `Oracle-Linux-9.4-${var.date}`. */
function partlyNamed(body: Value): Image {
  const parts = textOf(get(body, ["display_name"]));
  return parts?.includes(null) ? patternImage(parts.map((part) => part ?? ".*").join("")) : {};
}

function filteredName(body: Value): string | undefined {
  return filteredNames(body).find(({ pattern }) => !pattern)?.text;
}

/** What a pattern for the name asks for. */
function filteredPattern(body: Value): Image {
  const found = filteredNames(body).find(({ pattern }) => pattern);
  return found ? patternImage(found.text) : {};
}

function filteredNames(body: Value): { readonly text: string; readonly pattern: boolean }[] {
  return blocks(body, "filter").items.flatMap((filter) => {
    const [name, regex] = [readString(filter.body, "name"), readBoolean(filter.body, "regex")];
    const values = readList(filter.body, "values");
    const [only] = values.kind === "known" && values.value.length === 1 ? values.value : [];
    if (name.kind !== "known" || name.value !== "display_name" || regex.kind === "unknown") return [];
    const pattern = regex.kind === "known" && regex.value;
    return only?.kind === "known" ? [{ text: String(only.value), pattern }] : [];
  });
}
