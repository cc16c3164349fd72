import { describe, expect, it } from "vitest";
import { github } from "../../src/reporters/github.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";
import { commandsIn } from "./runner.ts";

const many = (count: number, changes: Parameters<typeof aFinding>[0] = {}) =>
  Array.from({ length: count }, (_, index) =>
    aFinding({ place: at("k8s/web.yaml", index + 1, 1, 3), ...changes }),
  );

describe("annotations", () => {
  it("point at the range of the finding and say what to do", () => {
    expect(github(aReport({ findings: [aFinding()] })).split("\n")[0]).toBe(
      '::error file=k8s/web.yaml,line=21,endLine=21,col=11,endColumn=19,title=host-path-volume VNP-05::Volume "data" of Deployment "web" is a hostPath, which virtual nodes do not support.%0AUse an emptyDir, or run this workload on managed nodes.',
    );
  });

  it("give no columns to a range of several lines, which the runner would drop", () => {
    const [first] = commandsIn(
      github(aReport({ findings: [aFinding({ place: at("a.yaml", 2, 3, 5, 9) })] })),
    );
    expect(first?.properties).toEqual({
      file: "a.yaml",
      line: "2",
      endLine: "9",
      title: "host-path-volume VNP-05",
    });
  });

  it("keep to ten of a level, the last of them counting the rest, which the log then holds", () => {
    const output = github(aReport({ findings: [...many(25), ...many(3, { severity: "warning" })] }));
    const commands = commandsIn(output);
    expect(commands.filter(({ name }) => name === "error")).toHaveLength(10);
    expect(commands[9]?.data).toBe("16 more errors in the log and the job summary.");
    expect(commands.filter(({ name }) => name === "warning")).toHaveLength(3);
    expect(output.match(/^k8s\/web\.yaml:\d+:1: error: /gm)).toHaveLength(16);
  });

  it("use all ten places when exactly ten fit", () => {
    expect(commandsIn(github(aReport({ findings: many(10) })))).toHaveLength(10);
  });

  it("show old findings after new ones and as notices, because they do not block", () => {
    const findings = [
      ...many(1, { standing: "unchanged" }),
      ...many(1, { severity: "notice", rule: "new-one" }),
    ];
    const commands = commandsIn(github(aReport({ findings })));
    expect(commands.map(({ name, properties }) => [name, properties["title"]])).toEqual([
      ["notice", "new-one VNP-05"],
      ["notice", "host-path-volume VNP-05, not new"],
    ]);
  });

  it("leave out what was accepted", () => {
    expect(
      commandsIn(
        github(
          aReport({
            findings: [...many(1, { standing: "suppressed" }), ...many(1, { standing: "baseline" })],
          }),
        ),
      ),
    ).toEqual([]);
  });

  it("name the reason of a failed run before its findings", () => {
    const commands = commandsIn(
      github(aReport({ findings: many(20), problems: [aProblem({ severity: "error" })] })),
    );
    expect(commands[0]?.properties["title"]).toBe("yaml/duplicate-key");
  });

  it("stay below the length at which the runner cuts", () => {
    const [first] = commandsIn(github(aReport({ findings: [aFinding({ message: "é".repeat(9_000) })] })));
    expect(first?.data.length).toBeLessThan(4_096);
  });

  it("end with the verdict in words", () => {
    expect(
      github(aReport({ exitCode: 2 }))
        .trimEnd()
        .split("\n")
        .at(-1),
    ).toBe("Failed: it could not do its work.");
  });
});
