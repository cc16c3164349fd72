// Fields that pools of every kind share: shape with its VNICs, labels, taints, settings of another kind of pool. Takes a draft, gives fields.
import type { NodePool, Taint } from "../../model/inventory/cluster.ts";
import type { Path } from "../../model/place.ts";
import type { Draft } from "../cloud/draft.ts";
import type { Value } from "../terraform/value.ts";
import { isFlexible, vnicsOf } from "./shapes.ts";

type ShapeFields = Pick<NodePool, "shape" | "ocpus" | "memory_gbs" | "baseline_ocpu" | "vnics">;

/** `config`: the block that states OCPUs and memory. */
export function shapeFields(draft: Draft, shapePath: Path, config: Path): ShapeFields {
  const { shape } = draft.string("shape", ...shapePath);
  const { ocpus } = draft.number("ocpus", ...config, "ocpus");
  const vnics = shape === undefined ? undefined : vnicsOf(shape, ocpus);
  const doubtful =
    shape === undefined ? draft.unknown["shape"] : isFlexible(shape) ? draft.unknown["ocpus"] : undefined;
  draft.place(["vnics"], shapePath);
  if (vnics === undefined && doubtful !== undefined) draft.doubt("vnics", doubtful);
  return {
    ...(shape !== undefined && { shape }),
    ...(ocpus !== undefined && { ocpus }),
    ...draft.number("memory_gbs", ...config, "memory_in_gbs"),
    ...draft.string("baseline_ocpu", ...config, "baseline_ocpu_utilization"),
    ...(vnics !== undefined && { vnics }),
  };
}

/** Blocks of `key` and `value`. */
export function labelFields(draft: Draft, block: string): { labels?: { readonly [key: string]: string } } {
  const found = draft.blocks("labels", block);
  if (found.length === 0) return {};
  const labels: Record<string, string> = {};
  for (const { path } of found) {
    const [key, value] = [draft.value(...path, "key"), draft.value(...path, "value")];
    if (key.kind !== "known") {
      draft.doubt("labels", key);
      continue;
    }
    draft.place(["labels", String(key.value)], path);
    if (value.kind === "unknown") draft.doubt(`labels.${key.value}`, value);
    else labels[String(key.value)] = value.kind === "known" ? String(value.value) : "";
  }
  return { labels };
}

/** `paths` are those of the taints, in the order in which they are written. */
export function taintFields(
  draft: Draft,
  paths: readonly { readonly path: Path }[],
): { taints?: readonly Taint[] } {
  const taints = paths.flatMap(({ path }, index) => {
    const taint = draft.part(["taints", index], path);
    const fields = {
      ...taint.string("key", "key"),
      ...taint.string("value", "value"),
      ...taint.string("effect", "effect"),
    };
    for (const [name, ref] of Object.entries(taint.unknown)) draft.doubt(`taints.${index}.${name}`, ref);
    return fields.key === undefined ? [] : [{ ...fields, key: fields.key }];
  });
  return taints.length > 0 ? { taints } : {};
}

/** Names out of `foreign` that are written although this kind of pool has no such setting. Nothing of their values is told. */
export function foreignSettings(draft: Draft, foreign: readonly string[]): { settings?: readonly string[] } {
  const settings: string[] = [];
  draft.place(["settings"], []);
  for (const name of foreign) {
    const value = draft.value(name);
    if (value.kind === "absent" || (value.kind === "list" && value.items.length === 0)) continue;
    if (isNotWritten(draft.value(), name)) continue;
    draft.place(["settings", settings.length], [name]);
    draft.place([name], [name]);
    settings.push(name);
  }
  return settings.length > 0 ? { settings } : {};
}

/** A body of which only a part can be seen may hold the attribute or not: nobody wrote it here. */
export function isNotWritten(body: Value, name: string): boolean {
  return body.kind === "unknown" || (body.kind === "object" && body.open && !body.entries.has(name));
}
