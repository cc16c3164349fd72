// What scripts write for OCNE, how they call it in other words, and what a configuration says between the lines.
import { describe, expect, it } from "vitest";
import { inventoryOf, taken } from "../../texts.ts";
import { callsOf, fileOf, kindsOf } from "./reading.ts";

describe("a file that a script writes", () => {
  it.each([
    ["in one line of JSON", `cat > a.ign <<'EOF'\n{"ignition": {"version": "3.4.0"}}\nEOF`, "ignition"],
    ["into the home folder", 'cat > "$HOME/.ocne/defaults.yaml" <<EOF\nname: c\nEOF', "defaults"],
    ["behind tabs", "cat <<-'EOF' | tee byo.yaml\n\tprovider: byo\n\tvirtualIp: 1.2.3.4\n\tEOF", "cluster"],
  ])("is read: %s", async (_, script, kind) => {
    expect(await kindsOf({ "run.sh": `#!/bin/sh\n${script}\n` })).toEqual([`run.sh ${kind}`]);
  });

  it.each([
    ["lines of echo", 'echo "provider: byo" > c.yaml\necho "virtualIp: 1.2.3.4" >> c.yaml\n', 3],
    ["echo with escapes", 'echo -e "provider: byo\\nname: x\\nvirtualIp: 1.2.3.4" > c.yaml\n', 2],
    ["printf", "printf 'provider: byo\\nvirtualIp: 1.2.3.4\\n' >c.yaml\n", 2],
    [
      "printf of lines",
      "printf '%s\\n' 'provider: byo' \\\n  'name: c' \\\n  'virtualIp: 1.2.3.4' > c.yaml\n",
      4,
    ],
    ["several lines in quotes", "echo 'provider: byo\nname: c\nvirtualIp: 1.2.3.4' > c.yaml\n", 4],
  ])("is read where it is printed line by line: %s", async (_, script, line) => {
    const { inventory, origins } = (await taken({ "run.sh": `#!/bin/sh\n${script}` })).built;
    expect(inventory.ocne).toMatchObject([{ kind: "cluster" }]);
    const { place } = origins.get(inventory.ocne[0]!.id)!.locate(["virtualIp"]);
    expect(place.range?.start.line).toBe(line);
  });

  it.each([
    ["a line that is added on a condition", '[ -n "$V" ] && echo "virtualIp: $V" >> c.yaml'],
    ["a line that only one branch adds", 'if x; then\n  echo "virtualIp: 1.2.3.4" >> c.yaml\nfi'],
    ["what another program adds", "sed s/a/b/ more.yaml >> c.yaml"],
  ])("is not known with %s", async (_, more) => {
    const script = `echo "provider: byo" > c.yaml\necho "virtualIp: 1.2.3.4" >> c.yaml\n${more}\n`;
    expect(await kindsOf({ "run.sh": script })).toEqual([]);
  });

  it.each([
    ["lines that are added", "a.yaml", 'x && echo "virtualIp: $V" >> a.yaml'],
    ["a heredoc that is added", "a.yaml", "cat <<EOF | sudo tee -a a.yaml\nvirtualIp: 1.2.3.4\nEOF"],
    ["an edit in place", "a.yaml", "yq -i '.virtualIp = env(V)' a.yaml"],
  ])("says not all of a file with %s", async (_, name, script) => {
    const text = "provider: byo\nkubernetesVersion: '1.31'\ncontrolPlaneNodes: 3\n";
    const { ocne } = await inventoryOf({ [name]: text, "run.sh": `${script}\n` });
    expect(ocne.find(({ file }) => file === name)).toMatchObject({ partial: true });
    const { ocne: written } = await inventoryOf({
      "run.sh": `cat > ${name} <<EOF\n${text}EOF\n${script}\n`,
    });
    expect(written[0]).toMatchObject({ partial: true });
    const { ocne: alone } = await inventoryOf({ "run.sh": `cat > ${name} <<EOF\n${text}EOF\n` });
    expect(alone[0]!.partial).not.toBe(true);
  });

  it.each([
    '{\n  echo "provider: byo"\n} > a.yaml',
    "(cat head.yaml; cat tail.yaml) >a.yaml",
    'for f in parts/*; do\n  cat "$f"\ndone >> a.yaml',
  ])("may be made by several commands together: %s", async (script) => {
    const calls = await callsOf(`${script}\nocne cluster start -c a.yaml`);
    expect(calls.at(-1)!.config).toMatchObject({ generated: true });
  });

  it("is there for those who refer to it", async () => {
    const text = "name: c\nvirtualIp: 1.2.3.4\nextraIgnition: a.ign\nsshPublicKeyPath: keys/id.pub\n";
    const files = async (script: string) => (await inventoryOf({ "a.yaml": text, "run.sh": script })).files;
    expect(await files("butane a.bu > a.ign\nssh-keygen -f keys/id\n")).toEqual({
      "a.ign": true,
      "keys/id.pub": true,
    });
    expect(await files("echo a.ign\nrm keys/id\n")).toEqual({ "a.ign": false, "keys/id.pub": false });
  });
});

describe("what a configuration says", () => {
  it("excludes everything from the proxy with a star", async () => {
    const { networks } = await fileOf("name: c\npodSubnet: 10.0.0.0/8\nproxy: { noProxy: 'a, *' }\n");
    expect(networks.filter(({ role }) => role === "no-proxy").map(({ cidr }) => cidr)).toEqual([
      "0.0.0.0/0",
      "::/0",
    ]);
  });

  it("holds credentials in Ignition of its own", async () => {
    const { secrets } = await fileOf(
      "name: c\nvirtualIp: 1.2.3.4\nextraIgnitionInline: |\n  storage:\n    files:\n      - contents: { inline: 'token: abcdef.0123456789abcdef' }\n",
    );
    expect(secrets).toEqual([
      { path: ["extraIgnitionInline"], what: "join token", target: "extraIgnitionInline" },
    ]);
  });

  it("names a key whose folder is not known", async () => {
    const { value } = await fileOf("name: c\nvirtualIp: 1.2.3.4\nsshPublicKeyPath: $HOME/.ssh/id_rsa\n");
    expect(value).toMatchObject({ sshPublicKeyPath: "$HOME/.ssh/id_rsa" });
  });
});

describe("a call in other words", () => {
  it.each([
    ["ocne -l debug cluster start -n 3", "cluster start", { "control-plane-nodes": "3" }],
    ["ocne cluster --kubeconfig=k start -c a.yaml", "cluster start", { kubeconfig: "k", config: "a.yaml" }],
    ['ocne cluster start -c "${PWD}/a.yaml"', "cluster start", { config: "a.yaml" }],
    ['ocne cluster start -c "$CONFIG_FOLDER/a.yaml"', "cluster start", { config: null }],
  ])(
    "is known with flags before its verb, and below the folder it runs in: %s",
    async (script, verb, flags) => {
      expect((await callsOf(script))[0]).toMatchObject({ verb, flags });
    },
  );

  it("keeps in Ansible what its task registers", async () => {
    const play = (more: string) =>
      `- hosts: a\n  tasks:\n    - command: ocne cluster start -c a.yaml\n${more}    - debug: { msg: x }\n`;
    const outputs = async (more: string) =>
      (await inventoryOf({ "play.yml": play(more) })).ocne_commands.map(({ output }) => output);
    expect(await outputs("      register: ignition\n")).toEqual(["captured"]);
    expect(await outputs("      changed_when: true\n")).toEqual(["terminal"]);
  });
});
