// Add-ons: `oci_containerengine_addon`.
import { adapter } from "../cloud/adapter.ts";
import type { Draft } from "../cloud/draft.ts";

export const addon = adapter({
  type: "oci_containerengine_addon",
  list: "addons",
  title: "Add-on",
  read: ({ draft }) => ({
    ...draft.string("name", "addon_name"),
    // Empty when it is not known: then it is no add-on that anybody asks for, and `unknown.addon` says so.
    addon: draft.string("addon", "addon_name").addon ?? "",
    ...draft.ref("cluster", "cluster_id"),
    ...draft.string("addon_version", "version"),
    ...configurations(draft),
  }),
});

function configurations(draft: Draft): { configurations?: { readonly [key: string]: string } } {
  const found = draft.blocks("configurations", "configurations");
  if (found.length === 0) return {};
  const configurations: Record<string, string> = {};
  for (const { path } of found) {
    const [key, value] = [draft.value(...path, "key"), draft.value(...path, "value")];
    if (key.kind !== "known") {
      draft.doubt("configurations", key);
      continue;
    }
    draft.place(["configurations", String(key.value)], path);
    if (value.kind === "known") configurations[String(key.value)] = String(value.value);
    else if (value.kind !== "absent") draft.doubt(`configurations.${key.value}`, value);
  }
  return { configurations };
}
