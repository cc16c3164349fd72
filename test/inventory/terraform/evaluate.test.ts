import { describe, expect, it } from "vitest";
import type { Terraform } from "../../../src/inventory/terraform/evaluate.ts";
import {
  blocks,
  decoded,
  get,
  readBoolean,
  readList,
  readMap,
  readNumber,
  readString,
  refOf,
  textOf,
  toJson,
} from "../../../src/inventory/terraform/read-value.ts";
import { placeAt } from "../../../src/inventory/terraform/site.ts";
import { positionIn } from "../../../src/inventory/terraform/value-places.ts";
import { find, lines, terraform } from "./evaluate-files.ts";

const addresses = (result: Terraform) =>
  result.resources.map(({ address, existence }) => (existence === "possible" ? `${address}?` : address));
const codes = (result: Terraform) => result.problems.map((problem) => problem.code);

describe("references", () => {
  it("gives the address of a resource for it and its id, and configured attributes by value", () => {
    const result = terraform({
      "main.tf": `
resource "oci_core_vcn" "v" { cidr_block = "10.0.0.0/16" }
resource "oci_core_subnet" "pods" {
  vcn_id     = oci_core_vcn.v.id
  cidr_block = cidrsubnet(oci_core_vcn.v.cidr_block, 8, 1)
  dns        = oci_core_vcn.v.dns_label
}
data "oci_core_images" "i" { shape = "x" }
resource "t" "y" {
  image = data.oci_core_images.i.images[0].id
  shape = data.oci_core_images.i.shape
  whole = oci_core_vcn.v
  name  = "literal"
}`,
    });
    const { body } = find(result, "oci_core_subnet.pods");
    expect(refOf(body, "vcn_id")).toEqual({ kind: "resource", ref: "oci_core_vcn.v" });
    expect(readString(body, "cidr_block")).toEqual({ kind: "known", value: "10.0.1.0/24" });
    expect(refOf(body, "dns")).toEqual({ kind: "expression", ref: "oci_core_vcn.v.dns_label" });
    const other = find(result, "t.y").body;
    expect(refOf(other, "image")).toEqual({ kind: "expression", ref: "data.oci_core_images.i.images[0].id" });
    expect(readString(other, "shape")).toEqual({ kind: "known", value: "x" });
    expect(refOf(other, "whole")).toEqual({ kind: "resource", ref: "oci_core_vcn.v" });
    expect(refOf(other, "name")).toEqual({ kind: "literal", ref: "literal" });
    expect(refOf(other, "nothing")).toBeNull();
    expect(find(result, "data.oci_core_images.i").mode).toBe("data");
  });

  it("gives the same ref to the same unknown thing, through locals and modules, and different ones to others", () => {
    const result = terraform({
      "main.tf": `
variable "c" {}
variable "d" {}
locals { c = var.c }
module "m" {
  source = "./m"
  c      = local.c
  d      = var.d
}
resource "t" "a" { c = var.c }`,
      "m/m.tf":
        'variable "c" {}\nvariable "d" {}\nvariable "e" {}\nresource "t" "b" {\n  c = var.c\n  l = lower(var.c)\n  d = lower(var.d)\n  e = var.e\n}\n',
    });
    const inner = find(result, "module.m.t.b").body;
    expect(refOf(inner, "c")).toEqual(refOf(find(result, "t.a").body, "c"));
    expect(refOf(inner, "l")?.ref).toBe("lower(var.c)");
    expect(refOf(inner, "d")?.ref).toBe("lower(var.d)");
    expect(refOf(inner, "e")?.ref).toBe("module.m.var.e");
  });

  it("gives an address to what is declared nowhere, and does not call it a failure", () => {
    const result = terraform({
      "main.tf":
        'resource "t" "t" {\n  a = oci_core_subnet.gone.id\n  b = oci_core_subnet.gone.cidr\n  c = try(oci_core_subnet.gone.id, "d")\n  v = var.gone\n  e = base64encode("run ${var.gone} and ${local.gone}")\n}\n',
    });
    const { body } = find(result, "t.t");
    expect(refOf(body, "a")).toEqual({ kind: "resource", ref: "oci_core_subnet.gone" });
    expect(refOf(body, "b")).toEqual({ kind: "expression", ref: "oci_core_subnet.gone.cidr" });
    expect(refOf(body, "c")?.alternatives).toEqual([
      { kind: "resource", ref: "oci_core_subnet.gone" },
      { kind: "literal", ref: "d" },
    ]);
    expect(refOf(body, "v")?.ref).toBe("var.gone");
    expect(textOf(decoded(get(body, ["e"])))).toEqual(["run ", null, " and ", null]);
  });

  it("keeps what a condition decides between", () => {
    const result = terraform({
      "main.tf": `
variable "make" {}
variable "id" {}
resource "s" "s" { count = var.make ? 1 : 0 }
resource "t" "t" {
  subnet = var.make ? s.s[0].id : var.id
  type   = var.make ? "A" : "B"
  maybe  = var.make ? "A" : null
  short  = one(s.s[*].id)
  old    = join("", s.s.*.id)
  try    = try(s.s[0].id, null)
  el     = element(concat(s.s.*.id, [""]), 0)
}`,
    });
    expect(addresses(result)).toEqual(["s.s[0]?", "t.t"]);
    const { body } = find(result, "t.t");
    const created = { kind: "resource", ref: "s.s[0]" };
    expect(refOf(body, "subnet")).toEqual({
      kind: "expression",
      ref: "(var.make ? s.s[0] : var.id)",
      alternatives: [created, { kind: "expression", ref: "var.id" }],
    });
    expect(readString(body, "type")).toEqual({ kind: "unknown", ref: '(var.make ? "A" : "B")' });
    expect(refOf(body, "type")?.alternatives).toEqual([
      { kind: "literal", ref: "A" },
      { kind: "literal", ref: "B" },
    ]);
    expect(refOf(body, "maybe")?.alternatives).toEqual([{ kind: "literal", ref: "A" }, null]);
    for (const name of ["short", "old", "try", "el"])
      expect([name, refOf(body, name)]).toEqual([name, created]);
  });
});

