// Which files hold values of charts because something names them so: kustomizations, helmfiles, Skaffold, Fleet, Argo CD. Takes documents,
// gives paths from the root of the repository; opens nothing.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import { expanded } from "./dotted-path.ts";
import { at, isObject, text } from "./kubernetes.ts";
import { isFleet, isKustomization, isSkaffold } from "./patch-holders.ts";

const HELMFILE = /^helmfile(?:[-_.][\w.-]+)?\.ya?ml(?:\.gotmpl)?$/;
/** `values.yaml=loki.yaml`: what a HelmRelease takes out of the ConfigMap that is made of it. */
const IN_CONFIG_MAP = /^values\.ya?ml=/;

const INFLATION = ["valuesFile", "additionalValuesFiles.*"];

export function isHelmfile({ file }: DataDocument): boolean {
  return HELMFILE.test(posix.basename(file));
}

export function valuesFiles(documents: readonly DataDocument[]): ReadonlySet<string> {
  return new Set(documents.flatMap((document) => (isObject(document.value) ? named(document) : [])));
}

function named(document: DataDocument): readonly string[] {
  const { value, file } = document;
  const near = (dotted: string) =>
    textsAt(value, dotted).map((name) => posix.join(posix.dirname(file), name));
  if (isKustomization(document)) {
    const generated = textsAt(value, "configMapGenerator.*.files.*").flatMap((name) =>
      IN_CONFIG_MAP.test(name) ? posix.join(posix.dirname(file), name.replace(IN_CONFIG_MAP, "")) : [],
    );
    return [...INFLATION.flatMap((key) => near(`helmCharts.*.${key}`)), ...generated];
  }
  if (isHelmfile(document)) return near("releases.*.values.*");
  if (isFleet(document))
    return ["helm", "targetCustomizations.*.helm"].flatMap((helm) => near(`${helm}.valuesFiles.*`));
  const [kind, apiVersion] = [text(at(value, ["kind"])), text(at(value, ["apiVersion"]))];
  if (isSkaffold(document))
    return ["deploy", "manifests"].flatMap((part) => near(`${part}.helm.releases.*.valuesFiles.*`));
  if (apiVersion === "builtin" && kind === "HelmChartInflationGenerator") return INFLATION.flatMap(near);
  if (!apiVersion.startsWith("argoproj.io/")) return [];
  return ["spec", "spec.template.spec"].flatMap((spec) => ofSources(value, spec));
}

/** Beside the chart, or from the root of a source that has a name; of any repository, and so perhaps of this one. */
function ofSources(value: Json, spec: string): readonly string[] {
  return ["source", "sources.*"].flatMap((source) =>
    expanded(value, `${spec}.${source}`).flatMap((path) => {
      const folder = text(at(value, [...path, "path"]));
      return textsAt(at(value, path) ?? null, "helm.valueFiles.*").map((name) =>
        name.startsWith("$") ? posix.normalize(name.replace(/^\$[^/]*\//, "")) : posix.join(folder, name),
      );
    }),
  );
}

function textsAt(value: Json, dotted: string): readonly string[] {
  return expanded(value, dotted).flatMap((path) => text(at(value, path)) || []);
}
