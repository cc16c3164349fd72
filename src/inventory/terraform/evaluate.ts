// Evaluates the Terraform of a repository. Takes documents, gives resources and module calls with values that know their places.
// Knows Terraform, not Oracle: what the resources mean is for the inventory.
import { compareText } from "../../model/compare.ts";
import type { DataDocument, Document, HclDocument, Json } from "../../model/document.ts";
import type { HclExpression } from "../../model/hcl.ts";
import type { Problem } from "../../model/problem.ts";
import { varFile } from "../../model/var-file.ts";
import { dataValue } from "./data-value.ts";
import { type Declarations, declarationsByFolder, folderOf } from "./declarations.ts";
import type { Collected, RunState } from "./enclosing-module.ts";
import { evaluate } from "./expression.ts";
import { Module } from "./module.ts";
import { isPlan, readPlan } from "./plan.ts";
import { countUnknown } from "./read-value.ts";
import type { ModuleCall, Resource, RootOutput } from "./resource.ts";
import { type Root, rootsOf, type Variant } from "./roots.ts";
import type { ModuleScope, Run } from "./scope.ts";
import { SourceText } from "./site.ts";
import { stacksOf } from "./stacks.ts";
import { terragruntUnits } from "./terragrunt/units.ts";
import { toFillIn } from "./to-fill-in.ts";
import type { Value } from "./value.ts";

/** Resources and modules that one root makes with one set of variables. */
const MAX_INSTANCES = 10_000;

/** Expressions evaluated for one root with one set of variables. */
export const MAX_STEPS = 3_000_000;

export type TerraformOptions = {
  /** Text of a file by its path in the repository, for `file` and `templatefile`; undefined when there is none. */
  readonly readText: (file: string) => string | undefined;
  /** `readTemplate` of the reader. */
  readonly parseTemplate: (text: string) => HclExpression | null;
  /** For `yamldecode`. */
  readonly decodeYaml: (text: string) => Json | undefined;
  /** The configuration's `varFiles`, made relative to the repository: each entry is one variant, a list is layered. */
  readonly varFiles: readonly (string | readonly string[])[];
};

export type Terraform = {
  readonly resources: readonly Resource[];
  readonly moduleCalls: readonly ModuleCall[];
  readonly outputs: readonly RootOutput[];
  readonly problems: readonly Problem[];
  /** Attributes of managed resources that could not be resolved; edges to other resources count as resolved. */
  readonly unknownCount: number;
  readonly attributeCount: number;
};

type World = TerraformOptions & Pick<RunState, "dataDocument" | "files">;

type Evaluated = Collected & { readonly outputs: RootOutput[] };

/** Documents of other kinds are passed over; of data documents, plans and `schema.yaml` files count. */
export function evaluateTerraform(documents: readonly Document[], options: TerraformOptions): Terraform {
  const hcl = documents.filter((document) => document.format === "hcl");
  const data = documents.filter(
    (document): document is DataDocument => document.format === "json" || document.format === "yaml",
  );
  const modules = declarationsByFolder(hcl);
  const variableFiles = hcl.filter((document) => varFile(document.file) !== null);
  const stacks = new Map(data.filter(isStackSchema).map((document) => [folderOf(document.file), document]));
  const configured = options.varFiles.map((entry) => (typeof entry === "string" ? [entry] : entry));

  const problems = new Map<string, Problem>();
  const report = (problem: Problem) => {
    const { start } = problem.place.range ?? {};
    const key = `${problem.code} ${problem.message} ${problem.place.file} ${start?.line}:${start?.column}`;
    if (!problems.has(key)) problems.set(key, problem);
  };
  const present = new Set(variableFiles.map((document) => document.file));
  for (const file of new Set(configured.flat())) {
    if (!present.has(file))
      report({
        code: "hcl/var-file",
        severity: "error",
        message: "This var file cannot be read.",
        place: { file },
      });
  }

  const dataDocument = wholeFiles(data);
  const into: Evaluated = { resources: [], moduleCalls: [], outputs: [] };
  const files = [...new Set(documents.map(({ file }) => file))];
  const world = { ...options, dataDocument, files };
  const outside = limitedRun(world, report);
  const ofTerraform = stacksOf(hcl, modules, outside);
  const folders = new Map([...modules, ...ofTerraform.folders]);
  const { units, calls } = terragruntUnits(hcl, folders, outside);
  into.moduleCalls.push(...calls);
  const runs = [...units, ...ofTerraform.units];
  const roots = rootsOf(folders, variableFiles, configured, (one) => stacks.has(one), runs);
  const unused = unusedVariableFiles(variableFiles, roots);
  if (unused !== null) report(unused);
  for (const { folder, variants } of roots) {
    for (const variant of variants)
      evaluateRoot(folder, variant, folders, stacks.get(folder), world, report, into);
  }
  for (const document of data) if (isPlan(document.value)) into.resources.push(...readPlan(document));

  let [unknownCount, attributeCount] = [0, 0];
  for (const { mode, body } of into.resources) {
    if (mode === "data") continue;
    const counted = countUnknown(body);
    unknownCount += counted.unknown;
    attributeCount += counted.total;
  }
  return { ...into, problems: [...problems.values()], unknownCount, attributeCount };
}