describe("count and for_each", () => {
  it("makes as many as count says, none for zero, possible ones where it cannot be known", () => {
    const result = terraform({
      "main.tf": `
variable "n" {}
variable "on" { default = true }
resource "a" "two" {
  count = 2
  name  = "n\${count.index}"
}
resource "a" "none" { count = 0 }
resource "a" "on" { count = var.on ? 1 : 0 }
resource "a" "maybe" { count = var.n }
resource "a" "either" { count = var.n == "x" ? 1 : 3 }
resource "b" "b" { all = a.two[*].name }`,
    });
    expect(addresses(result)).toEqual([
      "a.two[0]",
      "a.two[1]",
      "a.on[0]",
      "a.maybe[0]?",
      "a.either[0]",
      "a.either[1]?",
      "a.either[2]?",
      "b.b",
    ]);
    expect(toJson(find(result, "b.b").body).json).toEqual({ all: ["n0", "n1"] });
    expect(find(result, "a.two[1]")).toMatchObject({
      instanceKey: 1,
      name: "two",
      type: "a",
      moduleAddress: "",
    });
  });

  it("makes one for every key", () => {
    const result = terraform({
      "main.tf": `
variable "u" {}
resource "a" "map" {
  for_each = { b = 2, a = 1 }
  v        = each.value
  k        = each.key
}
resource "a" "set" {
  for_each = toset(["x"])
  v        = each.value
}
resource "a" "none" { for_each = {} }
resource "a" "filtered" { for_each = { for k, v in { a = 1 } : k => v if var.u } }
resource "a" "switched" { for_each = var.u ? { a = 1 } : {} }
resource "a" "unknown" {
  for_each = var.u
  v        = each.value.shape
}
resource "b" "b" {
  one = a.map["b"].id
  any = a.unknown["z"].id
}`,
    });
    expect(addresses(result)).toEqual([
      'a.map["a"]',
      'a.map["b"]',
      'a.set["x"]',
      'a.filtered["a"]?',
      'a.switched["a"]?',
      "a.unknown[*]?",
      "b.b",
    ]);
    expect(toJson(find(result, 'a.map["b"]').body).json).toEqual({ v: 2, k: "b" });
    expect(refOf(find(result, "a.unknown[*]").body, "v")?.ref).toBe("a.unknown[*].each.value.shape");
    expect(refOf(find(result, "b.b").body, "one")).toEqual({ kind: "resource", ref: 'a.map["b"]' });
    expect(refOf(find(result, "b.b").body, "any")?.kind).toBe("expression");
  });
});

describe("blocks", () => {
  it("gives nested blocks as lists however they are written", () => {
    const result = terraform({
      "main.tf": `
variable "rules" { default = [{ p = 1 }, { p = 2 }] }
variable "u" {}
resource "a" "a" {
  plain { x = 1 }
  many { x = 1 }
  many { x = 2 }
  attr = [{ x = 3 }]
  single = { x = 4 }
  dynamic "dyn" {
    for_each = var.rules
    iterator = r
    content {
      port = r.value.p
      at   = r.key
      inner { y = r.value.p }
    }
  }
  dynamic "none" {
    for_each = []
    content {}
  }
  dynamic "maybe" {
    for_each = var.u ? [1] : []
    content { x = maybe.value }
  }
  dynamic "unknown" {
    for_each = var.u
    content { x = unknown.value.z }
  }
  provisioner "local-exec" { command = "kubectl get nodes" }
  lifecycle { ignore_changes = [tags] }
}`,
      "b.tf.json":
        '{"resource": {"a": {"j": {"plain": {"x": 1}, "dynamic": {"dyn": {"for_each": [7], "content": {"port": "${dyn.value}"}}}}}}}',
    });
    const { body } = find(result, "a.a");
    const json = (name: string) => blocks(body, name).items.map((block) => toJson(block.body).json);
    expect(json("plain")).toEqual([{ x: 1 }]);
    expect(json("many")).toEqual([{ x: 1 }, { x: 2 }]);
    expect(json("attr")).toEqual([{ x: 3 }]);
    expect(json("single")).toEqual([{ x: 4 }]);
    expect(json("dyn")).toEqual([
      { port: 1, at: 0, inner: [{ y: 1 }] },
      { port: 2, at: 1, inner: [{ y: 2 }] },
    ]);
    expect(blocks(body, "none")).toEqual({ items: [], open: false });
    expect(blocks(body, "nothing")).toEqual({ items: [], open: false });
    expect(blocks(body, "maybe")).toMatchObject({ open: true, items: [{ path: ["maybe", 0] }] });
    expect(blocks(body, "unknown")).toMatchObject({ open: true, items: [{}] });
    expect(json("provisioner")).toEqual([{ label: "local-exec", command: "kubectl get nodes" }]);
    expect(body.entries.has("lifecycle")).toBe(false);
    expect(toJson(find(result, "a.j").body).json).toEqual({ plain: { x: 1 }, dyn: [{ port: 7 }] });
    expect(readNumber(find(result, "a.j").body, "plain", "x")).toEqual({ kind: "known", value: 1 });
    expect(readNumber(body, "plain", "x")).toEqual({ kind: "known", value: 1 });
  });
});

describe("reading values", () => {
  const { body } = find(
    terraform({
      "main.tf": `
variable "u" {}
resource "a" "a" {
  s    = "31"
  n    = 31
  b    = "true"
  l    = ["a", var.u]
  nil  = null
  u    = var.u
  open = concat(["a"], var.u)
  map  = { x = 1 }
  bad  = { x = var.u, y = 2 }
}`,
    }),
    "a.a",
  );

  it("tells known, unknown and absent apart", () => {
    expect(readNumber(body, "s")).toEqual({ kind: "known", value: 31 });
    expect(readString(body, "n")).toEqual({ kind: "known", value: "31" });
    expect(readBoolean(body, "b")).toEqual({ kind: "known", value: true });
    expect(readBoolean(body, "n")).toEqual({ kind: "unknown", ref: "31" });
    expect(readString(body, "u")).toEqual({ kind: "unknown", ref: "var.u" });
    expect(readString(body, "nil")).toEqual({ kind: "absent" });
    expect(readString(body, "missing", "deeper")).toEqual({ kind: "absent" });
    expect(readString(body, "u", "deeper")).toEqual({ kind: "unknown", ref: "var.u.deeper" });
    expect(readList(body, "l")).toMatchObject({
      kind: "known",
      open: false,
      value: [{ value: "a" }, { ref: "var.u" }],
    });
    expect(readList(body, "open")).toMatchObject({ kind: "known", open: true });
    expect(readList(body, "u")).toEqual({ kind: "unknown", ref: "var.u" });
    expect(readList(body, "missing")).toEqual({ kind: "absent" });
    expect(readMap(body, "map")).toMatchObject({ kind: "known", open: false });
    expect(readMap(body, "u")).toEqual({ kind: "unknown", ref: "var.u" });
  });

  it("gives JSON and the names of what is missing in it", () => {
    expect(toJson(body)).toEqual({
      json: { s: "31", n: 31, b: "true", l: ["a", null], open: ["a", null], map: { x: 1 }, bad: { y: 2 } },
      unknown: { "l.1": "var.u", u: "var.u", "open.1": "var.u", open: '["a",var.u,…]', "bad.x": "var.u" },
    });
  });
});

