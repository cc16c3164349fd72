// Takes a path and the value it leads through; gives the path with list elements named by what they are instead of where they stand.
import { createHash } from "node:crypto";
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";

/** What tells elements of Kubernetes, OCI and OCNE lists apart, in this order. */
const identities = [
  "name",
  "key",
  "id",
  "containerPort",
  "port",
  "mountPath",
  "devicePath",
  "host",
  "hostname",
  "ip",
  "path",
  "topologyKey",
  "type",
] as const;

/** `["containers", 1, "image"]` becomes `["containers", "name=web", "image"]`; an element without identity goes by its content. */
export function logicalPath(path: Path, value: Json | undefined): readonly string[] {
  let at = value;
  return path.map((part) => {
    if (typeof part === "string") {
      at = isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined;
      return part;
    }
    at = Array.isArray(at) ? (at[part] as Json | undefined) : undefined;
    return at === undefined ? `#${part}` : identityOf(at);
  });
}

function identityOf(element: Json): string {
  if (isRecord(element)) {
    for (const key of identities) {
      const identity = Object.hasOwn(element, key) ? element[key] : undefined;
      if (typeof identity === "string" || typeof identity === "number") return `${key}=${identity}`;
    }
    return contentOf(element);
  }
  return Array.isArray(element) ? contentOf(element) : `=${JSON.stringify(element)}`;
}

/** What tells values apart that cannot be resolved: it changes with every line above, and with the name of the file. */
const places = /(@| at )[^\s:,\]"@]*\.[\w.-]+:\d+(?::\d+)?/g;

/** The content of a large element is asked for once per finding in it: remembered for as long as the document lives. */
const contents = new WeakMap<object, string>();

function contentOf(element: object): string {
  let content = contents.get(element);
  if (content === undefined) {
    const text = JSON.stringify(element).replace(places, "$1");
    content = `~${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
    contents.set(element, content);
  }
  return content;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
