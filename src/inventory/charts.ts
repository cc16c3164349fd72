// Packages that manifests install: Helm charts by Flux, Argo CD, k3s or kustomize, chart dependencies, and manifests from URLs.
// Takes objects and data documents, gives `charts` and `remote_manifests`.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { Chart, RemoteManifest } from "../model/inventory.ts";
import type { Path } from "../model/place.ts";
import { at, type FoundObject, isObject, subjectOf, text, titleOf } from "./kubernetes.ts";
import { isKustomization } from "./kustomize.ts";
import type { Origins } from "./origins.ts";
import type { Targets } from "./targets.ts";

type Found = {
  readonly document: DataDocument;
  readonly path: Path;
  readonly title: string;
  readonly subject: string;
};

export function charts(
  objects: readonly FoundObject[],
  documents: readonly DataDocument[],
  targets: Targets,
  origins: Origins,
): { readonly charts: Chart[]; readonly remote_manifests: RemoteManifest[] } {
  const list: Chart[] = [];
  const remote_manifests: RemoteManifest[] = [];
  const entry = (prefix: string, found: Found) => {
    const id = origins.next(prefix);
    const { document, path, title, subject } = found;
    origins.set(id, {
      file: document.file,
      subject,
      title,
      path,
      value: document.value,
      locate: (below) => ({ place: { file: document.file, range: document.locate([...path, ...below]) } }),
      object: { file: document.file, range: document.locate([]) },
    });
    return {
      id,
      address: title,
      notation: "manifest",
      existence: "known",
      unknown: {},
      nodes: targets.of(document.file, {}),
    } as const;
  };
  const chart = (
    found: Found,
    via: Chart["via"],
    fields: Pick<Chart, "chart" | "repository" | "namespace" | "values">,
  ) => {
    if (fields.chart !== "") list.push({ ...entry("chart", found), via, ...fields });
  };
  const remote = (found: Found, url: string) => remote_manifests.push({ ...entry("remote", found), url });

  for (const object of objects) {
    const { value, kind, group, document } = object;
    const found = (path: Path): Found => ({
      document,
      path: [...object.path, ...path],
      title: titleOf(object),
      subject: subjectOf(object),
    });
    const namespace = object.namespace;
    if (kind === "HelmRelease" && group === "helm.toolkit.fluxcd.io") {
      const spec = ["spec", "chart", "spec"];
      chart(found([...spec, "chart"]), "HelmRelease", {
        chart: posix.basename(text(at(value, [...spec, "chart"]))),
        repository: text(at(value, [...spec, "sourceRef", "name"])),
        namespace: text(at(value, ["spec", "targetNamespace"])) || namespace,
        values: at(value, ["spec", "values"]) ?? null,
        ...elsewhere(at(value, ["spec", "valuesFrom"])),
      });
    }
    if (kind === "HelmChart" && group === "helm.cattle.io") {
      chart(found(["spec", "chart"]), "HelmChart", {
        chart: posix.basename(text(at(value, ["spec", "chart"]))),
        repository: text(at(value, ["spec", "repo"])),
        namespace: text(at(value, ["spec", "targetNamespace"])) || namespace,
        values: null,
        ...elsewhere(at(value, ["spec", "valuesContent"])),
      });
    }
    if (kind === "Application" && group === "argoproj.io") {
      const sources = at(value, ["spec", "sources"]);
      const paths: Path[] = [
        ["spec", "source"],
        ...(Array.isArray(sources) ? sources.map((_, index) => ["spec", "sources", index]) : []),
      ];
      for (const path of paths) {
        chart(found([...path, "chart"]), "Application", {
          chart: posix.basename(text(at(value, [...path, "chart"]))),
          repository: text(at(value, [...path, "repoURL"])),
          namespace: text(at(value, ["spec", "destination", "namespace"])),
          values: at(value, [...path, "helm", "valuesObject"]) ?? null,
          ...elsewhere(at(value, [...path, "helm", "valueFiles"]) ?? at(value, [...path, "helm", "values"])),
        });
      }
    }
  }
  for (const document of documents) {
    if (!isObject(document.value)) continue;
    const found = (path: Path): Found => ({ document, path, title: document.file, subject: document.file });
    if (isKustomization(document)) {
      for (const key of ["resources", "bases", "components"]) {
        elements(at(document.value, [key])).forEach((resource, index) => {
          if (/^https?:\/\//.test(text(resource)) || /^github\.com\//.test(text(resource)))
            remote(found([key, index]), text(resource));
        });
      }
      elements(at(document.value, ["helmCharts"])).forEach((item, index) => {
        chart(found(["helmCharts", index, "name"]), "kustomization", {
          chart: text(at(item, ["name"])),
          repository: text(at(item, ["repo"])),
          namespace: text(at(item, ["namespace"])),
          values: at(item, ["valuesInline"]) ?? null,
          ...elsewhere(at(item, ["valuesFile"]) ?? at(item, ["additionalValuesFiles"])),
        });
      });
    }
    if (posix.basename(document.file) === "Chart.yaml") {
      elements(at(document.value, ["dependencies"])).forEach((item, index) => {
        chart(found(["dependencies", index, "name"]), "Chart.yaml", {
          chart: text(at(item, ["name"])),
          repository: text(at(item, ["repository"])),
          namespace: "",
          values: null,
        });
      });
    }
  }
  return { charts: list, remote_manifests };
}

/** Values that come from another place as well are not known. */
function elsewhere(place: Json | undefined): Partial<Pick<Chart, "unknown">> {
  return place === undefined || place === null ? {} : { unknown: { values: "stated elsewhere" } };
}

function elements(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? list : [];
}
