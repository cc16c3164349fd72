// What provisioners run, and where it stands.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import { readTerraformScripts } from "../../../src/readers/read-scripts.ts";
import { testRuntime } from "../tree-sitter-runtime.ts";
import { bash, line } from "./shell-reading.ts";

const hcl = await (await testRuntime()).parser("hcl");

async function read(text: string, file = "main.tf") {
  const { document } = readHcl({ file, text }, hcl);
  const { documents, problems } = await readTerraformScripts(document!, async () => bash);
  const scripts = documents.flatMap((one) => (one.format === "shell" ? [one] : []));
  return {
    hosts: scripts.map(({ host }) => host),
    lines: scripts.flatMap(({ commands }) => commands.map(line)),
    places: scripts.flatMap(({ commands }) =>
      commands.map(({ range: { start }, text: words }) => `${start.line}:${start.column} ${words}`),
    ),
    problems: problems.map(({ code, place }) => `${code} ${place.range?.start.line}`),
    kinds: documents.flatMap((one) => (one.format === "yaml" ? [(one.value as { kind: string }).kind] : [])),
  };
}

const inside = (provisioner: string) => `resource "null_resource" "x" {\n  ${provisioner}\n}\n`;

describe("provisioners", () => {
  it.each([
    [
      "a command with something filled in",
      'provisioner "local-exec" {\n    command = "kubectl exec ${var.pod} -- \\"ls\\" -l"\n  }',
      ["local-exec"],
      ["3 kubectl exec ? -- ls -l"],
    ],
    [
      "a heredoc",
      'provisioner "local-exec" {\n    command = <<-EOT\n      kubectl logs -f a\n      oci ce cluster delete\n    EOT\n  }',
      ["local-exec"],
      ["4 kubectl logs -f a", "5 oci ce cluster delete"],
    ],
    [
      "the lines of a remote one",
      'connection {}\n  provisioner "remote-exec" {\n    inline = [\n      "sudo dnf update",\n      var.more,\n      "kubectl get ${var.x}",\n    ]\n  }',
      ["remote-exec"],
      ["5 dnf update", "7 kubectl get ?"],
    ],
    [
      "another language",
      'provisioner "local-exec" {\n    command = "kubectl()"\n    interpreter = ["python3", "-c"]\n  }',
      [],
      [],
    ],
    [
      "a shell that is named",
      'provisioner "local-exec" {\n    interpreter = ["/bin/bash", "-c"]\n    command = "ls"\n  }',
      ["local-exec"],
      ["4 ls"],
    ],
    [
      "a file that is copied",
      'provisioner "file" {\n    source = "a.sh"\n    destination = "/tmp/a.sh"\n  }',
      [],
      [],
    ],
    [
      "lines that are joined",
      'provisioner "local-exec" {\n    command = join("\\n", [\n      "set -e",\n      var.before,\n      "kubectl exec ${var.pod} -- ls",\n    ])\n  }',
      ["local-exec"],
      ["4 set -e", "5 ?", "6 kubectl exec ? -- ls"],
    ],
    [
      "commands joined in one line",
      'provisioner "local-exec" {\n    command = join(" && ", concat(["ls -l"], ["kubectl logs -f a"]))\n  }',
      ["local-exec"],
      ["3 ls -l", "3 kubectl logs -f a"],
    ],
    [
      "a text that is filled in",
      'provisioner "local-exec" {\n    command = format("kubectl -n %s cp %[2]q:/a . # 100%%", var.n, var.p)\n  }',
      ["local-exec"],
      ["3 kubectl -n ? cp ? ."],
    ],
    [
      "lines in several lists",
      'provisioner "remote-exec" {\n    inline = concat(["sudo ls"], [trimspace("df ")], var.more)\n  }',
      ["remote-exec"],
      ["3 ls", "3 df"],
    ],
    [
      "what is made elsewhere",
      'provisioner "local-exec" {\n    command = join("\\n", [file("a.sh"), "kubectl exec a"])\n  }',
      ["local-exec"],
      ["3 ?", "3 kubectl exec a"],
    ],
    ["something unknown", 'provisioner "local-exec" {\n    command = var.command\n  }', [], []],
  ])("give their commands: %s", async (_, text, hosts, lines) => {
    const found = await read(inside(text));
    expect(found.hosts).toEqual(hosts.map((host) => `terraform:${host}`));
    expect(found.lines).toEqual(lines);
  });

  it("run what a local value of the file says", async () => {
    const text = `locals {\n  script = "kubectl exec a"\n}\n${inside('provisioner "local-exec" {\n    command = local.script\n  }')}`;
    expect((await read(text)).lines).toEqual(["2 kubectl exec a"]);
  });

  it("apply manifests that stand in them", async () => {
    const text =
      'provisioner "local-exec" {\n    command = <<-EOT\n      kubectl apply -f - <<YAML\n      apiVersion: v1\n      kind: Pod\n      YAML\n    EOT\n  }';
    expect((await read(inside(text))).kinds).toEqual(["Pod"]);
  });
});

