// Everything about OCNE in a repository: configurations, defaults, Ignition and Kickstart files, also those that scripts write, and the
// calls of `ocne`. Takes documents, gives the `ocne` parts of the inventory and the paths that they refer to.
import { posix } from "node:path";
import type { DataDocument, Document, KickstartDocument, ScriptDocument } from "../../model/document.ts";
import type { OcneFile } from "../../model/inventory/ocne.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { Range } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import { isObject } from "../kubernetes.ts";
import type { Origins } from "../origins.ts";
import { type CommandContext, MAX_CALLS, ocneCommands } from "./commands.ts";
import { configurationContent } from "./configuration.ts";
import { ignitionContent, isIgnition } from "./ignition.ts";
import { clusterKeys, isOfAnother } from "./keys.ts";
import { BOOT_LINE, holdsSecret, kickstartContent } from "./kickstart.ts";
import { candidatesOf, underHere } from "./local-path.ts";
import { extendedFiles, madeByScripts, type OcneReaders, type Written, writtenFiles } from "./written.ts";

export type OcneContext = {
  readonly readers: OcneReaders;
  readonly has: (path: string) => boolean;
  readonly readText: (path: string) => string | undefined;
  readonly origins: Origins;
};

export type OcneParts = Pick<Inventory, "ocne" | "ocne_commands" | "files"> & {
  /** Places that no report may quote. */
  readonly hidden: ReadonlyMap<string, readonly Range[]>;
  readonly problems: readonly Problem[];
};

export function ocneParts(documents: readonly Document[], context: OcneContext): OcneParts {
  const scripts = documents.filter((document): document is ScriptDocument => document.format === "shell");
  const found: Written[] = [
    ...documents.flatMap((document) => (isFile(document) ? [{ document, target: document.file }] : [])),
    ...writtenFiles(scripts, context.readers),
  ];
  const names = namedFiles(scripts);
  const included = includedNames(found);
  const extended = extendedFiles(scripts);
  const byPath = new Map<string, string>();
  const hidden = new Map<string, readonly Range[]>();
  const ocne = found.flatMap(({ document, target, whole }): OcneFile[] => {
    const kind = kindOf(document, target, names);
    if (kind === undefined) return [];
    const id = context.origins.next("ocne");
    for (const path of pathsOf(target, document.file)) if (!byPath.has(path)) byPath.set(path, id);
    addOrigin(id, kind, document, context.origins);
    hidden.set(document.file, [...(hidden.get(document.file) ?? []), ...hiddenIn(kind, document)]);
    const name = document.format === "kickstart" ? undefined : nameIn(document);
    return [
      {
        id,
        ...(name !== undefined && { name }),
        address: document.file,
        notation: "file",
        existence: "known",
        kind,
        file: document.file,
        ...contentOf(kind, document),
        ...(((kind === "kickstart" && included.has(posix.basename(target))) ||
          (!whole && (extended.has(target) || extended.has(`${document.file} ${target}`)))) && {
          partial: true,
        }),
      },
    ];
  });
  const problems: Problem[] = [];
  const calls: CommandContext = {
    readText: context.readText,
    origins: context.origins,
    idOf: (candidates) => candidates.map((path) => byPath.get(path)).find((id) => id !== undefined),
  };
  const ocne_commands = ocneCommands(scripts, calls, ({ file, range }) => {
    const message = `The script holds more than ${MAX_CALLS} calls of ocne; the rest was not judged.`;
    problems.push({ code: "ocne/too-many-calls", severity: "warning", message, place: { file, range } });
  });
  const asked = [
    ...ocne.flatMap(({ references }) => references.flatMap(({ candidates }) => candidates)),
    ...ocne_commands.flatMap(({ config }) => config?.candidates ?? []),
  ];
  const made = new Set(
    found
      .filter(({ document, target }) => document.file !== target)
      .flatMap(({ document, target }) => pathsOf(target, document.file)),
  );
  const files = Object.fromEntries(asked.map((path) => [path, made.has(path) || context.has(path)]));
  // What a script makes is there when OCNE asks for it; for the configuration itself the commands before a call decide.
  const isMade = madeByScripts(scripts);
  for (const { candidates } of ocne.flatMap(({ references }) => references))
    for (const path of candidates) files[path] ||= isMade(path);
  return { ocne, ocne_commands, files, hidden, problems };
}

