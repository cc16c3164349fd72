// Packages that manifests install: Helm charts by Flux, Argo CD, k3s, Crossplane, Cluster API, kustomize, helmfile or Skaffold, chart
// dependencies, and manifests from URLs.
// Takes objects and data documents, gives `charts` and `remote_manifests`.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { Chart, RemoteManifest } from "../model/inventory/package.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { filledIn, generatedElements, placeholderIn } from "./application-sets.ts";
import { CHART_HOLDERS } from "./chart-holders.ts";
import { at, elements, type FoundObject, isObject, subjectOf, text, titleOf } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import { isFleet, isKustomization, isSkaffold } from "./patch-holders.ts";
import { chartName, REMOTE } from "./remote.ts";
import type { Targets } from "./targets.ts";

type Found = {
  readonly document: DataDocument;
  readonly path: Path;
  readonly title: string;
  readonly subject: string;
  readonly marks: Readonly<Record<string, string>>;
};

/** Projects whose repositories hold what they install; of others only the chart tells. */
const UPSTREAM =
  /^(?:https:\/\/|(?:ssh:\/\/)?git@)github\.com[/:](?:kubernetes|kubernetes-sigs|istio|linkerd|projectcalico|tigera|cilium|flannel-io|k8snetworkplumbingwg|antrea-io|weaveworks|oracle-devrel)\//;

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
    const { document, path, title, subject, marks } = found;
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
      nodes: targets.of(document.file, marks),
    } as const;
  };
  const chart = (
    found: Found,
    via: Chart["via"],
    fields: Pick<Chart, "chart" | "repository" | "namespace" | "values"> & Partial<Pick<Chart, "unknown">>,
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
      marks: { ...object.annotations, ...object.labels },
    });
    const holder = own(CHART_HOLDERS, `${group} ${kind}`);
    if (holder) {
      const get = (dotted: string | undefined) =>
        dotted === undefined ? undefined : at(value, dotted.split("."));
      chart(found(holder.chart.split(".")), holder.via, {
        chart: chartName(text(get(holder.chart))),
        repository: text(get(holder.repository)),
        namespace: text(get(holder.namespace)) || object.namespace,
        values: get(holder.values) ?? null,
        ...elsewhere(...(holder.elsewhere ?? []).map(get)),
      });
    }
    if (group === "config.projectsveltos.io")
      listed(value, ["spec", "helmCharts"], "chartName", (item, path) =>
        chart(found(path), "HelmRelease", {
          chart: chartName(text(at(item, ["chartName"]))),
          repository: text(at(item, ["repositoryURL"])),
          namespace: text(at(item, ["releaseNamespace"])),
          values: null,
          ...elsewhere(at(item, ["values"]), at(item, ["valuesFrom"])),
        }),
      );
    if (group !== "argoproj.io" || (kind !== "Application" && kind !== "ApplicationSet")) continue;
    const spec: Path = kind === "Application" ? ["spec"] : ["spec", "template", "spec"];
    const sources = elements(at(value, [...spec, "sources"]));
    for (const path of [[...spec, "source"], ...sources.map((_, index) => [...spec, "sources", index])]) {
      const repository = written(object, [...path, "repoURL"]);
      const name = written(object, [...path, "chart"]);
      const rest = {
        namespace: text(at(value, [...spec, "destination", "namespace"])),
        values: at(value, [...path, "helm", "valuesObject"]) ?? null,
        ...elsewhere(at(value, [...path, "helm", "valueFiles"]), at(value, [...path, "helm", "values"])),
      };
      if (name.includes("{{")) {
        for (const element of generatedElements(value)) {
          const place = [...element.path, ...(placeholderIn(name) ?? [])];
          chart(found(place), "Application", {
            ...rest,
            chart: chartName(filledIn(name, element) ?? ""),
            repository: filledIn(repository, element) ?? repository,
          });
        }
      } else chart(found([...path, "chart"]), "Application", { ...rest, chart: chartName(name), repository });
      if (UPSTREAM.test(repository))
        remote(found([...path, "repoURL"]), `${repository}//${text(at(value, [...path, "path"]))}`);
    }
  }
  for (const document of documents) {
    if (!isObject(document.value)) continue;
    const { value, file } = document;
    const found = (path: Path): Found => ({ document, path, title: file, subject: file, marks: {} });
    const name = posix.basename(file);
    if (isKustomization(document)) {
      for (const key of ["resources", "bases", "components"]) {
        elements(at(value, [key])).forEach((resource, index) => {
          if (REMOTE.test(text(resource))) remote(found([key, index]), text(resource));
        });
      }
      listed(value, ["helmCharts"], "name", (item, path) =>
        chart(found(path), "kustomization", {
          chart: text(at(item, ["name"])),
          repository: text(at(item, ["repo"])),
          namespace: text(at(item, ["namespace"])),
          values: at(item, ["valuesInline"]) ?? null,
          ...elsewhere(at(item, ["valuesFile"]), at(item, ["additionalValuesFiles"])),
        }),
      );
      listed(value, ["helmChartInflationGenerator"], "chartName", (item, path) =>
        chart(found(path), "kustomization", {
          chart: text(at(item, ["chartName"])),
          repository: text(at(item, ["chartRepoUrl"])),
          namespace: text(at(item, ["releaseNamespace"])),
          values: null,
          ...elsewhere(at(item, ["values"])),
        }),
      );
    }
    if (name === "Chart.yaml" || name === "requirements.yaml") {
      listed(value, ["dependencies"], "name", (item, path) =>
        chart(found(path), "Chart.yaml", {
          chart: text(at(item, ["name"])),
          repository: text(at(item, ["repository"])),
          namespace: "",
          values: null,
        }),
      );
    }
    if (/^helmfile\b.*\.ya?ml$/.test(name) || /(?:^|\/)helmfile\.d\//.test(file)) {
      const urls = new Map(
        elements(at(value, ["repositories"])).map((item) => [
          text(at(item, ["name"])),
          text(at(item, ["url"])),
        ]),
      );
      listed(value, ["releases"], "chart", (item, path) => {
        const reference = text(at(item, ["chart"]));
        if (at(item, ["installed"]) === false) return;
        const [repository = ""] = reference.split("/");
        chart(found(path), "helmfile", {
          chart: chartName(reference),
          repository: urls.get(repository) ?? (reference.includes("/") ? repository : ""),
          namespace: text(at(item, ["namespace"])),
          values: null,
          ...elsewhere(at(item, ["values"]), at(item, ["set"])),
        });
      });
    }
    if (isFleet(document)) {
      const customized = elements(at(value, ["targetCustomizations"]));
      for (const path of [
        ["helm"],
        ...customized.map((_, index) => ["targetCustomizations", index, "helm"]),
      ]) {
        const item = at(value, path);
        chart(found([...path, "chart"]), "fleet", {
          chart: chartName(text(at(item, ["chart"]))),
          repository: text(at(item, ["repo"])),
          namespace: text(at(value, ["defaultNamespace"])),
          values: at(item, ["values"]) ?? null,
          ...elsewhere(at(item, ["valuesFiles"]), at(item, ["valuesFrom"])),
        });
      }
    }
    if (isSkaffold(document)) {
      listed(value, ["deploy", "helm", "releases"], "remoteChart", (item, path) =>
        chart(found(path), "skaffold", {
          chart: chartName(text(at(item, ["remoteChart"]))),
          repository: text(at(item, ["repo"])) || text(at(item, ["remoteChart"])),
          namespace: text(at(item, ["namespace"])),
          values: at(item, ["setValues"]) ?? null,
          ...elsewhere(at(item, ["valuesFiles"])),
        }),
      );
    }
  }
  return { charts: list, remote_manifests };
}

/** A text of an object, also one that is a placeholder as a whole and so no value. */
function written({ document, path, value }: FoundObject, below: Path): string {
  return text(at(value, below)) || (document.unknown?.[[...path, ...below].join(".")] ?? "");
}

/** The items of a list, each with the path of one of its keys. */
function listed(value: Json, path: Path, key: string, take: (item: Json, path: Path) => void): void {
  elements(at(value, path)).forEach((item, index) => {
    take(item, [...path, index, key]);
  });
}

/** Values that come from another place as well are not known. */
function elsewhere(...places: readonly (Json | undefined)[]): Partial<Pick<Chart, "unknown">> {
  const stated = places.some((place) => place !== undefined && place !== null);
  return stated ? { unknown: { values: "stated elsewhere" } } : {};
}
