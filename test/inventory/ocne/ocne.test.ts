// What the inventory takes for files of OCNE, and what it reads off them and off calls of the CLI.
import { describe, expect, it } from "vitest";
import { inventoryOf, taken } from "../../texts.ts";
import { callsOf, fileOf, kindsOf } from "./reading.ts";

describe("a file", () => {
  it.each([
    ["two keys, one of them OCNE's", "a.yaml", "provider: byo\nvirtualIp: 1.2.3.4\n", "cluster"],
    ["JSON", "a.json", '{"provider": "byo", "podSubnet": "10.0.0.0/16"}', "cluster"],
    ["two keys that anybody uses", "a.yaml", "name: x\nprovider: byo\n", undefined],
    [
      "a workspace of packages",
      "pnpm-workspace.yaml",
      "packages: [a]\ncatalog: {}\ncatalogs: {}\n",
      undefined,
    ],
    ["one key", "a.yaml", "kubernetesVersion: '1.30'\n", undefined],
    ["a manifest", "a.yaml", "apiVersion: v1\nkind: Cluster\nname: x\nvirtualIp: 1.2.3.4\n", undefined],
    ["mostly another program's keys", "a.yaml", "name: x\ncni: y\nfoo: 1\nbar: 2\nbaz: 3\n", undefined],
    ["Helm values", "chart/values.yaml", "cni: calico\nkubernetesVersion: '1.30'\n", undefined],
    ["a list", "a.yaml", "- provider: byo\n  virtualIp: 1.2.3.4\n", undefined],
    ["the defaults file", ".ocne/defaults.yaml", "quiet: true\n", "defaults"],
    [
      "a file of defaults elsewhere",
      "config/ocne-defaults.yaml",
      "cni: calico\npodSubnet: 10.0.0.0/8\n",
      "defaults",
    ],
    ["Ignition", "node.ign", '{"ignition": {"version": "3.4.0"}}', "ignition"],
    ["Ignition by another name", "node.json", '{"ignition": {"version": "3.4.0"}}', "ignition"],
    ["Ignition as YAML", "node.yaml", "ignition: { version: 3.4.0 }\n", "ignition"],
    ["Butane", "node.yaml", "variant: fcos\nversion: 1.5.0\n", "ignition"],
    ["Kickstart", "node.ks", "ostreesetup --osname=ock\n", "kickstart"],
    ["Butane by its own name", "node.bu", "variant: fcos\nversion: 1.5.0\n", "ignition"],
    [
      "a menu of a boot loader",
      "boot/grub.cfg",
      "menuentry 'OCK' {\n  linux /vmlinuz inst.ks=http://h/ks.cfg\n}\n",
      "kickstart",
    ],
    ["a menu that boots something else", "grub.cfg", "menuentry 'a' {\n  linux /vmlinuz ro\n}\n", undefined],
    [
      "a provider of another program",
      "a.yaml",
      "provider: aws\ncni: b\nkubernetesVersion: '1.30'\n",
      undefined,
    ],
    [
      "what the command line of OCI reads",
      "cluster.json",
      '{"name": "a", "vcnId": "v", "compartmentId": "c", "kubernetesVersion": "v1.30.1"}\n',
      undefined,
    ],
    ["values of other types", "a.yaml", "name: a\nloadBalancer: true\ncni: cilium\n", undefined],
    [
      "settings of another program's network",
      "a.yaml",
      "name: a\ncni: { name: b }\npodSubnet: 10.0.0.0/8\n",
      undefined,
    ],
    ["a setting that is called ignition", "a.yaml", "ignition: true\n", undefined],
  ])("is taken for what it is: %s", async (_, file, text, kind) => {
    expect(await kindsOf({ [file]: text })).toEqual(kind === undefined ? [] : [`${file} ${kind}`]);
  });

  it.each([
    ["ocne cluster start -c conf/small.yaml", "cluster"],
    ["ocne cluster start --config=conf/small.yaml", "cluster"],
    ["sudo ocne cluster join --config conf/small.yaml", "cluster"],
    ["CONFIG=conf/small.yaml\nocne cluster start -c $CONFIG", "cluster"],
    ["ocne image create --config conf/small.yaml", "cluster"],
    ['ocne cluster start -c "$PWD/conf/small.yaml"', "cluster"],
    ['ocne cluster start --config="$(pwd)/conf/small.yaml"', "cluster"],
    ["ocne --log-level debug cluster start -c conf/small.yaml", "cluster"],
    ["ocne -k kubeconfig cluster -c conf/small.yaml start", "cluster"],
    ['OCNE_DEFAULTS_FILE="$PWD/conf/small.yaml" ocne cluster list', "defaults"],
    ["mkdir -p ~/.ocne && cp conf/small.yaml ~/.ocne/defaults.yaml", "defaults"],
    ['ln -s "$PWD/conf/small.yaml" "$HOME/.ocne/defaults.yaml"', "defaults"],
    ["OCNE_DEFAULTS_FILE=conf/small.yaml ocne cluster list", "defaults"],
    ["export OCNE_DEFAULTS_FILE=conf/small.yaml\nocne cluster list", "defaults"],
  ])("is what a script hands it over as: %s", async (script, kind) => {
    const kinds = await kindsOf({ "run.sh": `#!/bin/sh\n${script}\n`, "conf/small.yaml": "name: x\n" });
    expect(kinds).toEqual([`conf/small.yaml ${kind}`]);
  });

  it("is not made a configuration by the compartment of an upload", async () => {
    const script = "#!/bin/sh\nocne image upload -c conf/small.yaml\n";
    expect(await kindsOf({ "run.sh": script, "conf/small.yaml": "name: x\n" })).toEqual([]);
  });

  it("may stand in a script", async () => {
    const script = `#!/bin/sh
cat > byo.yaml <<EOF
provider: byo
virtualIp: $VIP
podSubnet: 10.1.0.0/16
EOF
tee node.ks <<'EOF'
ostreesetup --osname=ock
selinux --enforcing
%end
EOF
`;
    const { ocne } = await inventoryOf({ "run.sh": script });
    expect(ocne.map(({ kind }) => kind)).toEqual(["cluster", "kickstart"]);
    expect(ocne[0]).toMatchObject({ value: { provider: "byo" }, unknown: { virtualIp: "…" } });
  });
});

