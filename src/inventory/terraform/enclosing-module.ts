// What a block may ask of the module that it stands in. Types only, so that modules and their blocks need not know one another.
import type { Declarations } from "./declarations.ts";
import type { Existence, Instance } from "./instances.ts";
import type { Provider } from "./provider.ts";
import type { ModuleCall, Resource } from "./resource.ts";
import type { Run, Scope } from "./scope.ts";
import type { Site, SourceText } from "./site.ts";
import type { Unknown, Value } from "./value.ts";

/** What all modules of a run share. */
export type RunState = Run & {
  readonly root: string;
  readonly variant: string;
  readonly folders: ReadonlyMap<string, Declarations>;
  /** Takes so many instances from what is left; gives how many there may be. */
  readonly takeInstances: (wanted: number) => number;
};

/** What a module gets from whoever calls it; undefined for what the caller does not give. */
export type Caller = {
  readonly argument: (variable: string) => Value | undefined;
  readonly provider: (name: string) => Provider | undefined;
  /** There may be more modules like this one than can be seen. */
  readonly more: boolean;
};

export type Collected = { readonly resources: Resource[]; readonly moduleCalls: ModuleCall[] };

export type EnclosingModule = {
  /** `module.network`, or empty. */
  readonly address: string;
  readonly run: RunState;
  /** As the caller's. */
  readonly more: boolean;
  readonly scope: (source: SourceText, instance?: Instance | null) => Scope;
  /** Reports that what has this name needs itself. */
  readonly cycle: (name: string, site: Site) => Unknown;
  readonly output: (name: string) => Value | undefined;
  /** A provider's configuration: the module's own, or what it is called with. */
  readonly provider: (name: string) => Provider | undefined;
  /** The module that a local source leads to; null with a problem when there is none. */
  readonly child: (
    source: string,
    address: string,
    caller: Caller,
    existence: Existence,
    site: Site,
  ) => EnclosingModule | null;
  readonly collect: (into: Collected) => void;
};
