// Scripts in steps of Tekton and Argo Workflows.
import { describe, expect, it } from "vitest";
import { lines, readHosted } from "./shell-reading.ts";

const read = (text: string) => {
  const reading = readHosted("a.yaml", text);
  return [reading.documents.map(({ host }) => host), lines(reading)];
};

describe("Tekton", () => {
  const task = (kind: string, spec: string) => `apiVersion: tekton.dev/v1\nkind: ${kind}\nspec:\n${spec}`;

  it("runs the scripts of a task's steps in a shell, unless their first line says otherwise", () => {
    const steps = `  steps:
    - name: a
      script: |
        kubectl exec web
    - script: "#!/usr/bin/env bash\\nkubectl logs web"
    - script: |
        #!/usr/bin/env python3
        kubectl attach web
    - image: b
  sidecars:
    - name: s
      script: kubectl proxy
`;
    const expected = [
      ["tekton:a", "tekton:2", "tekton:s"],
      ["7 kubectl exec web", "8 kubectl logs web", "15 kubectl proxy"],
    ];
    expect(read(task("Task", steps))).toEqual(expected);
    expect(read(task("ClusterTask", steps))).toEqual(expected);
  });

  it("keeps tasks inside its pipelines and runs", () => {
    const step = "{ steps: [{ script: kubectl exec web }] }";
    for (const [kind, spec] of [
      ["TaskRun", `  taskSpec: ${step}`],
      ["Pipeline", `  tasks: [{ taskRef: { name: a } }, { taskSpec: ${step} }]`],
      ["Pipeline", `  finally: [{ taskSpec: ${step} }]`],
      ["PipelineRun", `  pipelineSpec: { tasks: [{ taskSpec: ${step} }] }`],
    ])
      expect(read(task(kind!, spec!))[1]).toEqual(["4 kubectl exec web"]);
  });

  it("fills in its variables, which are no commands", () => {
    const script =
      "  steps: [{ script: 'kubectl -n $(params.ns) exec $(kubectl get pod) $(tasks.a.results.b)' }]";
    expect(read(task("Task", script))[1]).toEqual(["4 kubectl -n ? exec ? ?", "4 kubectl get pod"]);
  });

  it.each(["", "  steps: x", "  steps: [null, { script: 7 }, []]", "  tasks: [null, { taskSpec: [] }]"])(
    "passes over %j",
    (spec) => {
      for (const kind of ["Task", "Pipeline", "PipelineRun"])
        expect(read(task(kind, spec))).toEqual([[], []]);
    },
  );
});

describe("Argo", () => {
  const workflow = (templates: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nspec:\n  templates:\n${templates}`;

  it("hands a template's script to the program that it names", () => {
    const templates = ["[bash]", "[/bin/sh, -e]", "[python]", "7"]
      .map((command) => `    - name: a\n      script: { command: ${command}, source: kubectl exec web }\n`)
      .join("");
    expect(read(workflow(templates))).toEqual([
      ["argo:a", "argo:a"],
      ["6 kubectl exec web", "8 kubectl exec web"],
    ]);
    const own = '    - script: { source: "#!/bin/sh\\nkubectl exec {{inputs.parameters.pod}} -c x" }\n';
    expect(read(workflow(own))).toEqual([["argo:1"], ["5 kubectl exec ? -c x"]]);
  });

  it("does so in a CronWorkflow, and in no other kind of the group", () => {
    const cron = `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
spec:
  workflowSpec:
    templates:
      - script: { command: [sh], source: kubectl exec web }
`;
    expect(read(cron)[1]).toEqual(["6 kubectl exec web"]);
    expect(read("apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: { source: {} }\n")).toEqual([
      [],
      [],
    ]);
    expect(read("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: []\n")).toEqual([[], []]);
  });
});
