// The documented way to a cluster on own hardware, as one script and as files: read in full, and not a finding.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, scanned } from "./texts.ts";
import { projectRoot } from "./tools.ts";

const fixtures = join(projectRoot, "test/fixtures/ocne-byo");

function filesIn(name: string): Files {
  const folder = join(fixtures, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

describe.each([
  ["script", 2, 8],
  ["files", 2, 4],
])("the documented example as %s", (name, ocne, calls) => {
  it("gives no finding and no problem", async () => {
    const { judged, problems } = await scanned(filesIn(name), "latest");
    expect(
      judged.map(({ finding }) => `${finding.place.range?.start.line} ${finding.rule} ${finding.message}`),
    ).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("is read in full", async () => {
    const { inventory } = (await scanned(filesIn(name), "latest")).built;
    expect(inventory.ocne.map(({ kind }) => kind).toSorted()).toHaveLength(ocne);
    expect(inventory.ocne_commands.filter(({ verb }) => verb !== "")).toHaveLength(calls);
  });
});

describe("the documented example with one thing changed", () => {
  it.each([
    ["the provider", "provider: byo", "provider: libvirt", "byo-provider-not-chosen"],
    [
      "the interface",
      "    networkInterface: eno1",
      "    networkInterface: ''",
      "byo-without-network-interface",
    ],
    ["the address", "virtualIp: 192.168.77.40", "virtualIp: 10.244.3.40", "overlapping-ocne-networks"],
    ["a key", "virtualIp:", "virtualIP:", "ignored-cluster-key"],
    ["the label", "--label=efi", "--label=esp", "unlabelled-kickstart-partition"],
    ["the first boot", " ignition.firstboot=1", "", "kickstart-without-ignition"],
    ["the branch", " --ref $ARCHIVE_REF", "", "incomplete-ostreesetup"],
    ["the type of the image", "image create --type ostree", "image create", "byo-image-not-ostree"],
    ["the transport", "docker://registry", "registry", "incomplete-ostree-upload"],
    ["the redirect", "rack.yaml > rack-first.ign", "rack.yaml", "ignition-not-saved"],
    ["the second start", "\nocne cluster start -c rack.yaml\n", "\n", "single-cluster-start"],
    ["the roles", "join -w 1 -c", "join -w 1 -n 1 -c", "mixed-role-join"],
    ["the tokens", "kubeadm token create", "echo", "join-without-token"],
    ["the certificates", "kubeadm init phase", "echo", "join-without-token"],
    [
      "the configuration's name",
      "rack.yaml << CLUSTER",
      "other.yaml << CLUSTER",
      "missing-cluster-configuration",
    ],
  ])("is found out: %s", async (_, from, to, rule) => {
    const text = filesIn("script")["provision.sh"]!;
    expect(text).toContain(from);
    const { judged } = await scanned({ "provision.sh": text.replaceAll(from, to) }, "latest");
    expect(judged.map(({ finding }) => finding.rule)).toContain(rule);
  });
});
