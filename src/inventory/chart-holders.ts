// Which kinds install charts, and where they say so. Takes nothing; gives a table by API group and kind.
import type { Chart } from "../model/inventory/package.ts";

/** Where a kind keeps what it installs: paths of the chart, its repository, its namespace, its values, and other sources of these. */
export type ChartHolder = {
  readonly via: Chart["via"];
  readonly chart: string;
  readonly repository: string;
  readonly namespace?: string;
  readonly values?: string;
  readonly elsewhere?: readonly string[];
};

/** By API group and kind; what is built into kustomize has no group. */
export const CHART_HOLDERS: Readonly<Record<string, ChartHolder>> = {
  "helm.toolkit.fluxcd.io HelmRelease": {
    via: "HelmRelease",
    chart: "spec.chart.spec.chart",
    repository: "spec.chart.spec.sourceRef.name",
    namespace: "spec.targetNamespace",
    values: "spec.values",
    elsewhere: ["spec.valuesFrom"],
  },
  "helm.fluxcd.io HelmRelease": {
    via: "HelmRelease",
    chart: "spec.chart.name",
    repository: "spec.chart.repository",
    namespace: "spec.targetNamespace",
    values: "spec.values",
    elsewhere: ["spec.valuesFrom"],
  },
  "source.toolkit.fluxcd.io HelmChart": {
    via: "HelmChart",
    chart: "spec.chart",
    repository: "spec.sourceRef.name",
    elsewhere: ["spec.chart"],
  },
  "source.toolkit.fluxcd.io OCIRepository": {
    via: "HelmRelease",
    chart: "spec.url",
    repository: "spec.url",
    elsewhere: ["spec.url"],
  },
  "helm.cattle.io HelmChart": {
    via: "HelmChart",
    chart: "spec.chart",
    repository: "spec.repo",
    namespace: "spec.targetNamespace",
    elsewhere: ["spec.valuesContent"],
  },
  "helm.crossplane.io Release": {
    via: "HelmRelease",
    chart: "spec.forProvider.chart.name",
    repository: "spec.forProvider.chart.repository",
    namespace: "spec.forProvider.namespace",
    values: "spec.forProvider.values",
    elsewhere: ["spec.forProvider.valuesFrom"],
  },
  " HelmChartInflationGenerator": {
    via: "kustomization",
    chart: "name",
    repository: "repo",
    namespace: "namespace",
    values: "valuesInline",
    elsewhere: ["valuesFile", "additionalValuesFiles"],
  },
  "addons.cluster.x-k8s.io HelmChartProxy": {
    via: "HelmRelease",
    chart: "spec.chartName",
    repository: "spec.repoURL",
    namespace: "spec.namespace",
    elsewhere: ["spec.valuesTemplate"],
  },
};
