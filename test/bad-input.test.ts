// What no one should feed the tool: each gives a clear message with its place, leaves the other files checked, and ends with the right code.
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonReport } from "../src/reporters/json.ts";
import { projectRoot } from "./tools.ts";

const FAULTY = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example/web:1.4
      resources: { requests: { cpu: "1", memory: 1Gi }, limits: { cpu: "1", memory: 1Gi } }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "oke-policy-bad-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, "dist/cli.js"), ...args],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      timeout: 50_000,
      env: { ...process.env, GITHUB_ACTIONS: "" },
    },
  );
  return { status, stdout, stderr };
}

function check(...args: string[]): { status: number | null; report: JsonReport } {
  const { status, stdout, stderr } = cli(
    "check",
    ".",
    "--nodes",
    "virtual",
    "--as-of",
    "seed",
    "--format",
    "json",
    ...args,
  );
  expect(stderr).not.toContain("    at ");
  return { status, report: JSON.parse(stdout) };
}

const problems = ({ problems }: JsonReport) =>
  problems.map(({ code, severity, file, line }) => ({ code, severity, file, line }));
const rules = ({ findings }: JsonReport) => findings.map(({ rule, file }) => `${file} ${rule}`);

describe("beside a faulty manifest", () => {
  beforeEach(() => put("z.yaml", FAULTY));

  it("a broken manifest is an error at its line, and its neighbours in the stream are checked", () => {
    put(
      "a.yaml",
      `${FAULTY}---\napiVersion: v1\nkind: Pod\nmetadata: { name: b\nspec: [\n---\n${FAULTY.replace("web }", "c }")}`,
    );
    const { status, report } = check();
    expect(status).toBe(2);
    expect(problems(report)).toEqual([
      { code: "yaml/syntax", severity: "error", file: "a.yaml", line: expect.any(Number) },
    ]);
    expect(report.problems[0]!.line).toBeGreaterThan(9);
    expect(report.problems[0]!.line).toBeLessThan(17);
    expect(rules(report)).toEqual([
      "a.yaml host-namespace",
      "a.yaml host-namespace",
      "z.yaml host-namespace",
    ]);
  });

  it("broken YAML that is no manifest is a warning", () => {
    put("a.yaml", "key: [1, 2\nother: }\n");
    const { status, report } = check();
    expect(status).toBe(1);
    expect(problems(report)).toEqual([
      { code: "yaml/syntax", severity: "warning", file: "a.yaml", line: expect.any(Number) },
    ]);
    expect(rules(report)).toEqual(["z.yaml host-namespace"]);
  });

  it("the configuration lowers what cannot be read", () => {
    put("a.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
    put(".oke-policy.yaml", "unreadable: warning\n");
    const { status, report } = check();
    expect(status).toBe(1);
    expect(report.problems.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("binary content in a .yaml is a warning", () => {
    put("a.yaml", new Uint8Array([0, 1, 2, 255, 254, 0, 65, 66]));
    const { status, report } = check();
    expect(status).toBe(1);
    expect(report.problems.map(({ severity, file }) => [severity, file])).toEqual([["warning", "a.yaml"]]);
  });

  it("a file of 100 MB that shows a manifest is an error, and is not read", () => {
    put("a.yaml", FAULTY);
    const padding = "# nothing here\n".repeat(1 << 20);
    for (let megabytes = 0; megabytes < 100; megabytes += 15) appendFileSync(join(folder, "a.yaml"), padding);
    const { status, report } = check();
    expect(status).toBe(2);
    expect(problems(report).map(({ code, severity }) => [code, severity])).toEqual([
      ["file/too-large", "error"],
    ]);
    expect(rules(report)).toEqual(["z.yaml host-namespace"]);
  });

  it("100,000 nested brackets end quickly with a problem", () => {
    put("a.yaml", `apiVersion: v1\nkind: Pod\nspec: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`);
    put("b.json", `{"apiVersion":"v1","kind":"Pod","spec":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    const { status, report } = check();
    expect(status).toBe(2);
    expect(report.problems.map(({ file, severity }) => [file, severity])).toEqual([
      ["a.yaml", "error"],
      ["b.json", "error"],
    ]);
  });

  it("an alias bomb is refused", () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(", ")}]`,
    );
    put(
      "a.yaml",
      `apiVersion: v1\nkind: ConfigMap\nl0: &l0 [x, x, x, x, x, x, x, x, x]\n${levels.join("\n")}\n`,
    );
    const { status, report } = check();
    expect(status).toBe(2);
    expect(problems(report).map(({ code, file }) => [code, file])).toEqual([
      ["yaml/too-many-aliases", "a.yaml"],
    ]);
  });

  it("a file without permission is an error", () => {
    put("a.yaml", FAULTY);
    chmodSync(join(folder, "a.yaml"), 0);
    const { status, report } = check();
    chmodSync(join(folder, "a.yaml"), 0o644);
    // The superuser reads everything.
    if (process.getuid?.() === 0) expect(status).toBe(1);
    else {
      expect(status).toBe(2);
      expect(problems(report)).toEqual([
        { code: "file/unreadable", severity: "error", file: "a.yaml", line: expect.anything() },
      ]);
    }
  });

  it("a chart's templates are a notice, never clean", () => {
    put(
      "chart/templates/web.yaml",
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n{{- if .Values.host }}\nspec: { hostNetwork: true }\n{{- end }}\n",
    );
    const { status, report } = check();
    expect(status).toBe(1);
    expect(problems(report).map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ["yaml/template", "notice", "chart/templates/web.yaml"],
    ]);
    expect(report.problems[0]!.message).toContain("helm template");
  });
});

describe("the command line", () => {
  it("says which folder does not exist", () => {
    const { status, stdout, stderr } = cli("check", "no-such-folder");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("no-such-folder");
  });

  it.each([
    [["check", "--nodse", "virtual"], "--nodes"],
    [["check", "--nodes", "virtul"], "virtual"],
    [["chekc"], "check"],
    [["check", "--rule", "host-path-volum"], "host-path-volume"],
    [["check", "--as-of", "yesterday"], "YYYY-MM-DD"],
    [["check", "--format", "jsn"], "json"],
    [["check", "--output", "json"], "FORMAT=FILE"],
    [["explain", "host-path-volum"], "host-path-volume"],
  ])("answers %j with the right word", (args, word) => {
    const { status, stdout, stderr } = cli(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/nodes"/, "--nodes")).toContain(word);
    expect(stderr).not.toContain("    at ");
  });

  it("names file, line and nearest key of a wrong configuration", () => {
    put(".oke-policy.yaml", "nodes: virtual\nfailon: error\n");
    put("a.yaml", FAULTY);
    const { status, stdout, stderr } = cli("check", ".");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(".oke-policy.yaml:2");
    expect(stderr).toContain("failOn");
  });

  it("reads a stream from standard input", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(projectRoot, "dist/cli.js"), "check", "-", "--nodes", "virtual", "--format", "json"],
      {
        cwd: folder,
        input: FAULTY,
        encoding: "utf8",
      },
    );
    expect(status).toBe(1);
    expect(rules(JSON.parse(stdout))).toEqual(["stdin host-namespace"]);
  });

  it("is silent about virtual nodes with managed nodes, and says so when nothing is known", () => {
    put("a.yaml", FAULTY);
    const managed = cli("check", ".", "--nodes", "managed", "--format", "json");
    expect([managed.status, JSON.parse(managed.stdout).findings]).toEqual([0, []]);
    const unknown = cli("check", ".");
    expect(unknown.status).toBe(0);
    expect(unknown.stdout).toContain("--nodes virtual");
  });
});
