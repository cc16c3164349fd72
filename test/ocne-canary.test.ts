// Passwords, keys and tokens in OCNE files go into the program in every form; not one may come out of it in any format.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check } from "../src/commands/check.ts";
import { inventory } from "../src/commands/inventory.ts";
import type { Command } from "../src/commands/terminal.ts";
import { write } from "./discovery/repository.ts";
import { run } from "./terminal.ts";

/** Every value that must not be seen holds this word, plainly, in base64, in percent signs or compressed. */
const CANARY = "kanarienvogel";
const key = `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----\n`;
const join16 = "abcdef.kanarienvogel012";
const base64 = (text: string) => `data:;base64,${Buffer.from(text).toString("base64")}`;
const zipped = (text: string) => `data:;base64,${gzipSync(text).toString("base64")}`;
const percent = (text: string) =>
  `data:,${[...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")}`;

const ignition = {
  ignition: {
    version: "3.4.0",
    config: {
      merge: [
        {
          source: `http://admin:${CANARY}@boot.example/base.ign?token=${CANARY}`,
          httpHeaders: [{ name: "Authorization", value: `Bearer ${CANARY}` }],
        },
      ],
    },
  },
  passwd: { users: [{ name: "ocne", passwordHash: `$6$salt$${CANARY}`, sshAuthorizedKeys: [CANARY] }] },
  storage: {
    files: [
      { path: "/etc/kubernetes/pki/ca.key", contents: { source: base64(key) } },
      { path: "/etc/kubernetes/pki/sa.key", contents: { source: percent(CANARY) } },
      { path: "/etc/ocne/join.yaml", contents: { source: base64(`token: ${join16}`) } },
      { path: "/etc/ocne/zipped", contents: { source: zipped(key), compression: "gzip" } },
      { path: "/etc/ocne/append", append: [{ source: percent(key) }] },
    ],
  },
  systemd: { units: [{ name: "join.service", contents: `ExecStart=kubeadm join --token ${join16}` }] },
};

const kickstart = `lang en_US.UTF-8
selinux --disabled
rootpw --plaintext ${CANARY}
rootpw ${CANARY}
user --name=a --password=${CANARY}
user --name=b --password ${CANARY} --plaintext
sshpw --username=root ${CANARY} --plaintext
part / --fstype=xfs --encrypted --passphrase=${CANARY}
bootloader --append="ignition.config.url=http://admin:${CANARY}@boot.example/node.ign?token=${CANARY}" --password=${CANARY}
ostreesetup --osname=ock --url=http://admin:${CANARY}@boot.example/ostree
%post
echo ${CANARY} | passwd --stdin root
%end
`;

const FILES: Readonly<Record<string, string>> = {
  "node.ign": JSON.stringify(ignition),
  "pretty.ign": JSON.stringify(ignition, null, 2),
  "node.ks": kickstart,
  "cluster.yaml": `provider: byo
name: edge
password: ${CANARY}
sshPublicKey: |
  ${key.trim().replaceAll("\n", "\n  ")}
controlPlaneNodes: 3
proxy:
  httpsProxy: http://admin:${CANARY}@proxy.example:3128
  noProxy: localhost
extraIgnitionInline: |
  ${CANARY}
clusterDefinitionInline: |
  token: ${CANARY}
registry: admin:${CANARY}@registry.example
applications:
  - name: shop
    relaese: a
    config: { adminPassword: ${CANARY} }
    configFrom: https://admin:${CANARY}@values.example/shop.yaml
providers:
  oci: { profile: ${CANARY} }
  byo: {}
`,
  "ocne/defaults.yaml": `password: ${CANARY}\nname: ${"edge"}\nproxy: { httpProxy: "http://a:${CANARY}@proxy.example" }\n`,
  "make.sh": `#!/bin/sh
envsubst > ks.cfg << EOF
${kickstart}EOF
cat > node.ign << 'EOF'
${JSON.stringify(ignition, null, 2)}
EOF
cat > other.yaml << EOF
provider: byo
virtualIp: 10.244.0.1
password: ${CANARY}
EOF
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "canary-"));
  write(folder, FILES);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints, on both channels. */
async function printed(command: Command, ...args: readonly string[]): Promise<string> {
  const { out, err } = await run(command, { cwd: folder }, ...args);
  return out + err;
}

const words = [
  CANARY,
  ...["", "a", "ab"].map((before) =>
    Buffer.from(before + CANARY)
      .toString("base64")
      .slice(before ? 4 : 0, -4),
  ),
  percent(CANARY).slice("data:,".length),
  zipped(key).slice(40, 80),
];

function seen(text: string): readonly string[] {
  return text.split("\n").filter((line) => words.some((word) => line.includes(word)));
}

describe("credentials in OCNE files", () => {
  it.each(["text", "json", "sarif", "github", "markdown"])(
    "are in no report of format %s",
    async (format) => {
      const report = await printed(check, ".", "--root", ".", "--format", format);
      for (const rule of [
        "committed-ignition-secret",
        "plain-kickstart-password",
        "plain-node-password",
        "private-ssh-key",
        "ignored-cluster-key",
        "unknown-defaults-key",
        "unprotected-boot-source",
        "incomplete-no-proxy",
        "incomplete-ostreesetup",
      ])
        expect(report).toContain(rule);
      expect(seen(report)).toEqual([]);
    },
  );

  it("are in no entry of the inventory that is about OCNE", async () => {
    const { ocne, ocne_commands } = JSON.parse(await printed(inventory, ".", "--root", "."));
    expect(ocne).toHaveLength(8);
    expect(seen(JSON.stringify({ ocne, ocne_commands }, null, 1))).toEqual([]);
  });

  it("are in no baseline", async () => {
    await printed(check, ".", "--root", ".", "--write-baseline", join(folder, "baseline.json"));
    expect(seen(readFileSync(join(folder, "baseline.json"), "utf8"))).toEqual([]);
  });

  it("are each found where they stand", async () => {
    const { findings } = JSON.parse(await printed(check, ".", "--root", ".", "--format", "json"));
    const of = (file: string, rule: string) =>
      findings.filter(
        (finding: { file: string; rule: string }) => finding.file === file && finding.rule === rule,
      ).length;
    expect(of("node.ign", "committed-ignition-secret")).toBe(7);
    expect(of("pretty.ign", "committed-ignition-secret")).toBe(7);
    expect(of("make.sh", "committed-ignition-secret")).toBe(7);
    expect(of("node.ks", "plain-kickstart-password")).toBe(7);
    expect(of("make.sh", "plain-kickstart-password")).toBe(7);
  });
});
