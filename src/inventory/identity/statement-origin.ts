// Where a statement or matching rule, or a part of one, stands. One is kept for every entry: parts are looked for when somebody asks.
import type { Origin } from "../../model/finding.ts";
import type { LanguageFault } from "../../model/inventory/identity.ts";
import type { Path, Place, Span } from "../../model/place.ts";
import type { Entry } from "../../readers/iam/ast.ts";
import { parseMatchingRule, parseStatement } from "../../readers/iam/read.ts";
import type { StatementSource } from "./source.ts";

/** Characters of a statement that stand for all of it in a report. */
const MAX_SUBJECT = 90;
const MAX_TITLE = 60;

const NO_PATH: Path = [];

export class StatementOrigin implements Origin {
  readonly #source: StatementSource;
  readonly #problems: readonly LanguageFault[];
  readonly #name: string | undefined;
  readonly path: Path = NO_PATH;

  /** `name` is that of the dynamic group, for a matching rule. */
  constructor(source: StatementSource, problems: readonly LanguageFault[], name: string | undefined) {
    this.#source = source;
    this.#problems = problems;
    this.#name = name;
  }

  get file(): string {
    return this.#source.place.file;
  }

  get subject(): string {
    return this.#name === undefined
      ? shortened(this.#source.text, MAX_SUBJECT)
      : `dynamic-group ${this.#name}`;
  }

  get title(): string {
    return this.#name === undefined
      ? `Statement "${shortened(this.#source.text, MAX_TITLE)}"`
      : `Dynamic group "${shortened(this.#name, MAX_TITLE)}"`;
  }

  get object(): Place {
    return this.#source.object ?? this.#source.place;
  }

  locate(path: Path): { readonly place: Place } {
    const { text, at, place } = this.#source;
    const [start, end] = this.#span(path) ?? [0, text.length];
    return { place: { file: place.file, range: { start: at(start), end: at(end) } } };
  }

  #span([part, index]: Path): Span | undefined {
    if (part === undefined) return undefined;
    if (part === "problems") {
      const problem = this.#problems[Number(index)];
      return problem && [problem.start, problem.end];
    }
    const { text } = this.#source;
    return spanOf((this.#name === undefined ? parseStatement(text) : parseMatchingRule(text)).entry, part);
  }
}

function spanOf(entry: Entry | null, part: string | number): Span | undefined {
  if (entry === null || entry.kind === "define") return undefined;
  if (part === "clauses") return entry.condition?.span;
  if (entry.kind !== "grant") return undefined;
  switch (part) {
    case "principals":
      return entry.subject?.span;
    case "location":
      return entry.location?.span;
    case "verb":
    case "permissions":
      return entry.action?.span;
    case "resources":
      return entry.action?.kind === "verb" ? entry.action.resource.span : entry.action?.span;
    default:
      return undefined;
  }
}

export function shortened(text: string, length: number): string {
  // A reference that is too long to be written out stands as a digest.
  const line = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\$\{#[0-9a-f.]+\}/g, "${…}");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
