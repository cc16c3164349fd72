// What an expression can see. Pure types, so that modules and expressions need not know one another.
import type { DataDocument, Json } from "../../model/document.ts";
import type { HclAttribute, HclBlock, HclExpression } from "../../model/hcl.ts";
import type { Problem } from "../../model/problem.ts";
import type { Site, SourceText } from "./site.ts";
import type { Value } from "./value.ts";

/** One evaluation of a root module with one set of variables: what is left of its limits, and its way to files. */
export type Run = {
  /** Counts one step; false when there have been too many. */
  readonly step: () => boolean;
  /** Levels of expressions inside one another, through locals and modules. Raised and lowered by `evaluate`. */
  depth: number;
  readonly report: (problem: Problem) => void;
  /** Text of a file of the repository; undefined when there is none or it is outside. */
  readonly readText: (file: string) => string | undefined;
  readonly parseTemplate: (text: string) => HclExpression | null;
  readonly decodeYaml: (text: string) => Json | undefined;
  /** The document that is all of a YAML or JSON file of the repository: what is decoded from the file has its places there. */
  readonly dataDocument: (file: string) => DataDocument | undefined;
  readonly rootFolder: string;
  /** Names of the files that were read, for `fileset`. */
  readonly files: readonly string[];
};

/** The module that an expression stands in. Each gives null when there is no such thing. */
export type ModuleScope = {
  /** `module.network`, or empty. */
  readonly address: string;
  /** Relative to the repository. */
  readonly folder: string;
  readonly run: Run;
  readonly variable: (name: string) => Value | null;
  readonly local: (name: string) => Value | null;
  readonly resource: (mode: "managed" | "data", type: string, name: string) => Value | null;
  readonly call: (name: string) => Value | null;
  /** Functions that only this kind of configuration has; undefined for any other name. */
  readonly ownFunction?: (name: string, args: readonly Value[], site: Site) => Value | undefined;
};

/** `for` variables, innermost first. */
export type Names = { readonly name: string; readonly value: Value; readonly next: Names | null };

export type Scope = {
  readonly module: ModuleScope;
  readonly source: SourceText;
  readonly names: Names | null;
  readonly each: { readonly key: Value; readonly value: Value } | null;
  readonly count: Value | null;
  /** What a splat is at. */
  readonly item: Value | null;
};

/** What an override file puts into a block of another file knows its own text. */
export type Foreign = { readonly source?: SourceText };

export function scopeIn(part: (HclAttribute | HclBlock) & Foreign, scope: Scope): Scope {
  return part.source === undefined ? scope : { ...scope, source: part.source };
}

export function withName(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, names: { name, value, next: scope.names } };
}
