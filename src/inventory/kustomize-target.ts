// What a kustomize patch aims at. Takes its `target` and the repository's documents, gives one object that the patch changes, as far as
// that can be told: patterns are matched by their parts, not run, as strangers write them.
import type { DataDocument, Json } from "../model/document.ts";
import { own } from "../model/own.ts";
import { at, isObject } from "./kubernetes.ts";
import { usualGroup } from "./pod-roots.ts";

export type Target = {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
};

/** Groups of kinds without pods whose target names none, as kustomize would find them. */
const USUAL_GROUPS: Readonly<Record<string, string>> = {
  NetworkPolicy: "networking.k8s.io",
  Ingress: "networking.k8s.io",
};
const LITERAL = /^[\w.-]*$/;

/** Undefined when nothing says what kind of object is meant. `pointers` are where JSON 6902 operations write. */
export function patchTarget(
  target: Json | undefined,
  documents: readonly DataDocument[],
  pointers: readonly string[],
): Target | undefined {
  if (!isObject(target)) return undefined;
  const part = (key: string) => (typeof target[key] === "string" ? (target[key] as string) : "");
  const stated = { kind: part("kind"), name: part("name") };
  const literal = (pattern: string) => (LITERAL.test(pattern) ? pattern : "");
  const rest = { version: part("version") || "v1", namespace: literal(part("namespace")) };
  if (stated.kind !== "" && LITERAL.test(stated.kind)) {
    const group = part("group") || (usualGroup(stated.kind) ?? own(USUAL_GROUPS, stated.kind) ?? "");
    return { ...rest, group, kind: stated.kind, name: literal(stated.name) };
  }
  const labels = equalities(part("labelSelector"));
  const meant = documents.find(
    ({ value }) => isObject(value) && matches(value, stated, labels) && reaches(value, pointers),
  )?.value;
  if (isObject(meant)) return identified(meant);
  const kind = alternatives(stated.kind).find((one) => one !== "" && LITERAL.test(one)) ?? guessed(pointers);
  return kind === undefined
    ? undefined
    : { ...rest, group: usualGroup(kind) ?? "", kind, name: literal(stated.name) };
}

function identified(value: { readonly [key: string]: Json }): Target {
  const apiVersion = String(value["apiVersion"]);
  const slash = apiVersion.indexOf("/");
  const textAt = (path: readonly string[]) => {
    const found = at(value, path);
    return typeof found === "string" ? found : "";
  };
  return {
    group: slash === -1 ? "" : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: String(value["kind"]),
    name: textAt(["metadata", "name"]),
    namespace: textAt(["metadata", "namespace"]),
  };
}

function matches(
  value: { readonly [key: string]: Json },
  { kind, name }: { readonly kind: string; readonly name: string },
  labels: readonly (readonly [string, string])[],
): boolean {
  if (typeof value["apiVersion"] !== "string" || typeof value["kind"] !== "string") return false;
  return (
    fits(kind, value["kind"]) &&
    fits(name, String(at(value, ["metadata", "name"]) ?? "")) &&
    labels.every(([key, wanted]) => String(at(value, ["metadata", "labels", key]) ?? "") === wanted)
  );
}

/** Whether the object has the place that the operations change, but for its last steps, which they may add. */
function reaches(value: Json, pointers: readonly string[]): boolean {
  return pointers.every((pointer) => isObject(at(value, pointer.split("/").slice(1, 3))));
}

function alternatives(pattern: string): readonly string[] {
  return pattern
    .replace(/^\^?\(?(?:\?:)?/, "")
    .replace(/\)?\$?$/, "")
    .split("|");
}

/** A pattern by its alternatives, in which `.*` is anything; an empty one fits all. */
function fits(pattern: string, text: string): boolean {
  if (pattern === "") return true;
  return alternatives(pattern).some((one) => {
    const [head = "", ...tail] = one.split(".*");
    const last = tail.at(-1);
    if (last === undefined) return one === text;
    return text.startsWith(head) && text.endsWith(last) && text.length >= head.length + last.length;
  });
}

/** `app=web,tier==front`; what else a selector may say is left aside. */
function equalities(selector: string): readonly (readonly [string, string])[] {
  return selector.split(",").flatMap((term) => {
    const equal = /^\s*([^\s=!]+)\s*==?\s*([^\s=]*)\s*$/.exec(term);
    return equal ? [[equal[1]!, equal[2]!] as const] : [];
  });
}

function guessed(pointers: readonly string[]): string | undefined {
  if (pointers.some((pointer) => pointer.startsWith("/spec/jobTemplate/"))) return "CronJob";
  return pointers.some((pointer) => pointer.startsWith("/spec/template/spec")) ? "Deployment" : undefined;
}
