// Workflows of Argo: where their steps run, and what patches of their pods say.
import { describe, expect, it } from "vitest";
import type { Nodes } from "../../../src/model/request.ts";
import { scanExample } from "../../example.ts";

async function reported(text: string, nodes: Nodes = "virtual", more: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries({ "flow.yaml": text, ...more }));
  const scan = await scanExample({ name: "", nodes, asOf: "seed", expected: [], files });
  return scan.judged
    .filter(({ finding }) => finding.severity === "error")
    .map(({ finding }) => [finding.rule, finding.place.range?.start.line, finding.subject]);
}

const LIMITS = "resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, memory: 1Gi } }";

describe("a patch of the pods of a workflow", () => {
  it("is judged at its own lines, as part of the workflow", async () => {
    const flow = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: { name: build, namespace: ci }
spec:
  templates:
    - name: one
      podSpecPatch: |
        hostNetwork: true
        containers:
          - name: main
            securityContext:
              privileged: true
      container: { image: "iad.ocir.io/a/b:1" }
`;
    const subject = "argoproj.io/WorkflowTemplate ci/build";
    expect(await reported(flow)).toEqual([
      ["host-namespace", 8, subject],
      ["privileged-container", 12, subject],
    ]);
  });

  it("is read in a CronWorkflow, as JSON with parameters in it, and passed over when it is no object", async () => {
    const flow = (patch: string) => `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: { name: build }
spec:
  workflowSpec:
    podSpecPatch: ${patch}
`;
    const patch = `'{"hostPID": true, "priorityClassName": "{{workflow.parameters.class}}"}'`;
    expect(await reported(flow(patch))).toEqual([
      ["host-namespace", 6, "argoproj.io/CronWorkflow default/build"],
    ]);
    for (const junk of ["[1]", "'{{=x}}'", "7", "'- a: ['"]) expect(await reported(flow(junk))).toEqual([]);
  });
});

describe("a step of a workflow", () => {
  const flow = (around: string, step: string) => `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: build }
spec:
  entrypoint: one
${around}
  templates:
    - name: one
${step}
      container:
        image: iad.ocir.io/a/b:1
        ${LIMITS}
        securityContext: { privileged: true }
`;
  const VIRTUAL = "nodeSelector: { node-role.kubernetes.io/virtual-node: '' }";
  it.each([
    ["where the workflow says", `  ${VIRTUAL}`, "", 1],
    ["where it says itself", "", `      ${VIRTUAL}`, 1],
    [
      "where it says itself, whatever the workflow says",
      `  ${VIRTUAL}`,
      "      nodeSelector: { disk: ssd }",
      0,
    ],
    ["nowhere in particular", "", "", 0],
  ])("runs %s", async (_, around, step, count) => {
    const found = await reported(flow(around, step), "auto");
    expect(found.filter(([rule]) => rule === "privileged-container")).toHaveLength(count);
  });
});
