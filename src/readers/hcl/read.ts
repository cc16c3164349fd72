// Reads Terraform text: `.tf`, `.tf.json`, `*.tfvars`, `*.tfvars.json`, and patterns of these to be filled in. Takes a source and a parser, gives a document and problems.
// Does not evaluate, follow modules or know what any block means.
import { COMMENT_MARK } from "../../model/comment-mark.ts";
import type { Comment, HclDocument } from "../../model/document.ts";
import type { HclBody, HclExpression } from "../../model/hcl.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Problem } from "../../model/problem.ts";
import type { Source } from "../../model/source.ts";
import { varFile } from "../../model/var-file.ts";
import { markedComments } from "../marked-comments.ts";
import { type GrammarParser, type Node, parseProblem } from "../tree-sitter.ts";
import { convertRoot } from "./convert.ts";
import { diagnose } from "./diagnose.ts";
import { unescapedTemplates } from "./json-escapes.ts";
import { jsonBody } from "./json-syntax.ts";
import { masked } from "./mask.ts";
import { relocated } from "./offsets.ts";
import { firstFault, MAX_BROKEN, recover } from "./recover.ts";
import { MAX_DEPTH, TooDeep } from "./tree-text.ts";

type Parsed = {
  readonly comments: readonly Comment[];
  /** `null` when the tree has errors or is too deep. */
  readonly tree: HclBody | HclExpression | null;
  readonly fault: number | null;
  readonly tooDeep: boolean;
};

/** `document` is null when nothing could be read. The parser comes from `createRuntime(…).parser("hcl")`. */
export function readHcl(
  source: Pick<Source, "file" | "text">,
  parser: GrammarParser,
): { readonly document: HclDocument | null; readonly problems: readonly Problem[] } {
  const { file } = source;
  const text = source.text.startsWith("\uFEFF") ? ` ${source.text.slice(1)}` : source.text;
  const lines = new LineIndex(text);
  const variables = varFile(file);
  const json = variables?.isJson ?? file.endsWith(".json");
  const problem = (code: string, message: string, start: number, end: number): Problem => ({
    code,
    severity: variables?.isPattern ? "notice" : "error",
    message,
    place: { file, range: lines.range([start, Math.max(start, end)]) },
  });
  const document = (body: HclBody, comments: readonly Comment[]): HclDocument => ({
    format: "hcl",
    file,
    text,
    body,
    comments:
      json || !text.includes(COMMENT_MARK) ? comments : withTexts(comments, markedComments(text, lines)),
  });

  const escaped = json ? unescapedTemplates(text) : null;
  const read = escaped?.text ?? text;
  const result = parser.parse(masked(read), (root) => parseTree(root, read, lines));
  if (!result.ok) return { document: null, problems: [parseProblem(result.failure, "hcl", { file })] };
  const { tree, comments, fault, tooDeep } = result.value;

  if (tree !== null) {
    if (json) {
      const body = jsonBody(tree, variables !== null);
      return {
        document: document(escaped ? relocated(body, escaped.original) : body, comments),
        problems: [],
      };
    }
    if ("blocks" in tree) return { document: document(tree, comments), problems: [] };
    return {
      document: null,
      problems: [problem("hcl/syntax", "A Terraform file cannot be a JSON object.", tree.start, tree.end)],
    };
  }
  if (json) {
    const diagnosis = diagnose(text);
    const offset = diagnosis?.offset ?? (fault === null ? 0 : (escaped?.original(fault) ?? fault));
    const message = tooDeep ? tooDeepMessage : (diagnosis?.message ?? "This is not valid JSON.");
    return {
      document: null,
      problems: [problem(tooDeep ? "hcl/too-deep" : "hcl/syntax", message, offset, offset)],
    };
  }
  const { body, broken } = recover(text, parser, variables !== null);
  const problems = broken
    .slice(0, MAX_BROKEN)
    .map(({ offset, end, message }) =>
      tooDeep && broken.length === 1
        ? problem("hcl/too-deep", tooDeepMessage, offset, end)
        : problem("hcl/syntax", message, offset, lineEnd(text, offset, end)),
    );
  const rest = broken[MAX_BROKEN];
  if (rest !== undefined) {
    const message = `${broken.length - MAX_BROKEN} more blocks of this file are broken.`;
    problems.push(problem("hcl/syntax", message, rest.offset, rest.offset));
  }
  return { document: document(body, comments), problems };
}

const tooDeepMessage = `Blocks or expressions stand more than ${MAX_DEPTH} levels deep in one another.`;

function lineEnd(text: string, offset: number, limit: number): number {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? limit : Math.max(offset, Math.min(limit, newline));
}

function parseTree(root: Node, text: string, lines: LineIndex): Parsed {
  const comments = text.includes(COMMENT_MARK) ? collectComments(root, text, lines) : [];
  if (root.hasError) return { comments, tree: null, fault: firstFault(root), tooDeep: false };
  try {
    return { comments, tree: convertRoot(root, text), fault: null, tooDeep: false };
  } catch (error) {
    if (error instanceof TooDeep) return { comments, tree: null, fault: null, tooDeep: true };
    throw error;
  }
}

/** To the grammar a comment in a heredoc is text. */
function withTexts(comments: readonly Comment[], marked: readonly Comment[]): readonly Comment[] {
  const lines = new Set(comments.map(({ range }) => range.start.line));
  return [...comments, ...marked.filter(({ range }) => !lines.has(range.start.line))];
}

function collectComments(root: Node, text: string, lines: LineIndex): readonly Comment[] {
  const comments: Comment[] = [];
  for (const node of root.descendantsOfType("comment")) {
    if (node === null) continue;
    const source = text.slice(node.startIndex, node.endIndex);
    if (!source.includes(COMMENT_MARK)) continue;
    const range = lines.range([node.startIndex, node.endIndex]);
    const before = lines.line(range.start.line).slice(0, range.start.column - 1);
    const content = source.startsWith("/*") ? source.slice(2, -2) : source.replace(/^(?:#+|\/\/)/, "");
    comments.push({ text: content.trim(), range, alone: before.trim() === "" });
  }
  return comments;
}
