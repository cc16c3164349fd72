import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { ConfigError } from "../../src/model/request.ts";

const ruleIds = ["host-path-volume", "single-node-pool", "init-container"];
const requirements = new Map([
  ["VNP-05", ["host-path-volume"]],
  ["VNP-06", ["host-path-volume", "init-container"]],
]);
const load = (text: string) => loadConfig({ text, file: ".oke-policy.yaml", ruleIds, requirements });

function faultsIn(text: string): readonly string[] {
  try {
    load(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("loadConfig", () => {
  it("reads every key", () => {
    const { config, problems } = load(`
nodes: virtual
asOf: 2026-08-28
failOn: never
unreadable: warning
targets:
  - paths: ["k8s/serverless/**"]
    nodes: managed
include: ["k8s/**"]
exclude: ["**/testdata/**"]
rules:
  host-path-volume: { severity: warning }
  init-container: error
  single-node-pool: { severity: off, reason: "one pool is enough" }
terraform: { varFiles: ["env/prod.tfvars", [a.tfvars, b.tfvars]] }
externalCidrs: [10.0.0.0/8, "fd00::/8"]
markdownStatements: true
trustPullRequest: true
`);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      file: ".oke-policy.yaml",
      nodes: "virtual",
      asOf: "2026-08-28",
      failOn: "never",
      unreadable: "warning",
      targets: [{ paths: ["k8s/serverless/**"], nodes: "managed" }],
      include: ["k8s/**"],
      exclude: ["**/testdata/**"],
      rules: {
        "host-path-volume": { severity: "warning" },
        "init-container": { severity: "error" },
        "single-node-pool": { severity: "off", reason: "one pool is enough" },
      },
      varFiles: ["env/prod.tfvars", ["a.tfvars", "b.tfvars"]],
      externalCidrs: ["10.0.0.0/8", "fd00::/8"],
      markdownStatements: true,
      trustPullRequest: true,
    });
  });

  it.each(["", "# nothing yet\n", "\uFEFF", "---\n"])(
    "takes %j for a configuration that changes nothing",
    (text) => {
      expect(load(text).config).toMatchObject({ nodes: "auto", asOf: "latest", include: ["**"], rules: {} });
    },
  );

  it("notes a rule that is switched off without a reason, and accepts it", () => {
    const { config, problems } = load("rules:\n  host-path-volume: off\n");
    expect(config.rules["host-path-volume"]).toEqual({ severity: "off" });
    expect(problems).toMatchObject([
      {
        code: "config/no-reason",
        severity: "notice",
        place: { file: ".oke-policy.yaml", range: { start: { line: 2 } } },
      },
    ]);
  });

  it.each([
    ["an unknown key", "nodez: virtual", '.oke-policy.yaml:1:1: unknown key "nodez"; did you mean "nodes"?'],
    [
      "an unknown value",
      "asOf: seed\nnodes: vitual",
      '.oke-policy.yaml:2:1: "vitual" is not a value of "nodes"; did you mean "virtual"? (one of auto, virtual, managed, self-managed, mixed)',
    ],
    [
      "an unknown rule",
      "rules:\n  host-path: off",
      '.oke-policy.yaml:2:3: unknown rule "host-path"; did you mean "host-path-volume"?',
    ],
    [
      "an unknown key of a rule",
      "rules:\n  init-container: {sevrity: off}",
      '.oke-policy.yaml:2:20: unknown key "sevrity"; did you mean "severity"?',
    ],
    [
      "an unknown severity",
      "rules: {init-container: of}",
      '.oke-policy.yaml:1:9: "of" is not a value of "init-container"; did you mean "off"? (one of error, warning, notice, off)',
    ],
    ["a missing key", "targets:\n  - nodes: virtual", '.oke-policy.yaml:2:5: the key "paths" is missing'],
    ["text instead of a list", "include: x", '.oke-policy.yaml:1:1: "include": expected a list, found text'],
    [
      "a list instead of keys",
      "rules: [x]",
      '.oke-policy.yaml:1:1: "rules": expected keys and values, found a list',
    ],
    ["a list as a whole", "- a", ".oke-policy.yaml:1:1: expected keys and values, found a list"],
    ["text as a whole", "nodes", ".oke-policy.yaml:1:1: expected keys and values, found text"],
    [
      "a word for true",
      "trustPullRequest: yes",
      '.oke-policy.yaml:1:1: "trustPullRequest": expected true or false, found text',
    ],
    [
      "a day that does not exist",
      "asOf: 2026-02-31",
      '.oke-policy.yaml:1:1: "2026-02-31" is not a day of the calendar',
    ],
    [
      "no date at all",
      "asOf: newest",
      '.oke-policy.yaml:1:1: "newest" is not a value of "asOf": expected latest, seed or a date as YYYY-MM-DD',
    ],
    [
      "an address without a range",
      "externalCidrs: [10.0.0.0]",
      '"10.0.0.0" is not a value of "externalCidrs"',
    ],
    [
      "a key that stands twice",
      "nodes: auto\nnodes: virtual",
      '.oke-policy.yaml:2:1: The key "nodes" stands twice in one mapping.',
    ],
    [
      "a template",
      "nodes: {{ nodes }}",
      ".oke-policy.yaml:1:8: this is a template, and the configuration is plain YAML",
    ],
    ["a key without a value", "nodes:", '.oke-policy.yaml:1:1: "nodes" has no value: one of auto, '],
    ["an empty text", 'exclude: [""]', '"" is not a value of "exclude": expected some text'],
    [
      "a pattern that takes files out again",
      'exclude: ["k8s", "!k8s/web.yaml"]',
      '.oke-policy.yaml:1:18: "!k8s/web.yaml" is not a value of "exclude": expected a pattern without "!" in front',
    ],
    [
      "a requirement for its rule",
      "rules:\n  VNP-05: off",
      '.oke-policy.yaml:2:3: "VNP-05" is a requirement, and settings go by rule; its rule is host-path-volume',
    ],
    [
      "a requirement for its rules",
      "rules: { vnp-06: off }",
      "its rules are host-path-volume, init-container",
    ],
    ["broken YAML", "nodes: [", ".oke-policy.yaml:1:"],
    [
      "a second document",
      "nodes: auto\n---\nnodes: auto",
      ".oke-policy.yaml:3:1: the configuration is one YAML document",
    ],
  ])("refuses %s at its line", (_, text, message) => {
    expect(faultsIn(text).join("\n")).toContain(message);
  });

  it("knows the negation of a part of a pattern", () => {
    expect(load('include: ["!(vendor)/**"]').config.include).toEqual(["!(vendor)/**"]);
  });

  it("tells all faults at once", () => {
    expect(faultsIn("nodes: x\nrules: {a: off, b: off}\nfailOn: y\n")).toHaveLength(4);
  });
});