function isFile(document: Document): document is DataDocument | KickstartDocument {
  return (
    document.format === "kickstart" ||
    ((document.format === "yaml" || document.format === "json") && isObject(document.value))
  );
}

/** A file in the repository is found by its path, one that a script writes by what the script calls it. */
function pathsOf(target: string, file: string): readonly string[] {
  return target === file ? [target] : [...(candidatesOf(target, file) ?? []), target];
}

/** What another Kickstart file includes is a part of that one. */
function includedNames(found: readonly Written[]): ReadonlySet<string> {
  return new Set(
    found.flatMap(({ document }) =>
      document.format !== "kickstart"
        ? []
        : document.commands
            .filter(({ name }) => name === "%include" || name === "%ksappend")
            .map(({ args }) => posix.basename(args[0] ?? "")),
    ),
  );
}

type Names = { readonly clusters: ReadonlySet<string>; readonly defaults: ReadonlySet<string> };

/** Files that scripts hand to `ocne` as cluster configuration or as defaults. */
function namedFiles(scripts: readonly ScriptDocument[]): Names {
  const clusters = new Set<string>();
  const defaults = new Set<string>();
  for (const { file, commands, variables } of scripts) {
    const add = (set: Set<string>, text: string | null | undefined) => {
      if (typeof text !== "string") return;
      set.add(text);
      for (const path of candidatesOf(text, file) ?? []) set.add(path);
    };
    add(defaults, variables["OCNE_DEFAULTS_FILE"]);
    for (const { program, args, env, text } of commands) {
      add(defaults, env["OCNE_DEFAULTS_FILE"]);
      const assigned = /\bOCNE_DEFAULTS_FILE=("[^"]*"|'[^']*'|\S+)/.exec(text)?.[1];
      if (assigned !== undefined) add(defaults, underHere(assigned));
      if (program === "export" || program === "env")
        for (const { value } of args) add(defaults, /^OCNE_DEFAULTS_FILE=([\s\S]*)/.exec(value ?? "")?.[1]);
      if (/^(?:cp|mv|ln|install)$/.test(program ?? "")) add(defaults, copiedToDefaults(args));
      if (program !== "ocne") continue;
      const short = args.some(({ value }) => value === "cluster");
      const known = (word: (typeof args)[number] | undefined) => word?.value ?? underHere(word?.text ?? "");
      args.forEach((word, index) => {
        add(clusters, /^--config=([\s\S]+)/.exec(word.value ?? "")?.[1]);
        add(clusters, underHere(/^--config=([\s\S]+)/.exec(word.text)?.[1] ?? ""));
        if (word.value === "--config" || (short && word.value === "-c"))
          add(clusters, known(args[index + 1]));
      });
    }
  }
  return { clusters, defaults };
}

