// A cluster configuration or defaults file as an inventory entry. Takes a document of that kind, gives the parts that rules ask for;
// every other value stays out, since passwords, keys and proxies with credentials stand in these files.
import { posix } from "node:path";
import type { DataDocument, Json } from "../../model/document.ts";
import type { Unknown, Version } from "../../model/inventory/entry.ts";
import type { OcneFile, OcneNetwork } from "../../model/inventory/ocne.ts";
import type { Path } from "../../model/place.ts";
import { at, isObject } from "../kubernetes.ts";
import type { OcneContent } from "./content.ts";
import { credentialsIn } from "./ignition-contents.ts";
import { unknownKeys } from "./keys.ts";
import { candidatesOf } from "./local-path.ts";
import { cidrsOf } from "./networks.ts";
import { isHash, isOpen } from "./open-text.ts";

/** Stands for a value that is there but not shown: a thing of its own type, so that no rule takes it for text. */
const HIDDEN = { shown: false } as const;
/** Stands for what is not known: its text may be secret too. */
const NOT_KNOWN = "…";

/** Values that are shown as they are. Of the rest only its presence is. */
const SHOWN: readonly Path[] = [
  ["name"],
  ["provider"],
  ["virtualIp"],
  ["loadBalancer"],
  ["podSubnet"],
  ["serviceSubnet"],
  ["kubernetesVersion"],
  ["osTag"],
  ["cni"],
  ["kubeProxyMode"],
  ["controlPlaneNodes"],
  ["workerNodes"],
  ["headless"],
  ["sshPublicKeyPath"],
  ["providers", "byo", "networkInterface"],
  ["providers", "byo", "automaticTokenCreation"],
];
const OPENED: ReadonlySet<string> = new Set(["providers", "providers.byo", "proxy"]);

const NETWORKS: readonly (readonly [OcneNetwork["role"], Path])[] = [
  ["pods", ["podSubnet"]],
  ["services", ["serviceSubnet"]],
  ["virtual-ip", ["virtualIp"]],
  ["load-balancer", ["loadBalancer"]],
  ["no-proxy", ["proxy", "noProxy"]],
];
/** What `*` excludes from a proxy. */
const EVERYTHING = ["0.0.0.0/0", "::/0"];
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

export function configurationContent(kind: "cluster" | "defaults", document: DataDocument): OcneContent {
  const unknown: Record<string, string> = { ...document.unknown };
  const scalar = (path: Path): string | undefined => {
    const value = at(document.value, path);
    if (typeof value !== "string" && typeof value !== "number") return undefined;
    const text = document.sourceText(path) ?? String(value);
    return isOpen(text) ? undefined : text;
  };
  const password = scalar(["password"]);
  const key = scalar(["sshPublicKey"]);
  const ignition = at(document.value, ["extraIgnitionInline"]);
  return {
    value: shown(document.value, [], unknown),
    unknown,
    partial: document.partial,
    unknown_keys: unknownKeys(kind, document.value),
    ...(password !== undefined && password !== "" && { password: isHash(password) ? "hash" : "plain" }),
    networks: NETWORKS.flatMap(([role, path]) => {
      const text = scalar(path) ?? "";
      const all = role === "no-proxy" && /(?:^|,)\s*\*\s*(?:,|$)/.test(text) ? EVERYTHING : [];
      return [...cidrsOf(text), ...all].map((cidr) => ({ role, path, cidr }));
    }),
    versions: versionsOf(document, scalar),
    references: referencesOf(document, scalar),
    secrets: [
      ...(key !== undefined && PRIVATE_KEY.test(key)
        ? [{ path: ["sshPublicKey"], what: "private key", target: "sshPublicKey" }]
        : []),
      ...(typeof ignition === "string" ? credentialsIn(ignition) : []).map((what) => ({
        path: ["extraIgnitionInline"],
        what,
        target: "extraIgnitionInline",
      })),
    ],
    urls: [],
  };
}

/** A copy with the values of `SHOWN`; unknown ones are left out and named in `unknown`. */
function shown(value: Json, path: Path, unknown: Unknown): Json {
  if (isObject(value) && (path.length === 0 || OPENED.has(path.join(".")))) {
    const entries = Object.entries(value).flatMap(([key, below]) => {
      const here = [...path, key];
      // The name of a key tells which half it is, wherever its folder is.
      const named = key === "sshPublicKeyPath" && path.length === 0 && typeof below === "string";
      if (typeof below === "string" && isOpen(named ? posix.basename(below) : below)) {
        (unknown as Record<string, string>)[here.join(".")] = NOT_KNOWN;
        return [];
      }
      return [[key, shown(below, here, unknown)] as const];
    });
    return Object.fromEntries(entries);
  }
  if (value === null || value === "" || typeof value === "boolean") return value;
  if (typeof value !== "object" && SHOWN.some((one) => one.join(".") === path.join("."))) return value;
  return HIDDEN;
}

function versionsOf(
  document: DataDocument,
  scalar: (path: Path) => string | undefined,
): OcneFile["versions"] {
  const found = [["kubernetesVersion"], ["osTag"]].flatMap((path) => {
    const text = scalar(path);
    const version = text === undefined ? undefined : versionOf(text);
    return text === undefined || version === undefined
      ? []
      : [{ path, text, version, number: typeof at(document.value, path) === "number" }];
  });
  const image = scalar(["bootVolumeContainerImage"]);
  const tag = image === undefined ? undefined : /:([\w.-]+)$/.exec(image)?.[1];
  const version = tag === undefined ? undefined : versionOf(tag);
  return version === undefined
    ? found
    : [...found, { path: ["bootVolumeContainerImage"], text: tag!, version, number: false }];
}

/** `v1.30.4-2` is 1.30.4; undefined for text that does not begin with a version of two parts. */
export function versionOf(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(text);
  return match?.slice(1).flatMap((part) => (part === undefined ? [] : Number(part)));
}

function referencesOf(
  document: DataDocument,
  scalar: (path: Path) => string | undefined,
): OcneFile["references"] {
  const applications = at(document.value, ["applications"]);
  const paths: Path[] = [["extraIgnition"], ["sshPublicKeyPath"]];
  if (Array.isArray(applications))
    applications.forEach((_, index) => void paths.push(["applications", index, "configFrom"]));
  const directory = scalar(["directory"]);
  return paths.flatMap((path) => {
    const text = scalar(path);
    const candidates =
      text === undefined
        ? undefined
        : candidatesOf(text, document.file, directory === undefined ? [] : [directory]);
    return text === undefined || candidates === undefined ? [] : [{ path, text, candidates }];
  });
}
