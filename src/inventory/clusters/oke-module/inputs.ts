// Calls of the module `oracle-terraform-modules/oke/oci` and their inputs. Takes a call, gives its arguments completed with the defaults
// of the module's version, and which of them are defaults. Knows nothing of what the inputs mean.
import table from "../../../../policies/data/oke-module.json" with { type: "json" };
import type { Json } from "../../../model/document.ts";
import type { ModuleCall } from "../../terraform/resource.ts";
import type { Site } from "../../terraform/site.ts";
import {
  type Entry,
  known,
  list,
  type ObjectValue,
  object,
  unknown,
  type Value,
} from "../../terraform/value.ts";

const REGISTRY = /^(?:registry\.(?:terraform\.io|opentofu\.org)\/)?oracle-terraform-modules\/oke\/oci$/;
const GIT =
  /^(?:git::)?(?:ssh:\/\/git@|git@|https?:\/\/)?(?:www\.)?github\.com[/:]oracle-terraform-modules\/terraform-oci-oke(?:\.git)?(?:\?ref=v?([^&]*).*)?$/;

/** The version constraint of a call of the module, empty when it states none; null for calls of anything else, submodules included. */
export function versionOf({ source, version }: Pick<ModuleCall, "source" | "version">): string | null {
  if (REGISTRY.test(source)) return version ?? "";
  const match = GIT.exec(source);
  return match ? (match[1] ?? "") : null;
}

export type Inputs = {
  readonly value: ObjectValue;
  /** Names of the inputs that the call does not state. */
  readonly defaulted: ReadonlySet<string>;
};

const MAJORS: Readonly<Record<string, { readonly [name: string]: Json } | undefined>> = table.majors;
const NAMES = new Set(Object.values(MAJORS).flatMap((defaults) => Object.keys(defaults ?? {})));
/** Without a constraint the newest release is taken. */
const NEWEST = "5";

/** Every input of the module: as the call states it, else the default of its version, else unknown. */
export function inputsOf(call: ModuleCall, version: string): Inputs {
  const { site } = call.arguments;
  const entries = new Map<string, Entry>();
  const defaulted = new Set<string>();
  const defaults = MAJORS[/\d+/.exec(version)?.[0] ?? NEWEST];
  const release = /^\s*(?:=\s*)?v?(\d+\.\d+\.\d+)\s*$/.exec(version)?.[1] ?? "";
  const kubernetes = (table.others.kubernetes_version as Readonly<Record<string, string>>)[release];
  const fallback = (name: string): Value => {
    const value = name === "kubernetes_version" ? kubernetes : defaults?.[name];
    return value === undefined
      ? unknown("a default that depends on the module's version", `${call.address}.${name}`, site)
      : defaultValue(value, site);
  };
  for (const name of [...NAMES, "kubernetes_version"]) {
    entries.set(name, { value: fallback(name), site });
    defaulted.add(name);
  }
  for (const [name, entry] of call.arguments.entries) {
    if (entry.value.kind === "absent" && entries.has(name)) continue;
    entries.set(name, entry);
    defaulted.delete(name);
  }
  return { value: object(entries, site), defaulted };
}

/** A default stands where the module is called. */
function defaultValue(json: Json, site: Site | null): Value {
  if (json === null) return { kind: "absent", site };
  if (typeof json !== "object") return known(json, site);
  if (Array.isArray(json))
    return list(
      json.map((item: Json) => defaultValue(item, site)),
      site,
    );
  return object(
    new Map(
      Object.entries(json).map(([name, value]) => [name, { value: defaultValue(value as Json, site), site }]),
    ),
    site,
  );
}