describe("a configuration", () => {
  it("keeps the spelling of versions", async () => {
    const { versions } = await fileOf("name: x\nkubernetesVersion: 1.30\nosTag: v1.31.4-2\n");
    expect(versions).toEqual([
      { path: ["kubernetesVersion"], text: "1.30", version: [1, 30], number: true },
      { path: ["osTag"], text: "v1.31.4-2", version: [1, 31, 4], number: false },
    ]);
  });

  it.each([
    ["$6$salt$hash", "hash"],
    ["$y$j9T$salt$hash", "hash"],
    ["'$2b$12$abc'", "hash"],
    ["hunter2", "plain"],
    ["12345678", "plain"],
    ["$PASSWORD", undefined],
    ["${PASSWORD}", undefined],
    ["<your password hash>", undefined],
    ["'{{ vault_password }}'", undefined],
    ["''", undefined],
  ])("tells how the password is written: %s", async (written, password) => {
    expect((await fileOf(`provider: byo\nvirtualIp: 1.2.3.4\npassword: ${written}\n`)).password).toBe(
      password,
    );
  });

  it("gives networks as CIDRs and leaves out what is none", async () => {
    const { networks } = await fileOf(
      "virtualIp: 1.2.3.4\nloadBalancer: lb.example\npodSubnet: 10.0.0.0/16, fd00::/48\nserviceSubnet: 10.0.0.0/99\n",
    );
    expect(networks.map(({ role, cidr }) => `${role} ${cidr}`)).toEqual([
      "pods 10.0.0.0/16",
      "pods fd00::/48",
      "virtual-ip 1.2.3.4/32",
    ]);
  });

  it("looks for files beside it, in its folder of work and at the root", async () => {
    const { references } = await fileOf(
      "virtualIp: 1.2.3.4\ndirectory: more\nextraIgnition: x.ign\nsshPublicKeyPath: ~/.ssh/a.pub\napplications: [{ configFrom: ../v.yaml }]\n",
      "conf/cluster.yaml",
    );
    expect(references.map(({ candidates }) => candidates)).toEqual([
      ["conf/x.ign", "x.ign", "conf/more/x.ign", "more/x.ign"],
      ["v.yaml", "conf/v.yaml"],
    ]);
  });

  it("names unknown keys at every level", async () => {
    const { unknown_keys } = await fileOf(
      "virtualIP: a\nquiet: true\nx-own: 1\nvirtualIp: 1.2.3.4\nproviders: { byo: { interface: b }, libvirt: { workerNode: { cpus: 2 } } }\ncatalogs: [{ url: c }]\n",
    );
    expect(unknown_keys.map(({ path, nearest, elsewhere }) => [path.join("."), nearest, elsewhere])).toEqual([
      ["virtualIP", "virtualIp", false],
      ["quiet", "", true],
      ["providers.byo.interface", "", false],
      ["providers.libvirt.workerNode.cpus", "cpu", false],
      ["catalogs.0.url", "uri", false],
    ]);
  });
});

