import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { documentReader } from "../../src/readers/read.ts";
import { projectRoot } from "../tools.ts";

const TEXT = `Content-Type: multipart/mixed; boundary="==B=="

--==B==
Content-Type: text/cloud-config

#cloud-config
runcmd:
  - kubectl exec web -- ls
--==B==
Content-Type: text/x-shellscript

#!/bin/bash
kubectl attach web
--==B==--
`;

async function readText(text: string) {
  const read = documentReader((name) => readFile(join(projectRoot, "dist", name)));
  const { documents, problems } = await read([{ file: "init.tpl", language: "mime", text, named: true }]);
  const commands = documents.flatMap((document) =>
    document.format === "shell"
      ? document.commands.map(({ text, range }) => `${range.start.line}:${range.start.column} ${text}`)
      : [],
  );
  return { commands: commands.toSorted(), problems };
}

it("reads the scripts of a MIME text, and the commands of its cloud-config, at their own lines", async () => {
  const { commands, problems } = await readText(TEXT);
  expect(commands).toEqual(["13:1 kubectl attach web", "8:5 kubectl exec web -- ls"]);
  expect(problems).toEqual([]);
});

const encoded = (type: string, body: Uint8Array | string) => `Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: ${type}
Content-Transfer-Encoding: base64

${Buffer.from(body).toString("base64")}
--b--
`;

it("reads a packed script, where its code begins", async () => {
  const { commands, problems } = await readText(
    encoded("text/x-shellscript", gzipSync("#!/bin/bash\nkubectl attach web\n")),
  );
  expect(commands).toEqual(["7:1 kubectl attach web"]);
  expect(problems).toEqual([]);
});

it.each(["text in base64", "packed"])("reads cloud-config: %s", async (how) => {
  const config = "#cloud-config\nruncmd:\n  - kubectl exec web -- ls\n  - [yum, update, kubelet]\n";
  const { commands, problems } = await readText(
    encoded("text/cloud-config", how === "packed" ? gzipSync(config) : config),
  );
  expect(commands).toEqual(["7:1 'yum' 'update' 'kubelet'", "7:1 kubectl exec web -- ls"]);
  expect(problems).toEqual([]);
});

it("says of a part that cannot be decoded that it was not looked at", async () => {
  const cut = gzipSync("#!/bin/bash\nkubectl attach web\n").subarray(0, 30);
  const { commands, problems } = await readText(encoded("text/x-shellscript", cut));
  expect(commands).toEqual([]);
  expect(problems.map(({ code, place }) => `${code} ${place.range?.start.line}`)).toEqual([
    "mime/undecoded 7",
  ]);
});
