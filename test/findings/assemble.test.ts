import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/default.ts";
import { settle } from "../../src/config/settle.ts";
import { assemble } from "../../src/findings/assemble.ts";

const unknown = { target: "unknown", reason: "no node pool in the repository" };

function told(workloads: { readonly all: number; readonly unplaced: number }, nodes = unknown) {
  const report = assemble({
    findings: [],
    problems: [],
    files: { all: 1, unread: 0, irrelevant: 0, documents: 1 },
    nodes,
    virtualWorkloads: [],
    workloads,
    unknown: 0,
    settled: settle({ rules: [] }, defaultConfig, []),
    book: { version: "0.1.0", digest: "", rules: [], mentions: {}, kinds: { workloads: [], index: [] } },
    durationMs: 1,
  });
  return { notes: report.notes, reason: report.tool.nodesReason };
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
    expect(told({ all: 0, unplaced: 0 })).toEqual({ notes: [], reason: unknown.reason });
  });
});
