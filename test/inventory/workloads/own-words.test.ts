// Pods of operators that call the fields of pods and containers otherwise: what rules see of them, and where it stands.
import { describe, expect, it } from "vitest";
import { asWritten, ownContainer, podSpecOf } from "../../../src/inventory/own-words.ts";
import type { PodRoot } from "../../../src/inventory/pod-roots.ts";
import { scanExample } from "../../example.ts";

const ROOT: PodRoot = {
  spec: ["spec"],
  metadata: ["spec", "metadata"],
  lists: [],
  words: {
    securityContext: "podSecurityContext",
    "own.securityContext": "securityContext",
    "affinity.nodeAffinity": "placement.nodes",
  },
  own: "server",
};

describe("podSpecOf", () => {
  it("gives fields under the names of the API, and leaves out those that mean something else", () => {
    const spec = { podSecurityContext: { fsGroup: 1 }, securityContext: { privileged: true } };
    expect(podSpecOf(spec, ROOT)["securityContext"]).toEqual({ fsGroup: 1 });
    expect(podSpecOf({ securityContext: { privileged: true } }, ROOT)).toEqual({});
  });

  it("gives part of a field", () => {
    expect(podSpecOf({ placement: { nodes: { a: 1 } } }, ROOT)["affinity"]).toEqual({
      nodeAffinity: { a: 1 },
    });
  });

  it("leaves a spec without words of its own as it is", () => {
    const spec = { hostNetwork: true };
    expect(podSpecOf(spec, { ...ROOT, words: undefined } as unknown as PodRoot)).toBe(spec);
  });
});

describe("ownContainer", () => {
  it("has the resources, and what its words name", () => {
    const spec = { replicas: 3, resources: { limits: {} }, securityContext: { privileged: true } };
    const resources = { limits: {} };
    expect(ownContainer(spec, ROOT)).toEqual({
      name: "server",
      resources,
      securityContext: { privileged: true },
    });
  });

  it("is none where nothing is said of it", () => {
    expect(ownContainer({ replicas: 3 }, ROOT)).toBeUndefined();
    expect(ownContainer({ resources: {} }, { spec: [], metadata: [], lists: [] })).toBeUndefined();
  });
});

describe("asWritten", () => {
  it.each([
    [
      ["securityContext", "fsGroup"],
      ["podSecurityContext", "fsGroup"],
    ],
    [
      ["own", "securityContext", "privileged"],
      ["securityContext", "privileged"],
    ],
    [
      ["own", "resources", "limits"],
      ["resources", "limits"],
    ],
    [["own"], []],
    [[], []],
    [["affinity"], ["placement", "nodes"]],
    [
      ["volumes", 0],
      ["volumes", 0],
    ],
  ])("takes %j for %j", (path, written) => {
    expect(asWritten(path, ROOT.words)).toEqual(written);
  });
});

describe("a finding in an operator's resource", () => {
  it("carries the path and the place of what is written", async () => {
    const text = `apiVersion: weblogic.oracle/v9
kind: Domain
metadata: { name: orders }
spec:
  serverPod:
    podSecurityContext:
      fsGroup: 1000
    containerSecurityContext:
      privileged: true
`;
    const files = new Map([["a.yaml", text]]);
    const { judged } = await scanExample({ name: "", nodes: "virtual", asOf: "seed", expected: [], files });
    expect(
      judged.map(({ finding }) => [finding.rule, finding.place.range?.start.line, finding.path.join(".")]),
    ).toEqual([
      ["file-system-group", 7, "spec.serverPod.podSecurityContext.fsGroup"],
      ["privileged-container", 9, "spec.serverPod.containerSecurityContext.privileged"],
    ]);
  });
});
