// Scripts in the pipeline: what they apply out of themselves counts, at its line, without what the shell fills in.
import { expect, it } from "vitest";
import { taken } from "../texts.ts";

const MANIFEST = [
  "kubectl apply -f - <<EOF",
  "apiVersion: apps/v1",
  "kind: Deployment",
  "metadata:",
  "  name: web-$NAME",
  "spec:",
  "  replicas: ${REPLICAS}",
  "  template:",
  "    spec:",
  "      hostNetwork: true",
  "      $KEY: x",
  "      containers:",
  "        - name: web",
  "          args: [a, $B, c]",
  "EOF",
  "",
].join("\n");

it("reads a manifest in a heredoc, and takes what the shell fills in for unknown", async () => {
  const { built: result } = await taken({ "a.sh": `#!/bin/sh\n${MANIFEST}` }, "virtual");
  const [pod] = result.inventory.workloads.pods;
  expect(pod).toMatchObject({
    kind: "Deployment",
    name: "",
    spec: { hostNetwork: true },
  });
  expect(result.inventory.workloads.containers[0]?.value["args"]).toEqual(["a", null, "c"]);
  expect(pod).not.toHaveProperty("replicas");
  expect(Object.keys(pod!.spec)).not.toContain("$KEY");
  expect(JSON.stringify(pod)).not.toMatch(/\uE000/);
  expect(result.origins.get(pod!.id)!.locate(["hostNetwork"]).place.range?.start.line).toBe(11);
});

it("reads it at its line inside a workflow as well", async () => {
  const indented = MANIFEST.replaceAll(/^(?=.)/gm, "          ");
  const { built: result } = await taken(
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${indented}`,
    },
    "virtual",
  );
  const [pod] = result.inventory.workloads.pods;
  expect(result.origins.get(pod!.id)!.locate(["hostNetwork"]).place.range?.start.line).toBe(15);
});

it("leaves out what a throw-away cluster gets", async () => {
  const { built: result } = await taken({ "a.sh": `kind create cluster\n${MANIFEST}` }, "virtual");
  expect(result.inventory.workloads.pods).toEqual([]);
  expect(result.inventory.commands.map(({ ephemeral }) => ephemeral)).toEqual([true]);
});

it("reads the script of every kind of file", async () => {
  const line = "kubectl logs web";
  const { built: result, problems } = await taken(
    {
      Makefile: `a:\n\t${line}\n`,
      justfile: `a:\n  ${line}\n`,
      Jenkinsfile: `node { sh '${line}' }\n`,
      Tiltfile: `local('${line}')\n`,
      "Taskfile.yml": `version: "3"\ntasks:\n  a:\n    cmds: [${line}]\n`,
      ".gitlab-ci.yml": `a:\n  script: [${line}]\n`,
      "azure-pipelines.yml": `steps:\n  - script: ${line}\n`,
      "build_spec.yaml": `version: 0.1\ncomponent: build\nsteps:\n  - type: Command\n    command: ${line}\n`,
      "action.yml": `runs:\n  using: composite\n  steps:\n    - run: ${line}\n      shell: bash\n`,
      "package.json": `{"scripts": {"a": "${line}"}}\n`,
      tool: `#!/usr/bin/env bash\n${line}\n`,
      "init.yaml": `#cloud-config\nruncmd:\n  - ${line}\n`,
    },
    "virtual",
  );
  expect(problems).toEqual([]);
  const files = result.inventory.commands.map(({ id }) => result.origins.get(id)!.file);
  expect(files.toSorted()).toEqual(
    [
      ".gitlab-ci.yml",
      "Jenkinsfile",
      "Makefile",
      "Taskfile.yml",
      "Tiltfile",
      "action.yml",
      "azure-pipelines.yml",
      "build_spec.yaml",
      "init.yaml",
      "justfile",
      "package.json",
      "tool",
    ].toSorted(),
  );
});

it("gives a problem for a broken or binary script, and goes on", async () => {
  const { built: result, problems } = await taken(
    {
      "a.sh": "if true; then\nkubectl logs a <<EOF\n",
      "b.sh": "\0\0\0",
      "c.sh": "kubectl logs web\n",
    },
    "virtual",
  );
  expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["file/binary"]));
  expect(result.inventory.commands.length).toBeGreaterThan(0);
});
