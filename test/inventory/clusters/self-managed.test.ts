// What rules ask of self-managed nodes beside the fields of all pools: labels, the cgroup argument, and the stack they belong to.
import { describe, expect, it } from "vitest";
import { infrastructure } from "../../../src/inventory/cloud/infrastructure.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import { built } from "../cloud/inventory-of.ts";
import { terraform } from "../terraform/evaluate-files.ts";

const JOIN = "bash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert LS0t";

const instance = (userData: string, metadata = "") => `resource "oci_core_instance" "gpu" {
  shape = "BM.GPU.H100.8"
  metadata = {
    oke-max-pods = "31"
    user_data    = ${userData}
    ${metadata}
  }
}
`;

const script = (text: string) => `base64encode(<<-EOT
    #!/bin/bash
    ${text}
  EOT
  )`;

const pool = (text: string) => built({ "main.tf": text }).lists.node_pools[0]!;

it("knows a cluster that the oke module makes by the module's outputs", () => {
  const call = (name: string) =>
    `module "${name}" {\n  source = "oracle-terraform-modules/oke/oci"\n  count = 1\n}\n`;
  const node = instance("base64encode(module.blue[0].cluster_ca_cert)");
  const { clusters, node_pools } = built({ "main.tf": `${call("blue")}${call("green")}${node}` }).lists;
  const blue = clusters.find(({ address }) => address === "module.blue[0]")!;
  expect(node_pools[0]!.cluster).toMatchObject({ id: blue.id });
});

it("keeps the defined tags of a self-managed node, by which dynamic groups choose", () => {
  const tagged = (tags: string) =>
    pool(instance(script(JOIN)).replace('shape = "BM', `defined_tags = ${tags}\n  shape = "BM`));
  expect(tagged('{ "oke.role" = "worker", "oke.env" = var.env }').tags).toEqual({ "oke.role": "worker" });
  expect(tagged("var.tags").tags).toBeUndefined();
});

describe("an instance whose script a condition chooses", () => {
  const other = script(`sysctl -w vm.swappiness=0\n    ${JOIN}`);
  const chosen = (userData: string) =>
    built({ "main.tf": instance(userData).replace('oke-max-pods = "31"', "") }).lists.node_pools;

  it.each([
    ["two scripts that join", `var.tuned ? ${other} : ${script(JOIN)}`],
    ["three of them", `var.tuned ? ${other} : var.plain ? ${script(JOIN)} : ${script(`sleep 9; ${JOIN}`)}`],
    ["two by a name", `{ tuned = ${other}, plain = ${script(JOIN)} }[var.tuned ? "tuned" : "plain"]`],
  ])("is a node where it chooses from %s", (_, userData) => {
    expect(chosen(userData)).toMatchObject([{ mode: "self-managed", cloud_init: { state: "stated" } }]);
  });

  it.each([
    ["a script that joins nothing", `var.node ? ${script(JOIN)} : ${script("reboot")}`],
    ["none at all", `var.node ? ${script(JOIN)} : null`],
    ["one that is not known", `var.node ? ${script(JOIN)} : var.user_data`],
  ])("is none for certain where it chooses from one, and %s", (_, userData) => {
    expect(chosen(userData)).toEqual([]);
  });
});

describe("labels of a self-managed node", () => {
  it.each([
    ["the kubelet's arguments", script(`${JOIN} --kubelet-extra-args "--node-labels=pool=gpu,size=big"`), ""],
    [
      "arguments over several lines",
      script(`${JOIN} \\\n      --kubelet-extra-args "--v=2 --node-labels pool=gpu,size=big"`),
      "",
    ],
    ["the metadata", script(JOIN), 'oke-initial-node-labels = "pool=gpu, size=big"'],
  ])("are read out of %s", (_, userData, metadata) => {
    const { labels, unknown } = pool(instance(userData, metadata));
    expect(labels).toEqual({ pool: "gpu", size: "big" });
    expect(unknown["labels"]).toBeUndefined();
  });

  it.each([
    ["the script is not known", "var.user_data", ""],
    ["their list holds something unknown", script(`${JOIN} --node-labels=pool=\${var.pool}`), ""],
    ["the metadata are not known", script(JOIN), "oke-initial-node-labels = var.labels"],
  ])("are not known where %s", (_, userData, metadata) => {
    const { labels, unknown } = pool(`variable "pool" {}\n${instance(userData, metadata)}`);
    expect(labels).toBeUndefined();
    expect(unknown["labels"]).toBeDefined();
  });

  it("are none where the script is known and sets none", () => {
    const { labels, unknown } = pool(instance(script(JOIN)));
    expect(labels).toBeUndefined();
    expect(unknown["labels"]).toBeUndefined();
  });
});

