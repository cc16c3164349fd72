// The provider configurations of a plan. Takes the document, gives what each resource is made with, by its address without instance keys.
import type { DataDocument, Json } from "../../model/document.ts";
import { dataValue } from "./data-value.ts";
import { listOf, type Members, members } from "./plan-json.ts";
import type { Provider } from "./provider.ts";

/** Modules inside one another. */
const MAX_DEPTH = 50;

export function planProviders(document: DataDocument): (address: string) => Provider | undefined {
  const plan = members(document.value);
  const configuration = members(plan?.["configuration"]);
  const configured = members(configuration?.["provider_config"]);
  const keys = new Map<string, string>();
  collectKeys(members(configuration?.["root_module"]), "", keys, 0);
  const variables = members(plan?.["variables"]);
  return (address) => {
    const key = keys.get(address);
    const expressions = key === undefined ? null : members(members(configured?.[key])?.["expressions"]);
    if (key === undefined || expressions === null) return undefined;
    return (attribute) => {
      const expression = members(expressions[attribute]);
      if (expression === null) return undefined;
      const constant = expression["constant_value"];
      const at = ["configuration", "provider_config", key, "expressions", attribute, "constant_value"];
      if (constant !== undefined) return dataValue(document, constant, at);
      const variable = variableIn(expression);
      const value = variable === undefined ? undefined : members(variables?.[variable])?.["value"];
      return value === undefined || variable === undefined
        ? undefined
        : dataValue(document, value, ["variables", variable, "value"]);
    };
  };
}

/** The one variable of the root module that it is. */
function variableIn(expression: Members): string | undefined {
  const references = listOf(expression["references"]);
  const [only] = references;
  return references.length === 1 && typeof only === "string" ? /^var\.([\w-]+)$/.exec(only)?.[1] : undefined;
}

function collectKeys(module: Members | null, prefix: string, into: Map<string, string>, depth: number): void {
  if (module === null || depth > MAX_DEPTH) return;
  for (const resource of listOf(module["resources"])) {
    const one = members(resource);
    const [address, key] = [one?.["address"], one?.["provider_config_key"]];
    if (typeof address === "string" && typeof key === "string") into.set(prefix + address, key);
  }
  const calls: readonly [string, Json][] = Object.entries(members(module["module_calls"]) ?? {});
  for (const [name, call] of calls)
    collectKeys(members(members(call)?.["module"]), `${prefix}module.${name}.`, into, depth + 1);
}
