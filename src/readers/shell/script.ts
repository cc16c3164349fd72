// One script's text into its simple commands, in source order, with the variables as they were at each. Takes the text and the
// grammar; offsets are those of the text. Knows neither files nor what the programs are.
import type { GrammarParser, Node, ParseFailure } from "../tree-sitter.ts";
import { UNKNOWN } from "./mapped-text.ts";
import { recoverySegments, type Segment } from "./recovery.ts";
import { type Argument, ELEMENT, expandWords, wordValue } from "./values.ts";
import type { ScriptVariables } from "./variables.ts";
import { readSimpleCommand, readWord, type SimpleCommand, type Word } from "./words.ts";

export type Heredoc = {
  readonly start: number;
  readonly end: number;
  /** The shell expands variables in it. */
  readonly expands: boolean;
  /** `<<-`: leading tabs are not part of it. */
  readonly tabs: boolean;
};

export type FoundCommand = {
  readonly simple: SimpleCommand;
  /** The program first. Without the assignments before it. */
  readonly args: readonly Argument[];
  readonly env: Readonly<Record<string, string>>;
  readonly redirects: readonly {
    readonly operator: string;
    readonly target: string | null;
    readonly word: Word | null;
  }[];
  readonly heredoc: Heredoc | null;
  /** The function it stands in, and how many arguments that has put aside before; NaN when that depends. */
  readonly within: { readonly name: string; readonly kept: number } | null;
};

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

