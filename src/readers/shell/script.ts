// One script's text into its simple commands, in source order, with the variables as they were at each. Takes the text and the
// grammar; offsets are those of the text. Knows neither files nor what the programs are.
import { COMMENT_MARK } from "../../model/comment-mark.ts";
import type { GrammarParser, Node, ParseFailure } from "../tree-sitter.ts";
import { assignedNames, forget, readAssignment } from "./assignments.ts";
import { type FoundCommand, shifted } from "./found-command.ts";
import { forGrammar } from "./grammar-text.ts";
import { type Heredoc, readHeredoc } from "./heredoc.ts";
import { UNKNOWN } from "./mapped-text.ts";
import { recoverySegments, type Segment } from "./recovery.ts";
import { readAlias, shorthandExpanded } from "./shorthands.ts";
import { expandWords, wordValue } from "./values.ts";
import type { ScriptVariables } from "./variables.ts";
import { readSimpleCommand, readWord } from "./words.ts";

export type FoundComment = { readonly start: number; readonly end: number };

export type Script = {
  readonly commands: readonly FoundCommand[];
  readonly comments: readonly FoundComment[];
  readonly heredocs: readonly Heredoc[];
  /** Offset of the first syntax error. */
  readonly error: number | null;
  readonly failure: ParseFailure | null;
};

/** A node on the way from the root to where the reading is. */
type Step = {
  readonly type: string;
  readonly start: number;
  readonly frame: "branch" | "subshell" | "function" | null;
  readonly backtick: boolean;
  readonly function: { readonly name: string; kept: number } | null;
};

/** Deeper nesting is not read. */
const MAX_DEPTH = 2_000;
/** Names of functions. */
const MAX_NAME = 200;
const BRANCHES = new Set(["if_statement", "elif_clause", "else_clause", "case_item", "list"]);
const LOOPS = new Set(["while_statement", "for_statement", "c_style_for_statement"]);
const SUBSHELLS = new Set(["subshell", "command_substitution", "process_substitution"]);
/** Nodes that a word steps over as a whole. */
const SPANS = new Set(["command_substitution", "process_substitution", "arithmetic_expansion", "array"]);

