// What a node is handed as user data, however it is wrapped: its encoding, its size, its texts and where they stand.
import { describe, expect, it } from "vitest";
import { type Built, built } from "../cloud/inventory-of.ts";

const JOIN = "bash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert LS0t";
const SCRIPT = `#!/bin/bash\n${JOIN}\n`;

const node = (userData: string) =>
  `resource "oci_core_instance" "gpu" {\n  shape = "BM.GPU.H100.8"\n  metadata = {\n    user_data = ${userData}\n  }\n}\n`;

/** `file:line` of the command that joins. */
function joinPlace({ userData }: Built): string | undefined {
  for (const { pieces, at } of userData[0]?.texts ?? []) {
    const offset = pieces
      .map((piece) => piece ?? "\u0001")
      .join("")
      .indexOf("/oke-install.sh");
    const place = offset === -1 ? null : at(offset);
    if (place) return `${place.file}:${place.position.line}`;
  }
  return undefined;
}

describe("user data of a node", () => {
  it.each([
    [
      "a template without variables that can be told",
      'base64encode(templatefile("x.tpl", var.all))',
      "",
      "x.tpl:2",
    ],
    [
      "a variable that nobody declares",
      `base64encode("#!/bin/bash\\n# \${var.gone}\\n${JOIN}\\n")`,
      "",
      "main.tf:4",
    ],
    [
      "parts that are encoded once more",
      "base64encode(data.cloudinit_config.c.rendered)",
      'data "cloudinit_config" "c" {\n  base64_encode = false\n  part {\n    content = file("x.tpl")\n  }\n}\n',
      "x.tpl:2",
    ],
    [
      "the template of a data source",
      "base64encode(data.template_file.t.rendered)",
      `data "template_file" "t" {\n  template = <<-EOT\n    #!/bin/bash\n    # $\${a}\n    ${JOIN}\n  EOT\n  vars = { a = 1 }\n}\n`,
      "main.tf:11",
    ],
  ])("is read out of %s", (_, userData, more, place) => {
    const found = built({ "main.tf": node(userData) + more, "x.tpl": SCRIPT });
    expect(found.lists.node_pools).toMatchObject([
      { mode: "self-managed", cloud_init: { encoding: "base64" } },
    ]);
    expect(joinPlace(found)).toBe(place);
  });

  it.each([
    ['file("x.tpl")', "main.tf:4"],
    ['templatefile("x.tpl", {})', "main.tf:4"],
    ["local.script", "main.tf:7"],
  ])(
    "in plain text is wrong where a file is used, and where another text is written: %s",
    (userData, place) => {
      const found = built({
        "main.tf": `${node(userData)}locals { script = ${JSON.stringify(SCRIPT)} }\n`,
        "x.tpl": SCRIPT,
      });
      const [pool] = found.lists.node_pools;
      expect(pool!.cloud_init?.encoding).toBe("plain");
      expect(found.lines(pool!.id, "cloud_init", "encoding").split(" ")[0]).toBe(place);
    },
  );

  it.each([
    ['base64encode(templatefile("x.tpl", { a = var.a }))', "", true],
    ["data.cloudinit_config.c.rendered", "  gzip = false\n", true],
    ["data.cloudinit_config.c.rendered", "", false],
    ['base64gzip(file("x.tpl"))', "", false],
  ])("is as long as what is known of it, unless it is packed: %s", (userData, gzip, sized) => {
    const config = `data "cloudinit_config" "c" {\n${gzip}  part {\n    content = file("x.tpl")\n  }\n}\n`;
    const text = `${SCRIPT}# \${a} ${"x".repeat(900)}\n`;
    const found = built({ "main.tf": node(userData) + config, "x.tpl": text });
    const { bytes = 0 } = found.lists.node_pools[0]!.cloud_init!;
    expect(bytes > 1200 && bytes < 1600).toBe(sized);
  });
});
