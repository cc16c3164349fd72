// Writes the JSON Schema of what rules see, from the types, to `policies/schema/inventory.json`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { root } from "./root.ts";

export function buildSchema(): void {
  const schema = createGenerator({
    path: join(root, "src/model/rule-input.ts"),
    tsconfig: join(root, "scripts/schema.tsconfig.json"),
    type: "RuleInput",
    expose: "all",
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
  }).createSchema("RuleInput");
  mkdirSync(join(root, "policies/schema"), { recursive: true });
  writeFileSync(join(root, "policies/schema/inventory.json"), `${JSON.stringify(schema, null, 1)}\n`);
}
