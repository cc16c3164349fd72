// One configuration of Terragrunt as the unit in a certain folder sees it: its locals, what it includes, its inputs and its source.
// State: what was evaluated already. Knows no modules.
import type { HclDocument } from "../../../model/document.ts";
import type { HclBlock, HclBody } from "../../../model/hcl.ts";
import { folderOf } from "../declarations.ts";
import { evaluate, siteOf } from "../expression.ts";
import { resolvePath } from "../functions/file.ts";
import type { ModuleScope, Run, Scope } from "../scope.ts";
import { type Site, SourceText } from "../site.ts";
import { once, type Slot } from "../slot.ts";
import {
  ABSENT,
  type Entry,
  known,
  type ObjectValue,
  object,
  refText,
  text,
  unknown,
  type Value,
} from "../value.ts";

/** What all configurations share. `open` gives the one in a file of the repository, as the unit in `unit` (a folder) sees it. */
export type World = {
  readonly run: Run;
  readonly open: (file: string, unit: string) => Configuration | undefined;
};

/** What stands for the unit in a folder where another one depends on it. */
export function dependencyAddress(folder: string): string {
  return `dependency.${folder}`;
}

export function unitFile(folder: string): string {
  return folder === "" ? "terragrunt.hcl" : `${folder}/terragrunt.hcl`;
}

type Include = { readonly label: string; readonly configuration: Configuration; readonly merge: string };
export type Located = { readonly value: Value; readonly scope: Scope; readonly block: HclBlock };

export class Configuration implements ModuleScope {
  readonly address = "";
  readonly folder: string;
  readonly run: Run;
  readonly file: string;
  readonly #body: HclBody;
  readonly #unit: string;
  readonly #world: World;
  readonly #source: SourceText;
  readonly #locals = new Map<string, Slot<Value>>();
  #includes: readonly Include[] | undefined;

  constructor({ file, text: source, body }: HclDocument, unit: string, world: World) {
    this.file = file;
    this.folder = folderOf(file);
    this.run = world.run;
    this.#body = body;
    this.#unit = unit;
    this.#world = world;
    this.#source = new SourceText(file, source);
  }

  variable(): null {
    return null;
  }

  call(): null {
    return null;
  }

  local(name: string): Value | null {
    const attribute = this.#localAttributes().find((one) => one.name === name);
    if (attribute === undefined) return null;
    const scope = this.#scope();
    const site = siteOf(attribute, scope);
    return once(
      this.#locals,
      name,
      () => evaluate(attribute.expression, scope),
      () => unknown("depends on itself", `local.${name}`, site),
    );
  }