describe("provisioners in JSON", () => {
  const json = (provisioner: unknown) =>
    JSON.stringify({ resource: { null_resource: { a: { provisioner } } } }, null, 1);

  it.each([
    ["one", { "local-exec": { command: "kubectl exec ${var.pod} -- ls" } }, ["7 kubectl exec ? -- ls"]],
    [
      "a list of them",
      [{ "local-exec": { command: "ls" } }, { "remote-exec": { inline: ["sudo dnf update", "ls -l"] } }],
      ["8 ls", "14 dnf update", "15 ls -l"],
    ],
    ["several of a kind", { "local-exec": [{ command: "a" }, { command: "b" }] }, ["8 a", "11 b"]],
    ["another language", { "local-exec": { command: "a()", interpreter: ["python3"] } }, []],
    ["a file that is copied", { file: { source: "a", destination: "b" } }, []],
    ["no object", "kubectl exec", []],
  ])("give their commands: %s", async (_, provisioner, lines) => {
    expect((await read(json(provisioner), "main.tf.json")).lines).toEqual(lines);
  });

  it("keep the commands of one string apart", async () => {
    const found = await read(
      json({ "local-exec": { command: 'kubectl exec "a"\nls \\u00e9' } }),
      "a.tf.json",
    );
    expect(found.places).toEqual(['7:19 kubectl exec \\"a\\"', "7:39 ls \\\\u00e9"]);
  });
});

