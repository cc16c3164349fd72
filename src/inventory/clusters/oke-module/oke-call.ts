// A call of the module as the readers of its parts see it.
import type { Ref } from "../../../model/inventory/entry.ts";
import type { Draft } from "../../cloud/draft.ts";
import type { Parts, Written } from "../../cloud/parts.ts";
import type { World } from "../../cloud/world.ts";
import type { ModuleCall } from "../../terraform/resource.ts";
import type { Inputs } from "./inputs.ts";

export type OkeCall = {
  readonly call: ModuleCall;
  readonly inputs: Inputs;
  readonly world: World;
  readonly parts: Parts;
  readonly written: (title: string, subject?: string) => Written;
  /** A draft over the inputs. */
  readonly draft: () => Draft;
  /** What an output of the module refers to. */
  readonly output: (name: string) => Ref;
};
