import { describe, expect, it } from "vitest";
import { askedOf } from "../../../src/inventory/identity/asked.ts";

const useKeys = (verb: string, resourceType: string) => {
  const { yes, maybe } = askedOf({ verb, resourceType });
  return yes.includes("use keys") ? "yes" : maybe.includes("use keys") ? "maybe" : "no";
};

describe("whether an action confers another one that rules ask for", () => {
  it.each([
    ["use", "keys", "yes"],
    ["manage", "all-resources", "yes"],
    ["read", "keys", "no"],
    ["manage", "vaults", "no"],
    ["manage", "object-family", "no"],
    ["manage", "key-family", "maybe"],
    ["read", "key-family", "no"],
  ])("%s %s: %s", (verb, type, answer) => {
    expect(useKeys(verb, type)).toBe(answer);
  });
});
