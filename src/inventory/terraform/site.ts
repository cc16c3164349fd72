// Where a value was written, kept as offsets until somebody asks for lines. Takes sites, gives places.
import type { DataDocument } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Path, Place, Position } from "../../model/place.ts";

/** A text with offsets into it: a Terraform file, or a file it reads. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lines: LineIndex | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** A text that was put together from stretches of a file: `positionOf` tells where they stand there. */
export class CutText extends SourceText {
  readonly #positionOf: (offset: number) => Position | undefined;
  #cut: LineIndex | undefined;

  constructor(file: string, text: string, positionOf: (offset: number) => Position | undefined) {
    super(file, text);
    this.#positionOf = positionOf;
  }

  override get lines(): LineIndex {
    this.#cut ??= new CutLines(this.text, this.#positionOf);
    return this.#cut;
  }
}

class CutLines extends LineIndex {
  readonly #positionOf: (offset: number) => Position | undefined;

  constructor(text: string, positionOf: (offset: number) => Position | undefined) {
    super(text);
    this.#positionOf = positionOf;
  }

  override position(offset: number): Position {
    return this.#positionOf(offset) ?? super.position(offset);
  }
}

/** `block`: the site is a whole block, of which a place shows the first line only. */
export type TextSite = {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  readonly block?: true;
};

/** A part of a plan or of a stack's `schema.yaml`. */
export type DataSite = { readonly document: DataDocument; readonly path: Path };

export type Site = TextSite | DataSite;

export function placeAt(site: Site): Place {
  if ("document" in site) return { file: site.document.file, range: site.document.locate(site.path) };
  const { source, start } = site;
  return { file: source.file, range: source.lines.range([start, site.block ? headEnd(site) : site.end]) };
}

/** The whole of a block, where `placeAt` shows its first line. */
export function wholePlace(site: Site): Place {
  if ("document" in site || site.block === undefined) return placeAt(site);
  return { file: site.source.file, range: site.source.lines.range([site.start, site.end]) };
}

function headEnd({ source, start, end }: TextSite): number {
  const newline = source.text.indexOf("\n", start);
  const line = source.text.slice(start, newline === -1 || newline > end ? end : newline);
  return start + line.trimEnd().replace(/\{$/, "").trimEnd().length;
}

/** Whether `inner` lies in `outer`. */
export function contains(outer: Site, inner: Site): boolean {
  if ("document" in outer || "document" in inner) {
    if (!("document" in outer)) return false;
    // A text that was found in the file that holds the document.
    if (!("document" in inner)) return outer.document.file === inner.source.file;
    return outer.document === inner.document && outer.path.every((step, i) => inner.path[i] === step);
  }
  return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;
}
