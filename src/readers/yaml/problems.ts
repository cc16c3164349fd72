// Collects what is wrong with one text, at its places, and stops telling after so many. Knows nothing of YAML.
import type { Range, Span } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import { type Severity, severityRank } from "../../model/severity.ts";

export class ProblemList {
  readonly #file: string;
  readonly #range: (span: Span) => Range;
  readonly #most: number;
  readonly #problems: Problem[] = [];
  #untold = 0;
  #worstUntold: Severity = "notice";

  constructor(file: string, range: (span: Span) => Range, most: number) {
    this.#file = file;
    this.#range = range;
    this.#most = most;
  }

  add(code: string, severity: Severity, message: string, span?: Span): void {
    if (this.#problems.length >= this.#most) {
      this.#untold++;
      if (severityRank(severity) < severityRank(this.#worstUntold)) this.#worstUntold = severity;
      return;
    }
    const place = span ? { file: this.#file, range: this.#range(span) } : { file: this.#file };
    this.#problems.push({ code, severity, message, place });
  }

  all(): readonly Problem[] {
    if (this.#untold === 0) return this.#problems;
    const message = `${this.#untold} more problems in this file are not shown.`;
    return [
      ...this.#problems,
      { code: "yaml/more-problems", severity: this.#worstUntold, message, place: { file: this.#file } },
    ];
  }
}
