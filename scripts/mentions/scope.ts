// What the bodies of one module's rules need. Takes a module and those it imports, gives clauses. Follows only what is certain: a
// reference in a body is undefined, and so is the body, where a key of it is missing. What it does not understand gives no clause.
import { type Clause, either, equalTo, keyAmong, keyWithPart, listed, withPart } from "./clauses.ts";
import {
  type Body,
  comprehensionOf,
  type Definition,
  isCall,
  type Module,
  operatorName,
  pathName,
  type Term,
  textsOf,
  variablesIn,
} from "./syntax.ts";

/** What a variable holds: an item of the inventory or a part of one, a key of such, one of some texts, or anything. */
type Known = "item" | "key" | "anything" | readonly string[];
type Reading = { readonly clauses: Clause[]; readonly known: Map<string, Known> };

/** Rules that ask rules. */
const MAX_DEPTH = 3;
/** The lists that hold items, by the path to them in the input. */
const WORKLOADS = ["pods", "containers", "volumes", "custom"];
const STATEMENTS = ["statements", "dynamic_groups"];
const EQUAL = ["equal", "eq"];
const IN_PART = ["contains", "startswith", "endswith"];

export class Scope {
  readonly #packages: ReadonlyMap<string, Module>;
  readonly #module: Module;
  readonly #imports: ReadonlyMap<string, string>;
  readonly #depth: number;

  constructor(packages: ReadonlyMap<string, Module>, module: Module, depth = 0) {
    this.#packages = packages;
    this.#module = module;
    this.#depth = depth;
    const imports = (module.imports ?? []).map(({ path, alias }) => {
      const full = pathName(path.value as Term[]);
      return [alias ?? full.slice(full.lastIndexOf(".") + 1), full] as const;
    });
    this.#imports = new Map(imports);
  }

  definitions(rule: string): readonly Definition[] {
    return this.#module.rules.filter(({ head }) => head.ref[0]!.value === rule);
  }

  /** The clauses of a body, and what its variables hold. `given` are those it already has. */
  read(body: Body, given: ReadonlyMap<string, Known> = new Map()): Reading {
    // A variable hides a rule of the same name, also before the line that says so.
    const own = body.flatMap(({ terms }) => declared(terms)).map((name) => [name, "anything"] as const);
    const reading: Reading = { clauses: [], known: new Map([...own, ...given]) };
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
    const learn = (term: Term | undefined, what: Known) => {
      if (term?.type === "var") reading.known.set(term.value as string, what);
    };
    const entries = this.#entries(collection, reading);
    if (entries) {
      reading.clauses.push(...entries);
      learn(last, "item");
      return;
    }
    if (this.#isPart(collection, reading)) {
      learn(last, "item");
      learn(key, "key");
    } else {
      const stated = this.#stated(collection, reading);
      if (stated?.type === "object") learn(key, keysOf(stated) ?? "anything");
      else if (stated) learn(last, membersOf(stated) ?? "anything");
    }
    this.#words(collection, reading, true);
  }

