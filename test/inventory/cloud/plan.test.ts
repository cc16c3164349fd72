// A plan gives the same entries as the configuration it was made of.
import { describe, expect, it } from "vitest";
import { built } from "./inventory-of.ts";

const PLAN = {
  format_version: "1.2",
  planned_values: {
    root_module: {
      resources: [
        {
          address: "oci_containerengine_cluster.c",
          mode: "managed",
          type: "oci_containerengine_cluster",
          name: "c",
          values: {
            type: "ENHANCED_CLUSTER",
            kubernetes_version: "v1.30.1",
            cluster_pod_network_options: [{ cni_type: "OCI_VCN_IP_NATIVE" }],
          },
        },
        {
          address: 'oci_containerengine_node_pool.p["a"]',
          mode: "managed",
          type: "oci_containerengine_node_pool",
          name: "p",
          index: "a",
          values: {
            node_shape: "VM.Standard.E4.Flex",
            node_shape_config: [{ ocpus: 2 }],
            node_config_details: [
              {
                size: 3,
                node_pool_pod_network_option_details: [
                  { cni_type: "OCI_VCN_IP_NATIVE", max_pods_per_node: 62 },
                ],
              },
            ],
          },
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'oci_containerengine_node_pool.p["a"]',
      change: { after_unknown: { cluster_id: true, kubernetes_version: true } },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: "oci_containerengine_node_pool.p",
          expressions: {
            cluster_id: { references: ["oci_containerengine_cluster.c.id", "oci_containerengine_cluster.c"] },
            kubernetes_version: { references: ["var.v"] },
          },
        },
      ],
    },
  },
};

describe("a plan", () => {
  const { lists, title } = built({ "plan.json": JSON.stringify(PLAN) });

  it("has clusters and pools that know one another", () => {
    expect(lists.clusters).toMatchObject([
      { notation: "plan", type: "ENHANCED_CLUSTER", version: [1, 30, 1], cni: "OCI_VCN_IP_NATIVE" },
    ]);
    expect(lists.node_pools).toMatchObject([
      {
        notation: "plan",
        mode: "managed",
        cluster: { id: lists.clusters[0]!.id },
        size: 3,
        vnics: 2,
        max_pods: 62,
        unknown: { version: "var.v" },
      },
    ]);
    expect(title(lists.node_pools[0]!.id)).toBe('Node pool "p[a]"');
  });
});
