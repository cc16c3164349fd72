import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/default.ts";
import { settle } from "../../src/config/settle.ts";
import { assemble } from "../../src/findings/assemble.ts";
import type { Problem } from "../../src/model/problem.ts";

const unknown = { target: "unknown", reason: "no node pool in the repository" };

function told(
  workloads: { readonly all: number; readonly unplaced: number },
  nodes = unknown,
  problems: readonly Problem[] = [],
) {
  const report = assemble({
    findings: [],
    problems,
    files: { all: 4, unread: 1, irrelevant: 0, documents: 1 },
    nodes,
    virtualWorkloads: [],
    workloads,
    unknown: 0,
    settled: settle({ rules: [] }, defaultConfig, []),
    book: { version: "0.1.0", digest: "", rules: [], mentions: {}, kinds: { workloads: [], index: [] } },
    examples: {},
    durationMs: 1,
  });
  return { notes: report.notes, reason: report.tool.nodesReason, unread: report.summary.filesUnread };
}

describe("the note that rules for virtual nodes were left out", () => {
  it("stands where nothing says where any workload runs", () => {
    const { notes, reason } = told({ all: 2, unplaced: 2 });
    expect(notes).toEqual([expect.stringMatching(/^Nothing says where these workloads run, .* applied\. /)]);
    expect(reason).toBe(unknown.reason);
  });

  it("counts the workloads that it is about where others say it themselves", () => {
    const { notes, reason } = told({ all: 3, unplaced: 1 });
    expect(notes).toEqual([
      expect.stringMatching(/^Nothing says where 1 of 3 workloads run, .* applied to them\. /),
    ]);
    expect(reason).toBe("nothing decides for all; paths, marks or selectors decide for 2 of 3");
  });

  it("does not stand where all say it, or where there are none", () => {
    expect(told({ all: 2, unplaced: 0 }).notes).toEqual([]);
    expect(told({ all: 0, unplaced: 0 })).toMatchObject({ notes: [], reason: unknown.reason });
  });
});

describe("the number of files that were not read", () => {
  const unread = (...problems: readonly (readonly [code: string, file: string])[]) =>
    told(
      { all: 0, unplaced: 0 },
      unknown,
      problems.map(([code, file]) => ({ code, severity: "notice", message: "", place: { file } })),
    ).unread;

  it("counts once each file of which something could not be looked at", () => {
    expect(
      unread(
        ["yaml/template", "a"],
        ["yaml/template", "b"],
        ["yaml/syntax", "b"],
        ["json/template", "c"],
        ["hcl/too-deep", "d"],
      ),
    ).toBe(1 + 4);
  });

  it("leaves out files that were read, whatever is wrong with them", () => {
    expect(unread(["yaml/duplicate-key", "a"], ["suppression/unused", "a"], ["file/binary", "b"])).toBe(1);
  });
});
