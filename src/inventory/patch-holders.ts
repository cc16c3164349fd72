// Where documents hold patches: kustomizations, the objects by which Flux and Argo CD run kustomize, and tasks of Ansible. Takes a
// document, gives its patches; reads none of them.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { type ModuleCall, moduleCalls } from "./ansible-tasks.ts";
import { expanded } from "./dotted-path.ts";
import { at, elements, isObject, text } from "./kubernetes.ts";

/**
 * A patch by its file, by its text, or as the data (object or operations) that stands at `path`. `below`: what it patches of the object
 * that holds it, rather than an object that it names.
 */
export type Patch = {
  readonly below?: Path;
  readonly file?: string;
  readonly inline?: string;
  readonly path: Path;
  readonly target: Json | undefined;
};

const MODULE = /^(?:kubernetes\.core\.|community\.kubernetes\.)?k8s_json_patch$/;
const NAMES = /^(kustomization\.ya?ml|Kustomization)$/;

export function isKustomization({ file, value }: DataDocument): boolean {
  if (!isObject(value)) return false;
  const apiVersion = value["apiVersion"];
  if (typeof apiVersion === "string" && apiVersion.startsWith("kustomize.config.k8s.io/")) return true;
  return NAMES.test(posix.basename(file)) && value["apiVersion"] === undefined;
}

/** What Fleet installs from a folder, and how. */
export function isFleet({ file }: DataDocument): boolean {
  return /^fleet\.ya?ml$/.test(posix.basename(file));
}

export function isSkaffold({ value }: Pick<DataDocument, "value">): boolean {
  return text(at(value, ["apiVersion"])).startsWith("skaffold/");
}

/** Paths of what has the keys of a kustomization, by API group and kind. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "kustomize.toolkit.fluxcd.io Kustomization": ["spec"],
  "helm.toolkit.fluxcd.io HelmRelease": ["spec.postRenderers.*.kustomize"],
  "fluxcd.controlplane.io FluxInstance": ["spec.kustomize"],
  "argoproj.io Application": ["spec.source.kustomize", "spec.sources.*.kustomize"],
  "argoproj.io ApplicationSet": [
    "spec.template.spec.source.kustomize",
    "spec.template.spec.sources.*.kustomize",
  ],
};

/** Where workflows patch the pods that are made of them, and the spec that they patch. */
const POD_SPEC_PATCHES: Readonly<Record<string, string>> = {
  "argoproj.io Workflow": "spec",
  "argoproj.io WorkflowTemplate": "spec",
  "argoproj.io ClusterWorkflowTemplate": "spec",
  "argoproj.io CronWorkflow": "spec.workflowSpec",
};

function podSpecPatches(value: Json, spec: string): readonly Patch[] {
  return [spec, `${spec}.templateDefaults`, `${spec}.templates.*`]
    .flatMap((dotted) => expanded(value, dotted))
    .flatMap((path) => {
      const inline = at(value, [...path, "podSpecPatch"]);
      if (typeof inline !== "string") return [];
      return [{ inline, path: [...path, "podSpecPatch"], target: undefined, below: spec.split(".") }];
    });
}

/** What kustomize's own transformers are called when they stand in files of their own, and what they patch with. */
function builtinPatches(document: DataDocument, kind: string): readonly Patch[] {
  const { value } = document;
  const target = at(value, ["target"]);
  const near = (name: string) => posix.join(posix.dirname(document.file), name);
  const found = (key: string, to: (text: string) => Pick<Patch, "file" | "inline">): readonly Patch[] => {
    const stated = at(value, [key]);
    return typeof stated === "string" ? [{ ...to(stated), path: [key], target }] : [];
  };
  const files = found("path", (name) => ({ file: near(name) }));
  switch (kind) {
    case "PatchTransformer":
      return [...files, ...found("patch", (inline) => ({ inline }))];
    case "PatchJson6902Transformer":
      return [...files, ...found("jsonOp", (inline) => ({ inline }))];
    case "PatchStrategicMergeTransformer":
      return [
        ...found("patches", (inline) => ({ inline })),
        ...elements(at(value, ["paths"])).map((name, index) => ({
          file: near(text(name)),
          path: ["paths", index],
          target: undefined,
        })),
      ];
    default:
      return [];
  }
}

/** Empty for nearly all documents. Files are named by the path that the repository knows them by. */
export function patchesOf(document: DataDocument): readonly Patch[] {
  const { value } = document;
  if (isKustomization(document)) return patchesAt(document, [], true);
  if (Array.isArray(value)) return moduleCalls(value, MODULE).flatMap(ofModule);
  if (!isObject(value) || typeof value["apiVersion"] !== "string") return [];
  const [group] = value["apiVersion"].split("/");
  if (group === "builtin") return builtinPatches(document, String(value["kind"]));
  const name = `${group} ${String(value["kind"])}`;
  const patched = own(POD_SPEC_PATCHES, name);
  if (patched !== undefined) return podSpecPatches(value, patched);
  const paths = own(HOLDERS, name) ?? [];
  return paths
    .flatMap((dotted) => expanded(value, dotted))
    .flatMap((path) => patchesAt(document, path, false));
}

function ofModule({ path, settings }: ModuleCall): readonly Patch[] {
  const version = text(settings["api_version"]).split("/");
  const target = {
    ...(version.length === 2 && { group: version[0]! }),
    version: version.at(-1)!,
    kind: settings["kind"] ?? null,
    name: settings["name"] ?? null,
    namespace: settings["namespace"] ?? null,
  };
  return Array.isArray(settings["patch"]) ? [{ path: [...path, "patch"], target }] : [];
}

/** Only a kustomization says where its files are; others name those of another repository. */
function patchesAt(document: DataDocument, below: Path, files: boolean): readonly Patch[] {
  const found: Patch[] = [];
  const entries = (key: string) =>
    elements(at(document.value, [...below, key])).map((entry, index) => ({
      entry,
      path: [...below, key, index] as Path,
    }));
  const file = (name: string, path: Path, target: Json | undefined) => {
    if (files) found.push({ file: posix.join(posix.dirname(document.file), name), path, target });
  };
  for (const { entry, path } of [...entries("patches"), ...entries("patchesJson6902")]) {
    const target = at(entry, ["target"]);
    const [name, patch] = [at(entry, ["path"]), at(entry, ["patch"])];
    if (typeof name === "string") file(name, path, target);
    else if (typeof patch === "string") found.push({ inline: patch, path: [...path, "patch"], target });
    else if (Array.isArray(patch)) found.push({ path: [...path, "patch"], target });
  }
  for (const { entry, path } of entries("patchesStrategicMerge")) {
    if (isObject(entry)) found.push({ path, target: undefined });
    else if (typeof entry !== "string") continue;
    else if (entry.includes("\n")) found.push({ inline: entry, path, target: undefined });
    else file(entry, path, undefined);
  }
  return found;
}
