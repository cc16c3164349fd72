import { describe, expect, it } from "vitest";
import iam from "../../../policies/data/iam.json" with { type: "json" };
import { conferredBy, confers, type LatticeData } from "../../../src/inventory/identity/permissions.ts";

const data: LatticeData = iam;

describe("the permissions that a verb on a resource type confers", () => {
  const table: readonly (readonly [string, string, string, "yes" | "no" | "unknown"])[] = [
    ["manage", "clusters", "CLUSTER_JOIN", "yes"],
    ["use", "clusters", "CLUSTER_JOIN", "no"],
    ["manage", "cluster-family", "CLUSTER_JOIN", "yes"],
    ["use", "cluster-family", "CLUSTER_JOIN", "no"],
    ["manage", "all-resources", "CLUSTER_JOIN", "yes"],
    ["use", "all-resources", "CLUSTER_JOIN", "no"],
    ["use", "all-resources", "NEVER_HEARD_OF", "unknown"],
    ["MANAGE", "Clusters", "CLUSTER_JOIN", "yes"],
    ["manage", "cluster-node-pools", "CLUSTER_JOIN", "no"],
    ["use", "cluster-node-pools", "CLUSTER_NODE_POOL_CREATE", "no"],
    ["manage", "cluster-virtualnode-pools", "CLUSTER_VIRTUAL_NODE_POOL_CREATE", "yes"],
    ["manage", "cluster-virtual-node-pools", "CLUSTER_VIRTUAL_NODE_POOL_CREATE", "no"],
    ["use", "ipv6s", "IPV6_READ", "yes"],
    ["use", "ipv6s", "IPV6_CREATE", "no"],
    ["manage", "ipv6s", "IPV6_CREATE", "yes"],
    ["use", "virtual-network-family", "VNIC_ATTACH", "yes"],
    ["read", "virtual-network-family", "VNIC_ATTACH", "no"],
    ["manage", "virtual-network-family", "CLUSTER_JOIN", "no"],
    ["use", "instance-pools", "INSTANCE_POOL_UPDATE", "unknown"],
    ["read", "instance-pools", "INSTANCE_POOL_UPDATE", "no"],
    ["use", "network-family", "VNIC_ATTACH", "unknown"],
    ["manage", "vnics", "VNIC_ATTACH", "yes"],
    ["use", "private-ips", "PRIVATE_IP_ASSIGN", "yes"],
    ["use", "network-security-groups", "NETWORK_SECURITY_GROUP_UPDATE_MEMBERS", "yes"],
    ["use", "network-security-group", "NETWORK_SECURITY_GROUP_UPDATE_MEMBERS", "yes"],
    ["use", "instance-family", "VNIC_ATTACH", "yes"],
    ["manage", "instance-family", "VOLUME_ATTACHMENT_CREATE", "yes"],
    ["read", "secrets", "SECRET_BUNDLE_READ", "no"],
    ["read", "secret-bundles", "SECRET_BUNDLE_READ", "yes"],
    ["read", "secret-family", "SECRET_BUNDLE_READ", "yes"],
    ["use", "keys", "KEY_ENCRYPT", "yes"],
    ["read", "keys", "KEY_ENCRYPT", "no"],
    ["use", "key-delegate", "KEY_ASSOCIATE", "yes"],
    ["use", "no-such-things", "CLUSTER_JOIN", "unknown"],
    ["use", "constructor", "CLUSTER_JOIN", "unknown"],
    ["associate", "subnets", "SUBNET_ATTACH", "unknown"],
    ["use", "floating-ips", "FLOATING_IP_READ", "unknown"],
  ];
  for (const [verb, type, permission, expected] of table) {
    it(`${verb} ${type}: ${permission}, ${expected}`, () => {
      expect(confers(data, { verb, resourceType: type }, permission)).toBe(expected);
    });
  }

  it("are those of the stronger verbs when the verb is denied", () => {
    const denies = (verb: string, resourceType: string, permission: string) =>
      confers(data, { verb, resourceType, effect: "deny" }, permission);
    expect(denies("inspect", "clusters", "CLUSTER_JOIN")).toBe("yes");
    expect(denies("manage", "clusters", "CLUSTER_JOIN")).toBe("yes");
    expect(denies("manage", "clusters", "CLUSTER_INSPECT")).toBe("no");
    expect(denies("inspect", "all-resources", "NEVER_HEARD_OF")).toBe("yes");
    expect(denies("manage", "all-resources", "CLUSTER_INSPECT")).toBe("no");
    expect(denies("manage", "all-resources", "NEVER_HEARD_OF")).toBe("unknown");
  });

  it("grow with the verb", () => {
    for (const type of [...Object.keys(data.types), ...Object.keys(data.families)]) {
      const sets = ["inspect", "read", "use", "manage"].map(
        (verb) => conferredBy(data, { verb, resourceType: type }).permissions,
      );
      for (let rung = 1; rung < sets.length; rung++)
        expect(sets[rung]).toEqual(expect.arrayContaining([...sets[rung - 1]!]));
    }
  });
});

describe("what is doubtful", () => {
  const type = (manage: readonly string[], use: readonly string[], partial: readonly string[]) => ({
    inspect: [],
    read: [],
    use,
    manage,
    partial,
  });
  const small: LatticeData = {
    types: { a: type(["A_WRITE", "SHARED"], ["A_USE"], ["use"]), b: type([], ["SHARED"], []) },
    families: { f: { members: ["a", "b"] } },
    aliases: {},
  };

  it("is what stronger verbs list where the list of a covered verb is partial", () => {
    expect(conferredBy(small, { verb: "use", resourceType: "a" })).toMatchObject({
      permissions: ["A_USE"],
      doubtful: ["A_WRITE", "SHARED"],
      complete: false,
    });
    expect(conferredBy(small, { verb: "read", resourceType: "a" })).toMatchObject({
      doubtful: [],
      complete: true,
    });
  });

  it("is nothing that another member of the family confers", () => {
    expect(conferredBy(small, { verb: "use", resourceType: "f" })).toMatchObject({
      permissions: ["A_USE", "SHARED"],
      doubtful: ["A_WRITE"],
    });
  });
});

describe("a list of permissions", () => {
  it("confers itself, in capitals and once", () => {
    expect(conferredBy(data, { permissions: ["cluster_read", "CLUSTER_JOIN", "CLUSTER_READ"] })).toEqual({
      permissions: ["CLUSTER_JOIN", "CLUSTER_READ"],
      doubtful: [],
      known: true,
      complete: true,
      everything: false,
    });
  });
});

describe("the data on permissions", () => {
  it("names a source for every type and family", () => {
    const sources = Object.keys(iam.sources);
    for (const entry of [...Object.values(iam.types), ...Object.values(iam.families)])
      expect(sources).toContain(entry.source);
  });

  it("has families of types it knows, and aliases for names it knows", () => {
    const types = new Set(Object.keys(iam.types));
    for (const family of Object.values(iam.families))
      for (const member of family.members) expect(types).toContain(member);
    const names = new Set([...types, ...Object.keys(iam.families), ...iam.known]);
    for (const alias of Object.values(iam.aliases)) expect(names).toContain(alias.of);
    for (const name of Object.keys(iam.aliases)) expect(names.has(name)).toBe(false);
  });

  it("spells permissions in capitals and types in small letters", () => {
    for (const [name, type] of Object.entries(data.types)) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      for (const permission of [...type.inspect, ...type.read, ...type.use, ...type.manage])
        expect(permission).toMatch(/^[A-Z][A-Z0-9_]+$/);
      for (const verb of type.partial ?? []) expect(iam.verbs).toContain(verb);
    }
  });
});