describe("variables", () => {
  const main = `
variable "a" { default = "default" }
variable "b" {
  type    = object({ x = optional(number, 5), y = optional(string), z = optional(list(string), []) })
  default = {}
}
variable "n" {
  type     = number
  default  = 1
  nullable = false
}
variable "free" {}
resource "r" "r" {
  a = var.a
  x = var.b.x
  y = var.b.y
  z = var.b.z
  n = var.n
}
`;

  it("takes defaults, types and automatic files, later ones over earlier ones", () => {
    const plain = find(terraform({ "main.tf": main }), "r.r");
    expect(toJson(plain.body).json).toEqual({ a: "default", x: 5, z: [], n: 1 });
    const result = terraform({
      "main.tf": main,
      "terraform.tfvars": 'a = "one"\nn = "3"\n',
      "x.auto.tfvars": 'a = "two"\nb = { x = "9", z = ["q"], stray = 1 }\n',
      "y.auto.tfvars.json": '{"n": null}',
    });
    const { body, variant } = find(result, "r.r");
    expect(variant).toBe("");
    expect(toJson(body).json).toEqual({ a: "two", x: 9, z: ["q"], n: 1 });
  });

  it("evaluates once per var file, configured or beside the root, instead of with defaults alone", () => {
    const result = terraform(
      {
        "main.tf": main,
        "terraform.tfvars": 'a = "auto"\nn = 2\n',
        "dev.tfvars": 'a = "dev"\n',
        "env/prod.tfvars": 'a = "prod"\n',
        "env/size.tfvars": "n = 8\n",
      },
      [["env/prod.tfvars", "env/size.tfvars"]],
    );
    const seen = result.resources.map(({ variant, body }) => [
      variant,
      toJson(get(body, ["a"])).json,
      toJson(get(body, ["n"])).json,
    ]);
    expect(seen).toEqual([
      ["env/prod.tfvars + env/size.tfvars", "prod", 8],
      ["dev.tfvars", "dev", 2],
    ]);
  });

  it("gives a configured var file to the root that it lies in, or to those that declare what it sets", () => {
    const files = {
      "one/main.tf": main,
      "two/main.tf": 'variable "other" {}\nresource "r" "two" { o = var.other }\n',
      "one/envs/a.tfvars": 'a = "x"\n',
      "shared.tfvars": 'other = "y"\n',
    };
    const result = terraform(files, ["one/envs/a.tfvars", "shared.tfvars"]);
    expect(result.resources.map(({ address, root, variant }) => [address, root, variant])).toEqual([
      ["r.r", "one", "one/envs/a.tfvars"],
      ["r.two", "two", "shared.tfvars"],
    ]);
  });

  it("gives it to the nearest folder above that declares what it sets, also when others call that folder", () => {
    const files = {
      "main.tf": main,
      "examples/provider.tf": 'provider "p" {}\n',
      "examples/workers/pool.auto.tfvars": 'a = "x"\n',
      "profiles/small/main.tf": 'module "m" {\n  source = "../.."\n  a      = "called"\n}\n',
    };
    const seen = (varFiles: string[]) =>
      terraform(files, varFiles).resources.map(({ address, root, body }) => [
        address,
        root,
        toJson(get(body, ["a"])).json,
      ]);
    expect(seen(["examples/workers/pool.auto.tfvars"])).toEqual([
      ["r.r", "", "x"],
      ["module.m.r.r", "profiles/small", "called"],
    ]);
    expect(seen([])).toEqual([["module.m.r.r", "profiles/small", "called"]]);
  });

  it("reports a var file that is not there", () => {
    expect(codes(terraform({ "main.tf": main }, ["missing.tfvars"]))).toEqual(["hcl/var-file"]);
  });

  it("says once that there are var files which no root module uses", () => {
    const files = {
      "main.tf": main,
      "dev.tfvars": 'a = "x"\n',
      "env/b.tfvars": "n = 1\n",
      "env/a.tfvars": "a = 2\n",
    };
    const { problems } = terraform(files);
    expect(problems).toMatchObject([
      { code: "hcl/unused-var-file", severity: "notice", place: { file: "env/a.tfvars" } },
    ]);
    expect(problems[0]!.message).toContain("1 more");
    expect(codes(terraform(files, [["env/a.tfvars", "env/b.tfvars"]]))).toEqual([]);
  });

  it("takes files of environments that lie apart from the only root that declares all they set", () => {
    const variants = (files: Record<string, string>) =>
      terraform({ "stack/main.tf": main, ...files }).resources.map(({ root, variant }) => [root, variant]);
    const below = { "stack/env/dev.tfvars": 'a = "d"\nn = 1\n', "stack/env/prod.tfvars": 'a = "p"\n' };
    expect(variants(below)).toEqual([
      ["stack", "stack/env/dev.tfvars"],
      ["stack", "stack/env/prod.tfvars"],
    ]);
    const apart = { "live/dev/terraform.tfvars": 'a = "d"\n', "live/prod/terraform.tfvars": 'a = "p"\n' };
    expect(variants(apart)).toEqual([
      ["stack", "live/dev/terraform.tfvars"],
      ["stack", "live/prod/terraform.tfvars"],
    ]);
    expect(variants({ ...apart, "other/main.tf": 'variable "a" {}\n' })).toEqual([["stack", ""]]);
    expect(variants({ "live/dev.tfvars": 'a = "d"\nforeign = 1\n' })).toEqual([["stack", ""]]);
    expect(variants({ "test/live/dev.tfvars": 'a = "d"\n' })).toEqual([["stack", ""]]);
    expect(variants({ "live/part.auto.tfvars": 'a = "d"\n' })).toEqual([["stack", ""]]);
  });

  it("leaves files alone that set different things, as they may belong together", () => {
    const files = { "env/common.tfvars": "n = 1\n", "env/dev.tfvars": 'a = "d"\n' };
    expect(terraform({ "main.tf": main, ...files }).resources.map(({ variant }) => variant)).toEqual([""]);
  });

  it("reads the files of OpenTofu, which take the place of those of Terraform beside them", () => {
    const files = {
      "main.tf": 'resource "r" "old" {}\n',
      "main.tofu": 'resource "r" "new" {}\n',
      "more.tofu.json": '{"resource": {"r": {"json": {}}}}',
      "more.tf": 'resource "r" "more" {}\n',
    };
    expect(terraform(files).resources.map(({ address }) => address)).toEqual(["r.new", "r.more", "r.json"]);
  });

  it("takes var files that are to be filled in where there is no other", () => {
    const variants = (files: Record<string, string>) =>
      terraform({ "main.tf": main, ...files }).resources.map(({ variant }) => variant);
    const pattern = { "terraform.tfvars.example": 'a = "x"\n' };
    expect(variants(pattern)).toEqual(["terraform.tfvars.example"]);
    expect(variants({ ...pattern, "dev.tfvars": 'a = "y"\n' })).toEqual(["dev.tfvars"]);
    expect(variants({ ...pattern, "terraform.tfvars": 'a = "y"\n' })).toEqual([""]);
    expect(codes(terraform({ "main.tf": main, "apart/a.tfvars.example": "a = 1\n" }))).toEqual([]);
  });

  it("does not take what is to be filled in for a value", () => {
    const text = 'a = "<your name>"\nb = "<your name>"\n';
    const of = (file: string) => {
      const files = {
        "main.tf": 'variable "a" {}\nvariable "b" {}\nresource "r" "r" {\n  a = var.a\n  b = var.b\n}\n',
        [file]: text,
      };
      return toJson(find(terraform(files), "r.r").body);
    };
    expect(of("x.tfvars").json).toMatchObject({ a: "<your name>" });
    const { json, unknown } = of("x.tfvars.example");
    expect(json).toEqual({});
    expect(new Set(Object.values(unknown)).size).toBe(2);
  });

  it("does not take a module for a root because it shows how to fill in its variables", () => {
    const files = { "main.tf": 'module "m" {\n  source = "./m"\n}\n', "m/main.tf": main };
    const roots = (more: Record<string, string>) =>
      terraform({ ...files, ...more }).resources.map(({ root }) => root);
    expect(roots({ "m/terraform.tfvars.example": "a = 1\n" })).toEqual([""]);
    expect(roots({ "m/terraform.tfvars": "a = 1\n" })).toEqual(["", "m"]);
  });

  it("takes the defaults of a stack's schema before those of the variables", () => {
    const schema = JSON.stringify({
      variables: { a: { default: "stack" }, free: { default: "${a}" }, n: { type: "number" } },
    });
    const { body } = find(terraform({ "main.tf": main, "schema.yaml": schema }), "r.r");
    expect(toJson(body).json).toMatchObject({ a: "stack", n: 1 });
  });

  it("does not take the name of another variable for a default in a stack's schema", () => {
    const schema = JSON.stringify({ variables: { a: { default: "free" }, free: {} } });
    const { body } = find(terraform({ "main.tf": main, "schema.yaml": schema }), "r.r");
    expect(toJson(body).json).toMatchObject({ a: "default" });
  });
});

