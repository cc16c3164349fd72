// Values of charts that ask for what virtual nodes do not have, as far as their names tell: nobody rendered the charts. Takes objects and
// documents, gives one entry for each place where such values stand.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { Chart, ChartSetting, ChartSettings } from "../model/inventory/package.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { moduleCalls } from "./ansible-tasks.ts";
import { expanded } from "./dotted-path.ts";
import { at, elements, type FoundObject, isObject, subjectOf, text, titleOf } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import { isFleet, isKustomization, isSkaffold } from "./patch-holders.ts";
import { nested, setValues, statedBy } from "./set-values.ts";
import type { Targets } from "./targets.ts";
import { isHelmfile, valuesFiles } from "./values-files.ts";

export type SettingContext = {
  readonly targets: Targets;
  readonly origins: Origins;
  /** Whether the repository holds a path. */
  readonly has: (path: string) => boolean;
  /** Files that commands hand to charts as values, whatever their names. */
  readonly valuesFiles: ReadonlySet<string>;
  readonly decodeYaml: (text: string) => Json | undefined;
};

type Found = { readonly setting: ChartSetting; readonly path: Path };

const ofArgo = (spec: string) =>
  ["source", "sources.*"].flatMap((source) =>
    ["valuesObject", "values", "parameters"].map((key) => `${spec}.${source}.helm.${key}`),
  );

/** Where objects keep the values of a chart, as data or as a text, by API group and kind. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "helm.toolkit.fluxcd.io HelmRelease": ["spec.values"],
  "helm.cattle.io HelmChart": ["spec.valuesContent"],
  "helm.cattle.io HelmChartConfig": ["spec.valuesContent"],
  "helm.crossplane.io Release": ["spec.forProvider.values"],
  " HelmChartInflationGenerator": ["valuesInline"],
  "config.projectsveltos.io ClusterProfile": ["spec.helmCharts.*.values"],
  "config.projectsveltos.io Profile": ["spec.helmCharts.*.values"],
  "argoproj.io Application": ofArgo("spec"),
  "argoproj.io ApplicationSet": ofArgo("spec.template.spec"),
};
/** Files that call charts and state values for them. */
const CALLS: readonly {
  readonly is: (document: DataDocument) => boolean;
  readonly values: readonly string[];
}[] = [
  { is: isKustomization, values: ["helmCharts.*.valuesInline"] },
  {
    is: isHelmfile,
    values: ["releases.*.values.*", "releases.*.set"],
  },
  { is: isFleet, values: ["helm.values", "targetCustomizations.*.helm.values"] },
  {
    is: isSkaffold,
    values: ["deploy", "manifests"].flatMap((part) =>
      ["overrides", "setValues"].map((key) => `${part}.helm.releases.*.${key}`),
    ),
  },
];
/** What holds values by dotted names; lists hold nothing else. */
const DOTTED = "setValues";
const HELM_MODULE = /^(?:(?:kubernetes\.core|community\.kubernetes)\.)?helm$/;
/** What charts are told to take their values from, by name: Flux' `valuesFrom`, and Argo's plugins. */
const VALUES_IN_CONFIG_MAP: Path = ["data", "values.yaml"];
const VALUES = /^(?:[\w.-]+[-_.])?values(?:[-_.][\w.-]+)?\.ya?ml$/;
const MAX_DEPTH = 12;
/** Enough for anybody to know what is up. */
const MAX_FOUND = 50;

/** `charts`: those whose values came with them, from commands and Terraform. */
export function chartSettings(
  objects: readonly FoundObject[],
  documents: readonly DataDocument[],
  charts: readonly Chart[],
  context: SettingContext,
): ChartSettings[] {
  const stated = charts.map((chart) => ({ chart, found: statedIn(chart, context) }));
  const handed = stated.flatMap(({ chart, found }) =>
    chart.via === "terraform" ? found.map(({ file }) => file) : [],
  );
  const named = new Set([...valuesFiles(documents), ...context.valuesFiles, ...handed]);
  const inFiles = documents.flatMap((document) => ofFile(document, named, context));
  const told = new Set(inFiles.map(({ id }) => context.origins.get(id)?.file));
  return [
    ...objects.flatMap((object) => ofObject(object, context)),
    ...inFiles,
    ...stated.flatMap(({ chart, found }) =>
      ofChart(
        chart,
        found.filter(({ file }) => !told.has(file)),
        context,
      ),
    ),
  ];
}