const OPEN_OPERATOR = /(<<-?[ \t]*["'\\]?\w[^\n|&<]*?)(\|&|\|\||&&|\|)[ \t]*(?=\n)/g;

const EXTENDED_GLOB = /(?<=[\w/.*"'}])[?*+@!]\([^()\s'"$`]{0,200}\)/g;

const UNALIASED = /(?<=\n)[ \t]*\\(?=[A-Za-z])/g;

/** Deeper nesting is not read. */
const MAX_DEPTH = 2_000;
/** Names of functions. */
const MAX_NAME = 200;
const COMMENT_MARK = "oke-policy";
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
      const assignment = word === null ? null : readAssignment(word, part, ends, variables);
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

/**
 * The text as the grammar can take it, as long as before. Words are read from the real text, where everything is seen.
 * The grammar takes the body of `cat <<EOF |` for the next command when the operator is the last on its line, knows no `!(…)` in a
 * path, no backslash at the end, and takes one before a word on a new line (`\kubectl`, not the alias) for a continued line.
 */
function forGrammar(text: string): string {
  let result = text;
  if (text.includes("<<")) {
    result = result.replace(
      OPEN_OPERATOR,
      (line, head: string, operator: string) =>
        head + " ".repeat(operator.length) + line.slice(head.length + operator.length),
    );
  }
  if (text.includes("(")) result = result.replace(EXTENDED_GLOB, (glob) => "x".repeat(glob.length));
  if (text.includes("\\")) result = result.replace(UNALIASED, (start) => `${start.slice(0, -1)} `);
  const end = result.trimEnd();
  return end.endsWith("\\") ? end.slice(0, -1) + " ".repeat(text.length - end.length + 1) : result;
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

function readHeredoc(node: Node, text: string, bodies: Map<number, Heredoc>): void {
  let marker: Node | null = null;
  for (const child of node.children) {
    if (child === null) continue;
    if (child.type === "heredoc_start") marker = child;
    if (child.type !== "heredoc_end" || marker === null) continue;
    // The tree's body leaves out leading white space; whole lines are what the program gets.
    const line = text.indexOf("\n", headEnd(node, marker, child.startIndex));
    const start = line === -1 ? text.length : line + 1;
    const last =
      child.endIndex > child.startIndex ? text.lastIndexOf("\n", child.startIndex - 1) + 1 : text.length;
    const delimiter = text.slice(marker.startIndex, marker.endIndex);
    bodies.set(marker.startIndex, {
      start,
      end: Math.max(start, last),
      expands: !/['"\\]/.test(delimiter),
      tabs: text.startsWith("<<-", node.startIndex) || text.startsWith("-", marker.startIndex - 1),
    });
  }
}

/** The marker's line may go on behind it: with a string over several lines, a continued line. */
function headEnd(node: Node, marker: Node, limit: number): number {
  let end = marker.endIndex;
  for (const child of node.children) {
    if (child !== null && !child.type.startsWith("heredoc_") && child.endIndex < limit)
      end = Math.max(end, child.endIndex);
  }
  return end;
}

function readAssignment(
  word: Word,
  text: string,
  ends: ReadonlyMap<number, number>,
  variables: ScriptVariables,
): { readonly name: string; readonly value: string } | null {
  const first = word.parts[0];
  if (first?.kind !== "literal" || first.quoted) return null;
  const head = /^([A-Za-z_]\w*)(\[[^\]]*\])?(\+?)=/.exec(first.value);
  if (head === null) return null;
  const name = head[1]!;
  if (head[2] !== undefined) return { name, value: UNKNOWN };
  const second = word.parts[1];
  const isArray = second?.kind === "substitution" && text[second.start] === "(";
  const value = isArray
    ? readArray(text, second.start + 1, second.end - 1, ends, variables)
    : wordValue(
        { ...word, parts: [{ ...first, value: first.value.slice(head[0].length) }, ...word.parts.slice(1)] },
        variables,
      );
  if (head[3] === "") return { name, value };
  const before = variables.get(name) ?? UNKNOWN;
  return { name, value: before === "" ? value : before + (isArray ? ELEMENT : "") + value };
}

function readArray(
  text: string,
  start: number,
  end: number,
  ends: ReadonlyMap<number, number>,
  variables: ScriptVariables,
): string {
  const inside = text.slice(0, end);
  const words: Word[] = [];
  for (let at = start; at < end; ) {
    const line = readSimpleCommand(inside, at, ends, false);
    words.push(...line.words);
    at = Math.max(line.after, at + 1);
  }
  return expandWords(words, variables)
    .map(({ value }) => value)
    .join(ELEMENT);
}

function assignedNames(loop: Node): string[] {
  const names: string[] = [];
  for (const node of loop.descendantsOfType(["variable_assignment", "for_statement"])) {
    const name = node?.namedChildren[0]?.text;
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** `alias k='kubectl -n shop'`: one command, to which arguments are added. */
function readAlias(definition: string, variables: ScriptVariables): void {
  const [, name, value] = /^([\w.:-]+)=(.+)$/.exec(definition) ?? [];
  if (name === undefined || value === undefined) return;
  const { words, redirects, terminator } = readSimpleCommand(value, 0, new Map(), false);
  if (terminator !== "" || redirects.length > 0 || words.length === 0) return;
  variables.shorthands.set(name, { words: words.map((word) => wordValue(word, variables)), kept: 0 });
}

/** The words of the name that is called instead of it; they all stand where the name stands. */
function shorthandExpanded(args: readonly Argument[], variables: ScriptVariables): readonly Argument[] {
  const first = args[0];
  const shorthand = first && variables.shorthands.get(first.value);
  if (!shorthand || args.length <= shorthand.kept) return args;
  const { words, kept } = shorthand;
  const rest = args.slice(1 + kept);
  // A function that only runs what it is given, given nothing, is itself.
  return words.length + rest.length === 0
    ? args
    : [...words.map((value) => ({ value, word: first.word })), ...rest];
}

/** `read x`, `unset x`, `mapfile x`, `printf -v x`: afterwards the names are unknown. */
function forget({ args }: FoundCommand, variables: ScriptVariables): void {
  const program = args[0]?.value ?? "";
  if (!/^(?:read|mapfile|readarray|getopts|printf)$/.test(program)) return;
  const names = program === "printf" ? (args[1]?.value === "-v" ? args.slice(2, 3) : []) : args.slice(1);
  for (const { value } of names) if (/^[A-Za-z_]\w*$/.test(value)) variables.set(value, UNKNOWN);
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

function shifted(command: FoundCommand, base: number): FoundCommand {
  if (base === 0) return command;
  const move = <T extends { readonly start: number; readonly end: number }>(item: T): T => ({
    ...item,
    start: item.start + base,
    end: item.end + base,
  });
  const moveWord = (word: Word): Word => ({ ...move(word), parts: word.parts.map(move) });
  const words = new Map(command.args.map(({ word }) => [word, moveWord(word)]));
  return {
    ...command,
    simple: { ...move(command.simple), after: command.simple.after + base },
    args: command.args.map(({ value, word }) => ({ value, word: words.get(word)! })),
    redirects: command.redirects.map((redirect) => ({
      ...redirect,
      word: redirect.word === null ? null : moveWord(redirect.word),
    })),
    heredoc: command.heredoc === null ? null : move(command.heredoc),
  };
}
