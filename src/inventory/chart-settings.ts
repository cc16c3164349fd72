// Values of charts that ask for what virtual nodes do not have, as far as their names tell: nobody rendered the charts. Takes objects and
// documents, gives one entry for each such value, placed where it is written.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { ChartSetting } from "../model/inventory/package.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { at, elements, type FoundObject, isObject, subjectOf, titleOf } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import type { Targets } from "./targets.ts";

export type SettingContext = {
  readonly targets: Targets;
  readonly origins: Origins;
  /** Whether the repository holds a path. */
  readonly has: (path: string) => boolean;
  readonly decodeYaml: (text: string) => Json | undefined;
};

type Found = { readonly setting: ChartSetting["setting"]; readonly path: Path };

/** Where objects keep the values of a chart, as data or as a text, by API group and kind. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "helm.toolkit.fluxcd.io HelmRelease": ["spec.values"],
  "helm.cattle.io HelmChart": ["spec.valuesContent"],
  "helm.cattle.io HelmChartConfig": ["spec.valuesContent"],
  "helm.crossplane.io Release": ["spec.forProvider.values"],
  "argoproj.io Application": ["spec.source.helm.valuesObject", "spec.source.helm.values"],
  "argoproj.io ApplicationSet": [
    "spec.template.spec.source.helm.valuesObject",
    "spec.template.spec.source.helm.values",
  ],
};
const VALUES = /^values(?:[-_.][\w.-]+)?\.ya?ml$/;
const MAX_DEPTH = 12;
/** Enough for anybody to know what is up. */
const MAX_FOUND = 50;

export function chartSettings(
  objects: readonly FoundObject[],
  documents: readonly DataDocument[],
  context: SettingContext,
): ChartSetting[] {
  return [
    ...objects.flatMap((object) => ofObject(object, context)),
    ...documents.flatMap((document) => ofFile(document, context)),
  ];
}

function ofObject(object: FoundObject, context: SettingContext): ChartSetting[] {
  const { group, kind, value, document } = object;
  const paths = (own(HOLDERS, `${group} ${kind}`) ?? []).map((dotted): Path => dotted.split("."));
  if (group === "argoproj.io" && kind === "Application")
    for (const index of elements(at(value, ["spec", "sources"])).keys())
      for (const key of ["valuesObject", "values"]) paths.push(["spec", "sources", index, "helm", key]);
  const marks = { ...object.annotations, ...object.labels };
  const owner = { document, title: titleOf(object), subject: subjectOf(object), marks };
  return paths.flatMap((path) => {
    const held = at(value, path);
    const text = typeof held === "string";
    return settingsIn(text ? context.decodeYaml(held) : held).map((found) =>
      entry(owner, { ...found, at: [...object.path, ...path, ...(text ? [] : found.path)] }, context),
    );
  });
}

/** The values of a chart that stands in the repository, also those for one environment; not of charts that it brings along. */
function ofFile(document: DataDocument, context: SettingContext): ChartSetting[] {
  const { file, value } = document;
  if (!VALUES.test(posix.basename(file))) return [];
  const folder = posix.dirname(file);
  if (/(?:^|\/)charts\/[^/]+$/.test(folder) && context.has(posix.join(folder, "../../Chart.yaml"))) return [];
  if (!context.has(posix.join(folder, "Chart.yaml"))) return [];
  const owner = { document, title: file, subject: file, marks: {} };
  return settingsIn(value).map((found) => entry(owner, { ...found, at: found.path }, context));
}

type Owner = {
  readonly document: DataDocument;
  readonly title: string;
  readonly subject: string;
  readonly marks: Readonly<Record<string, string>>;
};

function entry(
  { document, title, subject, marks }: Owner,
  { setting, path, at: place }: Found & { readonly at: Path },
  { targets, origins }: SettingContext,
): ChartSetting {
  const { file } = document;
  const id = origins.next("setting");
  origins.set(id, {
    ...{ file, subject, title, path: place, value: document.value },
    locate: () => ({ place: { file, range: document.locate(place) } }),
    object: { file, range: document.locate([]) },
  });
  return {
    ...{ id, address: title, notation: "manifest", existence: "known", unknown: {} },
    ...{ setting, key: path.join("."), nodes: targets.of(file, marks) },
  };
}

/** Nothing below a part that is switched off counts. */
export function settingsIn(values: Json | undefined): readonly Found[] {
  const found: Found[] = [];
  const visit = (value: Json | undefined, path: Path): void => {
    if (!isObject(value) || path.length > MAX_DEPTH || value["enabled"] === false) return;
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

const isOn = (value: Json): boolean => value === true || (isObject(value) && value["enabled"] === true);

function settingOf(key: string, value: Json, parent: string): ChartSetting["setting"] | undefined {
  switch (key) {
    case "hostNetwork":
    case "hostPID":
    case "hostIPC":
      return isOn(value) ? key : undefined;
    case "privileged":
      return value === true ? key : undefined;
    case "fsGroup":
      return /securityContext$/i.test(parent) && typeof value === "number" ? key : undefined;
    case "externalTrafficPolicy":
      return value === "Local" ? key : undefined;
    case "initContainers":
    case "extraInitContainers":
      return elements(value).length > 0 ? "initContainers" : undefined;
    case "networkPolicy":
      return isObject(value) && value["enabled"] === true ? key : undefined;
    case "daemonset":
    case "daemonSet":
    case "useDaemonSet":
      return isOn(value) ? "daemonSet" : undefined;
    case "kind":
      return value === "DaemonSet" ? "daemonSet" : undefined;
    case "persistence":
    case "persistentVolume":
      return isObject(value) && value["enabled"] === true && !isShared(value) ? "persistence" : undefined;
    default:
      return undefined;
  }
}

/** What many nodes write may lie in File Storage; a claim that is there already is judged by itself. */
function isShared(persistence: { readonly [key: string]: Json }): boolean {
  const { accessMode, accessModes, existingClaim } = persistence;
  const claim = typeof existingClaim === "string" && existingClaim !== "";
  return claim || accessMode === "ReadWriteMany" || elements(accessModes).includes("ReadWriteMany");
}
