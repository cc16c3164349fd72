import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { configJsonSchema } from "../../src/config/json-schema.ts";
import { configSchema } from "../../src/config/schema.ts";

describe("configJsonSchema", () => {
  const validate = new Ajv({ strict: false }).compile(configJsonSchema(["host-path-volume"]));

  it("accepts what the reader accepts", () => {
    const rules = { "host-path-volume": { severity: "off", reason: "x" } };
    expect(validate({ nodes: "virtual", rules, terraform: { varFiles: ["a", ["b"]] } })).toBe(true);
  });

  it.each([
    [{ nodez: "virtual" }],
    [{ nodes: "x" }],
    [{ rules: { "host-path-volum": "off" } }],
    [{ rules: { "host-path-volume": "of" } }],
    [{ asOf: "yesterday" }],
    [{ targets: [{ nodes: "virtual" }] }],
  ])("refuses %j", (value) => {
    expect(validate(value)).toBe(false);
  });

  it("describes every key", () => {
    const { properties } = configJsonSchema() as {
      properties: Record<string, { description?: string; properties?: object }>;
    };
    expect(Object.keys(properties)).toEqual(Object.keys(configSchema.entries));
    for (const [key, property] of Object.entries(properties)) {
      expect(property.description ?? property.properties, key).toBeDefined();
    }
  });
});