/** Whose a file that lies beside no root module is cannot be guessed, nor which of them belong together. */
function unusedVariableFiles(files: readonly HclDocument[], roots: readonly Root[]): Problem | null {
  const used = new Set(roots.flatMap(({ variants }) => variants.flatMap((variant) => variant.files)));
  const [first, ...others] = files
    .filter((file) => !used.has(file) && !varFile(file.file)?.isPattern)
    .sort((a, b) => compareText(a.file, b.file));
  if (first === undefined) return null;
  const more = others.length === 0 ? "" : ` The same holds for ${others.length} more.`;
  return {
    code: "hcl/unused-var-file",
    severity: "notice",
    message: `This var file is used by no root module here, so nothing but statements of IAM was looked at in it.${more} In the configuration, terraform: varFiles says which ones are used.`,
    place: { file: first.file },
  };
}

function isStackSchema(document: DataDocument): boolean {
  return /(?:^|\/)schema\.ya?ml$/.test(document.file) && stackVariables(document) !== null;
}

/** Of a file with several documents none is all of it. */
function wholeFiles(documents: readonly DataDocument[]): RunState["dataDocument"] {
  const found = new Map<string, DataDocument | null>();
  for (const document of documents) {
    if (document.origin === undefined && !document.partial)
      found.set(document.file, found.has(document.file) ? null : document);
  }
  return (file) => found.get(file) ?? undefined;
}

function stackVariables({ value }: DataDocument): { readonly [key: string]: Json } | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const variables = (value as { readonly [key: string]: Json })["variables"];
  return variables !== null && typeof variables === "object" && !Array.isArray(variables)
    ? (variables as { readonly [key: string]: Json })
    : null;
}

function evaluateRoot(
  folder: string,
  variant: Variant,
  folders: ReadonlyMap<string, Declarations>,
  stack: DataDocument | undefined,
  options: World,
  report: (problem: Problem) => void,
  into: Evaluated,
): void {
  let steps = MAX_STEPS;
  let instances = MAX_INSTANCES;
  const limit = (code: string, message: string) => {
    const place = { file: folders.get(folder)?.resources[0]?.source.file ?? (folder === "" ? "." : folder) };
    report({ code, severity: "error", message, place });
  };
  const run: RunState = {
    ...options,
    rootFolder: folder,
    root: folder,
    variant: variant.name,
    folders,
    depth: 0,
    report,
    step: () => {
      if (steps-- === 0)
        limit("hcl/too-long", `Evaluation ended after ${MAX_STEPS} expressions; the rest is not known.`);
      return steps >= 0;
    },
    takeInstances: (wanted) => {
      if (wanted > instances)
        limit("hcl/too-many", `More than ${MAX_INSTANCES} instances of resources; the rest is left out.`);
      const taken = Math.min(wanted, instances);
      instances -= taken;
      return wanted === 0 ? instances + 1 : taken;
    },
  };
  const given = variableValues(variant.files, run);
  const { unit } = variant;
  const defaults = stack === undefined ? null : stackVariables(stack);
  const declarations = folders.get(folder)!;
  const argument = (name: string): Value | undefined => {
    const value = given.get(name) ?? unit?.argument(name);
    if (value !== undefined || stack === undefined) return value;
    const declared = defaults?.[name];
    const fallback =
      declared !== null && typeof declared === "object" && !Array.isArray(declared)
        ? (declared as { readonly [key: string]: Json })["default"]
        : undefined;
    if (fallback === undefined || fallback === null) return undefined;
    // `${…}` in a schema refers to another variable, and so does the bare name of one.
    if (typeof fallback === "string" && (fallback.includes("${") || declarations.variables.has(fallback)))
      return undefined;
    return dataValue(stack, fallback, ["variables", name, "default"]);
  };
  const caller = { argument, provider: () => undefined, more: false };
  const module = new Module(run, declarations, "", caller, [], "known");
  module.collect(into);
  for (const name of declarations.outputs.keys()) {
    const value = module.output(name);
    if (value) into.outputs.push({ root: folder, variant: variant.name, name, value });
  }
}

/** For configurations that stand outside all modules. */
function limitedRun(options: World, report: (problem: Problem) => void): Run {
  let steps = MAX_STEPS;
  return { ...options, rootFolder: "", depth: 0, report, step: () => steps-- > 0 };
}

/** Assignments of the files; later ones win. */
function variableValues(files: readonly HclDocument[], run: RunState): ReadonlyMap<string, Value> {
  const nothing: ModuleScope = {
    address: "",
    folder: "",
    run,
    variable: () => null,
    local: () => null,
    resource: () => null,
    call: () => null,
  };
  const values = new Map<string, Value>();
  for (const document of files) {
    const source = new SourceText(document.file, document.text);
    const scope = { module: nothing, source, names: null, each: null, count: null, item: null };
    const isPattern = varFile(document.file)?.isPattern === true;
    for (const attribute of document.body.attributes) {
      const value = evaluate(attribute.expression, scope);
      values.set(attribute.name, isPattern ? toFillIn(value, document.file) : value);
    }
  }
  return values;
}
