// A resource or data source of one module with its instances. State: the attributes and bodies that were evaluated already. A module makes
// it and asks it; others ask it for attributes, which are evaluated one by one.
import type { HclAttribute } from "../../model/hcl.ts";
import { evaluateBody } from "./body.ts";
import type { ResourceDeclaration } from "./declarations.ts";
import type { Collected, EnclosingModule } from "./enclosing-module.ts";
import { evaluate, siteOf } from "./expression.ts";
import { renderTemplate } from "./functions/file.ts";
import type { Existence, Instance } from "./instances.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { Node } from "./node.ts";
import { providerOf } from "./provider.ts";
import { scopeIn } from "./scope.ts";
import { SourceText } from "./site.ts";
import { once, type Slot } from "./slot.ts";
import { type ObjectValue, object, type Unknown, unknown, type Value } from "./value.ts";
import { sourceOf } from "./value-places.ts";

const RESOURCE_META: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "lifecycle",
  "connection",
]);

export class ResourceNode extends Node {
  readonly #declaration: ResourceDeclaration;
  readonly #bodies = new Map<Instance, Slot<ObjectValue>>();
  readonly #singles = new Map<string, Slot<Value>>();

  constructor(module: EnclosingModule, declaration: ResourceDeclaration, address: string) {
    super(module, declaration, address);
    this.#declaration = declaration;
  }

  protected override instanceValue(instance: Instance): Unknown {
    const address = `${this.address}${instance.suffix}`;
    return unknown("known after apply", address, this.site, {
      reference: { address, path: [] },
      attribute: (name) => {
        const value = this.#attribute(instance, name);
        return value?.kind === "absent" ? undefined : value;
      },
    });
  }

  /** Only what this attribute needs is evaluated, so that resources may refer to one another's other attributes. */
  #attribute(instance: Instance, name: string): Value | undefined {
    const { mode, type } = this.#declaration;
    if (mode === "data" && type === "template_file" && name === "rendered") return this.#rendered(instance);
    const done = this.#bodies.get(instance)?.value;
    if (done != null) return done.entries.get(name)?.value;
    if (RESOURCE_META.has(name)) return undefined;
    const attribute = this.attribute(name);
    if (attribute !== undefined) {
      const key = `${this.address}${instance.suffix}.${name}`;
      return this.#single(key, attribute, instance);
    }
    const nested = this.block.body.blocks.some((inner) => inner.type === name || inner.labels[0] === name);
    return nested ? this.#body(instance)?.entries.get(name)?.value : undefined;
  }

  /** The data source from before `templatefile` gives its text without asking anybody. */
  #rendered(instance: Instance): Value | undefined {
    const template = this.#attribute(instance, "template");
    if (template?.kind !== "known" || typeof template.value !== "string") return undefined;
    const source = sourceOf(template) ?? new SourceText(this.source.file, template.value);
    const vars = this.#attribute(instance, "vars") ?? object(new Map());
    const scope = this.module.scope(this.source, instance);
    return renderTemplate(
      source,
      vars,
      scope,
      this.site,
      `${this.address}${instance.suffix}.rendered`,
      evaluate,
    );
  }

  #single(key: string, attribute: HclAttribute, instance: Instance): Value {
    const scope = scopeIn(attribute, this.module.scope(this.source, instance));
    return once(
      this.#singles,
      key,
      () => evaluate(attribute.expression, scope),
      () => this.module.cycle(`${this.address}.${attribute.name}`, siteOf(attribute, scope)),
    );
  }

  #body(instance: Instance): ObjectValue | null {
    const scope = () => this.module.scope(this.source, instance);
    return once(
      this.#bodies,
      instance,
      () => evaluateBody(this.block.body, scope(), this.site, RESOURCE_META),
      () => {
        this.module.cycle(this.address, this.site);
        return null;
      },
    );
  }

  collect({ resources }: Collected, existence: Existence): void {
    const { mode, type, name } = this.#declaration;
    const named = providerOf(type, this.block);
    const provider = named === null ? undefined : this.module.provider(named);
    const lifecycle = lifecycleOf(this.block.body, this.source);
    for (const instance of this.instances()?.items ?? []) {
      const body = this.#body(instance);
      if (body === null) continue;
      const declared = this.declared(instance, name, existence);
      resources.push({
        ...declared,
        mode,
        type,
        body,
        ...(lifecycle && { lifecycle }),
        ...(provider && { provider }),
      });
    }
  }
}
