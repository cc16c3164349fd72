// Statements as text for people: what is wrong with each, with a caret under it, or what it grants. Takes views, gives text.
import { LineIndex } from "../model/line-index.ts";
import type { Span } from "../model/place.ts";
import { neutral, visible } from "./escape.ts";
import { excerptLines } from "./excerpt.ts";

export type JudgedEntry = {
  readonly view: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly text: string;
    readonly verdict: "valid" | "invalid" | "undetermined";
    readonly problems: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly fix?: string;
    }[];
  };
  /** What it grants; empty where that cannot be said. */
  readonly sentence: string;
  /** Where each of its problems stands in its text. */
  readonly spans: readonly Span[];
};

export type StatementsTextOptions = { readonly color: boolean; readonly log: boolean };

const styles = {
  error: "31",
  warning: "33",
  notice: "36",
  valid: "32",
  invalid: "31",
  undetermined: "33",
  dim: "2",
} as const;

export function statementsText(
  entries: readonly JudgedEntry[],
  { color, log }: StatementsTextOptions,
): string {
  const paint = (text: string, style: string) => {
    const code = (styles as Readonly<Record<string, string>>)[style];
    return color && code !== undefined ? `\u001b[${code}m${text}\u001b[0m` : text;
  };
  const blocks = entries.map((entry) => block(entry, paint));
  const counted = (verdict: string) => entries.filter(({ view }) => view.verdict === verdict).length;
  const totals = ["valid", "undetermined", "invalid"].flatMap((verdict) =>
    counted(verdict) > 0 ? `${counted(verdict)} ${verdict}` : [],
  );
  const many = `${entries.length} ${entries.length === 1 ? "entry" : "entries"}`;
  const text = `${[...blocks, entries.length === 0 ? "No statements." : `${many}: ${totals.join(", ")}.`].join("\n\n")}\n`;
  return log ? neutral(text) : text;
}

function block(
  { view, sentence, spans }: JudgedEntry,
  paint: (text: string, style: string) => string,
): string {
  const { file, line, column, text, verdict, problems } = view;
  const lines = new LineIndex(text);
  const head = `${visible(file)}:${line}:${column}: ${paint(verdict, verdict)}`;
  const shown = problems.flatMap((problem, index) => {
    const span = spans[index]!;
    const range = lines.range(span);
    const source = text.split("\n").slice(range.start.line - 1, range.end.line);
    const drawn = excerptLines(source, range).map(
      (one) => `  ${one.marks ? paint(one.text, problem.severity) : one.text}`,
    );
    const fix = problem.fix === undefined ? [] : [`  ${paint("instead:", "dim")} ${oneLine(problem.fix)}`];
    return [
      ...drawn,
      `  ${paint(problem.severity, problem.severity)}: ${visible(problem.message)} ${paint(`(${problem.code})`, "dim")}`,
      ...fix,
    ];
  });
  const whole = problems.length === 0 ? [`  ${oneLine(text)}`] : [];
  return [head, ...whole, ...shown, ...(sentence === "" ? [] : [`  ${visible(sentence)}`])].join("\n");
}

function oneLine(text: string): string {
  return visible(text.trim().replace(/(?<!\s)\s+/g, (space) => (space.includes("\n") ? " " : space)));
}
