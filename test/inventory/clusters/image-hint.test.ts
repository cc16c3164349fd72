// Names of images that stand beside their ids.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

const OKE = "Oracle-Linux-8.9-2024.01.26-0-OKE-1.29.1-679";
const OTHER = "Canonical-Ubuntu-22.04-2024.05.31-0";
const ID = '"ocid1.image.oc1.iad.aaaa"';
const SOURCES = "data.oci_containerengine_node_pool_option.o.sources";

const image = (source: string, more = "", tfvars = "") =>
  built({
    "main.tf": `resource "oci_core_instance" "n" {\n  metadata = { oke-max-pods = "31" }\n  source_details {\n    source_type = "image"\n    ${source}\n  }\n}\ndata "oci_containerengine_node_pool_option" "o" {\n  node_pool_option_id = "all"\n}\n${more}`,
    "terraform.tfvars": tfvars,
  }).lists.node_pools[0]!.image;

describe("the name of an image", () => {
  it.each([
    ["a comment behind the id", `source_id = ${ID} # ${OKE}`, ""],
    ["a comment above", `# ${OKE}\n    // on x86\n    source_id = ${ID}`, ""],
    ["a comment where the variable is used", `source_id = var.i # ${OKE}`, 'variable "i" {}\n'],
    [
      "the variable's description",
      "source_id = var.i",
      `variable "i" {\n  description = "${OKE}"\n  default = ${ID}\n}\n`,
    ],
    [
      "the key of a map",
      `source_id = local.i["x"]`,
      `locals {\n  i = {\n    x = ${ID} # ${OKE}\n    y = ${ID} # ${OTHER}\n  }\n}\n`,
    ],
    ["a condition", `source_id = [for s in ${SOURCES} : s.image_id if s.source_name == "${OKE}"][0]`, ""],
    [
      "a variable that the condition asks for",
      `source_id = element([for s in ${SOURCES} : s.image_id if s.source_name == var.name], 0)`,
      `variable "name" {\n  default = "${OKE}"\n}\n`,
    ],
    [
      "a key of what was listed",
      `source_id = { for s in ${SOURCES} : s.source_name => s.image_id }["${OKE}"]`,
      "",
    ],
  ])("is read in %s", (_, source, more) => {
    expect(image(source, more)).toMatchObject({
      name: OKE,
      oke: true,
      build: 679,
      kubernetes_version: [1, 29, 1],
    });
  });

  it("is read in a var file", () => {
    const found = image("source_id = var.i", 'variable "i" {}\n', `i = ${ID} # ${OKE}\n`);
    expect(found).toMatchObject({ name: OKE });
  });

  it.each([
    ["nothing is said", `source_id = ${ID} # the newest`, ""],
    ["two names are said", `source_id = ${ID} # ${OKE} or ${OTHER}`, ""],
    ["it stands beside something else", `source_id = ${ID}\n    kms_key_id = "x" # ${OKE}`, ""],
    [
      "another variable is described",
      "source_id = var.i",
      `variable "j" {\n  description = "${OKE}"\n}\nvariable "i" {\n  default = ${ID}\n}\n`,
    ],
    [
      "a condition keeps it out",
      `source_id = [for s in ${SOURCES} : s.image_id if s.source_name != var.name][0]`,
      `variable "name" {\n  default = "${OKE}"\n}\n`,
    ],
    ["it is part of a longer name", `source_id = ${ID} # ${OKE}.bak`, ""],
  ])("is not known where %s", (_, source, more) => {
    expect(image(source, more)?.name).toBeUndefined();
  });
});

describe("a pattern", () => {
  it.each([
    [
      `[for s in ${SOURCES} : s.image_id if length(regexall("Oracle-Linux-8.*OKE-1\\\\.27\\\\.2", s.source_name)) > 0][0]`,
      { os: "Oracle Linux", os_version: [8], kubernetes_version: [1, 27, 2] },
    ],
    [
      `[for s in ${SOURCES} : s.image_id if length(regexall("Canonical-Ubuntu-22", s.source_name)) == 0][0]`,
      {},
    ],
    [
      `[for s in ${SOURCES} : s.image_id if length(regexall("Oracle-Linux-8.*OKE-${"$"}{local.version}-", s.source_name)) > 0][0]`,
      { os: "Oracle Linux", os_version: [8], kubernetes_version: [1, 27, 2] },
    ],
    [
      "data.oci_core_images.i.images[0].id",
      { os: "Oracle Linux", os_version: [7], kubernetes_version: [1, 26, 2] },
    ],
  ])("says system and version: %s", (source, expected) => {
    const filter =
      'locals {\n  version = "1.27.2"\n}\ndata "oci_core_images" "i" {\n  filter {\n    name   = "display_name"\n    values = ["^Oracle-Linux-7.9-.*-OKE-1.26.2-.*"]\n    regex  = true\n  }\n}\n';
    const { ref, ...said } = image(`source_id = ${source}`, filter) ?? {};
    expect(ref).toBeDefined();
    expect(said).toEqual(expected);
  });

  it("reads what is known of a name that is filled in", () => {
    const named = (name: string) =>
      `variable "v" {}\ndata "oci_core_images" "i" {\n  display_name = "${name}"\n}\n`;
    const said = (name: string) => {
      const { ref: _, ...rest } = image("source_id = data.oci_core_images.i.images[0].id", named(name)) ?? {};
      return rest;
    };
    expect(said("Oracle-Linux-9.4-${var.v}-0")).toEqual({ os: "Oracle Linux", os_version: [9] });
    expect(said("${var.v}-2024.05.31-0")).toEqual({});
  });
});
