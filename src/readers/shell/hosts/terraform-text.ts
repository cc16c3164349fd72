// The texts that stand in Terraform's expressions, as scripts are read from them. Takes an expression and the source, gives the text with
// what Terraform fills in masked and every character's place. Evaluates nothing.
import { isShellScript } from "../../../model/first-line.ts";
import type { HclBody, HclCall, HclExpression, HclTemplatePart } from "../../../model/hcl.ts";
import {
  buildMappedText,
  joinTexts,
  type MappedText,
  type MappedTextBuilder,
  maskPattern,
  quotedWord,
  UNKNOWN,
} from "../mapped-text.ts";

/** A text in two readings: as it stands in the file, and as the shell may be given it. */
export type Pair = { readonly plain: MappedText; readonly masked: MappedText };

/** Expressions and blocks inside one another. */
const MAX_DEPTH = 40;

/** Members of a cloud-config that are lists of commands. */
const COMMANDS = /^(?:runcmd|bootcmd)$/;

/** What `format` fills in. */
const VERB = /%(?:\[\d+\])?[-+# 0]*(?:\d+|\*)?(?:\.\d+)?(?:\[\d+\])?([a-zA-Z%])/g;

/** Null when it is no text that stands here. */
export function textOf(expression: HclExpression, source: string, depth = 0): Pair | null {
  if (expression.kind === "call") return depth > MAX_DEPTH ? null : calledText(expression, source, depth + 1);
  const plain = buildMappedText(source);
  const masked = buildMappedText(source);
  const put = (part: HclTemplatePart, depth: number) => {
    if (part.kind === "text") {
      for (const reading of [plain, masked]) copyText(reading, source, part.start, part.end, part.text);
    } else if (part.kind === "template-if" && depth < MAX_DEPTH) {
      for (const inner of [...part.whenTrue, ...part.whenFalse]) put(inner, depth + 1);
    } else if (part.kind === "template-for" && depth < MAX_DEPTH) {
      for (const inner of part.parts) put(inner, depth + 1);
    } else {
      const [start, end] = filledIn(source, part.start, part.end);
      plain.copy(start, end);
      masked.put(UNKNOWN, start, end);
    }
  };
  if (expression.kind === "template") for (const part of expression.parts) put(part, 0);
  else if (expression.kind === "literal" && typeof expression.value === "string") {
    const text = expression.value;
    const { start, end } = expression;
    const quote = source[start] === '"' ? 1 : 0;
    const at = source.slice(start, end).indexOf(text);
    if (quote === 1) put({ kind: "text", text, start: start + 1, end: end - 1 }, 0);
    else
      put(
        {
          kind: "text",
          text,
          start: start + Math.max(at, 0),
          end: at === -1 ? end : start + at + text.length,
        },
        0,
      );
  } else return null;
  return { plain: plain.done(), masked: masked.done() };
}

/** What functions make of texts that stand here. */
function calledText({ name, args }: HclCall, source: string, depth: number): Pair | null {
  const [first, second] = args;
  if (first === undefined) return null;
  if (name === "trimspace" || name === "chomp") return textOf(first, source, depth);
  if (name === "format") {
    const text = textOf(first, source, depth);
    const fill = (match: RegExpMatchArray) => (match[1] === "%" ? "%" : UNKNOWN);
    return text && { plain: text.plain, masked: maskPattern(text.masked, VERB, fill) };
  }
  if (name !== "join" || first.kind !== "literal" || second === undefined) return null;
  const lines = listed(second).map((line) => textOf(line, source, depth) ?? unknownText(line, source));
  const between = String(first.value);
  return {
    plain: joinTexts(
      lines.map(({ plain }) => plain),
      between,
    ),
    masked: joinTexts(
      lines.map(({ masked }) => masked),
      between,
    ),
  };
}

function unknownText({ start, end }: HclExpression, source: string): Pair {
  const [plain, masked] = [buildMappedText(source), buildMappedText(source)];
  plain.copy(start, end);
  masked.put(UNKNOWN, start, end);
  return { plain: plain.done(), masked: masked.done() };
}

/** The elements of a list that stands here, also in parts; the expression itself for anything else. */
export function listed(expression: HclExpression): readonly HclExpression[] {
  if (expression.kind === "tuple") return expression.items;
  const isList = expression.kind === "call" && /^(?:concat|compact|flatten|tolist)$/.test(expression.name);
  return isList ? expression.args.flatMap(listed) : [expression];
}

/** An expression with the `${` and `}` around it. */
function filledIn(source: string, start: number, end: number): readonly [number, number] {
  const open = /[$%]\{~?\s*$/.exec(source.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const close = open === 0 ? 0 : (/^\s*~?\}/.exec(source.slice(end, end + 40))?.[0].length ?? 0);
  return [start - open, end + close];
}

/** A text and the attribute's whole expression, of which it is a part. */
export type Written = { readonly text: Pair; readonly expression: HclExpression };

/** Every text in a body but those of its provisioners; what one text holds in `${…}` as well. */
export function* textsIn(body: HclBody, source: string, depth = 0): Generator<Written> {
  if (depth > MAX_DEPTH) return;
  for (const { name, expression } of body.attributes) {
    if (name === "provisioner") continue;
    for (const text of textsOf(expression, source, depth)) yield { text, expression };
  }
  for (const block of body.blocks)
    if (block.type !== "provisioner") yield* textsIn(block.body, source, depth + 1);
}

/** `runcmd = ["…", ["a", "b"]]` of a cloud-config that `yamlencode` or `jsonencode` makes, wherever it stands. */
export function* commandListsIn(body: HclBody, source: string, depth = 0): Generator<readonly Pair[]> {
  if (depth > MAX_DEPTH) return;
  for (const { expression } of body.attributes) yield* commandListsOf(expression, source, depth);
  for (const block of body.blocks) yield* commandListsIn(block.body, source, depth + 1);
}

function* commandListsOf(
  expression: HclExpression,
  source: string,
  depth: number,
): Generator<readonly Pair[]> {
  if (depth > MAX_DEPTH) return;
  if (expression.kind === "object") {
    for (const { key, value } of expression.items) {
      if (key.kind !== "literal" || !COMMANDS.test(String(key.value)) || value.kind !== "tuple") continue;
      yield value.items.flatMap((item) => commandOf(item, source) ?? []);
    }
  }
  for (const inner of partsOf(expression)) yield* commandListsOf(inner, source, depth + 1);
}

/** Whether all that is encoded in an expression is written in this file, and each command that it lists can be read. `resolve`: of a local value. */
export function encodesReadable(
  expression: HclExpression,
  source: string,
  resolve: (name: HclExpression) => HclExpression,
): boolean {
  const encoded: HclExpression[] = [];
  const visit = (one: HclExpression, depth: number): void => {
    const [first] = one.kind === "call" && /^(?:json|yaml)encode$/.test(one.name) ? one.args : [];
    if (first !== undefined) encoded.push(resolve(first));
    else if (depth < MAX_DEPTH) for (const inner of partsOf(one)) visit(inner, depth + 1);
  };
  visit(expression, 0);
  return (
    encoded.length > 0 &&
    encoded.every(
      (one) =>
        one.kind === "object" &&
        one.items.every(
          ({ key, value }) =>
            key.kind === "literal" &&
            (!COMMANDS.test(String(key.value)) ||
              (value.kind === "tuple" && value.items.every((item) => commandOf(item, source) !== null))),
        ),
    )
  );
}

/** One text, or a list of the words of a command. */
function commandOf(item: HclExpression, source: string): Pair | null {
  if (item.kind !== "tuple") return textOf(item, source);
  const words = item.items.map((word) => textOf(word, source));
  const known = words.filter((word) => word !== null);
  if (known.length === 0 || known.length < words.length) return null;
  return {
    plain: joinWords(known.map(({ plain }) => quotedWord(plain))),
    masked: joinWords(known.map(({ masked }) => quotedWord(masked))),
  };
}

function joinWords(words: readonly MappedText[]): MappedText {
  return { ...joinTexts(words), text: words.map(({ text }) => text).join(" ") };
}

function* textsOf(expression: HclExpression, source: string, depth: number): Generator<Pair> {
  if (depth > MAX_DEPTH) return;
  const text = textOf(expression, source);
  // What a function puts together is read as one text where it is a script; of anything else more can be told from its parts.
  const isWhole = expression.kind !== "call" || isShellScript(text?.masked.text ?? "");
  if (text !== null && isWhole) yield text;
  if (text !== null && isWhole && expression.kind === "call") return;
  for (const inner of partsOf(expression)) yield* textsOf(inner, source, depth + 1);
}

function partsOf(expression: HclExpression): readonly HclExpression[] {
  switch (expression.kind) {
    case "template":
      return expression.parts.filter(
        (part): part is HclExpression =>
          part.kind !== "text" && part.kind !== "template-if" && part.kind !== "template-for",
      );
    case "call":
      return expression.args;
    case "conditional":
      return [expression.whenTrue, expression.whenFalse];
    case "object":
      return expression.items.map(({ value }) => value);
    case "tuple":
      return expression.items;
    case "for":
      return [expression.result];
    default:
      return [];
  }
}

/** Character by character, so that each command of a text with escapes has its own place; whole where the two do not go together. */
function copyText(
  builder: MappedTextBuilder,
  source: string,
  start: number,
  end: number,
  text: string,
): void {
  const pieces =
    source.slice(start, end) === text
      ? []
      : (unescaped(source, start, end, text, true) ?? unescaped(source, start, end, text, false));
  if (pieces === null) {
    builder.put(text, start, end);
    return;
  }
  let from = start;
  for (const piece of pieces) {
    builder.copy(from, piece.start);
    builder.put(piece.text, piece.start, piece.end);
    from = piece.end;
  }
  builder.copy(from, end);
}

type Piece = { readonly start: number; readonly end: number; readonly text: string };

/** What stands in the source for other characters. */
function unescaped(
  source: string,
  start: number,
  end: number,
  text: string,
  backslashes: boolean,
): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = start;
  let index = 0;
  while (at < end) {
    const char = source[at]!;
    const next = source[at + 1];
    let length = 1;
    let written = 1;
    if (backslashes && char === "\\") {
      length = next === "u" ? 6 : next === "U" ? 10 : 2;
      if (next === "U" && (text.codePointAt(index) ?? 0) > 0xffff) written = 2;
    } else if ((char === "$" || char === "%") && next === char && source[at + 2] === "{") {
      length = 3;
      written = 2;
    } else if (char === "\r" && next === "\n" && text[index] === "\n") length = 2;
    else if (char !== text[index]) return null;
    if (length > 1) pieces.push({ start: at, end: at + length, text: text.slice(index, index + written) });
    at += length;
    index += written;
  }
  return index === text.length && at === end ? pieces : null;
}
