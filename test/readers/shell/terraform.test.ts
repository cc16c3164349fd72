// What provisioners run, and where it stands.
import { describe, expect, it } from "vitest";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import { readProvisioners } from "../../../src/readers/read-scripts.ts";
import { testRuntime } from "../tree-sitter-runtime.ts";
import { bash, line } from "./shell-reading.ts";

const hcl = await (await testRuntime()).parser("hcl");

async function read(text: string) {
  const { document } = readHcl({ file: "main.tf", text }, hcl);
  const { documents } = await readProvisioners(document!, async () => bash);
  const scripts = documents.flatMap((one) => (one.format === "shell" ? [one] : []));
  return {
    hosts: scripts.map(({ host }) => host),
    lines: scripts.flatMap(({ commands }) => commands.map(line)),
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
    ["something unknown", 'provisioner "local-exec" {\n    command = var.command\n  }', [], []],
  ])("give their commands: %s", async (_, text, hosts, lines) => {
    const found = await read(inside(text));
    expect(found.hosts).toEqual(hosts.map((host) => `terraform:${host}`));
    expect(found.lines).toEqual(lines);
  });

  it("apply manifests that stand in them", async () => {
    const text =
      'provisioner "local-exec" {\n    command = <<-EOT\n      kubectl apply -f - <<YAML\n      apiVersion: v1\n      kind: Pod\n      YAML\n    EOT\n  }';
    expect((await read(inside(text))).kinds).toEqual(["Pod"]);
  });
});
