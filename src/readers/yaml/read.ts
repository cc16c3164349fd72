// The YAML and JSON reader: a text → its documents with plain values, and what could not be read. Ranges are worked out when asked for.
import { EVENT_ID, type Event, YAMLException } from "js-yaml";
import { COMMENT_MARK } from "../../model/comment-mark.ts";
import type { Comment, DataDocument, Json } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Path, Position, Range, Span } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import type { Source } from "../../model/source.ts";
import { TooMuchExpansion, ValueBuilder } from "./build.ts";
import { findComments } from "./comments.ts";
import { layoutFromEvents } from "./event-layout.ts";
import { eventsOf, type ParsedEvents } from "./events.ts";
import type { Layout } from "./layout.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { once } from "./once.ts";
import { blockingPlaceholder } from "./placeholders.ts";
import { ProblemList } from "./problems.ts";
import { readJson } from "./read-json.ts";
import type { ScalarSchema } from "./scalar.ts";
import { segments } from "./segments.ts";
import {
  isTemplateName,
  mayBeTemplate,
  mayHoldTemplate,
  templateInBrokenText,
  templateInReadable,
} from "./template.ts";
import {
  faultWords,
  placeholderWords,
  severityOf,
  syntaxWords,
  templateWords,
  terraformWords,
} from "./words.ts";

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

class TextReader {
  readonly #data: DataText;
  readonly #text: string;
  readonly #limits: Limits;
  readonly #schema: ScalarSchema;
  readonly #range: (span: Span) => Range;
  readonly #problems: ProblemList;
  readonly #documents: DataDocument[] = [];
  readonly #builder: ValueBuilder;
  /** Comments before a document are its own, also where a `---` stands between. */
  #comments: Comment[] = [];
  #documentComments: Comment[] | undefined;
  readonly #mayHoldComments: boolean;
  readonly #mayBeTemplate: boolean;
  #templateSeen = false;

  constructor(data: DataText, limits: Limits, range: (span: Span) => Range, problems: ProblemList) {
    this.#data = data;
    this.#text = data.text;
    this.#limits = limits;
    this.#schema = data.schema ?? "kubernetes";
    this.#range = range;
    this.#problems = problems;
    this.#mayHoldComments = data.text.includes(COMMENT_MARK);
    this.#mayBeTemplate = mayBeTemplate(data.text);
    this.#builder = new ValueBuilder(this.#schema, limits.expansion);
  }

  documents(): readonly DataDocument[] {
    const text = this.#text;
    if (text.length > this.#limits.size) {
      const size = `${(text.length / 1e6).toFixed(1)} million characters`;
      const message = `The file is too large to be read (${size}, the limit is ${this.#limits.size / 1e6} million).`;
      this.#problems.add("yaml/too-large", severityOf(this.#head()), message);
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
        this.#add("json", value, layout, false, () => text);
    } else this.#stream();
    return this.#documents;
  }

