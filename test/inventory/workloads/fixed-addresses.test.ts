// Which texts in environment variables count as an address.
import { describe, expect, it } from "vitest";
import { fixedAddresses } from "../../../src/inventory/fixed-addresses.ts";
import type { Container, Pod } from "../../../src/model/inventory/workload.ts";

const pod = (spec: Pod["spec"]) => ({ id: "w", spec }) as Pod;
const container = (value: string) =>
  ({ id: "c", value: { env: [{ name: "A", value }] } }) as unknown as Container;

describe("addresses that a pod names", () => {
  it.each([
    ["10.0.64.5", "10.0.64.5"],
    ["10.0.64.5:8080", "10.0.64.5"],
    ["http://10.0.64.5", "10.0.64.5"],
    ["https://10.0.64.5:443/a/b", "10.0.64.5"],
    ["postgres://user:word@10.0.64.5/db", "10.0.64.5"],
    ["10.0.64.0/20", undefined],
    ["10.0.64.5-rc1", undefined],
    ["1.2.3.4.5", undefined],
    ["v10.0.64.5", undefined],
    ["", undefined],
  ])("%s", (value, address) => {
    expect(fixedAddresses(pod({}), [container(value)])[0]?.address).toBe(address);
  });

  it("stand in host aliases too, and wrong types are nothing", () => {
    expect(fixedAddresses(pod({ hostAliases: [{ ip: "10.0.64.5" }, 3, { ip: 4 }] }), [])).toEqual([
      { item: "w", path: ["hostAliases", 0, "ip"], address: "10.0.64.5" },
    ]);
    expect(
      fixedAddresses(pod({ hostAliases: "x" }), [{ id: "c", value: { env: 3 } } as unknown as Container]),
    ).toEqual([]);
  });
});
