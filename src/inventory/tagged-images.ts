// Images whose tag something else than the manifest decides: kustomize's `images`, Skaffold's builds. Takes data documents, gives names.
import type { DataDocument, Json } from "../model/document.ts";
import { at, elements, isObject, text } from "./kubernetes.ts";
import { isKustomization, isSkaffold } from "./patch-holders.ts";

export function taggedImages(documents: readonly DataDocument[]): ReadonlySet<string> {
  return new Set(
    documents.flatMap((document) => (isObject(document.value) ? named(document, document.value) : [])),
  );
}

function named(document: DataDocument, value: { readonly [key: string]: Json }): string[] {
  if (isKustomization(document)) return elements(value["images"]).map((image) => text(at(image, ["name"])));
  if (!isSkaffold(document)) return [];
  const builds = [value, ...elements(value["profiles"])].flatMap((part) =>
    elements(at(part, ["build", "artifacts"])),
  );
  return builds.map((artifact) => text(at(artifact, ["image"])));
}
