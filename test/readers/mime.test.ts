import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

it("reads the scripts of a MIME text, and the commands of its cloud-config, at their own lines", async () => {
  const read = documentReader((name) => readFile(join(projectRoot, "dist", name)));
  const { documents, problems } = await read([
    { file: "init.tpl", language: "mime", text: TEXT, named: true },
  ]);
  const commands = documents.flatMap((document) =>
    document.format === "shell"
      ? document.commands.map(({ text, range }) => `${range.start.line}:${range.start.column} ${text}`)
      : [],
  );
  expect(commands.toSorted()).toEqual(["13:1 kubectl attach web", "8:5 kubectl exec web -- ls"]);
  expect(problems).toEqual([]);
});