/** What the values of a chart ask for, each with the file that it is written in. */
function statedIn(
  chart: Chart,
  { origins }: SettingContext,
): readonly (Found & { readonly file: string | undefined })[] {
  const origin = origins.get(chart.id);
  return settingsIn(chart.values).map((found) => ({
    ...found,
    file: origin?.locate(["values", ...found.path]).place.file,
  }));
}

/**
 * Their values stand together, in a command or in several attributes; what a file of values says is told there. Of addresses of clients
 * in commands a rule of its own tells.
 */
function ofChart(chart: Chart, stated: readonly Found[], { origins }: SettingContext): ChartSettings[] {
  const found = stated.filter(
    ({ setting }) => chart.via !== "helm-command" || setting !== "externalTrafficPolicy",
  );
  const origin = origins.get(chart.id);
  if (origin === undefined || found.length === 0) return [];
  const id = origins.next("setting");
  const { file, subject, title, object } = origin;
  const path = ["values", ...found[0]!.path];
  origins.set(id, { file, subject, title, object, path, locate: () => origin.locate(path) });
  const { address, notation, nodes } = chart;
  return [{ id, address, notation, existence: "known", unknown: {}, asks: found.map(asked), nodes }];
}

function ofObject(object: FoundObject, context: SettingContext): ChartSettings[] {
  const { group, kind, value, document } = object;
  const paths =
    group === "" && kind === "ConfigMap"
      ? [VALUES_IN_CONFIG_MAP]
      : (own(HOLDERS, `${group} ${kind}`) ?? []).flatMap((dotted) => expanded(value, dotted));
  const marks = { ...object.annotations, ...object.labels };
  const owner = { document, title: titleOf(object), subject: subjectOf(object), marks };
  return paths.flatMap((path) => {
    const held = at(value, path);
    const place = [...object.path, ...path];
    if (typeof held !== "string") return eachAt(owner, place, held, context);
    const found = settingsIn(context.decodeYaml(held));
    return found.length === 0 ? [] : [entry(owner, place, found, context)];
  });
}

/** The values of a chart, also those for one environment; not of charts that one in the repository brings along. */
function ofFile(
  document: DataDocument,
  named: ReadonlySet<string | undefined>,
  context: SettingContext,
): ChartSettings[] {
  const { file, value } = document;
  const owner = { document, title: file, subject: file, marks: {} };
  const calls = CALLS.find(({ is }) => is(document))?.values ?? [];
  const called = [...calls.flatMap((dotted) => expanded(value, dotted)), ...inTasks(value)];
  if (called.length > 0) return called.flatMap((path) => eachAt(owner, path, at(value, path), context));
  if (named.has(file)) return eachAt(owner, [], value, context);
  if (!VALUES.test(posix.basename(file))) return [];
  const folder = posix.dirname(file);
  if (/(?:^|\/)charts\/[^/]+$/.test(folder) && context.has(posix.join(folder, "../../Chart.yaml"))) return [];
  return eachAt(owner, [], value, context);
}

/** What Ansible's module gives to the charts that it installs. */
function inTasks(tasks: Json): readonly Path[] {
  return moduleCalls(tasks, HELM_MODULE).flatMap(({ path, settings }) =>
    settings["state"] === "absent" ? [] : ["values", "release_values"].map((key) => [...path, key]),
  );
}

type Owner = {
  readonly document: DataDocument;
  readonly title: string;
  readonly subject: string;
  readonly marks: Readonly<Record<string, string>>;
};

function eachAt(
  owner: Owner,
  path: Path,
  values: Json | undefined,
  context: SettingContext,
): ChartSettings[] {
  if (!Array.isArray(values) && path.at(-1) !== DOTTED)
    return settingsIn(values).map((found) => entry(owner, [...path, ...found.path], [found], context));
  const set = setValues(values);
  return settingsIn(nested(set)).map((found) =>
    entry(owner, [...path, ...(statedBy(set, found.path)?.path ?? [])], [found], context),
  );
}

