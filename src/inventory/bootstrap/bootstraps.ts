// Bootstrap texts of nodes: files of the repository, and what Terraform or a command hands over as user data. Takes documents and texts,
// gives `bootstraps` with their places, and where credentials stand that no report may show.
import type { Document } from "../../model/document.ts";
import type { Bootstrap } from "../../model/inventory/script.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Path, Place, Position, Range, Related, Span } from "../../model/place.ts";
import type { BootstrapText, UserData } from "../clusters/user-data.ts";
import type { Origins } from "../origins.ts";
import { HOLE } from "./masked-text.ts";
import { plainText } from "./plain-text.ts";
import { CONCERNS, type ReadBootstrap, readBootstrap } from "./read-bootstrap.ts";

export type BootstrapContext = {
  readonly readText: (file: string) => string | undefined;
  readonly userData: readonly UserData[];
  readonly origins: Origins;
};

export type Bootstraps = {
  readonly bootstraps: readonly Bootstrap[];
  readonly hidden: ReadonlyMap<string, readonly Range[]>;
};

type Located = { readonly place: Place; readonly related?: readonly Related[] };

type At = (offset: number) => { readonly file: string; readonly position: Position } | null;

type Found = {
  readonly id: string;
  readonly address: string;
  readonly notation: Bootstrap["notation"];
  readonly reading: ReadBootstrap;
  readonly at: At;
  readonly written?: (offset: number) => Place | null;
  readonly pool?: string;
  readonly tracked: boolean;
};

export function bootstraps(
  documents: readonly Document[],
  { readText, userData, origins }: BootstrapContext,
): Bootstraps {
  const found: Found[] = userData.flatMap((data) => fromUserData(data));
  const seen = new Set(found.map(({ at }) => at(0)?.file));
  for (const file of new Set(documents.filter(isBootstrap).map((document) => document.file))) {
    const text = readText(file);
    // A file that a node is given is judged as that node's.
    if (text === undefined || seen.has(file)) continue;
    const plain = plainText(text);
    if (!CONCERNS.test(plain.text)) continue;
    const reading = readBootstrap({ text: plain.text });
    if (!reading.facts.self_managed && reading.facts.package_urls.length === 0) continue;
    const lines = new LineIndex(text);
    const at: At = (offset) => ({ file, position: lines.position(plain.origin(offset)) });
    found.push({ id: origins.next("boot"), address: file, notation: "file", reading, at, tracked: true });
  }
  const hidden = new Map<string, Range[]>();
  for (const one of found) {
    setOrigin(one, origins);
    for (const span of one.reading.hidden) {
      const place = placeOf(one, span);
      if (place?.range) hidden.set(place.file, [...(hidden.get(place.file) ?? []), place.range]);
    }
  }
  return { bootstraps: found.map(entryOf), hidden };
}

/** Shell scripts and cloud-config files; what a workflow or a Makefile runs is no node's own script. */
function isBootstrap(document: Document): boolean {
  if (document.format === "shell") return document.host === "file" || document.host === "cloud-init";
  if (document.format !== "yaml") return false;
  const { value } = document;
  return (
    value !== null &&
    typeof value === "object" &&
    !Array.isArray(value) &&
    !("apiVersion" in value) &&
    ["runcmd", "bootcmd", "write_files", "apt"].some((key) => key in value)
  );
}

/** Several texts are one after the other, with a line break between. */
function fromUserData({ id, pool, address, texts }: UserData): Found[] {
  let text = "";
  const holes: string[] = [];
  const starts: { readonly from: number; readonly part: BootstrapText }[] = [];
  for (const part of texts) {
    if (text !== "") text += "\n";
    starts.push({ from: text.length, part });
    text += part.pieces.map((piece) => piece ?? HOLE).join("");
    holes.push(...part.holes);
  }
  if (text === "") return [];
  const plain = plainText(text);
  const find = (given: number) => {
    const offset = plain.origin(given);
    const { part, from } = starts.findLast((start) => start.from <= offset) ?? starts[0]!;
    return { part, offset: offset - from };
  };
  const at: At = (given) => {
    const { part, offset } = find(given);
    return part.at(offset);
  };
  const written = (given: number) => {
    const { part, offset } = find(given);
    return part.written?.(offset) ?? null;
  };
  return [
    {
      id,
      pool,
      address,
      notation: address.startsWith("oci ") ? "command" : "terraform",
      reading: readBootstrap({ text: plain.text, holes }),
      at,
      written,
      tracked: false,
    },
  ];
}

function entryOf({ id, address, notation, reading, pool, tracked }: Found): Bootstrap {
  return {
    ...{ id, address, notation, existence: "known", unknown: {} },
    ...reading.facts,
    tracked_file: tracked,
    ...(pool !== undefined && { pool }),
  };
}

/** Without a place of its own a text stands where its pool does. */
function setOrigin(found: Found, origins: Origins): void {
  const { id, address, pool, reading } = found;
  const holder = pool === undefined ? undefined : origins.get(pool);
  const start = found.at(0);
  const file = start?.file ?? holder?.file;
  if (file === undefined) return;
  const first: Place = start
    ? { file, range: { start: start.position, end: start.position } }
    : (holder?.locate(["cloud_init"]).place ?? { file });
  const locate = (path: Path): Located => {
    for (let length = path.length; length > 0; length--) {
      const span = reading.places.get(JSON.stringify(path.slice(0, length)));
      const place = span && placeOf(found, span);
      if (place) return writtenElsewhere(found, span, place) ?? { place };
    }
    const join = reading.places.get('["join"]');
    return { place: (join && placeOf(found, join)) ?? first };
  };
  origins.set(id, {
    file,
    subject: address,
    title: pool === undefined ? file : (holder?.title ?? address),
    path: [],
    locate,
    object: holder?.object ?? { file },
  });
}

/** A value that is wrong has to change where it was written; the line of the script that uses it is related. */
function writtenElsewhere({ address, written }: Found, [start, end]: Span, used: Place): Located | undefined {
  // A word may begin and end with a quote. One that ends in the script's own text is wrong there: `${host}:6443`.
  const place = written?.(start) ?? written?.(start + 1);
  if (!written?.(end - 1) && !written?.(end - 2)) return undefined;
  if (!place || (place.file === used.file && place.range?.start.line === used.range?.start.line))
    return undefined;
  return { place, related: [{ place: used, note: `used by ${address}` }] };
}

function placeOf({ at }: Found, [start, end]: readonly [number, number]): Place | undefined {
  const [from, to] = [at(start), at(Math.max(start, end - 1))];
  if (from === null) return undefined;
  const last =
    to?.file === from.file ? { line: to.position.line, column: to.position.column + 1 } : from.position;
  return { file: from.file, range: { start: from.position, end: last } };
}
