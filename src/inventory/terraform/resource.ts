// What evaluated Terraform comes to: resources, data sources and calls of modules that are not in the repository.
import type { Place } from "../../model/place.ts";
import type { Existence } from "./instances.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Provider } from "./provider.ts";
import type { ObjectValue, Value } from "./value.ts";

/** Fields of everything that stands in a configuration. Addresses and refs are unique within one `root` and `variant`. */
type Declared = {
  /** `module.network.oci_core_subnet.pods["a"]`, with `data.` before the type of a data source. */
  readonly address: string;
  readonly name: string;
  /** `module.network`, `module.pool["a"]`; empty in the root module. */
  readonly moduleAddress: string;
  /** Folder of the root module, relative; empty for the repository's root. A plan's own file name for plans. */
  readonly root: string;
  /** Var files that were used, joined by ` + `; empty when none but the automatic ones. */
  readonly variant: string;
  /** `possible` when a condition, `count` or `for_each` that cannot be known decides. */
  readonly existence: Existence;
  /** `count` or `for_each` may make more of it than can be seen. */
  readonly more?: boolean;
  /** Key under `for_each`, index under `count`; null when neither, or when the key cannot be known. */
  readonly instanceKey: string | number | null;
  /** First line of its block. */
  readonly place: Place;
  /** Its whole block, for suppressions. */
  readonly block: Place;
};

export type Resource = Declared & {
  readonly mode: "managed" | "data";
  readonly type: string;
  /** Attributes as values; nested blocks as lists of objects, even when there is one. Without meta-arguments. */
  readonly body: ObjectValue;
  readonly lifecycle?: Lifecycle;
  /** The provider's configuration that it is made with, where that is here to be read. */
  readonly provider?: Provider;
  /** How it was written, where that is no Terraform. */
  readonly notation?: "command";
};

/** An output of a root module. */
export type RootOutput = {
  readonly root: string;
  readonly variant: string;
  readonly name: string;
  readonly value: Value;
};

/** A call of a module from a registry, an archive, git, or a folder that is not there. */
export type ModuleCall = Declared & {
  readonly source: string;
  readonly version: string | null;
  readonly arguments: ObjectValue;
  /** The configurations of providers that it is given, by the names that it knows them by. */
  readonly provider: (name: string) => Provider | undefined;
};