describe("places", () => {
  const result = terraform({
    "main.tf": `
locals {
  size = 3
}
resource "r" "r" {
  direct = "x"
  tfvar  = var.shape
  deep   = var.pools["a"].count
  local  = local.size
  default = var.d
  made   = lower(var.shape)
  inner {
    list = [
      "one",
      var.shape,
    ]
  }
}
module "m" {
  source = "./m"
  v      = "given"
}
resource "e" "e" {
  for_each = var.pools
  count_is = each.value.count
}
`,
    "vars.tf": 'variable "shape" {}\nvariable "pools" {}\nvariable "d" {\n  default = 7\n}\n',
    "terraform.tfvars": 'shape = "VM"\npools = {\n  a = {\n    count = 1\n  }\n}\n',
    "m/m.tf": 'variable "v" {}\nresource "q" "q" {\n  v = var.v\n}\n',
  });
  const r = find(result, "r.r");

  it.each<[string, readonly (string | number)[], string]>([
    ["a literal", ["direct"], "main.tf:6"],
    ["a variable of a var file", ["tfvar"], "terraform.tfvars:1 used main.tf:7"],
    ["a part of an object in a var file", ["deep"], "terraform.tfvars:4 used main.tf:8"],
    ["a local", ["local"], "main.tf:3 used main.tf:9"],
    ["a default", ["default"], "vars.tf:4 used main.tf:10"],
    ["something computed", ["made"], "main.tf:11"],
    ["a list element", ["inner", 0, "list", 0], "main.tf:14"],
    ["a list element from elsewhere", ["inner", 0, "list", 1], "terraform.tfvars:1 used main.tf:13"],
    ["a block", ["inner", 0], "main.tf:12"],
    ["an attribute that is not there", ["inner", 0, "missing"], "main.tf:12"],
    ["the resource", [], "main.tf:5"],
    ["nothing at all", ["nowhere", 0], "main.tf:5"],
  ])("tells where %s was written and used", (_, path, expected) => {
    expect(lines(r, ...path)).toBe(expected);
  });

  it("takes a switch that is turned around for written where it is set", () => {
    const made = terraform({
      "main.tf": 'variable "public" {}\nresource "r" "r" {\n  private = !var.public\n}\n',
      "terraform.tfvars": "\npublic = true\n",
    });
    expect(lines(find(made, "r.r"), "private")).toBe("terraform.tfvars:2 used main.tf:3");
  });

  it("looks through modules and for_each", () => {
    expect(lines(find(result, "module.m.q.q"), "v")).toBe("main.tf:21 used m/m.tf:3");
    expect(lines(find(result, 'e.e["a"]'), "count_is")).toBe("terraform.tfvars:4 used main.tf:25");
  });

  it("shows the first line of a block, and keeps the whole for suppressions", () => {
    expect(r.place.range).toEqual({ start: { line: 5, column: 1 }, end: { line: 5, column: 17 } });
    expect(r.block.range?.end.line).toBe(18);
  });
});

