import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { print } from "../../../src/readers/iam/print.ts";
import { parseEntry, parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";
import { splitEntries } from "../../../src/readers/iam/split.ts";
import { type CorpusLine, corpusLines, recordedVerdicts } from "./corpus.ts";
import { withoutSpans } from "./trees.ts";

const lines = [...corpusLines("statements.txt"), ...corpusLines("rules.txt")];
const recorded = new Map(recordedVerdicts().map((entry) => [entry.text, entry]));

function parse(line: CorpusLine) {
  return line.file === "rules.txt" ? parseMatchingRule(line.text) : parseStatement(line.text);
}

function expectedVerdict(line: CorpusLine): string {
  const entry = recorded.get(line.text);
  if (entry !== undefined) return entry.verdict;
  return line.kind === "literal" ? "valid" : "undetermined";
}

describe("the statements and matching rules of others", () => {
  it("get the verdict that their kind or the record asks for", () => {
    const wrong = lines
      .map((line) => ({ line, verdict: parse(line).verdict }))
      .filter(({ line, verdict }) => verdict !== expectedVerdict(line));
    expect(wrong).toEqual([]);
    expect(lines).toHaveLength(953);
  });

  it("have a recorded verdict and reason where they are suspect", () => {
    const unrecorded = lines.filter((line) => line.kind === "suspect" && !recorded.get(line.text)?.reason);
    expect(unrecorded).toEqual([]);
  });

  it("give the recorded problem", () => {
    const wrong = lines
      .map((line) => ({
        entry: recorded.get(line.text),
        codes: parse(line).problems.map(({ code }) => code),
      }))
      .filter(({ entry, codes }) => entry?.code != null && !codes.includes(entry.code as `iam/${string}`));
    expect(wrong).toEqual([]);
  });

  it("have no record without a line", () => {
    const texts = new Set(lines.map(({ text }) => text));
    expect([...recorded.keys()].filter((text) => !texts.has(text))).toEqual([]);
  });

  it("are recognised as statement or matching rule by themselves", () => {
    const wrong = lines.filter((line) => {
      const { entry, verdict } = parseEntry(line.text);
      return (
        verdict !== parse(line).verdict || (entry?.kind === "matching-rule") !== (line.file === "rules.txt")
      );
    });
    expect(wrong).toEqual([]);
  });

  it("give the same tree again when the tree is printed", () => {
    const changed = lines.filter((line) => {
      const { entry, verdict } = parse(line);
      if (verdict === "invalid" || entry === null) return false;
      const again = parseEntry(print(entry)).entry;
      return JSON.stringify(withoutSpans(again)) !== JSON.stringify(withoutSpans(entry));
    });
    expect(changed).toEqual([]);
  });

  it("come out of the text file as entries of one line each", () => {
    for (const file of ["statements.txt", "rules.txt"] as const) {
      const text = readFileSync(new URL(`../../fixtures/iam/${file}`, import.meta.url), "utf8");
      const entries = splitEntries(text);
      const expected = corpusLines(file).map((line) => line.text.replace(/ # .*$/, ""));
      expect(entries.map((entry) => entry.text)).toEqual(expected);
      for (const { text: entry, start } of entries)
        expect(text.startsWith(entry.slice(0, 20), start)).toBe(true);
    }
  });
});