  #localAttributes(): HclBody["attributes"] {
    return this.#body.blocks.filter(({ type }) => type === "locals").flatMap(({ body }) => body.attributes);
  }

  /** `include.root` holds what the included configuration says, `dependency.net` stands for the unit in its folder. */
  resource(_: "managed" | "data", type: string, name: string): Value | null {
    if (type === "dependency") return this.#dependency(name);
    if (type !== "include") return null;
    return (
      this.includes()
        .find(({ label }) => label === name)
        ?.configuration.whole() ?? null
    );
  }

  #dependency(name: string): Value | null {
    const block = this.#body.blocks.find(({ type, labels }) => type === "dependency" && labels[0] === name);
    const path = block?.body.attributes.find((one) => one.name === "config_path");
    if (path === undefined) return null;
    const scope = this.#scope();
    const site = siteOf(path, scope);
    const value = evaluate(path.expression, scope);
    const folder =
      value.kind === "known"
        ? [this.#unit, ""]
            .map((start) => resolvePath(String(value.value), start))
            .find((one) => one !== undefined && this.run.readText(unitFile(one)) !== undefined)
        : undefined;
    if (folder === undefined) return null;
    return unknown("an output of another unit", `dependency.${name}`, site, {
      reference: { address: dependencyAddress(folder), path: [] },
    });
  }

  /** `locals` and `inputs`, for those who read it. */
  whole(): ObjectValue {
    const locals = this.#localAttributes().map(({ name }): [string, Entry] => [
      name,
      { value: this.local(name) ?? ABSENT, site: null },
    ]);
    return object(
      new Map<string, Entry>([
        ["locals", { value: object(new Map(locals)), site: null }],
        ["inputs", { value: this.#ownInputs(), site: null }],
      ]),
    );
  }

  /** Those of included configurations first; its own win. What these include in turn does not count. Unknown when nobody can tell. */
  inputs(): Value {
    return this.includes()
      .filter(({ merge }) => merge !== "no_merge")
      .reduceRight(
        (value, { configuration, merge }) =>
          merged(configuration.#ownInputs(), value, merge.startsWith("deep")),
        this.#ownInputs(),
      );
  }

  #ownInputs(): Value {
    return this.attribute("inputs") ?? object(new Map());
  }

  attribute(name: string): Value | undefined {
    const attribute = this.#body.attributes.find((one) => one.name === name);
    return attribute && evaluate(attribute.expression, this.#scope());
  }

  /** The source of its `terraform` block, or of one that it includes. */
  source(): Located | undefined {
    const [found] = [this, ...this.includes().map(({ configuration }) => configuration)].flatMap(
      (one) => one.#ownSource() ?? [],
    );
    return found;
  }

  #ownSource(): Located | undefined {
    const scope = this.#scope();
    for (const block of this.#body.blocks) {
      const attribute =
        block.type === "terraform" && block.body.attributes.find(({ name }) => name === "source");
      if (attribute) return { value: evaluate(attribute.expression, scope), scope, block };
    }
    return undefined;
  }

  includes(): readonly Include[] {
    if (this.#includes !== undefined) return this.#includes;
    this.#includes = [];
    const scope = this.#scope();
    this.#includes = this.#body.blocks.flatMap(({ type, labels, body }): Include[] => {
      const [path, strategy] = ["path", "merge_strategy"].map((wanted) => {
        const attribute = type === "include" && body.attributes.find(({ name }) => name === wanted);
        const value = attribute ? evaluate(attribute.expression, scope) : ABSENT;
        return value.kind === "known" ? String(value.value) : undefined;
      });
      const configuration = path === undefined ? undefined : this.#opened(path, this.#unit);
      return configuration === undefined
        ? []
        : [{ label: labels[0] ?? "", configuration, merge: strategy ?? "shallow" }];
    });
    return this.#includes;
  }

  /** A path of its own folder, of the unit's, or one that a function made, which begins at the repository's root. */
  #opened(path: string, unit: string): Configuration | undefined {
    for (const start of [this.folder, this.#unit, ""]) {
      const file = resolvePath(path, start);
      const found = file === undefined ? undefined : this.#world.open(file, unit);
      if (found !== undefined && found !== this) return found;
    }
    return undefined;
  }

  ownFunction(name: string, args: readonly Value[], site: Site): Value | undefined {
    const [first] = args;
    const given = first?.kind === "known" ? String(first.value) : undefined;
    switch (name) {
      case "get_terragrunt_dir":
      case "get_original_terragrunt_dir":
      case "get_working_dir":
        return text(this.#unit || ".", site);
      case "get_repo_root":
        return text(".", site);
      case "get_path_from_repo_root":
        return text(this.#unit || ".", site);
      case "get_parent_terragrunt_dir":
        return text(this.#parentFolder() || ".", site);
      case "path_relative_to_include":
        return text(relative(this.#parentFolder(), this.#unit), site);
      case "path_relative_from_include":
        return text(relative(this.#unit, this.#parentFolder()), site);
      case "find_in_parent_folders": {
        const names =
          first === undefined ? ["terragrunt.hcl", "root.hcl"] : given === undefined ? [] : [given];
        const found = names.flatMap((one) => inParents(this.#unit, one, this.run.readText) ?? []);
        if (found[0] !== undefined) return text(found[0], site);
        return args[1] ?? unknown("no such file above", `${name}(${given ?? ""})`, site);
      }
      case "read_terragrunt_config": {
        const read = given === undefined ? undefined : this.#opened(given, folderOf(given));
        return read?.whole() ?? args[1] ?? unknown("not in the repository", refText(known(name)), site);
      }
      default:
        return undefined;
    }
  }

  #parentFolder(): string {
    return this.#includes?.[0]?.configuration.folder ?? this.folder;
  }

  #scope(): Scope {
    return { module: this, source: this.#source, names: null, each: null, count: null, item: null };
  }
}

function merged(below: Value, above: Value, deep: boolean): Value {
  if (below.kind !== "object" || above.kind !== "object") {
    if (below.kind === "absent") return above;
    return above.kind === "object" && above.entries.size > 0 ? { ...above, open: true } : below;
  }
  const entries = new Map(below.entries);
  for (const [name, entry] of above.entries) {
    const under = entries.get(name);
    const both = deep && under !== undefined;
    entries.set(name, both ? { ...entry, value: mergedDeep(under.value, entry.value) } : entry);
  }
  return object(entries, above.site, below.open || above.open);
}

function mergedDeep(below: Value, above: Value): Value {
  if (below.kind === "object" && above.kind === "object") return merged(below, above, true);
  // Lists are put one behind the other.
  if (below.kind === "list" && above.kind === "list")
    return { ...above, items: [...below.items, ...above.items], open: below.open || above.open };
  return above;
}

/** The nearest file of that name above the folder. */
function inParents(
  folder: string,
  name: string,
  readText: (file: string) => string | undefined,
): string | undefined {
  for (let at = folder; at !== ""; ) {
    at = folderOf(at);
    const file = at === "" ? name : `${at}/${name}`;
    if (readText(file) !== undefined) return file;
  }
  return undefined;
}

function relative(from: string, to: string): string {
  const [a, b] = [from, to].map((path) => path.split("/").filter((step) => step !== ""));
  let same = 0;
  while (same < a!.length && a![same] === b![same]) same++;
  return [...a!.slice(same).map(() => ".."), ...b!.slice(same)].join("/") || ".";
}
