// Var files that lie apart from their root module, one per environment: `env/prod.tfvars`. Takes the files that no root has beside it
// and the roots' declarations, gives the root of each that can be told; files that only make sense together are left alone.
import type { HclDocument } from "../../model/document.ts";
import { varFile } from "../../model/var-file.ts";
import { type Declarations, folderOf } from "./declarations.ts";

/** Two files of one folder that set so much of the same are for different environments; else they are parts of one. */
const MIN_SHARED = 0.5;

/** File → folder of its root. `roots`: the declarations of all root modules. */
export function environmentFiles(
  apart: readonly HclDocument[],
  roots: readonly Declarations[],
): ReadonlyMap<HclDocument, string> {
  const found = new Map<HclDocument, string>();
  const files = apart.filter(isWhole);
  for (const document of files) {
    const beside = apart.filter(({ file }) => folderOf(file) === folderOf(document.file));
    const root = rootOf(document, roots);
    if (root !== undefined && beside.every((other) => alternatives(document, other)))
      found.set(document, root.folder);
  }
  return found;
}

/** Folders whose files stand for no environment that is run. */
const TESTS = /(?:^|\/)(?:tests?|testdata|fixtures)\//;

/** A pattern is to be filled in, and `*.auto.tfvars` counts where it lies. */
function isWhole({ file, body }: HclDocument): boolean {
  if (TESTS.test(file)) return false;
  return body.attributes.length > 0 && varFile(file)?.isPattern === false && !/\.auto\.tfvars/.test(file);
}

/** The nearest folder above that declares all the file sets; where none is above, the only one that does. */
function rootOf(document: HclDocument, roots: readonly Declarations[]): Declarations | undefined {
  const declaring = roots.filter(({ variables }) =>
    document.body.attributes.every(({ name }) => variables.has(name)),
  );
  const above = declaring.filter(({ folder }) => folder === "" || document.file.startsWith(`${folder}/`));
  const [nearest] = above.sort((a, b) => b.folder.length - a.folder.length);
  return nearest ?? (declaring.length === 1 ? declaring[0] : undefined);
}

function alternatives(a: HclDocument, b: HclDocument): boolean {
  const [one, other] = [namesOf(a), namesOf(b)];
  const shared = [...one].filter((name) => other.has(name)).length;
  return shared >= MIN_SHARED * Math.min(one.size, other.size);
}

function namesOf({ body }: HclDocument): ReadonlySet<string> {
  return new Set(body.attributes.map(({ name }) => name));
}
