// Names of resources for messages. Takes an evaluated block, gives `pods`, or `pods[a]` for one of several instances.
import type { ModuleCall, Resource } from "../terraform/resource.ts";

export function labelOf({ name, instanceKey }: Pick<Resource | ModuleCall, "name" | "instanceKey">): string {
  return instanceKey === null ? name : `${name}[${instanceKey}]`;
}
