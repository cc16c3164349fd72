// Charts that Terraform installs: `helm_release`. Takes evaluated resources, gives entries with the values that are known.
import { concealedText } from "../../model/concealed-text.ts";
import type { Json } from "../../model/document.ts";
import type { Chart } from "../../model/inventory/package.ts";
import { Draft } from "../cloud/draft.ts";
import { CloudOrigin } from "../cloud/origin.ts";
import { References } from "../cloud/references.ts";
import { labelOf } from "../cloud/titles.ts";
import { isObject } from "../kubernetes.ts";
import type { Origins } from "../origins.ts";
import { chartName } from "../remote.ts";
import { concealedValue } from "../secrets.ts";
import { holding, mergedValues, setKeys } from "../set-values.ts";
import type { Targets } from "../targets.ts";
import type { Resource } from "../terraform/resource.ts";

export function helmReleases(
  resources: readonly Resource[],
  targets: Targets,
  origins: Origins,
  decodeYaml: (text: string) => Json | undefined,
): Chart[] {
  return resources.flatMap((resource) => {
    if (resource.mode !== "managed" || resource.type !== "helm_release") return [];
    const draft = new Draft(resource.body, new References());
    draft.place([], []);
    const { chart: path = "" } = draft.string("chart", "chart");
    const { repository = "" } = draft.string("repository", "repository");
    const { namespace = "" } = draft.string("namespace", "namespace");
    const id = origins.next("chart");
    const entry: Chart = {
      id,
      address: resource.address,
      notation: "terraform",
      existence: resource.existence,
      unknown: draft.unknown,
      ...draft.string("name", "name"),
      chart: chartName(path),
      repository: concealedText(repository),
      namespace,
      via: "terraform",
      values: concealedValue(valuesOf(draft, decodeYaml)),
      nodes: targets.of(resource.place.file, {}),
    };
    const { place, block } = resource;
    origins.set(
      id,
      new CloudOrigin(
        { subject: resource.address, title: `Helm release "${labelOf(resource)}"`, place, block },
        draft,
        entry,
      ),
    );
    return [entry];
  });
}

/** `values` are YAML texts, later ones over earlier ones, `set` blocks over all. */
function valuesOf(draft: Draft, decodeYaml: (text: string) => Json | undefined): Json {
  let values: Json = {};
  const texts = draft.items("values", "values") ?? [];
  // Before the texts: it takes the place of all values, which is that of the texts where there are any.
  const set = draft.blocks("values", "set");
  for (const { value, path } of texts) {
    if (value.kind === "unknown") draft.doubt("values", value);
    const decoded = value.kind === "known" ? decodeYaml(String(value.value)) : undefined;
    if (decoded === undefined) continue;
    draft.place(["values"], path);
    if (isObject(decoded)) for (const name of Object.keys(decoded)) draft.place(["values", name], path);
    values = mergedValues(values, decoded);
  }
  for (const { path } of set) {
    const [name, value] = [draft.value(...path, "name"), draft.value(...path, "value")];
    if (name.kind !== "known" || value.kind !== "known") {
      draft.doubt("values", value.kind === "known" ? name : value);
      continue;
    }
    const keys = setKeys(String(name.value));
    draft.place(["values", ...keys], path);
    values = mergedValues(values, holding(keys, scalar(value.value)));
  }
  return values;
}

function scalar(value: string | number | boolean): Json {
  return value === "true" ? true : value === "false" ? false : value;
}