/** The file that a command puts where OCNE looks for its defaults. */
function copiedToDefaults(args: ScriptDocument["commands"][number]["args"]): string | undefined {
  const words = args.map(({ value, text }) => value ?? text).filter((word) => !word.startsWith("-"));
  const target = words.at(-1)?.replace(/["']$/, "") ?? "";
  if (!/(?:^|\/)\.ocne\/(?:defaults\.ya?ml)?$/.test(target)) return undefined;
  const source = words.at(-2);
  if (source === undefined || (target.endsWith("/") && !/(?:^|\/)defaults\.ya?ml$/.test(source)))
    return undefined;
  return underHere(source) ?? source;
}

function kindOf(
  document: DataDocument | KickstartDocument,
  target: string,
  names: Names,
): OcneFile["kind"] | undefined {
  if (document.format === "kickstart") return "kickstart";
  const { value } = document;
  if (!isObject(value)) return undefined;
  if (isIgnition(value)) return "ignition";
  if (value["apiVersion"] !== undefined && value["kind"] !== undefined) return undefined;
  const paths = pathsOf(target, document.file);
  const named = (set: ReadonlySet<string>) => paths.some((path) => set.has(path));
  const normal = posix.normalize(target);
  if (/(?:^|\/)\.?ocne\/defaults\.ya?ml$/.test(normal) || named(names.defaults)) return "defaults";
  const keys = clusterKeys(value);
  // A file of another program may share a few words, but most of it is unknown here.
  const recognised =
    keys.known >= 2 &&
    keys.particular &&
    keys.foreign <= keys.known &&
    !isOfAnother(value) &&
    !/(?:^|\/)values[\w.-]*\.ya?ml$/.test(normal);
  if (recognised && !named(names.clusters) && /(?:^|[/._-])defaults[\w.-]*\.ya?ml$/.test(normal))
    return "defaults";
  return named(names.clusters) || recognised ? "cluster" : undefined;
}

function contentOf(kind: OcneFile["kind"], document: DataDocument | KickstartDocument) {
  if (document.format === "kickstart") return kickstartContent(document);
  return kind === "ignition"
    ? ignitionContent(document)
    : configurationContent(kind === "defaults" ? kind : "cluster", document);
}

function nameIn({ value }: DataDocument): string | undefined {
  const name = isObject(value) ? value["name"] : undefined;
  return typeof name === "string" && name !== "" ? name : undefined;
}

const TITLES: Readonly<Record<OcneFile["kind"], string>> = {
  cluster: "Cluster configuration",
  defaults: "Defaults file",
  ignition: "Ignition file",
  kickstart: "Kickstart file",
};

/** Menus of boot loaders are read like Kickstart files: lines of commands with arguments. */
function isBootMenu(document: DataDocument | KickstartDocument): boolean {
  if (document.format !== "kickstart") return false;
  const { commands, sections } = document;
  return sections.length === 0 && commands.some(({ text }) => BOOT_LINE.test(text));
}

function addOrigin(
  id: string,
  kind: OcneFile["kind"],
  document: DataDocument | KickstartDocument,
  origins: Origins,
): void {
  const { file } = document;
  const name = document.format === "kickstart" || kind === "ignition" ? undefined : nameIn(document);
  const what = isBootMenu(document) ? "Boot configuration" : TITLES[kind];
  const title = name === undefined ? `${what} ${file}` : `${what} "${name}"`;
  const range = (path: readonly (string | number)[]) => {
    if (document.format !== "kickstart") return document.locate(path);
    const index = path[0] === "commands" ? Number(path[1]) : 0;
    return document.commands[index]?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  };
  origins.set(id, {
    file,
    subject: title,
    title,
    path: [],
    locate: (path) => ({ place: { file, range: range(path) } }),
    object: { file, range: document.format === "kickstart" ? range([]) : document.locate([]) },
  });
}

const PRIVATE_KEYS = [
  "password",
  "sshPublicKey",
  "proxy",
  "extraIgnitionInline",
  "clusterDefinitionInline",
  "applications",
  "catalogs",
];

/** Where credentials may stand: in keys, headers and contents of Ignition files, in some commands of a Kickstart file, under some keys. */
function hiddenIn(kind: OcneFile["kind"], document: DataDocument | KickstartDocument): readonly Range[] {
  if (document.format === "kickstart") return document.commands.filter(holdsSecret).map(({ range }) => range);
  if (kind === "ignition") return [document.locate([])];
  const { value } = document;
  return PRIVATE_KEYS.flatMap((key) =>
    isObject(value) && value[key] !== undefined ? [document.locate([key])] : [],
  );
}
