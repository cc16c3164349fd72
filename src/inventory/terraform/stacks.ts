// Stacks of Terraform: `*.tfcomponent.hcl` says which modules are run, `*.tfdeploy.hcl` with what. Takes the documents of a repository, gives
// each stack as a module that calls others, and its deployments as sets of variables. What comes from a store or another stack is not known.
import type { HclDocument } from "../../model/document.ts";
import type { HclAttribute, HclBlock } from "../../model/hcl.ts";
import type { Problem } from "../../model/problem.ts";
import { type Declarations, declarationsOf, folderOf } from "./declarations.ts";
import type { Run } from "./scope.ts";
import { Configuration } from "./terragrunt/configuration.ts";
import { argumentOf, type Unit } from "./terragrunt/units.ts";

const COMPONENTS = /\.(?:tfcomponent|tfstack)\.hcl$/;
const DEPLOYMENTS = /\.tfdeploy\.hcl$/;

export type Stacks = { readonly folders: ReadonlyMap<string, Declarations>; readonly units: readonly Unit[] };

/** `modules`: the folders with Terraform of their own, which a stack does not take the place of. */
export function stacksOf(
  documents: readonly HclDocument[],
  modules: ReadonlyMap<string, Declarations>,
  run: Run,
): Stacks {
  const components = new Map<string, HclDocument[]>();
  for (const document of documents) {
    if (!COMPONENTS.test(document.file)) continue;
    const folder = folderOf(document.file);
    components.set(folder, [...(components.get(folder) ?? []), document]);
  }
  const folders = new Map<string, Declarations>();
  for (const [folder, files] of components) {
    if (modules.has(folder)) run.report(unread(files[0]!));
    else folders.set(folder, declarationsOf(folder, files.map(asModule)));
  }
  const units = documents.flatMap((document) =>
    DEPLOYMENTS.test(document.file) && folders.has(folderOf(document.file)) ? deployments(document, run) : [],
  );
  return { folders, units };
}

/** A component, or a stack in it, is called as a module is, with its arguments in one object; a provider has its name as a label. */
function asModule(document: HclDocument): HclDocument {
  const blocks = document.body.blocks.flatMap((block): readonly HclBlock[] => {
    const { type, labels, body } = block;
    if (type === "component" || type === "stack") return [{ ...block, type: "module", body: called(block) }];
    const config = body.blocks.find((inner) => inner.type === "config");
    if (type !== "provider") return [block];
    return config === undefined
      ? []
      : [{ ...block, labels: [`provider.${labels.join(".")}`], body: config.body }];
  });
  return { ...document, body: { ...document.body, blocks } };
}

/** Inputs that are no plain object cannot be told apart: without its source the call is one of a module that is not there. */
function called({ body }: HclBlock): HclBlock["body"] {
  const inputs = body.attributes.find(({ name }) => name === "inputs")?.expression;
  const isPlain = inputs === undefined || inputs.kind === "object";
  const given = (inputs?.kind === "object" ? inputs.items : []).flatMap(
    ({ key, value, start, end }): HclAttribute[] =>
      key.kind === "literal" ? [{ name: String(key.value), expression: value, start, end }] : [],
  );
  const own = body.attributes.filter(({ name }) => name !== "inputs" && (isPlain || name !== "source"));
  return { attributes: [...own, ...given], blocks: [] };
}

function deployments(document: HclDocument, run: Run): readonly Unit[] {
  const folder = folderOf(document.file);
  const locals = document.body.blocks.filter(({ type }) => type === "locals");
  return document.body.blocks.flatMap(({ type, labels, body }): readonly Unit[] => {
    if (type !== "deployment") return [];
    const configuration = new Configuration(
      { ...document, body: { attributes: body.attributes, blocks: locals } },
      folder,
      { run, open: () => undefined },
    );
    const destroy = configuration.attribute("destroy");
    if (destroy?.kind === "known" && destroy.value === true) return [];
    return [{ file: `${document.file} ${labels[0]}`, folder, argument: argumentOf(configuration.inputs()) }];
  });
}

function unread({ file }: HclDocument): Problem {
  return {
    code: "hcl/stack",
    severity: "notice",
    message: "The folder of this stack holds a Terraform module too, so the stack was not looked at.",
    place: { file },
  };
}
