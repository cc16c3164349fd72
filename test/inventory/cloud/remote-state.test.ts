// What `terraform_remote_state` gives, out of other root modules of the repository.
import { describe, expect, it } from "vitest";
import { built } from "./inventory-of.ts";

const NETWORK = `resource "oci_core_subnet" "pods" {
  cidr_block = "10.0.0.0/20"
}
output "pods" { value = oci_core_subnet.pods.id }
output "subnets" { value = { pods = oci_core_subnet.pods.id, fixed = "ocid1.subnet.oc1.iad.f" } }
output "whole" { value = { pods = oci_core_subnet.pods } }
output "named" { value = var.given }
variable "given" {}
`;

const state = (config: string, name = "net") =>
  `data "terraform_remote_state" "${name}" {\n  backend = "s3"\n  config  = ${config}\n}\n`;

const pool = (subnet: string) => `resource "oci_containerengine_virtual_node_pool" "v" {
  cluster_id = "ocid1.cluster.oc1.iad.c"
  pod_configuration { subnet_id = ${subnet} }
}
`;

const KEY = '{ key = "prod/network.tfstate" }';

function podSubnet(files: Record<string, string>) {
  const { lists } = built(files);
  const [ref] = lists.node_pools[0]!.pod_subnets!;
  return { ref: ref!, subnets: lists.subnets };
}

describe("an output of another root module", () => {
  it.each([
    ["data.terraform_remote_state.net.outputs.pods", "oci_core_subnet.pods"],
    ['data.terraform_remote_state.net.outputs["subnets"].pods', "oci_core_subnet.pods"],
    ["data.terraform_remote_state.net.outputs.subnets.fixed", "ocid1.subnet.oc1.iad.f"],
    ['data.terraform_remote_state.net.outputs.whole["pods"].id', "oci_core_subnet.pods"],
    ["data.terraform_remote_state.net.outputs.named", "data.terraform_remote_state.net.outputs.named"],
    ["data.terraform_remote_state.net.outputs.none", "data.terraform_remote_state.net.outputs.none"],
  ])("%s is %s", (expression, expected) => {
    const { ref, subnets } = podSubnet({
      "network/main.tf": NETWORK,
      "oke/main.tf": state(KEY) + pool(expression),
    });
    expect(ref.ref).toBe(expected);
    if (expected === "oci_core_subnet.pods")
      expect(ref).toMatchObject({ id: subnets[0]!.id, stack: "network" });
    else expect(ref.id).toBeUndefined();
  });

  it("is handed on by a dependency of Terragrunt", () => {
    const files = (more: string, path = "../net") => ({
      "modules/net/main.tf": NETWORK,
      "modules/oke/main.tf": `variable "s" {}\n${pool("var.s")}`,
      "live/net/terragrunt.hcl": 'terraform {\n  source = "../../modules/net"\n}\n',
      "live/oke/terragrunt.hcl": `terraform {\n  source = "../../modules/oke"\n}\ndependency "n" {\n  config_path = "${path}"\n}\ninputs = { s = dependency.n.outputs.${more} }\n`,
    });
    const { ref, subnets } = podSubnet(files('subnets["pods"]'));
    expect(ref).toMatchObject({ ref: "oci_core_subnet.pods", id: subnets[0]!.id });
    expect(podSubnet(files("none")).ref.id).toBeUndefined();
    expect(podSubnet(files("pods", "../other")).ref.id).toBeUndefined();
  });

  it("is known also to a root module that is read before the other", () => {
    const files = { "z-network/main.tf": NETWORK, "a/main.tf": state(KEY) + pool(OUTPUT) };
    expect(podSubnet(files).ref.id).toBe(podSubnet(files).subnets[0]!.id);
  });

  it("is not guessed where nothing names the root, or two may be meant", () => {
    const user = state('{ key = "prod/other.tfstate" }') + pool(OUTPUT);
    expect(podSubnet({ "network/main.tf": NETWORK, "oke/main.tf": user }).ref.id).toBeUndefined();
    const named = state(KEY) + pool(OUTPUT);
    expect(
      podSubnet({ "network/main.tf": NETWORK, "hub-network/main.tf": NETWORK, "oke/main.tf": named }).ref.id,
    ).toBeUndefined();
  });

  it("comes from the set of variables of the same name", () => {
    const vars = 'given = "x"\n';
    const files = {
      "network/main.tf": NETWORK,
      "network/dev.tfvars": vars,
      "network/prod.tfvars": vars,
      "oke/main.tf": state(KEY) + pool(OUTPUT),
    };
    expect(podSubnet(files).ref.id).toBeUndefined();
    const { ref } = podSubnet({ ...files, "oke/prod.tfvars": "" });
    expect(ref).toMatchObject({ stack: "network + network/prod.tfvars" });
  });

  it("tells nodes their cluster", () => {
    const cluster = 'resource "oci_containerengine_cluster" "c" {\n  name = "c"\n}\n';
    const output = (value: string) => `output "endpoint" {\n  value = ${value}\n}\n`;
    const node = `${state("{}", "cluster")}resource "oci_core_instance" "n" {
  metadata = {
    apiserver_host = data.terraform_remote_state.cluster.outputs.endpoint
  }
}
`;
    const of = (value: string) => {
      const { lists } = built({ "cluster/main.tf": cluster + output(value), "nodes/main.tf": node });
      return [lists.node_pools[0]!.cluster?.id, lists.clusters[0]!.id];
    };
    const [joined, id] = of("oci_containerengine_cluster.c.endpoints[0].private_endpoint");
    expect(joined).toBe(id);
    expect(of('"10.0.0.2"')[0]).toBeUndefined();
  });
});

const OUTPUT = "data.terraform_remote_state.net.outputs.pods";
