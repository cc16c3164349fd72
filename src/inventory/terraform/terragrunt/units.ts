// Terragrunt's units: which module each of them runs, and with what. Takes the documents of a repository, gives variants of the modules that
// are there and calls of those that are not. What a unit gets from another one is not known.
import { compareText } from "../../../model/compare.ts";
import type { HclDocument } from "../../../model/document.ts";
import type { Problem } from "../../../model/problem.ts";
import { type Declarations, folderOf } from "../declarations.ts";
import { resolvePath } from "../functions/file.ts";
import type { ModuleCall } from "../resource.ts";
import type { Run } from "../scope.ts";
import { placeAt, wholePlace } from "../site.ts";
import { object, unknown, type Value } from "../value.ts";
import { Configuration, type Located, type World } from "./configuration.ts";

/** `argument`: undefined for what the unit certainly does not give. `file`: with the name of the deployment, where a file has several. */
export type Unit = {
  readonly file: string;
  /** Of the module that it runs. */
  readonly folder: string;
  readonly argument: (variable: string) => Value | undefined;
};

export type Units = { readonly units: readonly Unit[]; readonly calls: readonly ModuleCall[] };

/** A source that is no path of the repository. */
const REMOTE = /^(?:\w+::|\w+:\/\/|git@|github\.com\/|bitbucket\.org\/|\w[\w-]*\/[\w-]+\/[\w-]+(?:\?|$))/;

/** `run`: limits of its own, and the way to files. */
export function terragruntUnits(
  documents: readonly HclDocument[],
  folders: ReadonlyMap<string, Declarations>,
  run: Run,
): Units {
  const files = new Map(documents.filter(({ file }) => file.endsWith(".hcl")).map((one) => [one.file, one]));
  const opened = new Map<string, Configuration>();
  const world: World = {
    run,
    open: (file, unit) => {
      const document = files.get(file);
      const key = `${file}\n${unit}`;
      if (document !== undefined && !opened.has(key))
        opened.set(key, new Configuration(document, unit, world));
      return opened.get(key);
    },
  };
  const candidates = [...files.keys()]
    .filter((file) => /(?:^|\/)terragrunt\.hcl$/.test(file))
    .sort(compareText)
    .map((file) => world.open(file, folderOf(file))!);
  const parents = new Set(
    candidates.flatMap((one) => one.includes().map(({ configuration }) => configuration.file)),
  );
  const units: Unit[] = [];
  const calls: ModuleCall[] = [];
  for (const configuration of candidates) {
    if (parents.has(configuration.file) || isSkipped(configuration)) continue;
    const source = configuration.source();
    const folder =
      source === undefined ? configuration.folder : localFolder(source, configuration.folder, folders);
    if (folder !== undefined && folders.has(folder)) {
      units.push({ file: configuration.file, folder, argument: argumentOf(configuration.inputs()) });
    } else if (source !== undefined) {
      const call = remoteCall(source, configuration);
      if (call === undefined) run.report(notFound(source));
      else calls.push(call);
    }
  }
  for (const { file } of documents)
    if (/(?:^|\/)terragrunt\.stack\.hcl$/.test(file)) run.report(unreadStack(file));
  return { units, calls };
}

function isSkipped(configuration: Configuration): boolean {
  const skip = configuration.attribute("skip");
  return skip?.kind === "known" && skip.value === true;
}

/** What inputs give a variable; undefined for what they certainly do not give. */
export function argumentOf(inputs: Value): Unit["argument"] {
  if (inputs.kind === "absent") return () => undefined;
  return (name) => {
    const given = inputs.kind === "object" ? inputs.entries.get(name)?.value : undefined;
    if (given !== undefined) return given;
    const isAll = inputs.kind === "object" && !inputs.open;
    return isAll ? undefined : unknown("may be among the inputs", `var.${name}`, inputs.site);
  };
}

/** `modules//oke` is a folder in what is copied. */
function localFolder(
  { value, scope }: Located,
  unit: string,
  folders: ReadonlyMap<string, Declarations>,
): string | undefined {
  if (value.kind !== "known") return undefined;
  const path = String(value.value)
    .replace(/\?.*$/, "")
    .replaceAll(/\/{2,}/g, "/");
  if (REMOTE.test(String(value.value)) && !folders.has(path)) return undefined;
  return [unit, scope.module.folder, ""]
    .map((start) => resolvePath(path, start))
    .find((folder) => folder !== undefined && folders.has(folder));
}

/** `tfr://host/namespace/name/provider?version=1.2.3` is what Terraform writes without its beginning and end. */
function remoteCall({ value, scope, block }: Located, configuration: Configuration): ModuleCall | undefined {
  if (value.kind !== "known" || !REMOTE.test(String(value.value))) return undefined;
  const [, registry, version] = /^tfr:\/\/[^/]*\/([^?]+)(?:\?version=(.*))?$/.exec(String(value.value)) ?? [];
  const name = configuration.folder.slice(configuration.folder.lastIndexOf("/") + 1) || "unit";
  const inputs = configuration.inputs();
  const site = { source: scope.source, start: block.start, end: block.end, block: true } as const;
  return {
    ...{ name, address: `module.${name}`, moduleAddress: "", root: configuration.folder, variant: "" },
    ...{ existence: "known", instanceKey: null, place: placeAt(site), block: wholePlace(site) },
    source: registry ?? String(value.value),
    version: version ?? null,
    arguments:
      inputs.kind === "object" ? { ...inputs, site: inputs.site ?? site } : object(new Map(), site, true),
    provider: () => undefined,
  };
}

function notFound({ value, scope, block }: Located): Problem {
  const source = value.kind === "known" ? `in "${value.value}"` : "that can be told from its source";
  return {
    code: "hcl/module-not-found",
    severity: "warning",
    message: `There is no module ${source}; what this Terragrunt unit makes is not known, and its inputs were not looked at.`,
    place: placeAt({ source: scope.source, start: block.start, end: block.end, block: true }),
  };
}

function unreadStack(file: string): Problem {
  return {
    code: "hcl/terragrunt-stack",
    severity: "notice",
    message:
      "The units of a Terragrunt stack are not looked at; those that it generates are, where they lie in the repository.",
    place: { file },
  };
}
