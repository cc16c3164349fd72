import { describe, expect, it } from "vitest";
import { toJson } from "../../../src/inventory/terraform/read-value.ts";
import { type Files, find, lines, terraform } from "./evaluate-files.ts";

/** A module that shows what its variables come to. */
const module: Files = {
  "modules/m/main.tf":
    'variable "a" {\n  default = "default"\n}\nvariable "b" {\n  default = "default"\n}\nresource "t_t" "x" {\n  a = var.a\n  b = var.b\n}\n',
};

/** What each unit hands to the module, by the unit's file. */
function handed(files: Files): Readonly<Record<string, unknown>> {
  const { resources } = terraform({ ...module, ...files });
  return Object.fromEntries(
    resources.map(({ variant, body }) => {
      const { json, unknown } = toJson(body);
      return [variant, { ...(json as object), ...(Object.keys(unknown).length > 0 && { unknown }) }];
    }),
  );
}

describe("a unit of Terragrunt", () => {
  it("runs its module with its inputs, in place of the defaults alone", () => {
    const unit = 'terraform {\n  source = "../../modules//m"\n}\ninputs = {\n  a = "given"\n}\n';
    expect(handed({ "live/x/terragrunt.hcl": unit })).toEqual({
      "live/x/terragrunt.hcl": { a: "given", b: "default" },
    });
    const { resources } = terraform({ ...module, "live/x/terragrunt.hcl": unit });
    expect(lines(resources[0]!, "a")).toBe("live/x/terragrunt.hcl:5 used modules/m/main.tf:8");
  });

  it.each([
    ["the repository's root", "${get_repo_root()}/modules/m"],
    ["its own folder", "${get_terragrunt_dir()}/../../modules/m"],
    ["the folder of what it includes", "${get_parent_terragrunt_dir()}/../modules/m"],
    ["the way to what it includes", "${path_relative_from_include()}/../modules/m"],
    ["a file above", "${dirname(find_in_parent_folders())}/../modules/m"],
  ])("finds its module from %s", (_, source) => {
    const files = {
      "live/terragrunt.hcl": "locals {}\n",
      "live/x/terragrunt.hcl": `include "root" {\n  path = find_in_parent_folders()\n}\nterraform {\n  source = "${source}"\n}\ninputs = { a = "given" }\n`,
    };
    expect(handed(files)).toEqual({ "live/x/terragrunt.hcl": { a: "given", b: "default" } });
  });

  it("lies beside the module where it names none", () => {
    const files = { "modules/m/terragrunt.hcl": 'inputs = { a = "given" }\n' };
    expect(handed(files)).toEqual({ "modules/m/terragrunt.hcl": { a: "given", b: "default" } });
  });

  it("has the inputs of what it includes, read from the files above it", () => {
    const files = {
      "root.hcl":
        'locals {\n  env = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n}\ninputs = merge(local.env.locals, { b = "root" })\n',
      "live/env.hcl": 'locals {\n  a = "of env"\n  b = "of env"\n}\n',
      "live/x/terragrunt.hcl":
        'include "root" {\n  path   = find_in_parent_folders("root.hcl")\n  expose = true\n}\nterraform {\n  source = "../../modules/m"\n}\ninputs = { b = "own, ${include.root.locals.env.locals.b}" }\n',
    };
    expect(handed(files)).toEqual({ "live/x/terragrunt.hcl": { a: "of env", b: "own, of env" } });
  });

  it("reads files from where it lies", () => {
    const files = {
      "live/x/terragrunt.hcl":
        'locals {\n  v = jsondecode(file("vars.json"))\n}\nterraform {\n  source = "../../modules/m"\n}\ninputs = local.v\n',
      "live/x/vars.json": '{"a": "of file"}',
    };
    expect(handed(files)).toEqual({ "live/x/terragrunt.hcl": { a: "of file", b: "default" } });
  });

  it("merges maps deeply where it says so", () => {
    const files = (strategy: string) => ({
      "root.hcl": 'inputs = { a = { one = 1, two = 2 }, b = ["x"] }\n',
      "x/terragrunt.hcl": `include "root" {\n  path = find_in_parent_folders("root.hcl")\n  merge_strategy = "${strategy}"\n}\nterraform {\n  source = "../modules/m"\n}\ninputs = { a = { two = 3 }, b = ["y"] }\n`,
    });
    const of = (strategy: string) => handed(files(strategy))["x/terragrunt.hcl"];
    expect(of("deep")).toEqual({ a: { one: 1, two: 3 }, b: ["x", "y"] });
    expect(of("shallow")).toEqual({ a: { two: 3 }, b: ["y"] });
    expect(of("no_merge")).toEqual({ a: { two: 3 }, b: ["y"] });
  });

  it("gets unknown values from others, and from inputs that cannot be told", () => {
    const unit = (inputs: string) => `terraform {\n  source = "../modules/m"\n}\ninputs = ${inputs}\n`;
    expect(handed({ "x/terragrunt.hcl": unit("{ a = dependency.net.outputs.id }") })).toEqual({
      "x/terragrunt.hcl": { b: "default", unknown: { a: "dependency.net.outputs.id" } },
    });
    // What is merged from elsewhere may hold anything.
    expect(handed({ "x/terragrunt.hcl": unit('merge(dependency.net.outputs, { a = "x" })') })).toEqual({
      "x/terragrunt.hcl": { a: "x", unknown: { b: "var.b" } },
    });
  });

  it("calls a module of a registry as Terraform would", () => {
    const files = {
      "oke/terragrunt.hcl":
        'terraform {\n  source = "tfr:///oracle-terraform-modules/oke/oci?version=5.2.4"\n}\ninputs = { cni_type = "npn" }\n',
    };
    const [call] = terraform(files).moduleCalls;
    expect(call).toMatchObject({ source: "oracle-terraform-modules/oke/oci", version: "5.2.4", root: "oke" });
    expect(toJson(call!.arguments).json).toEqual({ cni_type: "npn" });
    expect(call!.place).toMatchObject({ file: "oke/terragrunt.hcl", range: { start: { line: 1 } } });
  });

  it("is told about where its module is not there", () => {
    const found = (text: string, file = "x/terragrunt.hcl") =>
      terraform({ ...module, [file]: text }).problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(found('terraform {\n  source = "../nowhere"\n}\n')).toEqual(["warning hcl/module-not-found"]);
    expect(found("terraform {\n  source = local.unknown\n}\n")).toEqual(["warning hcl/module-not-found"]);
    expect(found('unit "oke" {\n  source = "x"\n}\n', "x/terragrunt.stack.hcl")).toEqual([
      "notice hcl/terragrunt-stack",
    ]);
    expect(found("skip = true\nterraform {\n  source = local.unknown\n}\n")).toEqual([]);
    // What is only included runs nothing.
    expect(found("locals {\n  a = 1\n}\n")).toEqual([]);
  });

  it("ends where configurations include or read one another", () => {
    const files = {
      "a.hcl":
        'include "b" {\n  path = "${get_terragrunt_dir()}/../b.hcl"\n}\nlocals {\n  b = read_terragrunt_config("../b.hcl").locals.a\n}\ninputs = { a = local.b }\n',
      "b.hcl":
        'include "a" {\n  path = "${get_terragrunt_dir()}/../a.hcl"\n}\nlocals {\n  a = read_terragrunt_config("../a.hcl").locals.b\n}\n',
      "x/terragrunt.hcl":
        'include "a" {\n  path = "../a.hcl"\n}\nterraform {\n  source = "../modules/m"\n}\n',
    };
    expect(find(terraform({ ...module, ...files }), "t_t.x").variant).toBe("x/terragrunt.hcl");
  });
});