  #call(terms: readonly Term[], reading: Reading): void {
    const [operator, target, source] = terms as [Term, Term, Term];
    const name = operatorName(operator.value as Term[]);
    if (name === "assign") {
      if (target.type === "var" && this.#isPart(source, reading))
        reading.known.set(target.value as string, "item");
      this.#words(source, reading);
      return;
    }
    for (const argument of terms.slice(1)) this.#words(argument, reading);
    reading.clauses.push(...this.#compared(name, [target, source], reading));
    reading.clauses.push(...this.#asked(operator.value as Term[], terms.slice(1), reading, false));
  }

  /** What a comparison with texts needs: `tag == "latest"`, `key in {"a", "b"}`, `startswith(key, "nvidia.com/")`. */
  #compared(operator: string, [one, other]: readonly [Term, Term], reading: Reading): readonly Clause[] {
    if (EQUAL.includes(operator))
      return [
        this.#equal(one, this.#texts(other, reading), reading),
        this.#equal(other, this.#texts(one, reading), reading),
      ];
    if (operator === "internal.member_2") {
      const stated = this.#stated(other, reading);
      return [
        this.#equal(one, stated && membersOf(stated), reading),
        equalTo(this.#keys(other, reading), this.#texts(one, reading) ?? []),
      ];
    }
    const parts = IN_PART.includes(operator) ? this.#texts(other, reading) : undefined;
    if (!parts || parts.includes("")) return [];
    return [this.#isKey(one, reading) ? keyWithPart(parts) : withPart(this.#keys(one, reading), parts)];
  }

  #equal(place: Term, texts: readonly string[] | undefined, reading: Reading): Clause {
    if (!texts) return [];
    return this.#isKey(place, reading) ? keyAmong(texts) : equalTo(this.#keys(place, reading), texts);
  }

  #isKey({ type, value }: Term, { known }: Reading): boolean {
    return type === "var" && known.get(value as string) === "key";
  }

  /** The keys under which a part of an item stands; none where they are not known. */
  #keys(place: Term, reading: Reading): readonly string[] {
    if (place.type !== "ref" || !this.#isPart(place, reading)) return [];
    return this.#texts((place.value as Term[]).at(-1)!, reading) ?? [];
  }

  /** What a rule or function needs for being true or, with `elements`, for having something in it. */
  #asked(
    path: readonly Term[],
    given: readonly Term[],
    reading: Reading,
    elements: boolean,
  ): readonly Clause[] {
    const [scope, rule] = this.#resolve(path, reading) ?? [];
    if (!scope || scope.#depth > MAX_DEPTH) return [];
    const definitions = scope.definitions(rule!);
    if (definitions.length === 0 || definitions.some((each) => each.else || each.default)) return [];
    const ways = definitions.map(({ body, head }): readonly Clause[] => {
      const known = (head.args ?? []).flatMap((parameter, index): [string, Known][] => {
        const argument = given[index];
        if (parameter.type !== "var" || !argument) return [];
        return [[parameter.value as string, this.#known(argument, reading)]];
      });
      const own = scope.read(body, new Map(known));
      const inner = elements && !head.key && head.ref.length === 1 ? comprehensionOf(head.value) : undefined;
      return inner ? [...own.clauses, ...scope.read(inner.body, own.known).clauses] : own.clauses;
    });
    return ways.reduce(either);
  }

  #known(argument: Term, reading: Reading): Known {
    if (this.#isPart(argument, reading)) return "item";
    const held = argument.type === "var" ? reading.known.get(argument.value as string) : undefined;
    return held ?? this.#texts(argument, reading) ?? "anything";
  }

  /** The package and rule that a reference begins with, and what follows. */
  #resolve(path: readonly Term[], reading: Reading): readonly [Scope, string, readonly Term[]] | undefined {
    const [head, second] = path.map(({ value }) => value as string);
    if (reading.known.has(head!)) return undefined;
    const imported = this.#imports.get(head!);
    const module = imported === undefined ? this.#module : this.#packages.get(imported);
    if (!module || (imported !== undefined && path[1]?.type !== "string")) return undefined;
    const scope = new Scope(this.#packages, module, this.#depth + 1);
    const rule = imported === undefined ? head! : second!;
    if (scope.definitions(rule).length === 0) return undefined;
    return [scope, rule, path.slice(imported === undefined ? 1 : 2)];
  }

  /** The texts that a term may be: a literal, a variable that goes through literals, a rule that is one. */
  #texts(term: Term, reading: Reading): readonly string[] | undefined {
    if (term.type === "string") return [term.value as string];
    const held = term.type === "var" ? reading.known.get(term.value as string) : undefined;
    if (held !== undefined) return typeof held === "string" ? undefined : held;
    const stated = this.#stated(term, reading);
    return stated?.type === "string" ? [stated.value as string] : undefined;
  }

  /** The keys without which a term is undefined or, with `elements`, has nothing in it. */
  #words({ type, value }: Term, reading: Reading, elements = false): void {
    if (type === "array" || type === "set") for (const each of value as Term[]) this.#words(each, reading);
    if (type === "object")
      for (const pair of value as [Term, Term][]) for (const each of pair) this.#words(each, reading);
    if (type === "call") {
      const [operator, ...given] = value as [Term, ...Term[]];
      if (elements) reading.clauses.push(...this.#asked(operator.value as Term[], given, reading, true));
      this.#call(value as Term[], reading);
    }
    const path = type === "ref" ? (value as Term[]) : type === "var" ? [{ type, value }] : [];
    if (path.length === 0) return;
    const [head, ...steps] = path as [Term, ...Term[]];
    for (const step of steps) if (step.type !== "var") this.#words(step, reading);
    if (reading.known.get(head.value as string) === "item")
      steps.forEach((step, index) => {
        const keys = this.#texts(step, reading);
        if (keys) reading.clauses.push(keyAmong(keys, elements || index < steps.length - 1));
      });
    else this.#rule(path, reading, elements);
  }

  /** `_by_image[container.pod]` needs what some element of the rule needs; of a literal, one of its keys. */
  #rule(path: readonly Term[], reading: Reading, elements: boolean): void {
    const found = this.#resolve(path, reading);
    if (!found) return;
    const [scope, rule, [step]] = found;
    if (!step && !elements) return;
    const stated = statedBy(scope.definitions(rule));
    const keys = stated && (stated.type === "object" ? keysOf(stated) : membersOf(stated));
    if (stated) {
      if (step && keys && stated.type !== "array") reading.clauses.push(this.#equal(step, keys, reading));
    } else reading.clauses.push(...this.#asked(path, [], reading, true));
  }

  #isPart({ type, value }: Term, { known }: Reading): boolean {
    const head = type === "ref" ? (value as Term[])[0]!.value : type === "var" ? value : "";
    return known.get(head as string) === "item";
  }

  /** The clauses of a list of items; undefined for anything else. */
  #entries(term: Term, reading: Reading): readonly Clause[] | undefined {
    const path = term.type === "ref" ? (term.value as Term[]) : [term];
    if (path[0]!.value === "input") {
      const steps = path.slice(1).map((step) => this.#texts(step, reading));
      const lists = steps.every((step) => step !== undefined) ? listsAt(steps) : undefined;
      return lists && [listed(lists)];
    }
    const [scope, rule, rest] = this.#resolve(path, reading) ?? [];
    return scope && rest!.length === 0 && scope.#depth <= MAX_DEPTH ? scope.#entriesOf(rule!) : undefined;
  }

  /** A rule of this package that lists items: `[pod | some pod in …]` or `_services contains service if …`. */
  #entriesOf(rule: string): readonly Clause[] | undefined {
    const ways: (readonly Clause[])[] = [];
    for (const { body, head, else: other, default: isDefault } of this.definitions(rule)) {
      if (other || isDefault || head.args || head.ref.length > 1) return undefined;
      const inner = comprehensionOf(head.value);
      const [term, within] = inner ? [inner.term, inner.body] : [head.key, body];
      const { clauses, known } = this.read(within);
      if (term?.type !== "var" || known.get(term.value as string) !== "item") return undefined;
      ways.push(clauses);
    }
    return ways.length === 0 ? undefined : ways.reduce(either);
  }

  /** A literal, or the rule that is one. */
  #stated(term: Term, reading: Reading): Term | undefined {
    if (term.type !== "var" && term.type !== "ref") return term;
    const path = term.type === "ref" ? (term.value as Term[]) : [term];
    const [scope, rule, rest] = this.#resolve(path, reading) ?? [];
    return scope && rest!.length === 0 ? statedBy(scope.definitions(rule!)) : undefined;
  }
}