describe("modules", () => {
  it("follows local modules with their arguments and gives their outputs", () => {
    const result = terraform({
      "main.tf": `
module "net" {
  source = "./modules/net"
  cidr   = "10.0.0.0/16"
}
module "pool" {
  source   = "./modules/pool"
  for_each = { a = 1, b = 2 }
  size     = each.value
  subnet   = module.net.subnet_id
  cidr     = module.net.cidr
}
resource "r" "r" {
  id    = module.pool["a"].id
  sizes = [for p in module.pool : p.size]
}
`,
      "modules/net/main.tf": `
variable "cidr" {}
resource "subnet" "s" { cidr = var.cidr }
output "subnet_id" { value = subnet.s.id }
output "cidr" { value = cidrsubnet(subnet.s.cidr, 8, 0) }
`,
      "modules/pool/main.tf": `
variable "size" {}
variable "subnet" {}
variable "cidr" {}
resource "pool" "p" {
  size   = var.size
  subnet = var.subnet
  cidr   = var.cidr
}
output "id" { value = pool.p.id }
output "size" { value = var.size }
`,
    });
    expect(addresses(result)).toEqual([
      "r.r",
      "module.net.subnet.s",
      'module.pool["a"].pool.p',
      'module.pool["b"].pool.p',
    ]);
    const pool = find(result, 'module.pool["b"].pool.p');
    expect(pool).toMatchObject({ moduleAddress: 'module.pool["b"]', root: "" });
    expect(toJson(pool.body).json).toEqual({ size: 2, cidr: "10.0.0.0/24" });
    expect(refOf(pool.body, "subnet")).toEqual({ kind: "resource", ref: "module.net.subnet.s" });
    const { body } = find(result, "r.r");
    expect(refOf(body, "id")).toEqual({ kind: "resource", ref: 'module.pool["a"].pool.p' });
    expect(toJson(get(body, ["sizes"])).json).toEqual([1, 2]);
    expect(result.moduleCalls).toEqual([]);
  });

  it("does not take modules that need one another's outputs for a circle", () => {
    const module =
      'variable "i" {}\nresource "x" "x" {}\noutput "id" { value = x.x.id }\noutput "o" { value = var.i }\n';
    const result = terraform({
      "main.tf":
        'module "a" {\n  source = "./m"\n  i = module.b.id\n}\nmodule "b" {\n  source = "./m"\n  i = module.a.id\n}\n',
      "m/m.tf": module,
    });
    expect(codes(result)).toEqual([]);
  });

  it("reports calls of other modules with their arguments, and refers to their outputs", () => {
    const result = terraform({
      "main.tf": `
variable "v" { default = "v1.30.1" }
module "oke" {
  source             = "oracle-terraform-modules/oke/oci"
  version            = "5.4.3"
  count              = 1
  kubernetes_version = var.v
  worker_pools       = { a = { size = 2 } }
}
resource "r" "r" { c = module.oke[0].cluster_id }
`,
    });
    const [call] = result.moduleCalls;
    expect(call).toMatchObject({
      address: "module.oke[0]",
      name: "oke",
      source: "oracle-terraform-modules/oke/oci",
      version: "5.4.3",
      existence: "known",
    });
    expect(toJson(call!.arguments).json).toEqual({
      kubernetes_version: "v1.30.1",
      worker_pools: { a: { size: 2 } },
    });
    expect(refOf(find(result, "r.r").body, "c")?.ref).toBe("module.oke[0].cluster_id");
  });

  it("passes the doubt about a module on to what is in it", () => {
    const result = terraform({
      "main.tf": 'variable "u" {}\nmodule "m" {\n  source = "./m"\n  count = var.u ? 1 : 0\n}\n',
      "m/m.tf": 'resource "a" "b" {}\n',
    });
    expect(addresses(result)).toEqual(["module.m[0].a.b?"]);
  });

  it("reports a local module that is not there", () => {
    const result = terraform({ "main.tf": 'module "m" {\n  source = "../m"\n  a = 1\n}\n' });
    expect(result.problems).toMatchObject([
      { code: "hcl/module-not-found", severity: "warning", place: { range: { start: { line: 2 } } } },
    ]);
    expect(result.moduleCalls).toHaveLength(1);
  });
});

