// Gives the JSON Schema of the configuration file, for editors. Used when the project is built, never in a run.
import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema } from "./schema.ts";

/** With `ruleIds`, keys of `rules` are completed and checked too. Plain JSON, the same bytes for the same ids. */
export function configJsonSchema(ruleIds: readonly string[] = []): { readonly [key: string]: unknown } {
  const schema = toJsonSchema(configSchema, { target: "draft-07" }) as { properties: { rules: object } };
  if (ruleIds.length > 0)
    Object.assign(schema.properties.rules, { propertyNames: { enum: [...ruleIds].sort() } });
  return {
    ...schema,
    title: "Configuration of oke-policy (.oke-policy.yaml)",
  };
}