/** `each` is told of every command as it is found, so that it may read scripts inside it with the same variables. */
export function readScript(
  text: string,
  bash: GrammarParser,
  variables: ScriptVariables,
  each: (command: FoundCommand) => void,
): Script {
  const commands: FoundCommand[] = [];
  const comments: FoundComment[] = [];
  const heredocs: Heredoc[] = [];
  let error: number | null = null;
  let tooDeep: number | null = null;

  /** Reads the tree of a stretch of the text that begins at `base`; the rest of the text is not seen. */
  function readTree(root: Node, part: string, base: number): void {
    const ends = new Map<number, number>();
    const bodies = new Map<number, Heredoc>();
    survey(root, part, ends, bodies, variables);
    for (const { start, end, ...rest } of bodies.values())
      heredocs.push({ start: base + start, end: base + end, ...rest });

    function assign(start: number): void {
      const word = readWord(part, start, ends);
      const assignment = word === null ? null : readAssignment(word, part, ends, variables, bodies);
      if (assignment !== null) variables.set(assignment.name, assignment.value);
    }

    function emit(start: number, backtick: boolean, within: Step["function"]): void {
      const simple = readSimpleCommand(part, start, ends, backtick);
      let first = 0;
      const env: Record<string, string> = {};
      for (; first < simple.words.length; first++) {
        const assignment = readAssignment(simple.words[first]!, part, ends, variables);
        if (assignment === null) break;
        env[assignment.name] = assignment.value;
      }
      const args = shorthandExpanded(expandWords(simple.words.slice(first), variables), variables);
      if (args.length === 0) return;
      if (args[0]!.value === "alias") for (const { value } of args.slice(1)) readAlias(value, variables);
      if (args[0]!.value === "shift" && within !== null)
        within.kept += isConditional() ? Number.NaN : Number(args[1]?.value ?? 1);
      let heredoc: Heredoc | null = null;
      const redirects = simple.redirects.map(({ operator, target }) => {
        if (target !== null && operator.startsWith("<<") && operator !== "<<<")
          heredoc = bodies.get(target.start) ?? heredoc;
        return { operator, target: target === null ? null : wordValue(target, variables), word: target };
      });
      const command = shifted(
        { simple, args, env, redirects, heredoc, within: within && { ...within } },
        base,
      );
      commands.push(command);
      forget(command, variables);
      each(command);
    }

    /** Inner commands come before the one they stand in, and variables change in the order of the script. */
    const open: Step[] = [];
    function enter(cursor: ReturnType<Node["walk"]>): Step | null {
      const type = cursor.nodeType;
      const start = cursor.startIndex;
      const parent = open.at(-1);
      if (type === "comment") {
        const end = cursor.endIndex;
        if (part.slice(start, end).includes(COMMENT_MARK))
          comments.push({ start: base + start, end: base + end });
        return null;
      }
      if (open.length >= MAX_DEPTH) {
        tooDeep ??= base + start;
        return null;
      }
      if (parent?.type === "if_statement" && (type === "elif_clause" || type === "else_clause")) {
        // What an earlier branch changed is not seen by a later one.
        variables.leave();
        variables.enter("branch");
      }
      const frame = frameOf(type);
      if (frame !== null) variables.enter(frame);
      if (LOOPS.has(type)) for (const name of assignedNames(cursor.currentNode)) variables.set(name, UNKNOWN);
      const backtick = type === "command_substitution" ? part[start] === "`" : (parent?.backtick ?? false);
      return { type, start, frame, backtick, function: functionAt(type, start) ?? parent?.function ?? null };
    }

    /** Inside its function. */
    function isConditional(): boolean {
      const outer = open.findLastIndex(({ type }) => type === "function_definition");
      return open.slice(outer + 1).some(({ frame }) => frame === "branch");
    }

    function functionAt(type: string, start: number): Step["function"] {
      if (type !== "function_definition") return null;
      const name = /^(?:function\s+)?([\w:.-]+)/.exec(part.slice(start, start + MAX_NAME))?.[1];
      return name === undefined ? null : { name, kept: 0 };
    }

    function leave({ type, start, frame, backtick, function: within }: Step): void {
      if (type === "command") emit(start, backtick, within);
      else if (type === "variable_assignment" && open.at(-1)?.type !== "command") assign(start);
      if (frame !== null) variables.leave();
    }

    const cursor = root.walk();
    for (;;) {
      const step = enter(cursor);
      if (step !== null) {
        if (cursor.gotoFirstChild()) {
          open.push(step);
          continue;
        }
        leave(step);
      }
      while (!cursor.gotoNextSibling()) {
        const done = open.pop();
        if (done === undefined) {
          cursor.delete();
          return;
        }
        cursor.gotoParent();
        leave(done);
      }
    }
  }

  function readSegment(segment: Segment): void {
    bash.parse(forGrammar(segment.text), (root) => readTree(root, segment.text, segment.start));
  }

  const parsed = bash.parse(forGrammar(text), (root) => {
    if (!root.hasError) return readTree(root, text, 0);
    error = firstError(root);
    return undefined;
  });
  if (parsed.ok && error !== null) for (const segment of recoverySegments(text)) readSegment(segment);
  commands.sort((a, b) => a.simple.start - b.simple.start);
  return {
    commands,
    comments,
    heredocs,
    error: error ?? tooDeep,
    failure: parsed.ok ? null : parsed.failure,
  };
}

function frameOf(type: string): Step["frame"] {
  if (type === "function_definition") return "function";
  if (SUBSHELLS.has(type)) return "subshell";
  return BRANCHES.has(type) || LOOPS.has(type) ? "branch" : null;
}

/** Collects what words and commands need to know about nodes that stand elsewhere in the tree. */
function survey(
  root: Node,
  text: string,
  ends: Map<number, number>,
  bodies: Map<number, Heredoc>,
  variables: ScriptVariables,
): void {
  const cursor = root.walk();
  for (;;) {
    const type = cursor.nodeType;
    if (SPANS.has(type)) ends.set(cursor.startIndex, cursor.endIndex);
    else if (type === "variable_assignment") {
      const name = /^\w+/.exec(text.slice(cursor.startIndex, cursor.startIndex + 200))?.[0];
      if (name !== undefined) variables.count(name);
    } else if (type === "heredoc_redirect") readHeredoc(cursor.currentNode, text, bodies);
    if (cursor.gotoFirstChild() || cursor.gotoNextSibling()) continue;
    let up = cursor.gotoParent();
    while (up && !cursor.gotoNextSibling()) up = cursor.gotoParent();
    if (!up) break;
  }
  cursor.delete();
}

function firstError(root: Node): number {
  let node = root;
  for (;;) {
    if (node.isError || node.isMissing) return node.startIndex;
    const next = node.children.find(
      (child) => child !== null && (child.hasError || child.isError || child.isMissing),
    );
    if (next === undefined || next === null) return node.startIndex;
    node = next;
  }
}
