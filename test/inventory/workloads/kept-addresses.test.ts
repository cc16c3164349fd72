// Where custom resources keep the addresses of clients.
import { describe, expect, it } from "vitest";
import { keptAddresses } from "../../../src/inventory/kept-addresses.ts";

describe("keptAddresses", () => {
  it("finds the setting at any place", () => {
    const spec = { listeners: [{}, { configuration: { externalTrafficPolicy: "Local" } }] };
    expect(keptAddresses({ spec })).toEqual([
      ["spec", "listeners", 1, "configuration", "externalTrafficPolicy"],
    ]);
    expect(keptAddresses({ spec: { externalTrafficPolicy: "Cluster" } })).toEqual([]);
  });

  it("leaves values of charts and objects in the object alone", () => {
    const policy = { externalTrafficPolicy: "Local" };
    const service = { apiVersion: "v1", kind: "Service", spec: policy };
    expect(keptAddresses({ spec: { values: policy, service } })).toEqual([]);
  });
});
