// One module with its arguments: resolves what its expressions refer to, and lists its resources. State: what was evaluated already,
// and what is being evaluated now, so that cycles end.
import { blockSite } from "./body.ts";
import { CallNode } from "./call-node.ts";
import type { Declaration, Declarations, ResourceDeclaration } from "./declarations.ts";
import type { Caller, Collected, EnclosingModule, RunState } from "./enclosing-module.ts";
import { evaluate, siteOf } from "./expression.ts";
import { resolvePath } from "./functions/file.ts";
import { type Existence, either, type Instance } from "./instances.ts";
import type { Provider } from "./provider.ts";
import { ResourceNode } from "./resource-node.ts";
import { type ModuleScope, type Scope, scopeIn } from "./scope.ts";
import { placeAt, type Site, type SourceText } from "./site.ts";
import { once, type Slot } from "./slot.ts";
import { applyType } from "./type-constraint.ts";
import { NO_VALUE, type Unknown, unknown, type Value } from "./value.ts";

/** Modules that call one another. */
const MAX_MODULE_DEPTH = 20;

export class Module implements ModuleScope, EnclosingModule {
  readonly address: string;
  readonly run: RunState;
  readonly #declared: Declarations;
  readonly #caller: Caller;
  readonly #ancestors: readonly string[];
  readonly #existence: Existence;
  readonly #values = new Map<string, Slot<Value>>();
  readonly #resources = new Map<ResourceDeclaration, ResourceNode>();
  readonly #byAddress = new Map<string, ResourceDeclaration>();
  readonly #calls = new Map<string, CallNode>();

  constructor(
    run: RunState,
    declared: Declarations,
    address: string,
    caller: Caller,
    ancestors: readonly string[],
    existence: Existence,
  ) {
    this.run = run;
    this.address = address;
    this.#declared = declared;
    this.#caller = caller;
    this.#ancestors = [...ancestors, declared.folder];
    this.#existence = existence;
    for (const resource of declared.resources) {
      const key = `${resource.mode}.${resource.type}.${resource.name}`;
      if (!this.#byAddress.has(key)) this.#byAddress.set(key, resource);
    }
  }

  get more(): boolean {
    return this.#caller.more;
  }

  get folder(): string {
    return this.#declared.folder;
  }

  #prefixed(name: string): string {
    return this.address === "" ? name : `${this.address}.${name}`;
  }

  scope(source: SourceText, instance: Instance | null = null): Scope {
    return {
      module: this,
      source,
      names: null,
      each: instance?.each ?? null,
      count: instance?.count ?? null,
      item: null,
    };
  }

  /** Computes a named value once; a value that needs itself is reported and unknown. */
  #once(name: string, site: Site, compute: () => Value): Value {
    return once(this.#values, name, compute, () => this.cycle(name, site));
  }

  cycle(name: string, site: Site): Unknown {
    const message = `${this.#prefixed(name)} depends on itself.`;
    this.run.report({ code: "hcl/cycle", severity: "error", message, place: placeAt(site) });
    return unknown("depends on itself", this.#prefixed(name), site);
  }

  variable(name: string): Value | null {
    const declaration = this.#declared.variables.get(name);
    if (declaration === undefined) return null;
    const { block, source } = declaration;
    return this.#once(`var.${name}`, blockSite(block, this.scope(source)), () =>
      this.#variableValue(name, declaration),
    );
  }

  #variableValue(name: string, { block, source }: Declaration): Value {
    const scope = this.scope(source);
    const attribute = (wanted: string) => block.body.attributes.find((one) => one.name === wanted);
    const fallback = attribute("default");
    const nullable = attribute("nullable")?.expression;
    const notNull = nullable?.kind === "literal" && nullable.value === false;
    let value = this.#caller.argument(name);
    if (fallback !== undefined && (value === undefined || (notNull && value.kind === "absent"))) {
      value = evaluate(fallback.expression, scopeIn(fallback, scope));
    }
    if (value === undefined) {
      return unknown(NO_VALUE, this.#prefixed(`var.${name}`), blockSite(block, scope));
    }
    const type = attribute("type");
    return type === undefined
      ? value
      : applyType(value, type.expression, (expression) => evaluate(expression, scope));
  }

