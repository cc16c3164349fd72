// Clusters and pools out of Cluster API manifests.
import { describe, expect, it } from "vitest";
import { infrastructure } from "../../../src/inventory/cloud/infrastructure.ts";
import { kubernetesObjects } from "../../../src/inventory/kubernetes.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import { placeholdersCut } from "../../../src/inventory/placeholders.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";

function built(text: string) {
  const origins = new Origins();
  const objects = kubernetesObjects(
    readYamlText({ file: "c.yaml", text, language: "yaml" }).documents.map(placeholdersCut),
  );
  const { lists } = infrastructure({ resources: [], moduleCalls: [] }, origins, objects);
  const line = (id: string, ...path: (string | number)[]) =>
    origins.get(id)!.locate(path).place.range!.start.line;
  return { lists, line, origins };
}

const TEXT = `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: {name: dev}
spec:
  controlPlaneRef: {kind: OCIManagedControlPlane, name: dev-cp}
  infrastructureRef: {kind: OCIManagedCluster, name: dev-net}
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: OCIManagedCluster
metadata: {name: dev-net}
spec:
  compartmentId: ocid1.compartment.oc1..c
  networkSpec:
    vcn:
      cidr: 10.0.0.0/16
      subnets:
        - {name: pods, role: pod, cidr: 10.0.4.0/24, type: private}
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: OCIManagedControlPlane
metadata: {name: dev-cp}
spec:
  clusterType: BASIC_CLUSTER
  version: v1.30.1
  clusterPodNetworkOptions:
    - cniType: OCI_VCN_IP_NATIVE
  addons:
    - name: CertManager
---
apiVersion: cluster.x-k8s.io/v1beta1
kind: MachinePool
metadata: {name: np}
spec:
  clusterName: dev
  replicas: 3
  template:
    spec:
      version: v1.29.1
      infrastructureRef: {kind: OCIManagedMachinePool, name: np}
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: OCIManagedMachinePool
metadata: {name: np}
spec:
  nodeShape: VM.Standard.E4.Flex
  nodeShapeConfig: {ocpus: "2", memoryInGBs: "16"}
  nodePoolNodeConfig:
    nodePoolPodNetworkOptionDetails:
      cniType: OCI_VCN_IP_NATIVE
      vcnIpNativePodNetworkOptions:
        maxPodsPerNode: 62
        subnetNames: [pods]
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: OCIVirtualMachinePool
metadata: {name: vp}
spec:
  podConfiguration: {shape: Pod.Standard.E4.Flex, subnetName: pods}
  taints:
    - {key: virtual, effect: NoSchedule}
`;

describe("Cluster API manifests", () => {
  const { lists, line, origins } = built(TEXT);

  it("are clusters and pools like any other", () => {
    const [cluster] = lists.clusters;
    expect(cluster).toMatchObject({
      notation: "capi",
      name: "dev",
      type: "BASIC_CLUSTER",
      version: [1, 30, 1],
      cni: "OCI_VCN_IP_NATIVE",
      compartment: { ref: "ocid1.compartment.oc1..c" },
      vcn: { id: lists.vcns[0]!.id },
    });
    expect(lists.addons).toMatchObject([{ addon: "CertManager", cluster: { id: cluster!.id } }]);
    expect(lists.subnets).toMatchObject([{ name: "pods", cidrs: ["10.0.4.0/24"], private: true }]);
    expect(lists.node_pools).toMatchObject([
      {
        mode: "managed",
        cluster: { id: cluster!.id },
        size: 3,
        version: [1, 29, 1],
        ocpus: 2,
        memory_gbs: 16,
        vnics: 2,
        max_pods: 62,
        pod_subnets: [{ id: lists.subnets[0]!.id }],
      },
      { mode: "virtual", shape: "Pod.Standard.E4.Flex", taints: [{ key: "virtual", effect: "NoSchedule" }] },
    ]);
  });

  it("have their places", () => {
    const [managed, virtual] = lists.node_pools;
    expect(line(managed!.id, "max_pods")).toBe(51);
    expect(line(managed!.id, "size")).toBe(35);
    expect(line(managed!.id, "pod_subnets", 0)).toBe(52);
    expect(line(virtual!.id, "shape")).toBe(58);
    expect(origins.get(managed!.id)).toMatchObject({ title: 'OCIManagedMachinePool "np"', file: "c.yaml" });
  });

  it("do not know what a template fills in", () => {
    const { lists: templated } = built(
      TEXT.replace("clusterType: BASIC_CLUSTER", "clusterType: ${TYPE}").replace(
        "maxPodsPerNode: 62",
        "maxPodsPerNode: ${PODS}",
      ),
    );
    expect(templated.clusters[0]).not.toHaveProperty("type");
    expect(templated.clusters[0]!.unknown).toEqual({ type: "${TYPE}" });
    expect(templated.node_pools[0]!.unknown).toEqual({ max_pods: "${PODS}" });
  });

  it("have types by their short names too", () => {
    const { lists } = built(TEXT.replace("clusterType: BASIC_CLUSTER", "clusterType: ENHANCED"));
    expect(lists.clusters[0]).toMatchObject({ type: "ENHANCED_CLUSTER" });
  });

  it("are in the region of their cluster's network", () => {
    const owned = TEXT.replace("  compartmentId:", "  region: us-ashburn-1\n  compartmentId:").replace(
      "kind: OCIManagedMachinePool, name: np",
      "kind: OCIVirtualMachinePool, name: vp",
    );
    expect(owned).toContain("name: vp}");
    const { lists: found, line: at } = built(owned);
    const virtual = found.node_pools.find(({ mode }) => mode === "virtual")!;
    expect(virtual.region).toBe("us-ashburn-1");
    expect(at(virtual.id, "region")).toBe(12);
  });

  it("takes the only control plane of a namespace for the cluster of pools that nobody assigns", () => {
    const pool = (name: string, namespace = "default") =>
      `apiVersion: infrastructure.cluster.x-k8s.io/v1beta2\nkind: OCIVirtualMachinePool\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {}\n`;
    const plane = (name: string) =>
      `apiVersion: infrastructure.cluster.x-k8s.io/v1beta2\nkind: OCIManagedControlPlane\nmetadata: {name: ${name}}\nspec: {}\n`;
    const one = built([plane("a"), pool("v"), pool("w", "other")].join("---\n")).lists;
    expect(one.node_pools.map(({ cluster }) => cluster?.id)).toEqual([one.clusters[0]!.id, undefined]);
    const two = built([plane("a"), plane("b"), pool("v")].join("---\n")).lists;
    expect(two.node_pools[0]!.cluster).toBeUndefined();
  });
});
