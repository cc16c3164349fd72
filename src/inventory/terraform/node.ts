// A block of a module with its instances and the value that they have together: what resources and module calls share. State: what was
// evaluated already, and what is being evaluated now, so that cycles end.
import type { HclAttribute, HclBlock } from "../../model/hcl.ts";
import { blockSite } from "./body.ts";
import type { Declaration } from "./declarations.ts";
import type { EnclosingModule } from "./enclosing-module.ts";
import { evaluate } from "./expression.ts";
import {
  byCount,
  byEach,
  type Existence,
  either,
  type Instance,
  type Instances,
  SINGLE,
} from "./instances.ts";
import { scopeIn } from "./scope.ts";
import { placeAt, type Site, type SourceText, wholePlace } from "./site.ts";
import { type Entry, list, object, unknown, type Value } from "./value.ts";

/** Instances of a block with `count` or `for_each`, and the value they have together. */
export abstract class Node {
  readonly module: EnclosingModule;
  readonly block: HclBlock;
  readonly source: SourceText;
  readonly address: string;
  #instances: Instances | null = null;
  #busy = false;
  #value: Value | null = null;

  constructor(module: EnclosingModule, { block, source }: Declaration, address: string) {
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
    if (count !== undefined) return byCount(evaluate(count.expression, scopeIn(count, scope)), limit);
    const forEach = this.attribute("for_each");
    if (forEach === undefined) return SINGLE;
    return byEach(evaluate(forEach.expression, scopeIn(forEach, scope)), this.address, limit);
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
