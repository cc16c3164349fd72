// Where a pool is made, and whether there may be more like it: what stands in providers, modules and meta-arguments.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";
import type { Files } from "../terraform/evaluate-files.ts";

describe("the region of a virtual pool", () => {
  const POOL = 'resource "oci_containerengine_virtual_node_pool" "p" {}\n';
  const HOME = 'provider "oci" {\n  alias  = "home"\n  region = "us-phoenix-1"\n}\n';
  const regions = (files: Files | string) => built(files).lists.node_pools.map(({ region }) => region);

  it("is what the provider is configured for", () => {
    expect(regions(`provider "oci" {\n  region = "us-ashburn-1"\n}\n${HOME}${POOL}`)).toEqual([
      "us-ashburn-1",
    ]);
    expect(
      regions({
        "main.tf": `provider "oci" {\n  region = var.region\n}\nvariable "region" {}\n${POOL}`,
        "terraform.tfvars": 'region = "eu-frankfurt-1"\n',
      }),
    ).toEqual(["eu-frankfurt-1"]);
  });

  it("is that of the alias it names", () => {
    expect(
      regions(
        `${HOME}resource "oci_containerengine_virtual_node_pool" "p" {\n  provider = oci.home\n}\n${POOL.replace('"p"', '"q"')}`,
      ),
    ).toEqual(["us-phoenix-1", undefined]);
    expect(
      regions({
        "main.tf.json": JSON.stringify({
          provider: { oci: [{ region: "us-ashburn-1" }, { alias: "home", region: "us-phoenix-1" }] },
          resource: { oci_containerengine_virtual_node_pool: { p: { provider: "oci.home" } } },
        }),
      }),
    ).toEqual(["us-phoenix-1"]);
  });

  it("is what the caller of its module hands down", () => {
    const main = (providers: string) =>
      `provider "oci" {\n  region = "us-ashburn-1"\n}\n${HOME}module "pools" {\n  source = "./pools"\n  ${providers}\n}\n`;
    const inner = (provider: string) =>
      `resource "oci_containerengine_virtual_node_pool" "p" {\n  ${provider}\n}\n`;
    const nested = (providers: string, provider: string) =>
      regions({ "main.tf": main(providers), "pools/main.tf": inner(provider) });
    expect(nested("", "")).toEqual(["us-ashburn-1"]);
    expect(nested("providers = { oci = oci.home }", "")).toEqual(["us-phoenix-1"]);
    expect(nested("providers = {\n    oci.there = oci.home\n  }", "provider = oci.there")).toEqual([
      "us-phoenix-1",
    ]);
    expect(nested("", "provider = oci.home")).toEqual([undefined]);
  });

  it("is not known where a variable has no value", () => {
    const [pool] = built(`variable "region" {}\nprovider "oci" {\n  region = var.region\n}\n${POOL}`).lists
      .node_pools;
    expect(pool).not.toHaveProperty("region");
    expect(pool!.unknown).toMatchObject({ region: "var.region" });
  });

  it("is that of the provider which a module from a registry is called with", () => {
    expect(
      regions(`${HOME}module "oke" {
  source       = "oracle-terraform-modules/oke/oci"
  version      = "5.4.3"
  providers    = { oci = oci.home, oci.home = oci.home }
  cni_type     = "npn"
  worker_pools = { virtual = { mode = "virtual-node-pool", shape = "Pod.Standard.E4.Flex" } }
}`),
    ).toEqual(["us-phoenix-1"]);
  });

  it("is what a plan says of its provider", () => {
    const plan = (region: unknown) => ({
      format_version: "1.2",
      variables: { region: { value: "us-ashburn-1" } },
      planned_values: {
        root_module: {
          child_modules: [
            {
              address: 'module.a["x"]',
              resources: [
                {
                  address: 'module.a["x"].oci_containerengine_virtual_node_pool.p',
                  mode: "managed",
                  type: "oci_containerengine_virtual_node_pool",
                  name: "p",
                  values: {},
                },
              ],
            },
          ],
        },
      },
      configuration: {
        provider_config: { oci: { name: "oci", expressions: { region } } },
        root_module: {
          module_calls: {
            a: {
              module: {
                resources: [
                  {
                    address: "oci_containerengine_virtual_node_pool.p",
                    provider_config_key: "oci",
                    expressions: {},
                  },
                ],
              },
            },
          },
        },
      },
    });
    const planned = (region: unknown) => regions({ "plan.json": JSON.stringify(plan(region)) });
    expect(planned({ constant_value: "us-phoenix-1" })).toEqual(["us-phoenix-1"]);
    expect(planned({ references: ["var.region"] })).toEqual(["us-ashburn-1"]);
    expect(planned({ references: ["var.region", "var.other"] })).toEqual([undefined]);
  });
});

describe("what may be one of several", () => {
  const more = (text: string, module = "") => {
    const files = module === "" ? text : { "main.tf": module, "m/main.tf": text };
    return built(files).lists.node_pools.map((one) => one.more === true);
  };
  const pool = (meta: string) =>
    `variable "x" {}\nresource "oci_containerengine_node_pool" "p" {\n  ${meta}\n}\n`;

  it("is told from what a condition decides", () => {
    expect(more(pool("count = var.x ? 1 : 0"))).toEqual([false]);
    expect(more(pool("count = 2"))).toEqual([false, false]);
    expect(more(pool('for_each = var.x ? toset(["a"]) : toset([])'))).toEqual([false]);
    expect(more(pool("count = length(var.x)"))).toEqual([true]);
    expect(more(pool("for_each = var.x"))).toEqual([true]);
  });

  it("stands in a module that may be one of several", () => {
    expect(
      more(pool(""), 'variable "y" {}\nmodule "m" {\n  source = "./m"\n  for_each = var.y\n}\n'),
    ).toEqual([true]);
    expect(more(pool(""), 'module "m" {\n  source = "./m"\n}\n')).toEqual([false]);
  });
});
