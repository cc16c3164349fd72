// The parser runtime shared by the readers that use tree-sitter grammars. Takes the WASM files as bytes, gives bounded parses.
// Knows nothing of any language: readers make their own trees while the parser's tree is alive.
import type { Language, Parser as NativeParser, Node } from "web-tree-sitter";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";

export type { Node } from "web-tree-sitter";

/** Longer texts are not parsed: a file of open brackets takes about 200 bytes of memory per character. */
export const MAX_CHARACTERS = 2_000_000;

/** A parse that takes longer is cancelled. */
export const DEADLINE_MS = 2_000;

export type Grammar = "hcl" | "bash";

/** Names that the loader is asked for. */
const RUNTIME_FILE = "web-tree-sitter.wasm";
const GRAMMAR_FILES: Readonly<Record<Grammar, string>> = {
  hcl: "tree-sitter-terraform.wasm",
  bash: "tree-sitter-bash.wasm",
};

/** `too-large`: over the limit; `deadline`: took too long; `aborted`: the parser ran out of memory and was replaced. */
export type ParseFailure = "too-large" | "deadline" | "aborted";

export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ParseFailure };

/** One grammar, ready. Synchronous, may be used while another tree is being read (a script inside a script). */
export type GrammarParser = {
  /** Parses `text` and gives what `use` makes of the root node. The tree is gone after `use`: keep no nodes. */
  readonly parse: <T>(text: string, use: (root: Node) => T) => ParseResult<T>;
};

export type TreeSitter = {
  /** Loads the grammar at the first request. */
  readonly parser: (grammar: Grammar) => Promise<GrammarParser>;
};

export type LoadBytes = (name: string) => Uint8Array | Promise<Uint8Array>;

/** Starts the runtime (10–20 ms): to be called only when a file needs it. `load` gives the bytes of a WASM file by its name. */
export async function createRuntime(load: LoadBytes): Promise<TreeSitter> {
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init({ wasmBinary: await load(RUNTIME_FILE), print: () => {}, printErr: () => {} });
  const loaded = new Map<Grammar, Promise<GrammarParser>>();

  async function loadGrammar(grammar: Grammar): Promise<GrammarParser> {
    const language = await Language.load(await load(GRAMMAR_FILES[grammar]));
    return boundedParser(() => new Parser(), language);
  }

  return {
    parser(grammar) {
      let parser = loaded.get(grammar);
      if (parser === undefined) {
        parser = loadGrammar(grammar);
        loaded.set(grammar, parser);
      }
      return parser;
    },
  };
}

function boundedParser(create: () => NativeParser, language: Language): GrammarParser {
  let native = create().setLanguage(language);

  /** After an abort the memory of the old parser is still held by it, and nothing else works until it is released. */
  function replace(): void {
    try {
      native.delete();
    } catch {
      // Its memory may be beyond repair; the new one shows.
    }
    native = create().setLanguage(language);
  }

  function tree(text: string) {
    const end = performance.now() + DEADLINE_MS;
    try {
      const parsed = native.parse(text, null, { progressCallback: () => performance.now() > end });
      if (parsed === null) native.reset();
      return parsed ?? "deadline";
    } catch {
      try {
        replace();
      } catch {
        // The next parse fails in the same way and says so.
      }
      return "aborted";
    }
  }

  return {
    parse(text, use) {
      if (text.length > MAX_CHARACTERS) return { ok: false, failure: "too-large" };
      const parsed = tree(text);
      if (typeof parsed === "string") return { ok: false, failure: parsed };
      try {
        return { ok: true, value: use(parsed.rootNode) };
      } finally {
        parsed.delete();
      }
    },
  };
}

const MESSAGES: Readonly<Record<ParseFailure, string>> = {
  "too-large": `The file is longer than ${MAX_CHARACTERS / 1_000_000} million characters and was not read.`,
  deadline: `The file took longer than ${DEADLINE_MS / 1_000} seconds to parse and was not read.`,
  aborted: "The parser ran out of memory on this file; it was not read.",
};

/** `area` is the reader's prefix: `hcl`, `shell`. */
export function parseProblem(failure: ParseFailure, area: string, place: Place): Problem {
  return { code: `${area}/${failure}`, severity: "error", message: MESSAGES[failure], place };
}
