// Which folders are root modules, and with which var files each of them is to be evaluated. Takes tables, gives tables.
import type { HclDocument } from "../../model/document.ts";
import { varFile } from "../../model/var-file.ts";
import { type Declarations, folderOf } from "./declarations.ts";
import { environmentFiles } from "./environments.ts";
import { resolvePath } from "./functions/file.ts";
import type { Unit } from "./terragrunt/units.ts";

/** Files in order: later ones win. `name` is empty for the automatic files alone. */
export type Variant = {
  readonly name: string;
  readonly files: readonly HclDocument[];
  /** The unit of Terragrunt that runs the module: the files win over its inputs. */
  readonly unit?: Unit;
};
export type Root = { readonly folder: string; readonly variants: readonly Variant[] };

/** Folders that the local calls of each folder lead to. */
function callees(folders: ReadonlyMap<string, Declarations>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [folder, { calls }] of folders) {
    const targets: string[] = [];
    for (const { block } of calls.values()) {
      const source = block.body.attributes.find((attribute) => attribute.name === "source")?.expression;
      if (
        source?.kind !== "literal" ||
        typeof source.value !== "string" ||
        !/^\.\.?(?:\/|$)/.test(source.value)
      )
        continue;
      const target = resolvePath(source.value, folder);
      if (target !== undefined && folders.has(target)) targets.push(target);
    }
    found.set(folder, targets);
  }
  return found;
}

/** In order of their names. `isStack`: whether the folder holds a Resource Manager `schema.yaml`. */
function rootFolders(
  folders: ReadonlyMap<string, Declarations>,
  variableFiles: readonly HclDocument[],
  isStack: (folder: string) => boolean,
): readonly string[] {
  const targets = callees(folders);
  const called = new Set([...targets].flatMap(([folder, all]) => all.filter((target) => target !== folder)));
  const withVariables = new Set(
    variableFiles.filter((document) => !isPattern(document)).map((document) => folderOf(document.file)),
  );
  const names = [...folders.keys()].sort();
  const roots = new Set(
    names.filter(
      (folder) =>
        !called.has(folder) ||
        folders.get(folder)!.hasBackend ||
        withVariables.has(folder) ||
        isStack(folder),
    ),
  );
  const reached = new Set<string>();
  const reach = (from: string) => {
    const open = [from];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (reached.has(folder)) continue;
      reached.add(folder);
      open.push(...(targets.get(folder) ?? []));
    }
  };
  for (const root of roots) reach(root);
  // Modules that only call one another have no caller outside: one of each circle is taken, so that nothing is passed over.
  for (const folder of names) {
    if (reached.has(folder)) continue;
    roots.add(folder);
    reach(folder);
  }
  return [...roots].sort();
}

const isPattern = ({ file }: HclDocument) => varFile(file)?.isPattern === true;

const isAutomatic = (file: string) =>
  /(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(file);

/** Terraform's order: `terraform.tfvars`, its JSON form, then `*.auto.tfvars` by name. */
function automaticOrder(a: HclDocument, b: HclDocument): number {
  const rank = ({ file }: HclDocument) =>
    /(?:^|\/)terraform\.tfvars$/.test(file) ? 0 : /(?:^|\/)terraform\.tfvars\.json$/.test(file) ? 1 : 2;
  return rank(a) - rank(b) || (a.file < b.file ? -1 : 1);
}

/** A configured entry with its documents and the folder that it is for; null for all roots that declare one of its variables. */
type Configured = { readonly variant: Variant; readonly home: string | null };

/** A var file belongs to the nearest folder at or above it that declares one of its variables. */
function configuredEntries(
  entries: readonly (readonly string[])[],
  folders: ReadonlyMap<string, Declarations>,
  files: ReadonlyMap<string, HclDocument>,
): readonly Configured[] {
  const within = (file: string, folder: string) => folder === "" || file.startsWith(`${folder}/`);
  return entries.flatMap((entry): Configured[] => {
    const documents = entry.map((file) => files.get(file)).filter((document) => document !== undefined);
    if (documents.length === 0) return [];
    const homes = [...folders.values()].filter(
      (declared) =>
        documents.some((document) => within(document.file, declared.folder)) && declares(declared, documents),
    );
    const [home] = homes.map(({ folder }) => folder).sort((a, b) => b.length - a.length);
    const name = documents.map((document) => document.file).join(" + ");
    return [{ variant: { name, files: documents }, home: home ?? null }];
  });
}

function declares({ variables }: Declarations, documents: readonly HclDocument[]): boolean {
  return documents.some(({ body }) => body.attributes.some(({ name }) => variables.has(name)));
}

/** `configured`: the configuration's `varFiles`, each entry a list of files relative to the repository. */
export function rootsOf(
  folders: ReadonlyMap<string, Declarations>,
  variableFiles: readonly HclDocument[],
  configured: readonly (readonly string[])[],
  isStack: (folder: string) => boolean,
  units: readonly Unit[],
): readonly Root[] {
  const files = new Map(variableFiles.map((document) => [document.file, document]));
  const named = new Set(configured.flat());
  const entries = configuredEntries(configured, folders, files);
  const names = new Set([
    ...rootFolders(folders, variableFiles, isStack),
    ...entries.flatMap(({ home }) => home ?? []),
    ...units.map((unit) => unit.folder),
  ]);
  const apart = variableFiles.filter(({ file }) => !named.has(file) && !names.has(folderOf(file)));
  const environments = environmentFiles(
    apart,
    [...names].map((folder) => folders.get(folder)!),
  );
  return [...names].sort().map((folder) => {
    const declared = folders.get(folder)!;
    const all = variableFiles.filter((document) => folderOf(document.file) === folder);
    const filledIn = all.filter((document) => !isPattern(document));
    // What is to be copied and filled in says more than the defaults alone, and less than a file that is in use.
    const beside = filledIn.length > 0 ? filledIn : all;
    const automatic = beside.filter(({ file }) => isAutomatic(file) && !named.has(file)).sort(automaticOrder);
    const others = [
      ...beside.filter(({ file }) => !isAutomatic(file) && !named.has(file)),
      ...apart.filter((document) => environments.get(document) === folder),
    ].map((document): Variant => ({ name: document.file, files: [document] }));
    const own = entries.filter(({ variant, home }) =>
      home === null ? declares(declared, variant.files) : home === folder,
    );
    const runs = units
      .filter((unit) => unit.folder === folder)
      .map((unit): Variant => ({ name: unit.file, files: [], unit }));
    const variants = [...own.map(({ variant }) => variant), ...others, ...runs];
    const chosen: readonly Variant[] = variants.length > 0 ? variants : [{ name: "", files: [] }];
    return {
      folder,
      variants: chosen.map((variant) => ({ ...variant, files: [...automatic, ...variant.files] })),
    };
  });
}
