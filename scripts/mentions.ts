// What an item must mention before a rule can find something in it. Takes the sources of the rules, gives words by rule. Follows only
// what is certain: a reference in the body of a rule is undefined, and so is the body, where a key of it is missing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mentions } from "../src/model/rule.ts";
import { opa } from "./opa.ts";

type Term = { readonly type: string; readonly value: unknown };
type Body = readonly {
  readonly negated?: boolean;
  readonly with?: unknown;
  readonly terms: Term | readonly Term[] | { readonly symbols: readonly Term[] } | { readonly domain: Term };
}[];
type Definition = {
  readonly body: Body;
  readonly else?: unknown;
  readonly default?: boolean;
  readonly head: {
    readonly name: string;
    readonly ref: readonly Term[];
    readonly key?: Term;
    readonly value?: Term;
    readonly args?: readonly Term[];
  };
};
type Module = {
  readonly package: { readonly path: readonly Term[] };
  readonly imports?: readonly { readonly path: Term; readonly alias?: string }[];
  readonly rules: readonly Definition[];
};
/** Any of its words. */
type Clause = readonly string[];

/** A product of more clauses than this says little for its length. */
const MAX_CLAUSES = 12;
/** Functions that call functions. */
const MAX_DEPTH = 3;
/** Every item has these, or may have them for reasons of its own. */
const COMMON: ReadonlySet<string> = new Set(
  "id kind group version namespace name nodes partial exported labels annotations unknown object pod list source spec value metadata pod_labels pod_annotations image repository".split(
    " ",
  ),
);
const LISTS = ["pods", "containers", "volumes", "custom"];

/** By package, `rules.workload.host-path-volume`: only where some key is certain. */
export function mentionsOf(texts: readonly string[]): ReadonlyMap<string, Mentions> {
  const packages = new Map(parsed(texts).map((module) => [name(module.package.path), module]));
  const mentions = [...packages].flatMap(([path, module]): [string, Mentions][] => {
    if (!path.startsWith("rules.workload.")) return [];
    const scope = new Scope(packages, module);
    const ways = scope
      .definitions("violations")
      .map(({ body }) => plain(scope.read(body, new Map()).clauses));
    return ways.every(({ length }) => length > 0) ? [[path, ways]] : [];
  });
  return new Map(mentions);
}

