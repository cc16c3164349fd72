// The add-ons of the module's `cluster_addons`, by name.
import { Draft } from "../../cloud/draft.ts";
import { readMap } from "../../terraform/read-value.ts";
import type { OkeCall } from "./oke-call.ts";

export function addAddons({ call, inputs, world, parts, written, output }: OkeCall): void {
  const addons = readMap(inputs.value, "cluster_addons");
  if (addons.kind !== "known") return;
  const cluster =
    world.references.idOf(`${call.address}.cluster_id`) === undefined
      ? world.references.of(inputs.value, "cluster_id")
      : output("cluster_id");
  for (const [name, body] of addons.value) {
    if (body.kind === "absent") continue;
    const draft = new Draft(body, world.references);
    draft.place([], []);
    parts.add(
      "addons",
      { ...written("", `${call.address}.cluster_addons.${name}`), title: `Add-on "${name}"` },
      draft,
      {
        name,
        addon: name,
        ...(cluster && { cluster }),
        ...draft.string("addon_version", "version"),
        ...configurations(draft),
      },
    );
  }
}

function configurations(draft: Draft): { configurations?: { readonly [key: string]: string } } {
  const items = draft.items("configurations", "configurations");
  if (!items) return {};
  const configurations: Record<string, string> = {};
  for (const { path } of items) {
    const [key, value] = [draft.value(...path, "key"), draft.value(...path, "value")];
    if (key.kind !== "known") continue;
    draft.place(["configurations", String(key.value)], path);
    if (value.kind === "known") configurations[String(key.value)] = String(value.value);
    else if (value.kind !== "absent") draft.doubt(`configurations.${key.value}`, value);
  }
  return { configurations };
}
