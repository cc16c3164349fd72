import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { github } from "../../src/reporters/github.ts";
import { json } from "../../src/reporters/json.ts";
import { markdown, summaryBytes } from "../../src/reporters/markdown.ts";
import { sarif, sarifFiles } from "../../src/reporters/sarif.ts";
import { text } from "../../src/reporters/text.ts";
import { aFinding, aReport, at } from "../builders.ts";
import { growth } from "../growth.ts";

const severities = ["error", "warning", "notice"] as const;
const findings = Array.from({ length: 20_000 }, (_, index) =>
  aFinding({
    rule: `rule-${index % 80}`,
    severity: severities[index % 3] ?? "error",
    message: `Volume "data-${index}" of Deployment "web-${index}" is a hostPath, which virtual nodes do not support.`,
    place: at(`k8s/app-${index >> 6}/web.yaml`, (index % 64) + 1, 11, 19),
    fingerprint: index.toString(16).padStart(16, "0"),
    standing: index % 5 === 0 ? "unchanged" : "open",
  }),
);
const report = aReport({ findings, summary: { files: 500, documents: 10_000 } });
const links = { server: "https://github.com", repository: "o/r", sha: "0".repeat(40) };

const formats: Readonly<Record<string, (from: Report) => string>> = {
  text: (from) => text(from, { color: true, log: true }),
  json,
  github,
  markdown: (from) => markdown(from, { links }),
  sarif: (from) => sarif(from, { links }),
};

describe.each(Object.entries(formats))("%s with 20,000 findings", (_, format) => {
  it("takes ten times as long as with 2,000", () => {
    const made = (count: number) => ({ ...report, findings: findings.slice(0, count) });
    expect(growth(made, format, [2000, 20_000])).toBeLessThan(60);
  });

  it("gives the same bytes in every locale and time zone", () => {
    const here = format(report);
    const { LANG, LC_ALL, TZ } = process.env;
    Object.assign(process.env, { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Apia" });
    try {
      expect(format(report) === here).toBe(true);
    } finally {
      for (const [name, value] of Object.entries({ LANG, LC_ALL, TZ })) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });
});

describe("with 20,000 findings", () => {
  it("the job summary stays under its limit", () => {
    expect(Buffer.byteLength(markdown(report, { links }))).toBeLessThanOrEqual(summaryBytes);
  });

  it("every SARIF file stays under its limit", () => {
    for (const file of sarifFiles(report, { links })) expect(gzipSync(file).length).toBeLessThan(10_000_000);
  });
});