describe("root modules", () => {
  it("takes folders that nobody calls, or that say they are roots", () => {
    const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
    const result = terraform({
      "live/main.tf": call("../modules/a"),
      "modules/a/main.tf": `${call("../b")}resource "r" "a" {}\n`,
      "modules/b/main.tf": 'resource "r" "b" {}\n',
      "modules/c/main.tf": 'terraform {\n  backend "s3" {}\n}\nresource "r" "c" {}\n',
      "other/main.tf": call("../modules/c"),
      "circle/x/main.tf": `${call("../y")}resource "r" "x" {}\n`,
      "circle/y/main.tf": `${call("../x")}resource "r" "y" {}\n`,
    });
    const seen = result.resources.map(({ root, address }) => `${root}: ${address}`);
    expect(seen).toContain("live: module.m.module.m.r.b");
    expect(seen).toContain("modules/c: r.c");
    expect(seen).toContain("other: module.m.r.c");
    expect(seen).toContain("circle/x: r.x");
    expect(seen.some((one) => one.startsWith("modules/a:") || one.startsWith("modules/b:"))).toBe(false);
    expect(codes(result)).toEqual(["hcl/cycle"]);
  });

  it("finds modules and files also where all of it lies above the folder that names are relative to", () => {
    const result = terraform({
      "../../infra/live/main.tf":
        'module "m" {\n  source = "../modules/a"\n}\nmodule "out" {\n  source = "../../../x"\n}\n',
      "../../infra/modules/a/main.tf": 'resource "r" "a" {\n  t = file("${path.module}/a.txt")\n}\n',
      "../../infra/modules/a/a.txt": "text",
      "../x/main.tf": 'resource "r" "x" {}\n',
    });
    expect(toJson(find(result, "module.m.r.a").body).json).toEqual({ t: "text" });
    expect(result.problems.map(({ message }) => message)).toEqual([expect.stringContaining("../../../x")]);
  });

  it("applies override files", () => {
    const result = terraform({
      "main.tf": 'resource "r" "r" {\n  a = 1\n  b = 2\n}\n',
      "override.tf": 'resource "r" "r" {\n  b = 3\n}\n',
    });
    expect(result.resources.map(({ body }) => toJson(body).json)).toEqual([{ a: 1, b: 3 }]);
  });

  it("gives what an override file sets its place in that file", () => {
    const { resources } = terraform({
      "main.tf": 'resource "r" "r" {\n  a = 1\n  b = 2\n  n {}\n}\n',
      "r_override.tf":
        '\n\n\nresource "r" "r" {\n  b = 3\n  n {\n    c = 4\n  }\n  lifecycle { ignore_changes = [b] }\n}\n',
    });
    const { body, lifecycle } = resources[0]!;
    const at = (name: string) => {
      const { file, range } = placeAt(body.entries.get(name)!.site!);
      return `${file}:${range!.start.line}`;
    };
    expect([at("a"), at("b"), at("n")]).toEqual(["main.tf:2", "r_override.tf:5", "r_override.tf:6"]);
    expect(lifecycle?.ignoreChanges.map(({ name }) => name)).toEqual(["b"]);
  });
});

