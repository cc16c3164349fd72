// What rules ask of self-managed nodes beside the fields of all pools: labels, the cgroup argument, and the stack they belong to.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

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
