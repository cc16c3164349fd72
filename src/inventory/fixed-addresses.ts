// IPv4 addresses that a pod names: in host aliases and in values of environment variables. Takes a pod with its containers, gives where each stands.
import type { Json } from "../model/document.ts";
import type { Container, IndexedPod, Pod } from "../model/inventory/workload.ts";
import { at, elements, text } from "./kubernetes.ts";

type Addresses = NonNullable<IndexedPod["fixed_addresses"]>;

/** An address by itself, with a port, or as the host of a URL; a block is not one. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{0,40}:\/\/(?:[^@/\s]{0,200}@)?)?((?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?(?:\/(?!\d{1,2}$).*)?$/i;

export function fixedAddresses(pod: Pod, containers: readonly Container[]): Addresses {
  return [
    ...elements(pod.spec["hostAliases"]).flatMap((alias, i) =>
      named(pod.id, ["hostAliases", i, "ip"], at(alias, ["ip"])),
    ),
    ...containers.flatMap(({ id, value }) =>
      elements(value["env"]).flatMap((variable, i) =>
        named(id, ["env", i, "value"], at(variable, ["value"])),
      ),
    ),
  ];
}

function named(item: string, path: readonly (string | number)[], value: Json | undefined): Addresses {
  const address = ADDRESS.exec(text(value))?.[1];
  return address === undefined ? [] : [{ item, path, address }];
}