describe("texts", () => {
  const files = {
    "main.tf": `
variable "u" {}
variable "k" { default = "v" }
resource "i" "i" {
  plain = base64encode(<<-EOT
    #!/bin/bash
    echo \${var.k}
    oke install
  EOT
  )
  holes = base64encode(templatefile("\${path.module}/files/init.sh", { host = var.u, items = ["a", "b"] }))
  file  = file("files/raw.txt")
  gone  = file("files/none.txt")
  out   = file("../../etc/passwd")
  st    = ["Allow group \${var.u} to read x", join(" ", ["Allow", var.u])]
  fmt   = format("a %s b", var.u)
}
`,
    "files/init.sh": "set -e\njoin ${host}\n%{ for i in items ~}\nrun ${i}\n%{ endfor ~}\n",
    "files/raw.txt": "raw\ntext\n",
  };
  const { body } = find(terraform(files), "i.i");

  it("sees through encodings and keeps the literal parts", () => {
    expect(textOf(decoded(get(body, ["plain"])))).toEqual(["#!/bin/bash\necho v\noke install\n"]);
    expect(
      textOf(decoded(get(body, ["holes"])))
        ?.map((part) => part ?? "?")
        .join(""),
    ).toBe("set -e\njoin ?\nrun a\nrun b\n");
    expect(textOf(get(body, ["st", 0]))).toEqual(["Allow group ", null, " to read x"]);
    expect(textOf(get(body, ["st", 1]))?.join("|")).toBe("Allow| |");
    expect(textOf(get(body, ["fmt"]))).toEqual(["a ", null, " b"]);
    expect(readString(body, "file")).toEqual({ kind: "known", value: "raw\ntext\n" });
    expect(readString(body, "gone").kind).toBe("unknown");
    expect(readString(body, "out").kind).toBe("unknown");
    expect(textOf(get(body, ["gone"]))).toBeNull();
  });

  it("keeps the literal parts of data that is encoded with holes", () => {
    const text = (expression: string) =>
      textOf(
        get(
          find(
            terraform({ "main.tf": `variable "u" {}\nresource "r" "r" {\n  x = ${expression}\n}\n` }),
            "r.r",
          ).body,
          ["x"],
        ),
      )
        ?.map((part) => part ?? "?")
        .join("");
    expect(text('yamlencode({ run = ["oke bootstrap --ca ${var.u}"], ca = var.u })')).toBe(
      '"ca": "?"\n"run":\n- "oke bootstrap --ca ?"\n',
    );
    expect(text('jsonencode([var.u, 1, "<"])')).toBe('["?",1,"\\u003c"]');
    expect(text("jsonencode(var.u)")).toBeUndefined();
    expect(text('"#cloud-config\\n${yamlencode({ a = var.u })}"')).toBe('#cloud-config\n"a": "?"\n');
  });

  it("parts a text with holes at its literal separators", () => {
    const used = {
      "main.tf": `variable "u" {}
resource "r" "r" {
  x = compact(split("\\n", <<-EOT
    allow group \${var.u} to read x

    allow group b to use \${var.u}
  EOT
  ))
}
`,
    };
    const resource = find(terraform(used), "r.r");
    const item = (index: number) => textOf(get(resource.body, ["x", index]))?.map((part) => part ?? "?");
    expect([item(0), item(1)]).toEqual([
      ["allow group ", "?", " to read x"],
      ["allow group b to use ", "?"],
    ]);
    expect(positionIn(get(resource.body, ["x", 1]), 6)).toEqual({
      file: "main.tf",
      position: { line: 6, column: 11 },
    });
  });

  it("keeps the literal parts around what is put in for something else", () => {
    const text = (expression: string) => {
      const source = `variable "u" {}\nresource "r" "r" {\n  x = ${expression}\n}\n`;
      return textOf(get(find(terraform({ "main.tf": source }), "r.r").body, ["x"]))?.map(
        (part) => part ?? "?",
      );
    };
    expect(text('replace("in A and A", "A", var.u)')).toEqual(["in ", "?", " and ", "?"]);
    expect(text('replace("A ${var.u} A", "A", "b")')?.join("")).toBe("b ? b");
    expect(text('replace("A ${var.u}", "/A/", "b")')).toBeUndefined();
    expect(text('replace("none", "A", var.u)')).toEqual(["none"]);
  });

  it("at the key of a decoded file, also where the value is too short to be looked for", () => {
    const result = terraform({
      "main.tf":
        'locals {\n  pools = yamldecode(file("pools.schema.yaml"))\n}\nresource "t_t" "x" {\n  for_each = local.pools\n  size = each.value.size\n  all = local.pools\n}\n',
      "pools.schema.yaml": '{"a": {"size": 1, "more": [true]}}',
    });
    // The document of this test has the depth of a path as its line.
    expect(lines(find(result, 't_t.x["a"]'), "size")).toBe("pools.schema.yaml:3 used main.tf:6");
    expect(lines(find(result, 't_t.x["a"]'), "all", "a", "more", 0)).toBe(
      "pools.schema.yaml:4 used main.tf:7",
    );
  });

  it("finds texts again in the file that they were decoded or split from", () => {
    const used = {
      "main.tf": `locals {
  a = jsondecode(file("p.json"))
  b = yamldecode(file("p.yaml"))
}
resource "r" "r" {
  json  = local.a.list
  twice = local.b.twice
  line  = [for l in split("\\n", file("p.txt")) : trimspace(l) if l != ""]
  made  = compact(split("\\n", templatefile("p.tftpl", { n = "x" })))
}
`,
      "p.tftpl": "one ${n}\n\ntwo ${n}, ${n}\n",
      "p.json": '{"list": [\n"first one",\n"second one"]}',
      "p.yaml": '{"twice": ["same", "same"]}',
      "p.txt": "alpha\n  beta\n",
    };
    const resource = find(terraform(used), "r.r");
    expect(lines(resource, "json", 1)).toBe("p.json:3 used main.tf:6");
    expect(lines(resource, "line", 1)).toBe("p.txt:2 used main.tf:8");
    expect(lines(resource, "twice", 0)).toBe("main.tf:3 used main.tf:7");
    expect(lines(resource, "made", 0)).toBe("p.tftpl:1 used main.tf:9");
    expect(lines(resource, "made", 1)).toBe("p.tftpl:3 used main.tf:9");
  });

  it("finds the records of a table in their lines", () => {
    const from = (table: string) => {
      const made = terraform({
        "main.tf": `locals {
  rows = csvdecode(file("t.csv"))
}
resource "r" "r" {
  for_each = { for row in local.rows : row.name => row }
  port     = each.value.port
}
`,
        "t.csv": table,
      });
      return [lines(find(made, 'r.r["a"]'), "port"), lines(find(made, 'r.r["b"]'), "port")];
    };
    expect(from("name,port\na,1\n\nb,1\n")).toEqual(["t.csv:2 used main.tf:6", "t.csv:4 used main.tf:6"]);
    expect(from('name,port\n"a","1"\nb,1\n')).toEqual([
      "main.tf:2 used main.tf:6",
      "main.tf:2 used main.tf:6",
    ]);
  });

  it("finds texts again in the files that fileset names, also where something in them is replaced", () => {
    const made = terraform({
      "m/main.tf": `locals {
  all = merge([for f in fileset("${"${path.module}"}/p", "**/*.{yaml,yml}") : jsondecode(file("${"${path.module}"}/p/${"${f}"}"))]...)
}
resource "r" "r" {
  for_each = local.all
  text     = replace(each.value, "X", "long word")
}
`,
      "m/p/schema.yaml": '{"a": "of X one"}',
      "m/p/q/schema.yaml": '\n\n{"b": "second"}',
      "n/p/schema.yaml": '{"c": "third"}',
    });
    expect(made.resources.map(({ address }) => address)).toEqual(['r.r["a"]', 'r.r["b"]']);
    expect(made.resources.map(({ existence }) => existence)).toEqual(["known", "known"]);
    expect(lines(find(made, 'r.r["b"]'), "text")).toBe("m/p/q/schema.yaml:3 used m/main.tf:6");
    const text = get(find(made, 'r.r["a"]').body, ["text"]);
    expect(textOf(text)).toEqual(["of long word one"]);
    expect(positionIn(text, "of long word o".length)?.file).toBe("m/p/schema.yaml");
  });

  it("finds texts again in the template that they were decoded from", () => {
    const resource = find(
      terraform({
        "main.tf": `locals {
  n = "name"
  t = jsondecode(templatefile("p.tftpl", { n = local.n, more = ["x"] }))
}
resource "r" "r" {
  plain = local.t.plain
  mixed = local.t.mixed
  given = local.t.given
}
`,
        "p.tftpl":
          '{\n%{ for m in more ~}\n"${m}": 1,\n%{ endfor ~}\n"plain": "as it is",\n"mixed": "to ${n} only",\n"given": "${n}"}',
      }),
      "r.r",
    );
    expect(lines(resource, "plain")).toBe("p.tftpl:5 used main.tf:6");
    expect(lines(resource, "mixed")).toBe("p.tftpl:6 used main.tf:7");
    expect(positionIn(get(resource.body, ["mixed"]), "to name o".length)?.position).toEqual({
      line: 6,
      column: '"mixed": "to ${n} o'.length + 1,
    });
    // It stands twice in the outcome.
    expect(lines(resource, "given")).toBe("main.tf:3 used main.tf:8");
  });

  it("finds texts again where they were written before they were encoded", () => {
    const lineOf = (end: string, needle: string) => {
      const text = `variable "u" {}
locals {
  first = "one text"
}
resource "r" "r" {
  x = yamlencode({
    zebra = "last text"
    more = [
      local.first,
      "second text",${end}
    ]
  })
}
`;
      const value = get(find(terraform({ "main.tf": text }), "r.r").body, ["x"]);
      const made = textOf(value)!
        .map((part) => part ?? "?")
        .join("");
      return positionIn(value, made.indexOf(needle))?.position.line;
    };
    for (const end of ["", '"third ${var.u} end",']) {
      expect(lineOf(end, "one text")).toBe(3);
      expect(lineOf(end, "second")).toBe(10);
      expect(lineOf(end, "last")).toBe(7);
    }
    expect(lineOf('\n      "third ${var.u} end",', "end")).toBe(11);
    expect(lineOf('\n      { z = "a", a = "z" },\n      "zz"', '"a": "z"')).toBe(10);
    expect(lineOf('\n      { z = "a", a = "z" },\n      "zz"', 'zz"')).toBe(12);
  });

  it("fills in a template that a local value or a file holds", () => {
    const { body } = find(
      terraform({
        "main.tf": `locals {
  boot = <<-EOT
    #!/bin/bash
    join $$\{ip}
  EOT
}
resource "r" "r" {
  x = templatestring(local.boot, { ip = "10.0.0.1" })
  y = templatestring(data.http.x.body, {})
}
`,
      }),
      "r.r",
    );
    const x = get(body, ["x"]);
    expect(textOf(x)).toEqual(["#!/bin/bash\njoin 10.0.0.1\n"]);
    expect(positionIn(x, "#!/bin/bash\njo".length)?.position).toEqual({ line: 4, column: 7 });
    expect(textOf(get(body, ["y"]))).toBeNull();
  });

  it("finds the position of any character again", () => {
    const at = (value: Parameters<typeof positionIn>[0], needle: string) => {
      const text = textOf(value)!
        .map((part) => part ?? "?")
        .join("");
      const found = positionIn(value, text.indexOf(needle))!;
      return `${found.file}:${found.position.line}:${found.position.column}`;
    };
    expect(at(decoded(get(body, ["plain"])), "oke install")).toBe("main.tf:8:5");
    expect(at(decoded(get(body, ["plain"])), "install")).toBe("main.tf:8:9");
    expect(at(decoded(get(body, ["plain"])), "v\n")).toBe("main.tf:7:12");
    expect(at(decoded(get(body, ["holes"])), "run b")).toBe("files/init.sh:4:1");
    expect(at(decoded(get(body, ["holes"])), "?")).toBe("main.tf:2:1");
    expect(at(get(body, ["st", 0]), "to read")).toBe("main.tf:15:34");
    expect(at(get(body, ["file"]), "text")).toBe("files/raw.txt:2:1");
  });

  it("renders the old template data source", () => {
    const result = terraform({
      "main.tf":
        'data "template_file" "t" {\n  template = file("t.tpl")\n  vars = { a = "x" }\n}\nresource "r" "r" { v = data.template_file.t.rendered }\n',
      "t.tpl": "hello ${a}",
    });
    expect(readString(find(result, "r.r").body, "v")).toEqual({ kind: "known", value: "hello x" });
  });
});

