import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeFiles } from "../../src/github/files.ts";
import { aReport } from "../builders.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const temporary = join(folder, "temp");

describe("the files of the Action", () => {
  it("are a report of its own for each step where none was named", () => {
    const write = () => writeFiles(aReport(), { jsonFile: null, sarifFile: null, temporary }, {});
    const [first, second] = [write(), write()];
    expect(first).not.toBe(second);
    expect([existsSync(first), existsSync(second)]).toEqual([true, true]);
  });

  it("leave no part of an earlier SARIF report behind, which would be uploaded with the new one", () => {
    const out = join(folder, "out");
    const sarifFile = join(out, "x.sarif");
    writeFiles(aReport(), { jsonFile: null, sarifFile, temporary }, {});
    for (const part of [2, 3, 4]) writeFileSync(join(out, `x-${part}.sarif`), "old");
    writeFiles(aReport(), { jsonFile: null, sarifFile, temporary }, {});
    expect(readdirSync(out)).toEqual(["x.sarif"]);
  });

  it("that were asked for and cannot be written are an error that names them", () => {
    const jsonFile = join(folder, "file", "report.json");
    writeFileSync(join(folder, "file"), "");
    expect(() => writeFiles(aReport(), { jsonFile, sarifFile: null, temporary }, {})).toThrow(
      `${jsonFile} could not be written: `,
    );
  });
});
