// Stacks of Terraform: components as module calls, deployments as sets of variables.
import { describe, expect, it } from "vitest";
import { readString, toJson } from "../../../src/inventory/terraform/read-value.ts";
import { find, lines, terraform } from "./evaluate-files.ts";

const module = {
  "m/main.tf": `variable "type" {}
variable "network" {
  default = null
}
resource "oci_c" "c" {
  type    = var.type
  network = var.network
}
output "id" {
  value = oci_c.c.id
}
`,
};
const components = `variable "type" {
  type = string
}
provider "oci" "this" {
  config {
    region = "eu-zurich-1"
  }
}
component "net" {
  source = "./m"
  inputs = { type = "net" }
}
component "oke" {
  source = "./m"
  inputs = {
    type    = var.type
    network = component.net.id
  }
  providers = { oci = provider.oci.this }
}
component "elsewhere" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.2.4"
  inputs  = { cluster_type = var.type }
}
`;

describe("stacks", () => {
  const result = terraform({
    ...module,
    "stack.tfcomponent.hcl": components,
    "prod.tfdeploy.hcl": `locals {
  type = "ENHANCED"
}
store "varset" "v" {
  id = "x"
}
deployment "prod" {
  inputs = {
    type = local.type
  }
}
deployment "dev" {
  inputs = {
    type = "BASIC"
  }
}
deployment "later" {
  inputs = { type = store.varset.v.type }
}
deployment "gone" {
  inputs  = { type = "GONE" }
  destroy = true
}
`,
  });
  const clusters = result.resources.filter(({ address }) => address === "module.oke.oci_c.c");

  it("are run with the inputs of each deployment that is not destroyed", () => {
    expect(result.problems).toEqual([]);
    expect(clusters.map(({ variant }) => variant)).toEqual([
      "prod.tfdeploy.hcl prod",
      "prod.tfdeploy.hcl dev",
      "prod.tfdeploy.hcl later",
    ]);
    expect(clusters.map(({ body }) => readString(body, "type"))).toMatchObject([
      { kind: "known", value: "ENHANCED" },
      { kind: "known", value: "BASIC" },
      { kind: "unknown" },
    ]);
    expect(lines(clusters[1]!, "type")).toBe("prod.tfdeploy.hcl:14 used m/main.tf:6");
  });

  it("join their components, and hand providers down", () => {
    expect(toJson(clusters[0]!.body).unknown).toMatchObject({ network: "module.net.oci_c.c" });
    expect(clusters[0]!.provider?.("region")).toMatchObject({ value: "eu-zurich-1" });
  });

  it("call modules from elsewhere", () => {
    const calls = result.moduleCalls.map(({ source, version, arguments: given }) => [
      source,
      version,
      readString(given, "cluster_type"),
    ]);
    expect(calls[1]).toMatchObject(["oracle-terraform-modules/oke/oci", "5.2.4", { value: "BASIC" }]);
  });

  it("are known without a deployment as far as they go", () => {
    const alone = terraform({ ...module, "stack.tfstack.hcl": components });
    expect(readString(find(alone, "module.oke.oci_c.c").body, "type").kind).toBe("unknown");
    expect(readString(find(alone, "module.net.oci_c.c").body, "type")).toMatchObject({ value: "net" });
  });

  it("leave a component alone whose inputs cannot be told apart", () => {
    const made = terraform({
      ...module,
      "stack.tfcomponent.hcl": 'component "a" {\n  source = "./m"\n  inputs = merge(var.a, {})\n}\n',
    });
    expect(made.resources.map(({ address, root }) => `${root} ${address}`)).toEqual(["m oci_c.c"]);
  });

  it("say that they were not looked at in a folder with Terraform of its own", () => {
    const made = terraform({ "main.tf": "", ...module, "stack.tfcomponent.hcl": components });
    expect(made.problems.map(({ code, place }) => [code, place.file])).toEqual([
      ["hcl/stack", "stack.tfcomponent.hcl"],
    ]);
  });
});
