// Resources and module calls of one module, with their instances and the value that each has as a whole. State: what was evaluated
// already, and what is being evaluated now, so that cycles end. A module makes them and asks them; they ask it for its children.
import type { HclAttribute, HclBlock } from "../../model/hcl.ts";
import { blockSite, evaluateBody } from "./body.ts";
import type { Declaration, ResourceDeclaration } from "./declarations.ts";
import { evaluate, siteOf } from "./expression.ts";
import { renderTemplate } from "./functions/file.ts";
import {
  byCount,
  byEach,
  type Existence,
  either,
  type Instance,
  type Instances,
  SINGLE,
} from "./instances.ts";
import { lifecycleOf } from "./lifecycle.ts";
import type { Collected, Module, Slot } from "./module.ts";
import { handedDown, type Provider, providerOf } from "./provider.ts";
import { positionIn } from "./read-value.ts";
import type { Scope } from "./scope.ts";

import { CutText, placeAt, type Site, type SourceText, wholePlace } from "./site.ts";
import {
  type Entry,
  failure,
  list,
  type ObjectValue,
  object,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

const RESOURCE_META: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "lifecycle",
  "connection",
]);
const CALL_META: ReadonlySet<string> = new Set([
  "source",
  "version",
  "count",
  "for_each",
  "providers",
  "depends_on",
]);

/** Instances of a block with `count` or `for_each`, and the value they have together. */
abstract class Node {
  readonly module: Module;
  readonly block: HclBlock;
  readonly source: SourceText;
  readonly address: string;
  #instances: Instances | null = null;
  #busy = false;
  #value: Value | null = null;

  constructor(module: Module, { block, source }: Declaration, address: string) {
    this.module = module;
    this.block = block;
    this.source = source;
    this.address = address;
  }

  get site(): Site {
    return blockSite(this.block, this.module.scope(this.source));
  }

  protected attribute(name: string): HclAttribute | undefined {
    return this.block.body.attributes.find((one) => one.name === name);
  }

  protected abstract instanceValue(instance: Instance): Value;

  /** null while it is being computed. */
  instances(): Instances | null {
    if (this.#instances !== null || this.#busy) return this.#instances;
    this.#busy = true;
    try {
      const made = this.#makeInstances();
      const allowed = this.module.run.takeInstances(made.items.length);
      this.#instances =
        allowed < made.items.length
          ? { ...made, items: made.items.slice(0, allowed), open: true, more: true }
          : made;
    } finally {
      this.#busy = false;
    }
    return this.#instances;
  }

  #makeInstances(): Instances {
    const scope = this.module.scope(this.source);
    const limit = this.module.run.takeInstances(0);
    const count = this.attribute("count");
    if (count !== undefined) return byCount(evaluate(count.expression, scope), limit);
    const forEach = this.attribute("for_each");
    return forEach === undefined ? SINGLE : byEach(evaluate(forEach.expression, scope), this.address, limit);
  }

  protected get more(): boolean {
    return this.module.more || this.#instances?.more === true;
  }

  value(): Value {
    if (this.#value !== null) return this.#value;
    const instances = this.instances();
    if (instances === null) return this.module.cycle(this.address, this.site);
    const values = instances.items.map((instance) => this.instanceValue(instance));
    if (instances.kind === "single") {
      this.#value = values[0] ?? unknown("beyond the limit of instances", this.address, this.site);
    } else if (instances.kind === "count") this.#value = list(values, this.site, instances.open);
    else {
      const entries = instances.items.map(({ key, each }, i): [string, Entry] => {
        const entry: Entry = { value: values[i]!, site: this.site };
        return each?.key.kind === "unknown"
          ? [each.key.ref, { ...entry, key: each.key }]
          : [String(key), entry];
      });
      this.#value = object(new Map(entries), this.site, instances.open);
    }
    return this.#value;
  }

  protected declared(instance: Instance, name: string, existence: Existence) {
    const { run, address } = this.module;
    return {
      address: `${this.address}${instance.suffix}`,
      name,
      moduleAddress: address,
      root: run.root,
      variant: run.variant,
      existence: either(existence, instance.existence),
      more: this.more,
      instanceKey: instance.key,
      place: placeAt(this.site),
      block: wholePlace(this.site),
    };
  }
}

export class ResourceNode extends Node {
  readonly #declaration: ResourceDeclaration;
  readonly #bodies = new Map<Instance, Slot<ObjectValue>>();
  readonly #singles = new Map<string, Slot<Value>>();

  constructor(module: Module, declaration: ResourceDeclaration, address: string) {
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
    const { site } = template;
    const isFile = site !== null && "source" in site && site.source.text === template.value;
    const source = isFile
      ? site.source
      : new CutText(this.source.file, template.value, (offset) => positionIn(template, offset)?.position);
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
    const slot = this.#singles.get(key) ?? { value: null, busy: false };
    this.#singles.set(key, slot);
    if (slot.value !== null) return slot.value;
    const scope = this.module.scope(this.source, instance);
    if (slot.busy) return this.module.cycle(`${this.address}.${attribute.name}`, siteOf(attribute, scope));
    slot.busy = true;
    try {
      slot.value = evaluate(attribute.expression, scope);
    } finally {
      slot.busy = false;
    }
    return slot.value;
  }

  #body(instance: Instance): ObjectValue | null {
    const slot = this.#bodies.get(instance) ?? { value: null, busy: false };
    this.#bodies.set(instance, slot);
    if (slot.value !== null) return slot.value;
    if (slot.busy) {
      this.module.cycle(this.address, this.site);
      return null;
    }
    slot.busy = true;
    try {
      slot.value = evaluateBody(
        this.block.body,
        this.module.scope(this.source, instance),
        this.site,
        RESOURCE_META,
      );
    } finally {
      slot.busy = false;
    }
    return slot.value;
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

export class CallNode extends Node {
  readonly #name: string;
  readonly #children = new Map<Instance, Module | null>();

  constructor(module: Module, name: string, declaration: Declaration, address: string) {
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

  #child(instance: Instance): Module | null {
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
      siteOf(this.attribute("source")!, scope),
    );
    this.#children.set(instance, child);
    return child;
  }

  /** Only a configuration without an alias goes down by itself. */
  #provider(name: string): Provider | undefined {
    const outside = handedDown(this.block).get(name) ?? (name.includes(".") ? undefined : name);
    return outside === undefined ? undefined : this.module.provider(outside);
  }

  #argument(name: string, scope: Scope, given: Map<string, Slot<Value>>): Value | undefined {
    const attribute = CALL_META.has(name) ? undefined : this.attribute(name);
    if (attribute === undefined) return undefined;
    const slot = given.get(name) ?? { value: null, busy: false };
    given.set(name, slot);
    if (slot.value !== null) return slot.value;
    if (slot.busy) return this.module.cycle(`module.${this.#name}.${name}`, siteOf(attribute, scope));
    slot.busy = true;
    try {
      slot.value = evaluate(attribute.expression, scope);
    } finally {
      slot.busy = false;
    }
    return slot.value;
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
