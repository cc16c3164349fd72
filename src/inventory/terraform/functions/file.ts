// Functions that read files of the repository: `file`, `filebase64`, `fileexists`, `templatefile`. Paths stay inside the repository.
import type { HclExpression } from "../../../model/hcl.ts";
import { elements } from "../access.ts";
import type { Names, Scope } from "../scope.ts";
import { type Site, SourceText } from "../site.ts";
import { derived, failure, known, refText, text, unknown, type Value } from "../value.ts";
import { fileSet } from "./fileset.ts";

type Evaluate = (expression: HclExpression, scope: Scope) => Value;

/** Templates that include one another. */
const MAX_TEMPLATES = 8;

/** Joined and cleaned; undefined when it leads out of the repository. Relative paths start at the root module, as Terraform runs there. */
export function resolvePath(path: string, folder: string): string | undefined {
  if (path.startsWith("/") || path.startsWith("~") || path.includes("\0")) return undefined;
  // What was asked for may lie above the folder that names are relative to: from there up nothing is read.
  const above = /^(?:\.\.(?:\/|$))*/.exec(folder)![0];
  const steps: string[] = [];
  for (const step of [...folder.slice(above.length).split("/"), ...path.split("/")]) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return above + steps.join("/");
}

/** `path.module` is given relative to the repository, so paths made from it begin at its root; others begin at the root module. */
function readFile(path: string, scope: Scope): SourceText | null {
  const { run, folder, ownFunction } = scope.module;
  // Terragrunt's paths begin where the configuration lies.
  const beside = ownFunction === undefined ? undefined : resolvePath(path, folder);
  const nearest = beside === undefined ? undefined : run.readText(beside);
  if (beside !== undefined && nearest !== undefined) return new SourceText(beside, nearest);
  const fromRepository =
    folder === "" ||
    path === folder ||
    path.startsWith(`${folder}/`) ||
    path.startsWith(`${run.rootFolder}/`);
  for (const start of fromRepository ? ["", run.rootFolder] : [run.rootFolder, ""]) {
    const file = start === "" ? inRepository(path, [folder, run.rootFolder]) : resolvePath(path, start);
    const content = file === undefined ? undefined : run.readText(file);
    if (file !== undefined && content !== undefined) return new SourceText(file, content);
  }
  return null;
}

/** `fileset`: the folder is found as files are. */
function filesBelow(folder: Value, pattern: Value | undefined, scope: Scope, site: Site, ref: string): Value {
  if (folder.kind !== "known" || pattern?.kind !== "known")
    return derived(ref, pattern === undefined ? [folder] : [folder, pattern], site);
  const { run, folder: own } = scope.module;
  const path = String(folder.value);
  const starts = [
    inRepository(path, [own, run.rootFolder]),
    resolvePath(path, run.rootFolder),
    resolvePath(path, own),
  ];
  return fileSet(
    run.files,
    starts.filter((start) => start !== undefined),
    String(pattern.value),
    site,
    ref,
  );
}

/** A path that begins with a folder is one in that folder, wherever it lies. */
function inRepository(path: string, folders: readonly string[]): string | undefined {
  const within = folders.find((folder) => folder !== "" && path.startsWith(`${folder}/`));
  return within === undefined ? resolvePath(path, "") : resolvePath(path.slice(within.length + 1), within);
}

function whole(source: SourceText): Site {
  return { source, start: 0, end: source.text.length };
}

export function fileFunction(
  name: string,
  args: readonly Value[],
  scope: Scope,
  site: Site,
  ref: string,
  evaluate: Evaluate,
): Value {
  const [path, vars] = args;
  if (name === "fileset" && path !== undefined) return filesBelow(path, vars, scope, site, ref);
  if (path?.kind === "unknown") return derived(ref, [path], site, { call: { name, args } });
  if (path?.kind !== "known" || typeof path.value !== "string") return failure("no file name", ref, site);
  const source = readFile(path.value, scope);
  if (name === "fileexists") {
    return source === null ? unknown("the file is not in the repository", ref, site) : known(true, site);
  }
  if (source === null)
    return unknown(`the file ${path.value} is not in the repository`, ref, site, { call: { name, args } });
  if (name === "templatefile") return renderTemplate(source, vars, scope, site, ref, evaluate);
  const content = text(source.text, whole(source));
  if (name === "file" || content.kind !== "known") return content;
  return {
    kind: "known",
    value: Buffer.from(source.text, "utf8").toString("base64"),
    site,
    encodes: content,
  };
}

/** Renders template text with the members of `vars` as its names. */
export function renderTemplate(
  source: SourceText,
  vars: Value | undefined,
  scope: Scope,
  site: Site,
  ref: string,
  evaluate: Evaluate,
): Value {
  const { run } = scope.module;
  const found = vars === undefined ? null : elements(vars);
  let nesting = 0;
  for (let names = scope.names; names !== null; names = names.next) if (names.name === "") nesting++;
  if (nesting >= MAX_TEMPLATES) return failure("templates inside one another", ref, site);
  const template = run.parseTemplate(source.text);
  if (template === null) return unknown(`the template ${source.file} cannot be read`, ref, site);
  let names: Names | null = null;
  for (let i = 0; i <= nesting; i++) names = { name: "", value: known(0), next: names };
  // Without variables that can be told apart, what they are put into still has its own text.
  for (const item of found?.items ?? []) {
    if (item.key.kind === "known") names = { name: String(item.key.value), value: item.value, next: names };
  }
  const value = evaluate(template, { ...scope, source, names, each: null, count: null, item: null });
  return value.kind === "known" || value.kind === "unknown"
    ? value
    : failure("no text", refText(value), site);
}