  local(name: string): Value | null {
    const declaration = this.#declared.locals.get(name);
    if (declaration === undefined) return null;
    const { attribute, source } = declaration;
    const scope = this.scope(source);
    return this.#once(`local.${name}`, siteOf(attribute, scope), () => evaluate(attribute.expression, scope));
  }

  output(name: string): Value | undefined {
    const declaration = this.#declared.outputs.get(name);
    const value = declaration?.block.body.attributes.find((one) => one.name === "value");
    if (declaration === undefined || value === undefined) return undefined;
    const scope = scopeIn(value, this.scope(declaration.source));
    return this.#once(`output.${name}`, siteOf(value, scope), () => evaluate(value.expression, scope));
  }

  /** A provider's configuration: the module's own, or what it is called with. */
  provider(name: string): Provider | undefined {
    const declaration = this.#declared.providers.get(name);
    if (declaration === undefined) return this.#caller.provider(name);
    const scope = this.scope(declaration.source);
    return (wanted) => {
      const stated = declaration.block.body.attributes.find((one) => one.name === wanted);
      return (
        stated &&
        this.#once(`provider.${name}.${wanted}`, siteOf(stated, scope), () =>
          evaluate(stated.expression, scope),
        )
      );
    };
  }

  resource(mode: "managed" | "data", type: string, name: string): Value | null {
    const declaration = this.#byAddress.get(`${mode}.${type}.${name}`);
    return declaration === undefined ? null : this.#resourceNode(declaration).value();
  }

  #resourceNode(declaration: ResourceDeclaration): ResourceNode {
    let node = this.#resources.get(declaration);
    if (node === undefined) {
      const { mode, type, name } = declaration;
      const local = mode === "data" ? `data.${type}.${name}` : `${type}.${name}`;
      node = new ResourceNode(this, declaration, this.#prefixed(local));
      this.#resources.set(declaration, node);
    }
    return node;
  }

  call(name: string): Value | null {
    return this.#callNode(name)?.value() ?? null;
  }

  #callNode(name: string): CallNode | null {
    let node = this.#calls.get(name);
    if (node !== undefined) return node;
    const declaration = this.#declared.calls.get(name);
    if (declaration === undefined) return null;
    node = new CallNode(this, name, declaration, this.#prefixed(`module.${name}`));
    this.#calls.set(name, node);
    return node;
  }

  /** The module that a local source leads to; null with a problem when there is none. */
  child(source: string, address: string, caller: Caller, existence: Existence, site: Site): Module | null {
    const folder = resolvePath(source, this.folder);
    const declared = folder === undefined ? undefined : this.run.folders.get(folder);
    const refuse = (code: string, severity: "error" | "warning", message: string) => {
      this.run.report({ code, severity, message, place: placeAt(site) });
      return null;
    };
    if (declared === undefined) {
      return refuse(
        "hcl/module-not-found",
        "warning",
        `There is no module in "${source}"; what it makes is not known.`,
      );
    }
    if (this.#ancestors.includes(declared.folder))
      return refuse("hcl/cycle", "error", `The module in "${source}" calls itself.`);
    if (this.#ancestors.length >= MAX_MODULE_DEPTH) {
      return refuse("hcl/too-deep", "error", `More than ${MAX_MODULE_DEPTH} modules call one another.`);
    }
    return new Module(
      this.run,
      declared,
      address,
      caller,
      this.#ancestors,
      either(this.#existence, existence),
    );
  }

  collect(into: Collected): void {
    for (const declaration of this.#declared.resources)
      this.#resourceNode(declaration).collect(into, this.#existence);
    for (const name of this.#declared.calls.keys()) this.#callNode(name)?.collect(into, this.#existence);
  }
}
