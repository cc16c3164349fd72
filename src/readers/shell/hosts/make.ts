// Makefiles: the recipe of every target as one script. Takes the text, gives scripts as the shell gets them: Make's own variables put
// in where they are literal and masked where not, `@` and `-` taken off, `$$` halved.
import { buildMappedText, joinTexts, type MappedText, UNKNOWN } from "../mapped-text.ts";
import { type Define, definesIn } from "./make-define.ts";

export type TextScript = {
  readonly host: string;
  readonly plain: MappedText;
  readonly masked: MappedText;
  readonly variables?: Readonly<Record<string, string | null>>;
  /** The text does not stand in the file as it is. */
  readonly decoded?: boolean;
  /** Scripts with the same job share a throw-away cluster. */
  readonly job?: string;
};

type Span = { readonly start: number; readonly end: number };

const ASSIGNMENT = /^ *(?:(?:export|override|private) +)*([A-Za-z_][\w.-]*)[ \t]*(::?:?=|\?=|\+=|!=|=)[ \t]*/;
const RULE = /^([^\s#:=][^#:=]*?)[ \t]*::?(?!=)([^\n]*)/;
/** `$(A)` in `$(B)` in … */
const MAX_EXPANSION = 10;
const MAX_VALUE = 4_000;
const MAX_NESTING = 20;

export function makeScripts(text: string): TextScript[] {
  const variables = new Map<string, string>();
  const recipes: { readonly target: string; readonly lines: Span[] }[] = [];
  const dynamic: Span[] = [];
  let current: { readonly target: string; readonly lines: Span[] } | undefined;
  const defines = definesIn(text);
  for (const line of logicalLines(text)) {
    if (defines.some(({ start, end }) => start <= line.start && line.start < end)) continue;
    const content = text.slice(line.start, line.end);
    if (content.startsWith("\t")) {
      current?.lines.push(line);
      continue;
    }
    if (/^\s*(?:#|$)/.test(content)) continue;
    const assignment = ASSIGNMENT.exec(content);
    if (assignment !== null) {
      const [head, name = "", operator] = assignment;
      const value = content
        .slice(head.length)
        .replace(/\\\r?\n\s*/g, " ")
        .replace(/(?<!\s)\s+#.*$/, "")
        .trim();
      const before = variables.get(name);
      if (operator === "!=") dynamic.push({ start: line.start + head.length, end: line.end });
      else if (/\$[({]shell\s/.test(value)) dynamic.push(...shellCalls(text, line));
      if (operator === "!=") variables.set(name, UNKNOWN);
      else if (operator === "+=") variables.set(name, before === undefined ? value : `${before} ${value}`);
      else if (operator !== "?=" || before === undefined) variables.set(name, value);
      if (name !== "SHELL") current = undefined;
      continue;
    }
    const rule = RULE.exec(content);
    if (rule === null) continue;
    current = { target: rule[1]!.trim().split(/\s+/)[0]!, lines: [] };
    recipes.push(current);
    const inline = rule[2]!.indexOf(";");
    if (inline !== -1)
      current.lines.push({
        start: line.start + rule[0].length - rule[2]!.length + inline + 1,
        end: line.end,
      });
  }
  const defined = defines.flatMap((define) => definedScript(text, define, variables));
  const scripts = [
    ...recipes.flatMap(({ target, lines }): TextScript[] => {
      if (lines.length === 0) return [];
      const read = lines.map((line) => recipeLine(text, line, variables));
      return [
        {
          host: `make:${target}`,
          plain: joinTexts(lines.map((line) => cut(text, line))),
          masked: joinTexts(read),
        },
      ];
    }),
    ...defined,
  ];
  if (dynamic.length === 0) return scripts;
  const masked = joinTexts(dynamic.map((line) => recipeLine(text, line, variables)));
  return [...scripts, { host: "make", plain: joinTexts(dynamic.map((line) => cut(text, line))), masked }];
}

/** Each use of it is the same script. */
function definedScript(
  text: string,
  { name, start, end, use }: Define,
  variables: ReadonlyMap<string, string>,
): TextScript[] {
  if (use === null || start >= end) return [];
  const host = `make:${name}`;
  if (use === "manifest") {
    const builder = buildMappedText(text);
    builder.put("kubectl apply -f - <<'END_OF_DEFINE'\n", start, start);
    mask(text, { start, end }, builder, variables, 0);
    builder.put("\nEND_OF_DEFINE\n", end, end);
    return [{ host, plain: cut(text, { start, end }), masked: builder.done() }];
  }
  const lines = [...logicalLines(text, start, end)].filter(
    (line) => use === "commands" || text[line.start] === "\t",
  );
  if (lines.length === 0) return [];
  return [
    {
      host,
      plain: joinTexts(lines.map((line) => cut(text, line))),
      masked: joinTexts(lines.map((line) => recipeLine(text, line, variables))),
    },
  ];
}

function* logicalLines(text: string, from = 0, to = text.length): Generator<Span> {
  for (let start = from; start < to; ) {
    let end = text.indexOf("\n", start);
    while (end !== -1 && /(?:^|[^\\])(?:\\\\)*\\\r?$/.test(text.slice(Math.max(start, end - 40), end)))
      end = text.indexOf("\n", end + 1);
    if (end === -1 || end > to) end = to;
    yield { start, end };
    start = end + 1;
  }
}

function cut(text: string, { start, end }: Span): MappedText {
  const builder = buildMappedText(text);
  builder.copy(start, end);
  return builder.done();
}

/** One line of a recipe as the shell gets it. */
function recipeLine(text: string, line: Span, variables: ReadonlyMap<string, string>): MappedText {
  const builder = buildMappedText(text);
  const prefix = /^[\s@+-]*/.exec(text.slice(line.start, line.end))![0].length;
  mask(text, { start: line.start + prefix, end: line.end }, builder, variables, 0);
  const done = builder.done();
  return done.text === "" ? { text: "", at: () => line.start, end: () => line.start } : done;
}

function mask(
  text: string,
  { start, end }: Span,
  builder: ReturnType<typeof buildMappedText>,
  variables: ReadonlyMap<string, string>,
  depth: number,
): void {
  let from = start;
  for (let at = text.indexOf("$", start); at !== -1 && at < end; at = text.indexOf("$", from)) {
    builder.copy(from, at);
    const next = text[at + 1] ?? "";
    if (next === "$") {
      builder.put("$", at, at + 2);
      from = at + 2;
    } else if (next === "(" || next === "{") {
      const close = Math.min(closing(text, at + 2, next, end), end);
      const inside = text.slice(at + 2, close);
      const call = /^shell[ \t]+/.exec(inside);
      if (call !== null && depth < MAX_NESTING) {
        builder.put("$(", at, at + 2 + call[0].length);
        mask(text, { start: at + 2 + call[0].length, end: close }, builder, variables, depth + 1);
        builder.put(")", close, Math.min(close + 1, end));
      } else builder.put(expand(inside, variables, 0) || UNKNOWN, at, Math.min(close + 1, end));
      from = Math.min(close + 1, end);
    } else {
      // `$@`, `$<`, `$X`: one character.
      builder.put(UNKNOWN, at, Math.min(at + 2, end));
      from = Math.min(at + 2, end);
    }
  }
  if (from < end) builder.copy(from, end);
}

/** The value of a Make variable, with what cannot be known masked. Functions are unknown. */
function expand(name: string, variables: ReadonlyMap<string, string>, depth: number): string {
  const value = variables.get(name.trim());
  if (value === undefined || depth > MAX_EXPANSION || value.length > MAX_VALUE) return UNKNOWN;
  let result = "";
  let from = 0;
  for (let at = value.indexOf("$"); at !== -1 && result.length <= MAX_VALUE; at = value.indexOf("$", from)) {
    result += value.slice(from, at);
    const next = value[at + 1] ?? "";
    from = at + 2;
    if (next === "$") result += "$";
    else if (next !== "(" && next !== "{") result += UNKNOWN;
    else {
      const close = closing(value, at + 2, next, value.length);
      result += expand(value.slice(at + 2, close), variables, depth + 1);
      from = close + 1;
    }
  }
  result += value.slice(from);
  return result.length > MAX_VALUE ? UNKNOWN : result;
}

function shellCalls(text: string, line: Span): Span[] {
  const calls: Span[] = [];
  for (const match of text.slice(line.start, line.end).matchAll(/\$([({])shell\s+/g)) {
    const start = line.start + match.index + match[0].length;
    calls.push({ start, end: closing(text, start, match[1]!, line.end) });
  }
  return calls;
}

/** Offset of the bracket that closes; `end` when nothing does. */
function closing(text: string, start: number, open: string, end: number): number {
  const close = open === "(" ? ")" : "}";
  let depth = 1;
  for (let at = start; at < end; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return end;
}
