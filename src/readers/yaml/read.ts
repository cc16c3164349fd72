// The YAML and JSON reader: a text → its documents with plain values, and what could not be read. Ranges are worked out when asked for.
import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
import type { Comment, DataDocument } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Path, Position, Range, Span } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import type { Severity } from "../../model/severity.ts";
import type { Source } from "../../model/source.ts";
import { type Fault, TooMuchExpansion, ValueBuilder } from "./build.ts";
import { claimsToBeManifest } from "./claims.ts";
import { commentMark, findComments } from "./comments.ts";
import { once } from "./once.ts";
import { ProblemList } from "./problems.ts";
import { readJson } from "./read-json.ts";
import { type Layout, layoutFromEvents } from "./layout.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { ScalarSchema } from "./scalar.ts";
import { segments } from "./segments.ts";
import { mayHoldTemplate, templateInBrokenText, templateInPlainScalar } from "./template.ts";

export type Reading = { readonly documents: readonly DataDocument[]; readonly problems: readonly Problem[] };

/** A text to read, which may be a part of a file: `position` then turns its offsets into positions in the file. */
export type DataText = {
  readonly file: string;
  readonly text: string;
  readonly language: "yaml" | "json";
  readonly position?: (offset: number) => Position;
  readonly origin?: "heredoc" | "terraform";
  /** Default `kubernetes`. */
  readonly schema?: ScalarSchema;
  readonly limits?: Limits;
};

/** Reads a YAML or JSON file. */
export function readYaml(source: Source, limits: Limits = defaultLimits): Reading {
  const language = source.language === "json" ? "json" : "yaml";
  return readYamlText({ file: source.file, text: source.text, language, limits });
}

/** Reads YAML or JSON wherever it stands. */
export function readYamlText(data: DataText): Reading {
  const { text, file, limits = defaultLimits } = data;
  const lines = once(() => new LineIndex(text));
  const position = data.position ?? ((offset: number) => lines().position(offset));
  const range = ([start, end]: Span): Range => ({ start: position(start), end: position(end) });
  const problems = new ProblemList(file, range, limits.problems);
  const reader = new TextReader(data, limits, range, problems);
  return { documents: reader.documents(), problems: problems.all() };
}

/** Rendering is the one way to check a template. */
const templateHint =
  "This is a template, not YAML yet, and was not checked. Render it first: helm template CHART | oke-policy check -";

class TextReader {
  readonly #data: DataText;
  readonly #text: string;
  readonly #limits: Limits;
  readonly #schema: ScalarSchema;
  readonly #range: (span: Span) => Range;
  readonly #problems: ProblemList;
  readonly #documents: DataDocument[] = [];
  readonly #builder: ValueBuilder;
  /** Comments of a part without a document belong to the next one. */
  #comments: Comment[] = [];
  #templateSeen = false;

  constructor(data: DataText, limits: Limits, range: (span: Span) => Range, problems: ProblemList) {
    this.#data = data;
    this.#text = data.text;
    this.#limits = limits;
    this.#schema = data.schema ?? "kubernetes";
    this.#range = range;
    this.#problems = problems;
    this.#builder = new ValueBuilder(this.#schema, limits.expansion);
  }

  documents(): readonly DataDocument[] {
    const text = this.#text;
    if (text.length > this.#limits.size) {
      const size = `${(text.length / 1e6).toFixed(1)} million characters`;
      const message = `The file is too large to be read (${size}, the limit is ${this.#limits.size / 1e6} million).`;
      this.#problems.add("yaml/too-large", severityOf(text.slice(0, headOfLargeFile)), message);
      return [];
    }
    const nul = text.indexOf("\0");
    if (nul !== -1) {
      this.#problems.add(
        "yaml/binary",
        "warning",
        "The file is binary or not UTF-8 (it holds a NUL byte), and was not read.",
        [nul, nul + 1],
      );
      return [];
    }
    const replaced = text.indexOf("\ufffd");
    if (replaced !== -1) {
      const message = "The file is not valid UTF-8 here; the bytes in question were read as U+FFFD.";
      this.#problems.add("yaml/binary", "warning", message, [replaced, replaced + 1]);
    }
    if (this.#data.language === "json") {
      for (const { value, layout } of readJson(text, this.#limits, this.#problems))
        this.#add("json", value, layout, []);
    } else this.#stream();
    return this.#documents;
  }

  #stream(): void {
    const keepComments = this.#text.includes(commentMark);
    const mayBeTemplate = mayHoldTemplate(this.#text);
    const parts = segments(this.#text);
    for (const span of parts) {
      if (this.#documents.length >= this.#limits.documents) {
        const message = `The file holds more than ${this.#limits.documents} documents; those from here on were not read.`;
        this.#problems.add(
          "yaml/too-many-documents",
          severityOf(this.#text.slice(0, headOfLargeFile)),
          message,
          span,
        );
        return;
      }
      this.#part(span, keepComments, mayBeTemplate);
    }
  }

  /** Reads what stands between two `---` lines: one document as a rule. */
  #part(span: Span, keepComments: boolean, mayBeTemplate: boolean): void {
    const text =
      span[0] === 0 && span[1] === this.#text.length ? this.#text : this.#text.slice(span[0], span[1]);
    let events: Event[];
    try {
      events = parseEvents(text, { maxDepth: this.#limits.depth });
    } catch (error) {
      this.#broken(text, span, error);
      return;
    }
    if (keepComments && text.includes(commentMark)) {
      for (const comment of findComments(text, events)) {
        this.#comments.push({
          text: comment.text,
          alone: comment.alone,
          range: this.#range(shift(comment.span, span[0])),
        });
      }
    }
    const template = mayBeTemplate && mayHoldTemplate(text) ? templateInPlainScalar(text, events) : -1;
    let at = 0;
    let nth = 0;
    while (at < events.length) {
      if (isEmpty(events, at)) {
        at += 3;
        nth++;
        continue;
      }
      this.#builder.faults.length = 0;
      let built: ReturnType<ValueBuilder["document"]>;
      try {
        built = this.#builder.document(text, events, at);
      } catch (error) {
        if (!(error instanceof TooMuchExpansion)) throw error;
        const message = `Aliases and merge keys expand to more than ${this.#limits.expansion} further nodes; the document was not read.`;
        this.#problems.add(
          "yaml/too-many-aliases",
          severityOf(text),
          message,
          shift([error.offset, error.offset + 1], span[0]),
        );
        return;
      }
      at = built.next;
      const faults = this.#builder.faults;
      const complex = faults.find((fault) => fault.code === "complex-key");
      if (
        complex &&
        mayBeTemplate &&
        text.startsWith("{", complex.offset) &&
        templateInBrokenText(text) !== -1
      ) {
        this.#template(shift([complex.offset, complex.offset + 1], span[0]));
        continue;
      }
      for (const fault of faults) this.#fault(fault, text, span[0]);
      if (template !== -1) this.#template(shift([template, template + 2], span[0]));
      const index = nth++;
      this.#add("yaml", built.value, () => this.#layout(span, index), this.#comments, template !== -1);
      this.#comments = [];
    }
  }

