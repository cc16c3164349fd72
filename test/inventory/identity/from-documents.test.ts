import { describe, expect, it } from "vitest";
import { sourcesIn, type Texts, textAt } from "./reading.ts";

const allow = "Allow group A to read buckets in tenancy";
const rule = "ALL {resource.type = 'cluster'}";

describe("statements are found in", () => {
  it.each<[string, Texts, readonly string[]]>([
    ["a policy file", { "a.policy": `# x\n${allow}\n` }, [allow]],
    ["a JSON list", { "a.json": JSON.stringify([allow, allow]) }, [allow, allow]],
    ["a JSON object", { "a.json": JSON.stringify({ statements: [allow] }) }, [allow]],
    [
      "an export of policies",
      { "a.json": JSON.stringify({ data: [{ name: "p", statements: [allow] }] }) },
      [allow],
    ],
    [
      "a landing zone",
      { "a.yaml": `policies:\n  P:\n    statements:\n      - ${allow}\n      - "${allow}"\n` },
      [allow, allow],
    ],
    [
      "a block of one per line",
      { "a.yaml": `statements: |\n  ${allow}\n  # no\n  ${allow}\n` },
      [allow, allow],
    ],
    ["matching rules", { "a.yaml": `groups:\n  g: {matching_rule: "${rule}"}\n` }, [rule]],
    ["camel case", { "a.json": JSON.stringify({ matchingRule: rule }) }, [rule]],
    ["a command", { "a.sh": `oci iam policy create --name p --statements '["${allow}"]' -c x\n` }, [allow]],
    ["a command with =", { "a.sh": `oci iam policy update --statements='["${allow}"]'\n` }, [allow]],
    [
      "a command in double quotes",
      { "a.sh": `oci iam policy create --statements "[\\"${allow}\\"]"\n` },
      [allow],
    ],
    [
      "a dynamic group's command",
      { "a.sh": `oci iam dynamic-group create --name g --matching-rule "${rule}"\n` },
      [rule],
    ],
    [
      "a command in which the shell fills something in",
      {
        "a.sh": `oci iam policy create -c $C --statements '["${allow}", "Allow group '"$G"' to read x in compartment id '$C'"]'\n`,
      },
      [allow, "Allow group $G to read x in compartment id $C"],
    ],
    [
      "a command with a substitution in its list",
      {
        "a.sh": `oci iam policy create --statements="[\\"Allow group a to read x in compartment id $(oci x --query "data[0].id")\\"]"\n`,
      },
      ["Allow group a to read x in compartment id $(oci_x_query_data_0_id_)"],
    ],
    [
      "a matching rule in which the shell fills something in",
      {
        "a.sh": `oci iam dynamic-group create --matching-rule "ALL {instance.compartment.id = '$C'}" --name x\n`,
      },
      ["ALL {instance.compartment.id = '$C'}"],
    ],
    [
      "a heredoc that a command sends",
      {
        "a.sh": `cat > "$DIR/s.json" <<EOF\n["${allow}"]\nEOF\noci iam policy create --statements "file://$DIR/s.json"\n`,
      },
      [allow],
    ],
    ["strings of Terraform", { "a.tf": `locals {\n  s = cond ? ["${allow}"] : []\n}\n` }, [allow]],
    ["heredocs of Terraform", { "a.tf": `locals {\n  s = <<-EOT\n    ${allow}\n  EOT\n}\n` }, [`${allow}\n`]],
    [
      "templates of Terraform",
      {
        "a.tf":
          'resource "oci_identity_policy" "p" {\n  statements = ["Allow group ${local.g} to read buckets in ${local.scope}"]\n}\n',
      },
      ["Allow group ${local.g} to read buckets in ${local.scope}"],
    ],
    [
      "matching rules of Terraform",
      {
        "a.tf":
          'resource "oci_identity_dynamic_group" "g" {\n  matching_rule = "instance.id = \'${x.y.id}\'"\n}\n',
      },
      ["instance.id = '${x.y.id}'"],
    ],
    ["fenced blocks", { "a.md": `# Policies\n\n\`\`\`\n${allow}\n\`\`\`\n\n~~~text\nls\n~~~\n` }, [allow]],
    [
      "a misspelt entry beside a right one",
      { "a.json": JSON.stringify({ statements: ["Alow x", allow] }) },
      ["Alow x", allow],
    ],
  ])("%s", (_, files, texts) => {
    const found = sourcesIn(files);
    expect(found.map(({ text }) => text)).toEqual(texts);
    for (const source of found) {
      const word = source.text.indexOf("read") === -1 ? 0 : source.text.indexOf("read");
      expect(textAt(files, source, word, 4)).toBe(source.text.slice(word, word + 4));
      expect(source.place.range?.start).toEqual(source.at(0));
    }
  });

  it("a file that a script sends, whatever it looks like", () => {
    const files = {
      "iam/s.json": '["Alow group A"]',
      "other.json": '["Alow group A"]',
      "iam/run.sh": "oci iam policy create --statements file://s.json\n",
    };
    expect(sourcesIn(files).map(({ place }) => place.file)).toEqual(["iam/s.json"]);
  });

  it("a manifest, which keeps its own lists, not at all", () => {
    const files = {
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  statements: SELECT 1\n  list: [Allow, deny]\n",
      "aws.json": JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:*" }] }),
      "words.json": JSON.stringify(["allow", "deny"]),
      "a.sh":
        'oci iam policy list\noci iam policy create --statements "$STATEMENTS"\naws iam create-policy --statements \'["Allow group A to read x in tenancy"]\'\n',
      "a.tf": 'locals {\n  a = "Allow from all"\n  b = "allow traffic to ${x}"\n  any = "All {x}"\n}\n',
      "a.md": "Allow group A to read buckets in tenancy\n",
    };
    expect(sourcesIn(files).map(({ text }) => text)).toEqual([]);
  });
});

describe("a statement", () => {
  it("knows its policy, and what that is attached to", () => {
    const yaml = `policies:\n  p:\n    name: oke\n    compartment_id: ocid1.compartment.oc1..c\n    statements: ["${allow}"]\n`;
    const tf = `resource "oci_identity_policy" "p" {\n  name = "oke-\${var.env}"\n  compartment_id = oci_identity_compartment.c.id\n  statements = ["${allow}"]\n}\n`;
    const [first, second] = sourcesIn({ "a.yaml": yaml, "a.tf": tf });
    expect(first?.owner).toEqual({
      key: "a.yaml#policies/p",
      name: "oke",
      compartment: "ocid1.compartment.oc1..c",
    });
    expect(second?.owner).toEqual({
      key: "a.tf#0",
      address: "oci_identity_policy.p",
      name: "oke-${var.env}",
      compartment: "${oci_identity_compartment.c.id}",
    });
  });

  it("of a command knows the command's options", () => {
    const [source] = sourcesIn({
      "a.sh": `oci iam policy create --name oke --compartment-id ocid1.tenancy.oc1..t --statements '["${allow}"]'\n`,
    });
    expect(source?.owner).toEqual({ key: "a.sh#1:1", name: "oke", compartment: "ocid1.tenancy.oc1..t" });
  });
});