  #stream(): void {
    for (const span of segments(this.#text)) if (!this.#part(span)) break;
    // Comments after the last document still belong to the file.
    this.#documentComments?.push(...this.#comments);
  }

  /** Reads what stands between two `---` lines: one document as a rule. False when the file holds more than is read. */
  #part(span: Span): boolean {
    const whole = span[0] === 0 && span[1] === this.#text.length;
    const text = whole ? this.#text : this.#text.slice(span[0], span[1]);
    let parsed: ParsedEvents;
    try {
      parsed = eventsOf(text, this.#limits.depth);
    } catch (error) {
      this.#broken(text, span, error);
      return true;
    }
    const { events } = parsed;
    if (this.#mayHoldComments && text.includes(COMMENT_MARK)) this.#keepComments(text, events, span[0]);
    const template = this.#mayBeTemplate ? templateInReadable(text, events) : -1;
    if (template !== -1) this.#template(shift([template, template + 2], span[0]));
    return this.#values(parsed, span, template !== -1);
  }

  /** The documents of one part; more than one only where `...` ends the first. */
  #values({ text, events }: ParsedEvents, span: Span, partial: boolean): boolean {
    let nth = 0;
    for (let at = 0; at < events.length; nth++) {
      if (isEmpty(events, at)) {
        at += 3;
        continue;
      }
      if (this.#documents.length >= this.#limits.documents) {
        const message = `The file holds more than ${this.#limits.documents} documents; the rest was not read.`;
        this.#problems.add("yaml/too-many-documents", severityOf(this.#head()), message, [
          span[0],
          span[0] + 1,
        ]);
        return false;
      }
      this.#builder.faults.length = 0;
      let value: Json;
      try {
        const built = this.#builder.document(text, events, at);
        value = built.value;
        at = built.next;
      } catch (error) {
        if (!(error instanceof TooMuchExpansion)) throw error;
        const message = `Aliases and merge keys add more than ${this.#limits.expansion} nodes; the document was not read.`;
        const place = shift([error.offset, error.offset + 1], span[0]);
        this.#problems.add("yaml/too-many-aliases", severityOf(text), message, place);
        return true;
      }
      if (this.#isTemplate(text, span[0])) continue;
      for (const fault of this.#builder.faults) {
        const [severity, message] = faultWords(fault, text);
        const place = shift([fault.offset, fault.offset + fault.length], span[0]);
        this.#problems.add(`yaml/${fault.code}`, severity, message, place);
      }
      const index = nth;
      this.#add(
        "yaml",
        value,
        () => this.#layout(span, index),
        partial,
        () => this.#text.slice(span[0], span[1]),
      );
    }
    return true;
  }

  /** An unquoted `{{ … }}` is a mapping as a key of a mapping to the parser, and a template to everybody else. */
  #isTemplate(text: string, start: number): boolean {
    const key = this.#builder.faults.find(
      (fault) => fault.code === "complex-key" && text.startsWith("{{", fault.offset - 1),
    );
    if (key) this.#template(shift([key.offset - 1, key.offset + 1], start));
    return key !== undefined;
  }

  #keepComments(text: string, events: readonly Event[], start: number): void {
    for (const { text: words, alone, span } of findComments(text, events)) {
      this.#comments.push({ text: words, alone, range: this.#range(shift(span, start)) });
    }
  }

  #add(
    format: "yaml" | "json",
    value: Json,
    build: () => Layout,
    partial: boolean,
    text: () => string,
  ): void {
    const layout = once(build);
    const range = this.#range;
    const comments = this.#comments;
    this.#comments = [];
    this.#documentComments = comments;
    this.#documents.push({
      file: this.#data.file,
      format,
      value,
      comments,
      partial,
      locate: (path: Path) => range(layout().locate(path)),
      sourceText: (path: Path) => layout().sourceText(path),
      mayMention: (pattern: RegExp) => pattern.test(text()),
      ...(this.#data.origin && { origin: this.#data.origin }),
    });
  }

  /** Parses the part again: keeping the events of everything would cost more memory than it saves time. */
  #layout(span: Span, index: number): Layout {
    const { text, events } = eventsOf(this.#text.slice(span[0], span[1]), this.#limits.depth);
    let nth = -1;
    const at = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT && ++nth === index);
    const inner = layoutFromEvents(text, events, at, this.#schema);
    return { locate: (path) => shift(inner.locate(path), span[0]), sourceText: inner.sourceText };
  }

  #broken(text: string, span: Span, error: unknown): void {
    const [reason, position] =
      error instanceof YAMLException ? [error.reason, error.mark?.position ?? 0] : [String(error), 0];
    // A fault that shows at the end shows after the last thing that was written.
    const at = Math.max(0, Math.min(position, text.trimEnd().length - 1));
    const place = shift([at, Math.min(at + 1, text.length)], span[0]);
    if (/maxDepth/.test(reason)) {
      const message = `The document is nested deeper than ${this.#limits.depth} levels and was not read.`;
      this.#problems.add("yaml/too-deep", severityOf(text), message, place);
      return;
    }
    const template = mayHoldTemplate(text) ? templateInBrokenText(text) : -1;
    const placeholder =
      template === -1 ? blockingPlaceholder(text, at, "x", (filled) => this.#isReadable(filled)) : undefined;
    if (template !== -1) this.#template(shift([template, template + 2], span[0]));
    else if (placeholder) this.#template(shift(placeholder, span[0]), placeholderWords);
    else if (isTemplateName(this.#data.file)) this.#template(place);
    else this.#problems.add("yaml/syntax", severityOf(text), syntaxWords(reason), place);
  }

  #isReadable(text: string): boolean {
    try {
      eventsOf(text, this.#limits.depth);
      return true;
    } catch {
      return false;
    }
  }

  /** Told once for a file: its other documents need the same rendering. */
  #template(span: Span, words = templateWords): void {
    if (this.#templateSeen) return;
    this.#templateSeen = true;
    const isTerraform = this.#data.file.endsWith(".tftpl");
    this.#problems.add("yaml/template", "notice", isTerraform ? terraformWords : words, span);
  }

  #head(): string {
    return this.#text.slice(0, headLength);
  }
}

/** So much of a file that is too large is looked at for what it claims to be. */
const headLength = 65_536;

function shift([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}

/** A document of nothing but white space and comments. */
function isEmpty(events: readonly Event[], at: number): boolean {
  const content = events[at + 1]!;
  return (
    content.type === EVENT_ID.SCALAR &&
    content.valueStart === -1 &&
    content.tagStart === -1 &&
    content.anchorStart === -1
  );
}