  #add(
    format: "yaml" | "json",
    value: DataDocument["value"],
    build: () => Layout,
    comments: readonly Comment[],
    partial = false,
  ): void {
    const layout = once(build);
    const range = this.#range;
    this.#documents.push({
      file: this.#data.file,
      format,
      value,
      comments,
      partial,
      locate: (path: Path) => range(layout().locate(path)),
      sourceText: (path: Path) => layout().sourceText(path),
      ...(this.#data.origin && { origin: this.#data.origin }),
    });
  }

  /** Parses the part again: keeping the events of everything would cost more memory than it saves time. */
  #layout(span: Span, index: number): Layout {
    const text = this.#text.slice(span[0], span[1]);
    const events = parseEvents(text, { maxDepth: this.#limits.depth });
    let nth = -1;
    const at = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT && ++nth === index);
    const inner = layoutFromEvents(text, events, at, this.#schema);
    return { locate: (path) => shift(inner.locate(path), span[0]), sourceText: inner.sourceText };
  }

  #broken(text: string, span: Span, error: unknown): void {
    if (!(error instanceof YAMLException)) throw error;
    const at = Math.min(error.mark?.position ?? 0, text.length);
    const place: Span = shift([at, Math.min(at + 1, text.length)], span[0]);
    if (/maxDepth/.test(error.reason)) {
      const message = `The document is nested deeper than ${this.#limits.depth} levels and was not read.`;
      this.#problems.add("yaml/too-deep", severityOf(text), message, place);
      return;
    }
    const template = mayHoldTemplate(text) ? templateInBrokenText(text) : -1;
    if (template !== -1) {
      this.#template(shift([template, template + 2], span[0]));
      return;
    }
    this.#problems.add("yaml/syntax", severityOf(text), `Not readable as YAML: ${error.reason}.`, place);
  }

  /** Told once for a file: its other documents need the same rendering. */
  #template(span: Span): void {
    if (this.#templateSeen) return;
    this.#templateSeen = true;
    this.#problems.add("yaml/template", "notice", templateHint, span);
  }

  #fault(fault: Fault, text: string, start: number): void {
    const [severity, message] = faultWords(fault, text);
    this.#problems.add(
      `yaml/${fault.code}`,
      severity,
      message,
      shift([fault.offset, fault.offset + fault.length], start),
    );
  }
}

/** So much of a file that is too large is looked at for what it claims to be. */
const headOfLargeFile = 65_536;

function severityOf(text: string): Severity {
  return claimsToBeManifest(text) ? "error" : "warning";
}

function shift([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}

/** A document of nothing but white space and comments. */
function isEmpty(events: readonly Event[], at: number): boolean {
  const content = events[at + 1]!;
  return content.type === EVENT_ID.SCALAR && content.valueStart === -1 && content.tagStart === -1;
}

function faultWords(fault: Fault, text: string): readonly [Severity, string] {
  switch (fault.code) {
    case "duplicate-key":
      return [
        "warning",
        `The key ${JSON.stringify(fault.detail)} stands twice in one mapping; the last one holds.`,
      ];
    case "unknown-anchor":
      return [
        severityOf(text),
        `No anchor &${fault.detail} stands before this alias in its document; it was read as null.`,
      ];
    case "recursive-alias":
      return [
        severityOf(text),
        `The alias *${fault.detail} stands inside its own anchor; it was read as null.`,
      ];
    case "complex-key":
      return [severityOf(text), "A mapping or a list is used as a key, which Kubernetes cannot read."];
    case "bad-merge":
      return [
        severityOf(text),
        "The merge key << takes a mapping or a list of mappings; this one was left out.",
      ];
  }
}
