// Clusters, pools and nodes that scripts make with the OCI command line, as the inventory has them.
import { expect, it } from "vitest";
import { type Files, taken } from "../../texts.ts";

async function inventoryOf(files: Files) {
  const { built } = await taken(files);
  const line = (id: string, path: (string | number)[]) =>
    built.origins.get(id)!.locate(path).place.range!.start.line;
  return { ...built.inventory, line };
}

it("reads a cluster with the places of its flags", async () => {
  const { clusters, line } = await inventoryOf({
    "make.sh":
      'oci ce cluster create --name prod \\\n  --type BASIC_CLUSTER \\\n  --cluster-pod-network-options \'[{"cniType":"FLANNEL_OVERLAY"}]\'\n',
  });
  expect(clusters).toMatchObject([
    { name: "prod", notation: "command", type: "BASIC_CLUSTER", cni: "FLANNEL_OVERLAY", unknown: {} },
  ]);
  expect(line(clusters[0]!.id, ["type"])).toBe(2);
  expect(line(clusters[0]!.id, ["cni"])).toBe(3);
});

it("takes the variable of the pool for the only cluster that the file makes", async () => {
  const { clusters, node_pools } = await inventoryOf({
    "make.sh": [
      "made=$(oci ce cluster create --name prod --query data.id)",
      'oci ce virtual-node-pool create --cluster-id "$made" --size 3 --pod-configuration "{\\"subnetId\\":\\"$PODS\\"}"',
      'oci ce node-pool create --cluster-id "$OTHER" --node-shape VM.Standard.E4.Flex --node-shape-config \'{"ocpus":2,"memoryInGBs":16}\'',
    ].join("\n"),
  });
  expect(node_pools).toMatchObject([
    { mode: "virtual", size: 3, cluster: { id: clusters[0]!.id }, pod_subnets: [{ ref: "$PODS" }] },
    { mode: "managed", cluster: { ref: "$OTHER" }, ocpus: 2, memory_gbs: 16 },
  ]);
  expect(node_pools[1]!.cluster?.id).toBeUndefined();
});

it("doubts what words or files that cannot be read may say", async () => {
  const { clusters } = await inventoryOf({
    "make.sh":
      "oci ce cluster create --name a $ARGS\noci ce cluster create --name b --from-json file://x.json\n",
  });
  for (const { unknown } of clusters) expect(unknown).toHaveProperty("type");
});

it("takes no setting for written that may stand in a file which cannot be read", async () => {
  const { node_pools } = await inventoryOf({
    "make.sh": "oci ce virtual-node-pool create --from-json file:///etc/pool.json\n",
  });
  expect(node_pools).toMatchObject([{ mode: "virtual" }]);
  expect(node_pools[0]).not.toHaveProperty("settings");
  expect(node_pools[0]).not.toHaveProperty("cycling");
  expect(node_pools[0]!.unknown).not.toHaveProperty("cycling");
});

it.each(["$PWD/pool.json", "${SCRIPT_DIR}/pool.json", '$(dirname "$0")/pool.json', "$here/pool.json"])(
  "finds the file in the folder of the script: %s",
  async (name) => {
    const { node_pools } = await inventoryOf({
      "ci/make.sh": `oci ce virtual-node-pool create --from-json "file://${name}"\n`,
      "ci/pool.json": '{"size": 3}',
    });
    expect(node_pools).toMatchObject([{ size: 3 }]);
  },
);

it("knows an image by the name that it is looked up by", async () => {
  const launch = 'oci compute instance launch --image-id "$IMG" --metadata \'{"oke-max-pods":"31"}\'\n';
  const look = (name: string) =>
    `IMG=$(oci compute image list -c "$C" \\\n  --display-name ${name} --query 'data[0].id')\n`;
  const nine = look("Oracle-Linux-9.3-2024.02.26-0");
  const { node_pools, line } = await inventoryOf({ "make.sh": `${nine}${launch}` });
  expect(node_pools).toMatchObject([{ image: { os: "Oracle Linux", os_version: [9, 3] } }]);
  expect(line(node_pools[0]!.id, ["image"])).toBe(1);
  const several = `${nine}${look("Oracle-Linux-8.9-2024.01.26-0")}${launch}`;
  const { node_pools: doubtful } = await inventoryOf({ "make.sh": several });
  expect(doubtful[0]!.image).not.toHaveProperty("os");
});

it("reads files of JSON beside the script", async () => {
  const { clusters } = await inventoryOf({
    "ci/make.sh": "oci ce cluster create --from-json file://cluster.json --name b\n",
    "ci/cluster.json": '{"type": "ENHANCED_CLUSTER", "vcnId": "ocid1.vcn.oc1..a", "name": "a"}',
  });
  expect(clusters).toMatchObject([
    { name: "b", type: "ENHANCED_CLUSTER", vcn: { ref: "ocid1.vcn.oc1..a" }, unknown: {} },
  ]);
});

it("takes an instance for a node where its script or its metadata says so", async () => {
  const { node_pools, line } = await inventoryOf({
    "make.sh": [
      "oci compute instance launch --display-name build --shape VM.Standard.E4.Flex --user-data-file build.sh",
      "oci compute instance launch --display-name node --user-data-file node.sh",
      'oci compute instance launch --display-name native --metadata \'{"oke-max-pods": "31"}\'',
    ].join("\n"),
    "build.sh": "#!/bin/sh\necho hello\n",
    "node.sh":
      '#!/bin/sh\nbash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "$CA"\n',
  });
  expect(node_pools).toMatchObject([
    { name: "node", mode: "self-managed", cloud_init: { state: "stated", encoding: "base64" } },
    { name: "native", max_pods: 31, cloud_init: { state: "absent" } },
  ]);
  expect(line(node_pools[0]!.id, ["cloud_init"])).toBe(2);
});

it("puts a script into the metadata that are given beside it, in whatever order", async () => {
  const { node_pools } = await inventoryOf({
    "make.sh": [
      'oci compute instance launch --display-name a --user-data-file node.sh --metadata \'{"oke-max-pods": "31"}\'',
      'oci compute instance launch --display-name b --metadata \'{"oke-max-pods": "31"}\' --user-data-file node.sh',
      'oci compute instance launch --display-name c --user-data-file node.sh --metadata "$METADATA"',
    ].join("\n"),
    "node.sh":
      '#!/bin/sh\nbash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "$CA"\n',
  });
  expect(node_pools).toMatchObject([
    { name: "a", max_pods: 31, cloud_init: { state: "stated", encoding: "base64" } },
    { name: "b", max_pods: 31, cloud_init: { state: "stated", encoding: "base64" } },
    { name: "c", unknown: { metadata: expect.any(String) }, cloud_init: { state: "stated" } },
  ]);
});

it("passes over calls for help, other commands and throw-away clusters", async () => {
  const { clusters } = await inventoryOf({
    "a.sh":
      "oci ce cluster create --help\noci ce cluster list\necho oci ce cluster create --name a\n# oci ce cluster create\n",
    "b.sh": "kind create cluster\noci ce cluster create --name b\n",
  });
  expect(clusters).toEqual([]);
});

it("takes the region from the command", async () => {
  const { node_pools, line } = await inventoryOf({
    "make.sh":
      'oci ce virtual-node-pool create \\\n  --region iad --cluster-id "$CLUSTER"\noci ce virtual-node-pool create --region "$R"\n',
  });
  expect(node_pools.map(({ region }) => region)).toEqual(["iad", undefined]);
  expect(line(node_pools[0]!.id, ["region"])).toBe(2);
});