function entry(
  { document, title, subject, marks }: Owner,
  path: Path,
  found: readonly Found[],
  { targets, origins }: SettingContext,
): ChartSettings {
  const { file } = document;
  const id = origins.next("setting");
  origins.set(id, {
    ...{ file, subject, title, path, value: document.value },
    locate: () => ({ place: { file, range: document.locate(path) } }),
    object: { file, range: document.locate([]) },
  });
  return {
    ...{ id, address: title, notation: "manifest", existence: "known", unknown: {} },
    ...{ asks: found.map(asked), nodes: targets.of(file, marks) },
  };
}

const asked = ({ setting, path }: Found): ChartSettings["asks"][number] => ({ setting, key: path.join(".") });

/** Nothing below a part that is switched off counts. */
export function settingsIn(values: Json | undefined): readonly Found[] {
  const found: Found[] = [];
  const visit = (value: Json | undefined, path: Path): void => {
    if (!isObject(value) || path.length > MAX_DEPTH || isOff(value["enabled"])) return;
    for (const [key, held] of Object.entries(value)) {
      if (found.length >= MAX_FOUND) return;
      const here = [...path, key];
      const setting = settingOf(key, held, String(path.at(-1) ?? ""));
      if (setting !== undefined) found.push({ setting, path: here });
      else visit(held, here);
    }
  };
  visit(values, []);
  return found;
}

const isOff = (value: Json | undefined): boolean => value === false || value === "false";
/** Values that a command sets are texts. */
const isTrue = (value: Json | undefined): boolean => value === true || value === "true";
const isEnabled = (value: Json): boolean => isObject(value) && isTrue(value["enabled"]);
const isOn = (value: Json): boolean => isTrue(value) || isEnabled(value);

function settingOf(key: string, value: Json, parent: string): ChartSetting | undefined {
  switch (key) {
    case "hostNetwork":
    case "hostPID":
    case "hostIPC":
      return isOn(value) ? key : undefined;
    case "privileged":
      return isTrue(value) ? key : undefined;
    case "fsGroup":
      return /securityContext$/i.test(parent) && /^\d+$/.test(text(value)) ? key : undefined;
    case "externalTrafficPolicy":
      return value === "Local" ? key : undefined;
    case "initContainers":
    case "extraInitContainers":
      return elements(value).length > 0 ? "initContainers" : undefined;
    case "networkPolicy":
      return isEnabled(value) ? key : undefined;
    case "daemonset":
    case "daemonSet":
    case "useDaemonSet":
      return isOn(value) ? "daemonSet" : undefined;
    case "kind":
      return value === "DaemonSet" ? "daemonSet" : undefined;
    case "volumeClaimTemplate":
      return isObject(value) && isObject(value["spec"]) && !isShared(value["spec"])
        ? "persistence"
        : undefined;
    case "service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode":
    case "oci-network-load-balancer.oraclecloud.com/security-list-management-mode":
      return /^(?:all|frontend)$/i.test(text(value)) ? "securityLists" : undefined;
    case "oci.oraclecloud.com/security-rule-management-mode":
      return /^sl-(?:all|frontend)$/i.test(text(value)) ? "securityRules" : undefined;
    case "persistence":
    case "persistentVolume":
      return isObject(value) && isEnabled(value) && !isShared(value) ? "persistence" : undefined;
    default:
      return elements(value).some(isHostPath) ? "hostPath" : undefined;
  }
}

/** A list of volumes, whatever its name. */
function isHostPath(volume: Json): boolean {
  return typeof at(volume, ["name"]) === "string" && typeof at(volume, ["hostPath", "path"]) === "string";
}

/** What many nodes write may lie in File Storage; a claim that is there already is judged by itself. */
function isShared(persistence: { readonly [key: string]: Json }): boolean {
  const { accessMode, accessModes, existingClaim } = persistence;
  const claim = typeof existingClaim === "string" && existingClaim !== "";
  return claim || accessMode === "ReadWriteMany" || elements(accessModes).includes("ReadWriteMany");
}