describe("limits", () => {
  const repeat = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");

  it("reports what depends on itself and goes on", () => {
    const result = terraform({
      "main.tf": `
locals {
  a = local.b
  b = [local.a]
}
variable "v" { default = 1 }
resource "r" "r" {
  x = local.a
  y = r.r.y
  z = 1
}
resource "r" "self" {
  count = length(r.self)
}
module "m" {
  source = "./"
}
`,
    });
    expect(new Set(codes(result))).toEqual(new Set(["hcl/cycle"]));
    expect(result.problems.map((problem) => problem.place.range?.start.line).sort()).toEqual(
      ["12", "16", "3", "9"].map(Number).sort(),
    );
    expect(readNumber(find(result, "r.r").body, "z")).toEqual({ kind: "known", value: 1 });
  });

  it.each<[string, Record<string, string>]>([
    [
      "a chain of locals",
      {
        "main.tf": `locals {\n  l0 = 1\n${repeat(20_000, (i) => `  l${i + 1} = local.l${i}`)}\n}\nresource "r" "r" { x = local.l20000 }\n`,
      },
    ],
    [
      "texts that double",
      {
        "main.tf": `locals {\n  l0 = "ab"\n${repeat(60, (i) => `  l${i + 1} = "\${local.l${i}}\${local.l${i}}"`)}\n}\nresource "r" "r" { x = local.l60 }\n`,
      },
    ],
    [
      "lists that double",
      {
        "main.tf": `locals {\n  l0 = ["ab"]\n${repeat(60, (i) => `  l${i + 1} = concat(local.l${i}, local.l${i})`)}\n}\nresource "r" "r" { x = local.l60 }\n`,
      },
    ],
    [
      "objects that double",
      {
        "main.tf": `locals {\n  l0 = { a = 1 }\n${repeat(60, (i) => `  l${i + 1} = { a = local.l${i}, b = local.l${i} }`)}\n}\nresource "r" "r" {\n  x = local.l60\n  y = local.l60 == local.l59\n  z = jsonencode(local.l60)\n}\n`,
      },
    ],
    [
      "references that double",
      {
        "main.tf": `variable "u" {}\nlocals {\n  l0 = var.u\n${repeat(60, (i) => `  l${i + 1} = lower(local.l${i} == local.l${i} ? local.l${i} : upper(local.l${i}))`)}\n}\nresource "r" "r" { x = local.l60 }\n`,
      },
    ],
    [
      "loops in loops",
      {
        "main.tf":
          'locals { r = range(1000) }\nresource "r" "r" { x = [for a in local.r : [for b in local.r : [for c in local.r : a * b * c]]] }\n',
      },
    ],
    ["a large count", { "main.tf": 'resource "r" "r" {\n  count = 1000000000\n  x = count.index\n}\n' }],
    [
      "many modules in modules",
      {
        "main.tf": `${repeat(8, (i) => `module "m${i}" {\n  source = "./m0"\n}`)}\n`,
        ...Object.fromEntries(
          Array.from({ length: 8 }, (_, n) => [
            `m${n}/main.tf`,
            `${n === 7 ? 'resource "r" "r" {}' : repeat(8, (i) => `module "m${i}" {\n  source = "../m${n + 1}"\n}`)}\n`,
          ]),
        ),
      },
    ],
    [
      "products",
      {
        "main.tf":
          'locals { r = range(1000) }\nresource "r" "r" { x = length(setproduct(local.r, local.r, local.r)) }\n',
      },
    ],
    ["wide formats", { "main.tf": 'resource "r" "r" { x = format("%999999999d", 1) }\n' }],
  ])("ends with %s", (_, files) => {
    const result = terraform(files);
    for (const { body } of result.resources.slice(0, 20)) toJson(body);
  });

  it("leaves out instances beyond the limit and says so", () => {
    const result = terraform({ "main.tf": 'resource "r" "r" { count = 20000 }\n' });
    expect(result.resources).toHaveLength(10_000);
    expect(codes(result)).toEqual(["hcl/too-many"]);
  });

  it("says when evaluation was cut short", () => {
    const result = terraform({
      "main.tf":
        'locals { r = range(1000) }\nresource "r" "r" { x = [for a in local.r : [for b in local.r : [for c in local.r : 1]]] }\n',
    });
    expect(codes(result)).toEqual(["hcl/too-long"]);
  });
});
