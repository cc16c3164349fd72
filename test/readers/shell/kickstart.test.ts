// Scripts of an installation, at their own lines.
import { expect, it } from "vitest";
import { readKickstart } from "../../../src/readers/kickstart/read.ts";
import { readKickstartScripts } from "../../../src/readers/read-scripts.ts";
import { bash, line } from "./shell-reading.ts";

async function read(text: string) {
  const { document } = readKickstart({ file: "ks.cfg", text });
  const { documents, problems } = await readKickstartScripts(document, text, async () => bash);
  const scripts = documents.flatMap((one) => (one.format === "shell" ? [one] : []));
  return {
    hosts: scripts.map(({ host }) => host),
    lines: scripts.flatMap(({ commands }) => commands.map(line)),
    problems,
  };
}

it.each<[string, string, string[], string[]]>([
  [
    "a script with its shebang",
    "lang en\n%post --log=/root/log\n#!/bin/bash\nkubectl exec a\n  dnf update -y kubelet\n%end\nreboot\n",
    ["kickstart:post"],
    ["4 kubectl exec a", "5 dnf update -y kubelet"],
  ],
  [
    "several, with line ends of Windows",
    "%pre\r\nls\r\n%end\r\n%post --nochroot\r\ncp a b\r\n%end\r\n",
    ["kickstart:pre", "kickstart:post"],
    ["2 ls", "5 cp a b"],
  ],
  ["one for bash", "%post --interpreter=/usr/bin/bash\nls\n%end\n", ["kickstart:post"], ["2 ls"]],
  ["one without an end", "%post\nls -l", ["kickstart:post"], ["2 ls -l"]],
  ["none in another language", "%post --interpreter=/usr/bin/python3\nkubectl()\n%end\n", [], []],
  ["none in packages", "%packages\nkubectl\n%end\n%post\n%end\n", [], []],
])("reads %s", async (_, text, hosts, lines) => {
  expect(await read(text)).toEqual({ hosts, lines, problems: [] });
});
