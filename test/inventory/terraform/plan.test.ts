import { describe, expect, it } from "vitest";
import { readNumber, refOf, toJson } from "../../../src/inventory/terraform/read-value.ts";
import { find, lines, terraform } from "./evaluate-files.ts";

const plan = {
  format_version: "1.2",
  planned_values: {
    root_module: {
      resources: [
        {
          address: "oci_core_vcn.v",
          mode: "managed",
          type: "oci_core_vcn",
          name: "v",
          values: { cidr_blocks: ["10.0.0.0/16"], dns: null },
        },
      ],
      child_modules: [
        {
          address: 'module.m["a"]',
          resources: [
            {
              address: 'module.m["a"].oci_core_subnet.s[0]',
              mode: "managed",
              type: "oci_core_subnet",
              name: "s",
              index: 0,
              values: { cidr: "10.0.1.0/24", inner: [{ size: 3 }] },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    { address: "oci_core_vcn.v", change: { after_unknown: { id: true } } },
    {
      address: 'module.m["a"].oci_core_subnet.s[0]',
      change: { after_unknown: { id: true, vcn_id: true, inner: [{ subnet: true }], zone: true } },
    },
  ],
  configuration: {
    root_module: {
      module_calls: {
        m: {
          module: {
            resources: [
              {
                address: "oci_core_subnet.s",
                expressions: {
                  vcn_id: { references: ["oci_core_vcn.v.id", "oci_core_vcn.v"] },
                  zone: { references: ["var.zone"] },
                  inner: [{ subnet: { references: ["data.x.y.z", "data.x.y"] } }],
                },
              },
            ],
          },
        },
      },
    },
  },
};

const result = terraform({ "plan.json": JSON.stringify(plan) });

it("reads planned values into resources", () => {
  const vcn = find(result, "oci_core_vcn.v");
  expect(vcn).toMatchObject({ root: "plan.json", existence: "known", mode: "managed", instanceKey: null });
  expect(toJson(vcn.body)).toEqual({ json: { cidr_blocks: ["10.0.0.0/16"] }, unknown: {} });
  const subnet = find(result, 'module.m["a"].oci_core_subnet.s[0]');
  expect(subnet).toMatchObject({ moduleAddress: 'module.m["a"]', instanceKey: 0 });
  expect(readNumber(subnet.body, "inner", "size")).toEqual({ kind: "known", value: 3 });
});

it("reads a plan that stands in a stream of YAML, as standard input is read", () => {
  const { resources } = terraform({ "stdin.schema.yaml": JSON.stringify(plan) });
  expect(resources.map(({ address }) => address)).toEqual(result.resources.map(({ address }) => address));
});

it("finds the references behind what is known only after apply", () => {
  const { body } = find(result, 'module.m["a"].oci_core_subnet.s[0]');
  expect(refOf(body, "vcn_id")).toEqual({ kind: "resource", ref: 'module.m["a"].oci_core_vcn.v' });
  expect(refOf(body, "zone")?.kind).toBe("expression");
  expect(refOf(body, "inner", "subnet")?.ref).toBe('module.m["a"].data.x.y.z');
});

it("follows the variables of a module to its caller, and outputs into the called module", () => {
  const pool = (address: string) => ({ address, mode: "managed", type: "pool", name: "p", values: {} });
  const through = {
    format_version: "1.2",
    planned_values: {
      root_module: {
        child_modules: [{ address: "module.pool[0]", resources: [pool("module.pool[0].pool.p")] }],
      },
    },
    resource_changes: [
      { address: "module.pool[0].pool.p", change: { after_unknown: { subnet_id: true, loop: true } } },
    ],
    configuration: {
      root_module: {
        module_calls: {
          net: {
            module: {
              outputs: {
                subnet: { expression: { references: ["oci_core_subnet.s.id", "oci_core_subnet.s"] } },
              },
            },
          },
          pool: {
            expressions: {
              subnet: { references: ["module.net.subnet", "module.net"] },
              loop: { references: ["module.pool.loop"] },
            },
            module: {
              outputs: { loop: { expression: { references: ["var.loop"] } } },
              resources: [
                {
                  address: "pool.p",
                  expressions: {
                    subnet_id: { references: ["var.subnet"] },
                    loop: { references: ["var.loop"] },
                  },
                },
              ],
            },
          },
        },
      },
    },
  };
  const { body } = find(terraform({ "plan.json": JSON.stringify(through) }), "module.pool[0].pool.p");
  expect(refOf(body, "subnet_id")).toEqual({ kind: "resource", ref: "module.net.oci_core_subnet.s" });
  expect(refOf(body, "loop")?.kind).toBe("expression");
});

it("points into the plan", () => {
  const { body } = find(result, 'module.m["a"].oci_core_subnet.s[0]');
  const depth = [
    "planned_values",
    "root_module",
    "child_modules",
    0,
    "resources",
    0,
    "values",
    "inner",
    0,
    "size",
  ].length;
  expect(lines(find(result, 'module.m["a"].oci_core_subnet.s[0]'), "inner", 0, "size")).toBe(
    `plan.json:${depth + 1}`,
  );
  expect(body.kind).toBe("object");
});

it("takes other JSON for nothing", () => {
  const other = terraform({
    "a.plan.json": '{"format_version": "1"}',
    "b.plan.json": "[1]",
    "c.plan.json":
      '{"format_version": "1", "planned_values": {"root_module": {"resources": [1, {"values": 2}], "child_modules": "x"}}}',
  });
  expect(other).toMatchObject({ resources: [], problems: [] });
});

describe("lists whose elements are known only after apply", () => {
  const group = (
    nsgs: readonly (string | null)[],
    unknowns: readonly boolean[],
    references: readonly string[],
  ) => {
    const resource = {
      address: "oci_core_instance.i",
      mode: "managed",
      type: "oci_core_instance",
      name: "i",
    };
    const files = {
      "plan.json": JSON.stringify({
        format_version: "1.2",
        planned_values: { root_module: { resources: [{ ...resource, values: { nsgs } }] } },
        resource_changes: [{ ...resource, change: { after_unknown: { nsgs: unknowns } } }],
        configuration: {
          root_module: { resources: [{ ...resource, expressions: { nsgs: { references } } }] },
        },
      }),
    };
    const { body } = find(terraform(files), "oci_core_instance.i");
    return nsgs.map((_, i) => refOf(body, "nsgs", i)?.ref);
  };
  const two = ["oci_core_network_security_group.a.id", "oci_core_network_security_group.a"];
  const more = [
    "oci_core_network_security_group.b[0].id",
    "oci_core_network_security_group.b[0]",
    "oci_core_network_security_group.b",
  ];

  it("take the references in their order", () => {
    expect(group([null, null], [true, true], [...two, ...more])).toEqual([
      "oci_core_network_security_group.a",
      "oci_core_network_security_group.b[0]",
    ]);
  });

  it("leave known elements alone", () => {
    expect(group(["ocid1.networksecuritygroup.oc1..x", null], [false, true], two)).toEqual([
      "ocid1.networksecuritygroup.oc1..x",
      "oci_core_network_security_group.a",
    ]);
  });

  it("are not taken for one another when references do not tell them apart", () => {
    const refs = group([null, null], [true, true], ["var.extra", ...two, ...more]);
    expect(refs).not.toContain("oci_core_network_security_group.a");
    expect(new Set(refs).size).toBe(2);
  });
});

it("finds references without resource changes, and leaves values that are there", () => {
  const { resource_changes, ...bare } = plan;
  expect(resource_changes).toHaveLength(2);
  const { body } = find(
    terraform({ "plan.json": JSON.stringify(bare) }),
    'module.m["a"].oci_core_subnet.s[0]',
  );
  expect(refOf(body, "vcn_id")?.ref).toBe('module.m["a"].oci_core_vcn.v');
  expect(readNumber(body, "inner", 0, "size")).toEqual({ kind: "known", value: 3 });
});
