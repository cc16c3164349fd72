// A module call with its instances: the modules that a local source leads to, or what is known of one from elsewhere. State: the modules
// that were made already. A module makes it and asks it for its children.
import { evaluateBody } from "./body.ts";
import type { Declaration } from "./declarations.ts";
import type { Collected, EnclosingModule } from "./enclosing-module.ts";
import { evaluate, siteOf } from "./expression.ts";
import type { Existence, Instance } from "./instances.ts";
import { Node } from "./node.ts";
import { handedDown, type Provider } from "./provider.ts";
import { type Scope, scopeIn } from "./scope.ts";
import { once, type Slot } from "./slot.ts";
import { failure, type Unknown, unknown, type Value } from "./value.ts";

const CALL_META: ReadonlySet<string> = new Set([
  "source",
  "version",
  "count",
  "for_each",
  "providers",
  "depends_on",
]);

export class CallNode extends Node {
  readonly #name: string;
  readonly #children = new Map<Instance, EnclosingModule | null>();

  constructor(module: EnclosingModule, name: string, declaration: Declaration, address: string) {
    super(module, declaration, address);
    this.#name = name;
  }

  get #sourceText(): string | null {
    const expression = this.attribute("source")?.expression;
    return expression?.kind === "literal" && typeof expression.value === "string" ? expression.value : null;
  }

  get #isLocal(): boolean {
    return /^\.\.?(?:\/|$)/.test(this.#sourceText ?? "");
  }

  #child(instance: Instance): EnclosingModule | null {
    if (!this.#isLocal) return null;
    const before = this.#children.get(instance);
    if (before !== undefined) return before;
    const scope = this.module.scope(this.source, instance);
    const given = new Map<string, Slot<Value>>();
    const child = this.module.child(
      this.#sourceText!,
      `${this.address}${instance.suffix}`,
      {
        argument: (name) => this.#argument(name, scope, given),
        provider: (name) => this.#provider(name),
        more: this.more,
      },
      instance.existence,
      siteOf(this.attribute("source")!, scopeIn(this.attribute("source")!, scope)),
    );
    this.#children.set(instance, child);
    return child;
  }

  /** Only a configuration without an alias goes down by itself. */
  #provider(name: string): Provider | undefined {
    const outside = handedDown(this.block).get(name) ?? (name.includes(".") ? undefined : name);
    return outside === undefined ? undefined : this.module.provider(outside);
  }

  #argument(name: string, outer: Scope, given: Map<string, Slot<Value>>): Value | undefined {
    const attribute = CALL_META.has(name) ? undefined : this.attribute(name);
    if (attribute === undefined) return undefined;
    const scope = scopeIn(attribute, outer);
    return once(
      given,
      name,
      () => evaluate(attribute.expression, scope),
      () => this.module.cycle(`module.${this.#name}.${name}`, siteOf(attribute, scope)),
    );
  }

  protected override instanceValue(instance: Instance): Unknown {
    const address = `${this.address}${instance.suffix}`;
    const child = this.#child(instance);
    const whole = unknown("an output of a module that is not in the repository", address, this.site, {
      reference: { address, path: [] },
    });
    if (child === null) return whole;
    return {
      ...whole,
      attribute: (name) =>
        child.output(name) ?? failure("there is no such output", `${address}.${name}`, this.site),
    };
  }

  collect(into: Collected, existence: Existence): void {
    for (const instance of this.instances()?.items ?? []) {
      const child = this.#child(instance);
      if (child !== null) child.collect(into);
      else {
        const scope = this.module.scope(this.source, instance);
        const version = this.attribute("version")?.expression;
        into.moduleCalls.push({
          ...this.declared(instance, this.#name, existence),
          source: this.#sourceText ?? "",
          version: version?.kind === "literal" && version.value !== null ? String(version.value) : null,
          arguments: evaluateBody(this.block.body, scope, this.site, CALL_META),
          provider: (name) => this.#provider(name),
        });
      }
    }
  }
}
