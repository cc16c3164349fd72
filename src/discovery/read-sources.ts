// Takes a tree; gives its sources in order, each with its language, and a problem for each file that cannot be read. Parses nothing.
import type { Problem } from "../model/problem.ts";
import type { Severity } from "../model/severity.ts";
import type { Language, Source } from "../model/source.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { decode } from "./decode.ts";
import { headLength, languageByContent, languageByName, languageOf } from "./language.ts";

/** Larger files are not read, bytes. */
export const largestFile = 20 * 1024 * 1024;

/** Files read at the same time. */
const parallel = 32;

/** Bytes looked at where a name does not tell the language. */
const headBytes = headLength;

export type ReadOptions = {
  /** Languages that the run has no use for: counted as irrelevant, not read. */
  readonly skip?: ReadonlySet<Language>;
  /** Files that count wherever they lie, also outside what the tree lists; passed over where they are not there. */
  readonly also?: readonly string[];
};

export type ReadSources = {
  /** In the order of the tree, without those of unknown language. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Every entry is one of: read, unread (it has a problem), irrelevant. */
  readonly files: number;
  readonly filesUnread: number;
  readonly filesIrrelevant: number;
};

export async function readSources(tree: Tree, options: ReadOptions = {}): Promise<ReadSources> {
  const listed = await tree.list();
  const names = new Set(listed.map(({ file }) => file));
  const also = new Set(options.also?.filter((file) => !names.has(file) && tree.has(file)));
  const entries = [...listed, ...[...also].map((file): TreeEntry => ({ file, named: false }))];
  const outcomes = await inOrder(entries, (entry) => readEntry(tree, entry, options.skip ?? new Set()));
  return {
    sources: outcomes.flatMap(({ source }) => source ?? []),
    problems: outcomes.flatMap(({ problem }) => problem ?? []),
    files: entries.length,
    filesUnread: outcomes.filter(({ source, problem }) => source === undefined && problem !== undefined)
      .length,
    filesIrrelevant: outcomes.filter(({ source, problem }) => source === undefined && problem === undefined)
      .length,
  };
}

type Outcome = { readonly source?: Source; readonly problem?: Problem };

async function readEntry(tree: Tree, entry: TreeEntry, skip: ReadonlySet<Language>): Promise<Outcome> {
  const { file, named } = entry;
  const byName = entry.language ?? languageByName(file);
  if (entry.unreadable !== undefined) return unreadable(entry, byName);
  if (!named && (byName === "unknown" || (byName !== "look" && skip.has(byName)))) return {};
  try {
    return await readText(tree, entry, byName, skip);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // A name that says nothing may belong to anything: worth telling, not worth failing for.
    const severity = named || byName !== "look" ? "error" : "warning";
    return {
      problem: problem(
        "file/unreadable",
        severity,
        file,
        `The file cannot be read: ${wordsFor(code, error)}.`,
      ),
    };
  }
}

async function readText(
  tree: Tree,
  entry: TreeEntry,
  byName: Language | "look",
  skip: ReadonlySet<Language>,
): Promise<Outcome> {
  const { file, named } = entry;
  const tooLarge = (entry.size ?? 0) > largestFile;
  let head: Uint8Array | undefined;
  if (byName === "look" || byName === "unknown" || tooLarge) {
    head = tree.readHead === undefined ? await tree.read(file) : await tree.readHead(file, headBytes);
  }
  const language =
    entry.language ?? (head === undefined ? (byName as Language) : languageOfEntry(entry, headText(head)));
  if (language === "unknown") return named ? { problem: notRecognised(file) } : {};
  if (skip.has(language) && !named) return {};
  if (tooLarge) return { problem: oversized(file, language, head!) };
  const bytes =
    head !== undefined && (tree.readHead === undefined || head.length < headBytes)
      ? head
      : await tree.read(file);
  if (bytes.length > largestFile) return { problem: oversized(file, language, bytes.subarray(0, headBytes)) };
  const decoded = decode(bytes);
  if (decoded.kind === "binary") {
    return {
      problem: problem(
        "file/binary",
        "warning",
        file,
        "The file holds binary data, not the text that its name promises.",
      ),
    };
  }
  const source: Source = { file, language, text: decoded.text, named };
  // The YAML reader says itself where the damage is.
  if (!decoded.damaged || language === "yaml" || language === "json") return { source };
  return {
    source,
    problem: problem(
      "file/encoding",
      "warning",
      file,
      "The file is not valid UTF-8: some characters cannot be read.",
    ),
  };
}

/** What a person names is looked at whatever its ending says: `web.yaml.bak`. */
function languageOfEntry({ file, named }: TreeEntry, head: string): Language {
  const language = languageOf(file, head);
  return named && language === "unknown" ? languageByContent(file, head) : language;
}

function headText(head: Uint8Array): string {
  const decoded = decode(head.subarray(0, headBytes));
  return decoded.kind === "text" ? decoded.text : "";
}

function unreadable(entry: TreeEntry, byName: Language | "look"): Outcome {
  const { kind, reason } = entry.unreadable!;
  if (kind === "folder")
    return {
      problem: problem(
        "file/unreadable",
        "error",
        entry.file,
        `The folder cannot be listed: ${wordsFor(reason)}.`,
      ),
    };
  if (byName === "unknown" && !entry.named) return {};
  // What was asked for by its name was not looked at.
  const severity = entry.named ? "error" : "warning";
  return { problem: problem("file/link", severity, entry.file, `Not read: this is ${reason}.`) };
}

function notRecognised(file: string): Problem {
  return problem(
    "file/unknown-language",
    "notice",
    file,
    "Nothing in this file is looked at: its name and its beginning show no language that is read.",
  );
}

/** Large data of other programs is common; it is an error only where it shows what the rules are about. */
function oversized(file: string, language: Language, head: Uint8Array): Problem {
  const severity: Severity = concerns(language, headText(head)) ? "error" : "warning";
  return problem(
    "file/too-large",
    severity,
    file,
    `The file is larger than ${largestFile / 1024 / 1024} MB and was not read.`,
  );
}

function concerns(language: Language, head: string): boolean {
  if (language === "markdown" || language === "text") return false;
  if (language !== "yaml" && language !== "json") return true;
  return (
    (/\bapiVersion\b/.test(head) && /\bkind\b/.test(head)) ||
    /"?\b(?:statements|matching_rules?)\b"?\s*[:=]/.test(head)
  );
}

function problem(code: string, severity: Severity, file: string, message: string): Problem {
  return { code, severity, message, place: { file } };
}

function wordsFor(code: string | undefined, error?: unknown): string {
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOENT") return "it is no longer there";
  if (code === "EISDIR") return "it is a folder";
  return code ?? (error instanceof Error ? error.message : "unknown reason");
}

/** Maps with bounded parallelism; the results keep the order of the items. */
async function inOrder<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await map(items[index]!);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, work));
  return results;
}
