// What the files of one folder declare. Takes documents, gives tables; evaluates nothing.
import type { HclDocument } from "../../model/document.ts";
import type { HclAttribute, HclBlock, HclBody } from "../../model/hcl.ts";
import { own } from "../../model/own.ts";
import { isTerraformFile } from "../../model/terraform-file.ts";
import { providerKey } from "./provider.ts";
import type { Foreign } from "./scope.ts";
import { SourceText } from "./site.ts";

export type Declaration = { readonly block: HclBlock; readonly source: SourceText };
export type ResourceDeclaration = Declaration & {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
};

export type Declarations = {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, { readonly attribute: HclAttribute; readonly source: SourceText }>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  readonly calls: ReadonlyMap<string, Declaration>;
  /** By name, with the alias behind a dot. */
  readonly providers: ReadonlyMap<string, Declaration>;
  /** In order of files and lines; an address may stand twice by mistake. */
  readonly resources: readonly ResourceDeclaration[];
  readonly hasBackend: boolean;
};

export function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash === -1 ? "" : file.slice(0, slash);
}

/** `*.tf`, `*.tf.json` and OpenTofu's `*.tofu`, `*.tofu.json` by folder. */
export function declarationsByFolder(documents: readonly HclDocument[]): ReadonlyMap<string, Declarations> {
  const folders = new Map<string, HclDocument[]>();
  const names = new Set(documents.map(({ file }) => file));
  for (const document of documents) {
    if (!isTerraformFile(document.file)) continue;
    // OpenTofu takes `main.tofu` in place of `main.tf`.
    const instead = document.file.replace(/\.tf(\.json)?$/, ".tofu$1");
    if (instead !== document.file && names.has(instead)) continue;
    const folder = folderOf(document.file);
    const group = folders.get(folder);
    if (group === undefined) folders.set(folder, [document]);
    else group.push(document);
  }
  return new Map([...folders].map(([folder, files]) => [folder, declarationsOf(folder, files)]));
}

export function declarationsOf(folder: string, documents: readonly HclDocument[]): Declarations {
  const variables = new Map<string, Declaration>();
  const locals = new Map<string, { attribute: HclAttribute; source: SourceText }>();
  const outputs = new Map<string, Declaration>();
  const calls = new Map<string, Declaration>();
  const providers = new Map<string, Declaration>();
  const resources: ResourceDeclaration[] = [];
  let hasBackend = false;
  const named: Readonly<Record<string, Map<string, Declaration>>> = {
    variable: variables,
    output: outputs,
    module: calls,
  };

  const add = (block: HclBlock, source: SourceText, override: boolean) => {
    const [first, second] = block.labels;
    if (block.type === "locals")
      for (const attribute of block.body.attributes) locals.set(attribute.name, { attribute, source });
    else if (block.type === "terraform") {
      hasBackend ||= block.body.blocks.some((inner) => inner.type === "backend" || inner.type === "cloud");
      hasBackend ||= block.body.attributes.some(
        (inner) => inner.name === "backend" || inner.name === "cloud",
      );
    } else if (
      (block.type === "resource" || block.type === "data") &&
      first !== undefined &&
      second !== undefined
    ) {
      const mode = block.type === "data" ? "data" : "managed";
      const before = override
        ? resources.findIndex((one) => one.mode === mode && one.type === first && one.name === second)
        : -1;
      if (before === -1) resources.push({ mode, type: first, name: second, block, source });
      else resources[before] = overridden(resources[before]!, block, source);
    } else if (block.type === "provider") {
      const key = providerKey(block);
      if (key !== undefined) providers.set(key, { block, source });
    } else if (first !== undefined) {
      const group = own(named, block.type);
      const before = group?.get(first);
      if (override && before !== undefined) group?.set(first, overridden(before, block, source));
      else group?.set(first, { block, source });
    }
  };

  const ordered = [...documents].sort(
    (a, b) => Number(isOverride(a)) - Number(isOverride(b)) || (a.file < b.file ? -1 : 1),
  );
  for (const document of ordered) {
    const source = new SourceText(document.file, document.text);
    for (const block of document.body.blocks) add(block, source, isOverride(document));
  }
  return { folder, variables, locals, outputs, calls, providers, resources, hasBackend };
}

function isOverride({ file }: HclDocument): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(file);
}

/** Attributes of the override win; its nested blocks replace those of their type. */
function overridden<T extends Declaration>(declaration: T, by: HclBlock, source: SourceText): T {
  const { block } = declaration;
  const foreign = <P extends HclAttribute | HclBlock>(part: P): P & Foreign => ({ ...part, source });
  const names = new Set(by.body.attributes.map((attribute) => attribute.name));
  const types = new Set(by.body.blocks.map((inner) => inner.type));
  const body: HclBody = {
    attributes: [
      ...block.body.attributes.filter((one) => !names.has(one.name)),
      ...by.body.attributes.map(foreign),
    ],
    blocks: [...block.body.blocks.filter((one) => !types.has(one.type)), ...by.body.blocks.map(foreign)],
  };
  return { ...declaration, block: { ...block, body } };
}