describe("texts that are scripts", () => {
  it.each([
    [
      "a heredoc in a call",
      'resource "a" "b" {\n  user_data = base64encode(<<-EOT\n    #!/bin/bash\n    dnf update -y kubelet\n    echo $${HOME} ${var.x}\n  EOT\n  )\n}\n',
      ["4:5 dnf update -y kubelet", "5:5 echo $${HOME} ${var.x}"],
    ],
    [
      "lines that are joined",
      'locals {\n  script = join("\\n", [\n    "#!/bin/bash",\n    file("more.sh"),\n    "kubectl exec ${var.a}",\n  ])\n}\n',
      ['4:5 file("more.sh")', "5:6 kubectl exec ${var.a}"],
    ],
    [
      "one that is parted",
      "locals {\n  script = <<EOT\n#!/bin/sh\n%{ if var.a ~}\nkubectl exec a\n%{ else ~}\nkubectl exec b\n%{ endif ~}\n%{ for one in var.l ~}\nkubectl attach ${one}\n%{ endfor ~}\nEOT\n}\n",
      ["5:1 kubectl exec a", "7:1 kubectl exec b", "10:1 kubectl attach ${one}"],
    ],
    [
      "a quoted string in an object",
      'locals {\n  a = { b = ["#!/usr/bin/env bash\\nkubectl exec a\\nls"] }\n}\n',
      ["2:36 kubectl exec a", "2:52 ls"],
    ],
    [
      "a cloud-config",
      "locals {\n  a = <<-EOT\n    #cloud-config\n    runcmd:\n      - kubectl exec a\n      - [dnf, update, kubelet]\n    write_files:\n      - path: /x.sh\n        content: |\n          kubectl attach b\n  EOT\n}\n",
      ["5:9 kubectl exec a", "6:10 dnf, update, kubelet", "10:11 kubectl attach b"],
    ],
    [
      "commands of a cloud-config that a function encodes",
      'locals {\n  a = yamlencode({\n    runcmd = [\n      "kubectl exec ${var.p}",\n      ["dnf", "update", "kubelet"],\n      var.more,\n    ]\n  })\n}\n',
      ["4:8 kubectl exec ${var.p}", '5:9 dnf", "update", "kubelet'],
    ],
    ["another language", 'locals {\n  a = "#!/usr/bin/python3\\nkubectl()"\n}\n', []],
    [
      "a provisioner's, once",
      'resource "a" "b" {\n  provisioner "local-exec" {\n    command = "#!/bin/sh\\nls"\n  }\n}\n',
      ["3:27 ls"],
    ],
  ])("give their commands: %s", async (_, text, places) => {
    const found = await read(text);
    expect(found.places).toEqual(places);
    expect(found.problems).toEqual([]);
  });

  it("say of a cloud-config that is no YAML before Terraform fills it in that it was not read", async () => {
    const text = "locals {\n  a = <<EOT\n#cloud-config\nruncmd: [a\n${local.more}\nEOT\n}\n";
    const found = await read(text);
    expect(found.places).toEqual([]);
    expect(found.problems).toEqual(["terraform/cloud-config 3"]);
  });

  it("say that of one that a function encodes only where its commands do not stand in the file", async () => {
    const encoded = (first: string, made: string) =>
      `locals {\n  more = {\n    runcmd = ["kubectl exec a"]\n  }\n  a = ${first.replace("MADE", made)}\n}\n`;
    for (const first of ['"#cloud-config\\n${MADE}"', 'format("#cloud-config\\n%s", MADE)']) {
      const here = await read(encoded(first, 'yamlencode({ runcmd = ["ls", ["kubectl", "attach", "b"]] })'));
      expect(here.problems).toEqual([]);
      expect(here.lines).toEqual(["3 kubectl exec a", "5 ls", "5 kubectl attach b"]);
      expect((await read(encoded(first, "yamlencode(local.more)"))).problems).toEqual([]);
    }
    for (const made of [
      "yamlencode(var.more)",
      "yamlencode({ runcmd = var.commands })",
      "yamlencode({ (var.name) = [] })",
      'yamlencode({ runcmd = ["ls", ["kubectl", var.words]] })',
      "var.text",
    ])
      expect((await read(encoded('format("#cloud-config\\n%s", MADE)', made))).problems, made).toEqual([
        "terraform/cloud-config 5",
      ]);
  });

  it("never throws, and stays in the file", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            "#!/bin/sh\n",
            "kubectl ",
            "$${A}",
            "${var.a}",
            "%{ if a }",
            "%{ endif }",
            '"',
            "\\",
            "\\n",
            "<<E\n",
            "E\n",
            "\n",
            "é",
          ),
          { maxLength: 12 },
        ),
        async (parts) => {
          const text = `locals {\n  a = <<EOT\n#!/bin/sh\n${parts.join("")}\nEOT\n  b = "#!/bin/sh\\n${parts.join("").replaceAll("\n", "\\n")}"\n}\n`;
          const { document } = readHcl({ file: "main.tf", text }, hcl);
          if (document === null) return;
          const last = text.split("\n").length;
          for (const place of (await read(text)).places) {
            const line = Number.parseInt(place, 10);
            expect(line).toBeGreaterThan(1);
            expect(line).toBeLessThanOrEqual(last);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