/** The names of the lists that a path leads to; undefined unless all of them hold items. */
function listsAt(steps: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first, second, kinds] = steps;
  const known = (names: readonly string[] | undefined, lists: readonly string[]) =>
    names?.every((name) => lists.includes(name)) ? names : undefined;
  if (steps.length === 1) return known(first, STATEMENTS);
  if (first!.join() !== "workloads") return undefined;
  return steps.length === 3 && second!.join() === "objects"
    ? kinds
    : known(second, steps.length === 2 ? WORKLOADS : []);
}

function declared(terms: Body[number]["terms"]): readonly string[] {
  if ("symbols" in terms)
    return terms.symbols.flatMap((symbol) =>
      symbol.type === "call"
        ? (symbol.value as Term[]).slice(1, -1).flatMap(variablesIn)
        : variablesIn(symbol),
    );
  return isCall(terms) && operatorName(terms[0]!.value as Term[]) === "assign" ? variablesIn(terms[1]!) : [];
}

/** The literal that a rule is: only where it has one definition without a condition. */
function statedBy([only, second]: readonly Definition[]): Term | undefined {
  if (!only || second || only.else || only.head.args || only.head.key || only.head.ref.length > 1)
    return undefined;
  const unconditional = only.body.every(
    ({ terms }) => "type" in terms && terms.type === "boolean" && terms.value === true,
  );
  const literal = ["string", "array", "set", "object"].includes(only.head.value?.type ?? "");
  return unconditional && literal ? only.head.value : undefined;
}

function keysOf({ value }: Term): readonly string[] | undefined {
  return textsOf((value as readonly [Term, Term][]).map(([key]) => key));
}

function membersOf({ type, value }: Term): readonly string[] | undefined {
  return type === "array" || type === "set" ? textsOf(value as readonly Term[]) : undefined;
}