/** All of them at once: starting OPA takes longer than reading. */
function parsed(texts: readonly string[]): readonly Module[] {
  const folder = mkdtempSync(join(tmpdir(), "oke-policy-"));
  try {
    const input = join(folder, "input.json");
    writeFileSync(input, JSON.stringify({ texts }));
    const query = '[module | some text in input.texts; module := rego.parse_module("", text)]';
    const { result } = JSON.parse(opa(["eval", "--format", "json", "--input", input, query]));
    return result[0].expressions[0].value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without `data`. */
function name(path: readonly Term[]): string {
  return path
    .slice(1)
    .map(({ value }) => value)
    .join(".");
}

class Scope {
  readonly #packages: ReadonlyMap<string, Module>;
  readonly #module: Module;
  readonly #imports: ReadonlyMap<string, string>;

  readonly #depth: number;

  constructor(packages: ReadonlyMap<string, Module>, module: Module, depth = 0) {
    this.#packages = packages;
    this.#module = module;
    this.#depth = depth;
    const imports = (module.imports ?? []).map(({ path, alias }) => {
      const full = name(path.value as Term[]);
      return [alias ?? full.slice(full.lastIndexOf(".") + 1), full] as const;
    });
    this.#imports = new Map(imports);
  }

  definitions(rule: string): readonly Definition[] {
    return this.#module.rules.filter(({ head }) => head.name === rule);
  }

  /** The clauses of a body, and which of its variables hold an item of the inventory or a part of one. */
  read(body: Body, known: ReadonlyMap<string, Known>): Reading {
    const reading: Reading = { clauses: [], items: new Set(), choices: new Map() };
    for (const [variable, what] of known) {
      if (what === "item") reading.items.add(variable);
      else reading.choices.set(variable, what);
    }
    for (const { negated, with: replaced, terms } of body) {
      if (negated || replaced) continue;
      if ("symbols" in terms) for (const symbol of terms.symbols) this.#some(symbol, reading);
      else if (isCall(terms)) this.#call(terms, reading);
      else if ("type" in terms) this.#words(terms, reading);
    }
    return reading;
  }

  /** `some key, value in collection`. */
  #some({ type, value }: Term, reading: Reading): void {
    if (type !== "call") return;
    const [, ...names] = value as Term[];
    const collection = names.pop()!;
    const [last, key] = [names.pop()!, names.pop()];
    const entries = this.#entries(collection);
    if (entries) reading.clauses.push(...entries);
    if (entries || this.#isPart(collection, reading)) {
      if (last.type === "var") reading.items.add(last.value as string);
      this.#words(collection, reading);
      return;
    }
    const stated = this.#stated(collection);
    if (stated?.type === "object" && key?.type === "var")
      reading.choices.set(key.value as string, words((stated.value as [Term, Term][]).map(([each]) => each)));
    else if ((stated?.type === "array" || stated?.type === "set") && last.type === "var")
      reading.choices.set(last.value as string, words(stated.value as Term[]));
    else this.#words(collection, reading);
  }

  #call(terms: readonly Term[], reading: Reading): void {
    const [operator, target, source] = terms as [Term, Term, Term];
    const assigned = name([operator, ...(operator.value as Term[])]) === "assign" && target.type === "var";
    if (assigned && this.#isPart(source, reading)) reading.items.add(target.value as string);
    for (const argument of terms.slice(assigned ? 2 : 1)) this.#words(argument, reading);
    if (!assigned) reading.clauses.push(...this.#function(operator.value as Term[], terms.slice(1), reading));
  }

  /** What the bodies of a function need of the items that it is given. */
  #function(operator: readonly Term[], given: readonly Term[], reading: Reading): readonly Clause[] {
    const [scope, rule] = this.#resolve(operator) ?? [];
    if (!scope || scope.#depth > MAX_DEPTH) return [];
    const definitions = scope.definitions(rule!);
    if (definitions.length === 0 || definitions.some((each) => each.else || each.default)) return [];
    const ways: (readonly Clause[])[] = definitions.map(({ body, head }) => {
      const known = (head.args ?? []).flatMap((parameter, index): [string, Known][] => {
        const argument = given[index];
        if (parameter.type !== "var" || !argument) return [];
        const variable = parameter.value as string;
        if (this.#isPart(argument, reading)) return [[variable, "item"]];
        const choice = this.#choice(argument, reading);
        return choice ? [[variable, choice]] : [];
      });
      return scope.read(body, new Map(known)).clauses;
    });
    return ways.reduce(either);
  }

  /** The package and rule that a reference names, if it names one. */
  #resolve(path: readonly Term[]): readonly [Scope, string] | undefined {
    const [head, second] = path.map(({ value }) => value as string);
    const imported = this.#imports.get(head!);
    const module = imported === undefined ? this.#module : this.#packages.get(imported);
    if (!module || path.length !== (imported === undefined ? 1 : 2)) return undefined;
    return [new Scope(this.#packages, module, this.#depth + 1), imported === undefined ? head! : second!];
  }

  #choice({ type, value }: Term, { choices }: Reading): readonly string[] | undefined {
    return type === "string" ? [value as string] : type === "var" ? choices.get(value as string) : undefined;
  }

  /** The keys without which a term is undefined. */
  #words({ type, value }: Term, reading: Reading): void {
    if (type === "array" || type === "set") for (const each of value as Term[]) this.#words(each, reading);
    if (type === "object")
      for (const pair of value as [Term, Term][]) for (const each of pair) this.#words(each, reading);
    if (type === "call") this.#call(value as Term[], reading);
    if (type !== "ref") return;
    const [head, ...steps] = value as Term[];
    if (!reading.items.has(head!.value as string)) return;
    for (const step of steps) {
      const choice = this.#choice(step, reading);
      if (choice && choice.length > 0) reading.clauses.push(choice);
    }
  }

  #isPart({ type, value }: Term, { items }: Reading): boolean {
    return items.has((type === "ref" ? (value as Term[])[0]!.value : type === "var" ? value : "") as string);
  }

  /** The clauses of a list of items; undefined for anything else. */
  #entries(term: Term): readonly Clause[] | undefined {
    const path = term.type === "ref" ? (term.value as Term[]) : [term];
    const [head, second, third, fourth] = path.map(({ value }) => value as string);
    if (path.some(({ type }, index) => type !== (index === 0 ? "var" : "string"))) return undefined;
    if (head === "input") {
      if (second !== "workloads") return undefined;
      if (third === "objects") return path.length === 4 ? [[fourth!]] : undefined;
      return path.length === 3 && LISTS.includes(third!) ? [] : undefined;
    }
    const [scope, rule] = this.#resolve(path) ?? [];
    return scope && scope.#depth <= MAX_DEPTH ? scope.#entriesOf(rule!) : undefined;
  }

  /** A rule of this package that lists items: `[pod | some pod in …]` or `_services contains service if …`. */
  #entriesOf(rule: string): readonly Clause[] | undefined {
    const ways: (readonly Clause[])[] = [];
    for (const { body, head, else: other, default: isDefault } of this.definitions(rule)) {
      if (other || isDefault || head.args) return undefined;
      const comprehension = head.value?.type.endsWith("comprehension") && (head.value.value as Comprehension);
      const [term, within] = comprehension ? [comprehension.term, comprehension.body] : [head.key, body];
      const { clauses, items } = this.read(within, new Map());
      if (term?.type !== "var" || !items.has(term.value as string)) return undefined;
      ways.push(clauses);
    }
    return ways.length === 0 ? undefined : ways.reduce(either);
  }

  /** A literal, or the rule of this package that is one. */
  #stated(term: Term): Term | undefined {
    if (term.type !== "var") return term;
    const [only, second] = this.definitions(term.value as string);
    return second || only?.head.args || only?.else || only?.head.ref.length !== 1
      ? undefined
      : only.head.value;
  }
}

type Reading = {
  readonly clauses: Clause[];
  readonly items: Set<string>;
  /** Variables that go through literal words. */
  readonly choices: Map<string, readonly string[]>;
};
/** What is known of a parameter: it holds an item, or one of some words. */
type Known = "item" | readonly string[];
type Comprehension = { readonly term: Term; readonly body: Body };

function isCall(terms: Body[number]["terms"]): terms is readonly Term[] {
  return Array.isArray(terms);
}

/** Both ways as one list of clauses. */
function either(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] {
  const clauses = plain(plain(one).flatMap((a) => plain(other).map((b) => [...a, ...b])));
  return clauses.length > MAX_CLAUSES ? [] : clauses;
}

/** Without what every item satisfies, and without what follows from another clause. */
function plain(clauses: readonly Clause[]): readonly Clause[] {
  const telling = clauses
    .map((clause) => [...new Set(clause)].toSorted())
    .filter((clause) => !clause.some((word) => COMMON.has(word)))
    .toSorted((a, b) => a.length - b.length);
  return telling.filter(
    (clause, index) => !telling.slice(0, index).some((other) => other.every((word) => clause.includes(word))),
  );
}

/** None unless all of them are words. */
function words(terms: readonly Term[]): readonly string[] {
  return terms.every(({ type }) => type === "string") ? terms.map(({ value }) => value as string) : [];
}
