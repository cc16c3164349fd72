// The statements and matching rules of test/fixtures/iam, each with its kind, and the recorded verdicts on those that need one.
import { readFileSync } from "node:fs";

export type CorpusLine = {
  readonly file: "statements.txt" | "rules.txt";
  readonly line: number;
  readonly kind: "literal" | "placeholder" | "terraform" | "suspect";
  readonly text: string;
};

export type RecordedVerdict = {
  readonly text: string;
  readonly verdict: "valid" | "invalid" | "undetermined";
  readonly code: string | null;
  readonly reason: string;
};

const folder = new URL("../../fixtures/iam/", import.meta.url);

export function corpusLines(file: CorpusLine["file"]): CorpusLine[] {
  const lines: CorpusLine[] = [];
  let kind: CorpusLine["kind"] = "literal";
  const rows = readFileSync(new URL(file, folder), "utf8").split("\n");
  for (const [index, text] of rows.entries()) {
    if (text.startsWith("#"))
      kind = (/\| kind: (\w+)/.exec(text)?.[1] as CorpusLine["kind"] | undefined) ?? kind;
    else if (text !== "") lines.push({ file, line: index + 1, kind, text });
  }
  return lines;
}

export function recordedVerdicts(): RecordedVerdict[] {
  return JSON.parse(readFileSync(new URL("verdicts.json", folder), "utf8"));
}