describe("a call", () => {
  it.each([
    ["ocne cluster join -w1 -n 0", { "worker-nodes": "1", "control-plane-nodes": "0" }],
    [
      "ocne cluster join --worker-nodes=2 -r -c x",
      { "worker-nodes": "2", "role-control-plane": true, config: "x" },
    ],
    ['ocne cluster join -w "$N"', { "worker-nodes": null }],
    [
      "ocne image upload -c comp -f a.tar -d docker://r/x",
      { compartment: "comp", file: "a.tar", destination: "docker://r/x" },
    ],
    ["ocne cluster console -N a -- kubeadm -c x", { node: "a" }],
  ])("has its flags by their long names: %s", async (script, flags) => {
    expect((await callsOf(script))[0]!.flags).toEqual(flags);
  });

  it.each([
    ["ocne cluster start", "terminal"],
    ["ocne cluster start > a.ign", "file"],
    ["ocne cluster start 2> log", "terminal"],
    ["ocne cluster start | tee a.ign", "file"],
    ["ocne cluster start | grep x", "pipe"],
    ["ocne cluster start > /dev/null", "terminal"],
    ["x=$(ocne cluster start)", "captured"],
    ["x=`ocne cluster start`", "captured"],
    ["ocne cluster start >> a.ign 2>&1", "file"],
    ["ocne cluster start &> a.ign", "file"],
  ])("says where its output goes: %s", async (script, output) => {
    expect((await callsOf(script))[0]!.output).toBe(output);
  });

  it("is not read out of what is only printed or run elsewhere", async () => {
    const calls = await callsOf(
      "echo ocne cluster stop\n# ocne cluster stop\nssh host ocne cluster stop\nkubectl exec a -- ocne cluster stop\nocne cluster stop --help\ncat <<EOF\nocne cluster stop\nEOF",
    );
    expect(calls.filter(({ verb }) => verb !== "")).toEqual([]);
  });

  it("leads to its configuration, and knows when that may be made before", async () => {
    const made = await callsOf("sed s/a/b/ t > out/a.yaml\nocne cluster start -c out/a.yaml");
    expect(made[0]!.config).toMatchObject({ generated: true, candidates: ["out/a.yaml"] });
    const there = await callsOf("ocne cluster start -c a.yaml", { "a.yaml": "name: x\n" });
    expect(there[0]!.config).toMatchObject({ generated: false, id: "ocne1" });
    const changed = await callsOf("cd elsewhere && ocne cluster start -c a.yaml");
    expect(changed[0]!.config).toMatchObject({ candidates: ["a.yaml", "elsewhere/a.yaml"] });
  });

  it("is one of a number that is bounded, and the rest is a problem", async () => {
    const text = "ocne cluster start -c a.yaml\n".repeat(5_000);
    const { built, problems } = await taken({ "run.sh": text });
    expect(built.inventory.ocne_commands).toHaveLength(300);
    expect(problems.map(({ code }) => code)).toEqual(["ocne/too-many-calls"]);
  });

  it("prepares a join through kubeadm, also from a console", async () => {
    const calls = await callsOf(
      'kubeadm token create abc\necho "chroot /hostroot kubeadm init phase upload-certs" | ocne cluster console --node a\nkubeadm token list',
    );
    expect(calls.map(({ prepares }) => prepares)).toEqual([["token"], ["certificates"], []]);
  });
});