describe("the argument for cgroup v2", () => {
  const declared = 'variable "endpoint" {}\nvariable "preparation" {}\n';

  it.each([
    ["set", `grubby --update-kernel=ALL --args="systemd.unified_cgroup_hierarchy=1"\n    ${JOIN}`, true],
    ["not set", JOIN, false],
    [
      "set to off",
      `grubby --update-kernel=ALL --args="systemd.unified_cgroup_hierarchy=0"\n    ${JOIN}`,
      false,
    ],
    ["not set beside a value that is not known", JOIN.replace("10.0.0.3", '"${var.endpoint}"'), false],
    ["perhaps set by a line that is not known", `\${var.preparation}\n    ${JOIN}`, undefined],
  ])("is %s", (_, text, expected) => {
    expect(pool(declared + instance(script(text))).cloud_init?.cgroup_2).toBe(expected);
  });

  it("is not known where the script is not", () => {
    expect(pool(instance("var.user_data")).cloud_init?.cgroup_2).toBeUndefined();
  });
});

describe("the stack of an entry", () => {
  const backend = 'terraform {\n  backend "http" {}\n}\n';

  it("tells root modules apart", () => {
    const { lists } = built({
      "cluster/main.tf": `${backend}resource "oci_containerengine_cluster" "main" {\n  name = "main"\n}\n`,
      "nodes/main.tf": backend + instance(script(JOIN)),
    });
    expect(lists.clusters[0]!.stack).toBe("cluster");
    expect(lists.node_pools[0]!.stack).toBe("nodes");
  });

  it("is not said where there is only one", () => {
    expect(pool(instance(script(JOIN))).stack).toBeUndefined();
  });
});

describe("a reference", () => {
  const POOL = `variable "cluster_id" {}
resource "oci_containerengine_node_pool" "p" {
  cluster_id = var.cluster_id
  node_config_details {
    placement_configs {
      subnet_id = "ocid1.subnet.oc1..aaaa"
    }
  }
}
`;

  it("says which root module it stands in where there are several", () => {
    const pools = built({ "a/main.tf": POOL, "b/main.tf": POOL }).lists.node_pools;
    expect(pools.map(({ cluster }) => cluster)).toEqual([
      { ref: "var.cluster_id", kind: "expression", stack: "a" },
      { ref: "var.cluster_id", kind: "expression", stack: "b" },
    ]);
    expect(pools[0]!.subnets).toEqual([{ ref: "ocid1.subnet.oc1..aaaa", kind: "ocid" }]);
    expect(built(POOL).lists.node_pools[0]!.cluster).toEqual({ ref: "var.cluster_id", kind: "expression" });
  });

  it("says which variables it stands for where there are several sets", () => {
    const pools = built({
      "main.tf": POOL,
      "dev.tfvars": "",
      "prod.tfvars": "",
    }).lists.node_pools;
    expect(pools.map(({ cluster }) => cluster?.stack)).toEqual([". + dev.tfvars", ". + prod.tfvars"]);
  });

  it("does not change what a place is recognised by when a second root module comes", () => {
    const origins = new Origins();
    const one = infrastructure(terraform({ "a/main.tf": POOL }), origins).lists.node_pools[0]!;
    const [two] = infrastructure(terraform({ "a/main.tf": POOL, "b/main.tf": POOL }), origins).lists
      .node_pools;
    const content = (id: string) =>
      (origins.get(id)!.value as { readonly cluster: unknown; readonly placements: unknown }).cluster;
    expect(content(two!.id)).toEqual(content(one.id));
  });
});

describe("a cluster network", () => {
  const configuration = (
    name: string,
    shape: string,
  ) => `resource "oci_core_instance_configuration" "${name}" {
  instance_details {
    instance_type = "compute"
    launch_details {
      shape    = "${shape}"
      metadata = { user_data = ${script(JOIN)} }
    }
  }
}
`;

  it("has all of its instance pools, each with its own configuration", () => {
    const { lists, lines, userData } =
      built(`${configuration("a", "BM.GPU.H100.8")}${configuration("b", "VM.Standard.E4.Flex")}
resource "oci_core_cluster_network" "n" {
  instance_pools {
    instance_configuration_id = oci_core_instance_configuration.a.id
    size                      = 2
  }
  instance_pools {
    instance_configuration_id = oci_core_instance_configuration.b.id
    size                      = 4
  }
}
`);
    const pools = [...lists.node_pools].sort((a, b) => a.size! - b.size!);
    expect(pools.map(({ address, shape, size }) => [address, shape, size])).toEqual([
      ["oci_core_cluster_network.n", "BM.GPU.H100.8", 2],
      ["oci_core_cluster_network.n.instance_pools[1]", "VM.Standard.E4.Flex", 4],
    ]);
    expect(pools.map(({ id }) => lines(id, "size"))).toEqual(["main.tf:31", "main.tf:35"]);
    expect(lines(pools[1]!.id, "shape")).toBe("main.tf:18");
    expect(new Set(userData.map(({ id }) => id)).size).toBe(2);
  });
});
