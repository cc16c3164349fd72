// An Ignition or Butane file as an inventory entry. Takes a document, gives where credentials stand in it and what it fetches;
// nothing of its contents goes any further.
import type { DataDocument, Json } from "../../model/document.ts";
import type { OcneFile } from "../../model/inventory/ocne.ts";
import type { Path } from "../../model/place.ts";
import { at, elements, isObject } from "../kubernetes.ts";
import { NO_CONTENT, type OcneContent } from "./content.ts";
import { credentialsIn, dataText, isKeyFile } from "./ignition-contents.ts";
import { urlOf } from "./url.ts";

const BUTANE = /^(?:fcos|flatcar|openshift|r4e|fiot)$/;

export function isIgnition(value: Json): boolean {
  if (!isObject(value)) return false;
  if (typeof at(value, ["ignition", "version"]) === "string") return true;
  const variant = value["variant"];
  return typeof variant === "string" && BUTANE.test(variant) && value["version"] !== undefined;
}

type Secret = OcneFile["secrets"][number];

export function ignitionContent({ value, partial }: DataDocument): OcneContent {
  return {
    ...NO_CONTENT,
    partial,
    secrets: [...fileSecrets(value), ...unitSecrets(value), ...headerSecrets(value)],
    urls: configUrls(value),
  };
}

function fileSecrets(value: Json): Secret[] {
  return list(value, ["storage", "files"]).flatMap((file, index) => {
    const target = text(at(file, ["path"]));
    const parts: readonly (readonly [Path, Json])[] = [
      [["contents"], at(file, ["contents"]) ?? null],
      ...list(file, ["append"]).map((part, nth) => [["append", nth], part] as const),
    ];
    return parts.flatMap(([below, part]) => {
      const content = contentOf(part);
      const kinds = content === undefined ? [] : credentialsIn(content);
      const what = kinds.length > 0 ? kinds : isKeyFile(target, content) ? ["private key"] : [];
      return what.map((kind) => ({ path: ["storage", "files", index, ...below], what: kind, target }));
    });
  });
}

function contentOf(part: Json): string | undefined {
  const inline = at(part, ["inline"]);
  if (typeof inline === "string") return inline;
  return dataText(text(at(part, ["source"])), at(part, ["compression"]) === "gzip");
}

function unitSecrets(value: Json): Secret[] {
  return list(value, ["systemd", "units"]).flatMap((unit, index) => {
    const path: Path = ["systemd", "units", index];
    const target = text(at(unit, ["name"]));
    const own = credentialsIn(text(at(unit, ["contents"]))).map((what) => ({
      path: [...path, "contents"],
      what,
      target,
    }));
    const dropins = list(unit, ["dropins"]).flatMap((dropin, nth) =>
      credentialsIn(text(at(dropin, ["contents"]))).map((what) => ({
        path: [...path, "dropins", nth, "contents"],
        what,
        target,
      })),
    );
    return [...own, ...dropins];
  });
}

/** Headers that fetch another configuration. */
function headerSecrets(value: Json): Secret[] {
  return configParts(value).flatMap(([path, part]) =>
    list(part, ["httpHeaders"]).flatMap((header, index) => {
      const name = text(at(header, ["name"]));
      const secret = text(at(header, ["value"]));
      const open = secret === "" || /\$\{?[A-Z_]/.test(secret);
      return /authorization|token|secret|api-?key/i.test(name) && !open
        ? [{ path: [...path, "httpHeaders", index], what: "header with a credential", target: name }]
        : [];
    }),
  );
}

function configUrls(value: Json): OcneFile["urls"] {
  return configParts(value).flatMap(([path, part]) => {
    const below = [...path, "source"];
    return urlOf(text(at(part, ["source"])), "ignition", below) ?? [];
  });
}

function configParts(value: Json): (readonly [Path, Json])[] {
  const config: Path = ["ignition", "config"];
  const replace = at(value, [...config, "replace"]);
  const merged = list(value, [...config, "merge"]).map(
    (part, index) => [[...config, "merge", index], part] as const,
  );
  return [...(replace === undefined ? [] : [[[...config, "replace"], replace] as const]), ...merged];
}

function list(value: Json, path: Path): readonly Json[] {
  return elements(at(value, path));
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
