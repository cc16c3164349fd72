// Turns the parser's tree into our own, which outlives it. Takes a tree without errors and the text it was parsed from.
// Knows the grammar's node names; judges nothing.
import type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclConditional,
  HclExpression,
  HclFor,
  HclItem,
  HclTemplatePart,
} from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";
import {
  heredocText,
  isExpression,
  markerAt,
  quotedText,
  type TextParts,
  type Trim,
  unescapeQuoted,
} from "./template-text.ts";

/** Blocks, brackets and operators inside one another. */
export const MAX_DEPTH = 300;

/** Thrown inside this folder only. */
export class TooDeep extends Error {}

/** `base` is added to the tree's offsets when it was parsed from a part of `source`. */
export function convertRoot(root: Node, source: string, base = 0): HclBody | HclExpression {
  const converter = new Converter(source, base);
  for (const child of root.children) {
    if (child.type === "body") return converter.body(child);
    if (child.type === "object") return converter.object(child);
  }
  return { attributes: [], blocks: [] };
}

class Converter {
  readonly #source: string;
  readonly #base: number;
  #depth = 0;
  /** Conditionals that stood in parentheses keep their place when the others are put right. */
  readonly #grouped = new WeakSet<HclExpression>();

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
  }

  #enter(): void {
    if (++this.#depth > MAX_DEPTH) throw new TooDeep();
  }

  #start(node: Node): number {
    return node.startIndex + this.#base;
  }

  #end(node: Node): number {
    return node.endIndex + this.#base;
  }

  #at(node: Node): { readonly start: number; readonly end: number } {
    return { start: this.#start(node), end: this.#end(node) };
  }

  #text(node: Node): string {
    return this.#source.slice(this.#start(node), this.#end(node));
  }

  body(node: Node): HclBody {
    this.#enter();
    const attributes: HclAttribute[] = [];
    const blocks: HclBlock[] = [];
    for (const child of node.children) {
      const type = child.type;
      if (type === "attribute") attributes.push(this.#attribute(child));
      else if (type === "block") blocks.push(this.#block(child));
    }
    this.#depth--;
    return { attributes, blocks };
  }

  #attribute(node: Node): HclAttribute {
    let name = "";
    let expression: HclExpression | null = null;
    for (const child of node.children) {
      const type = child.type;
      if (type === "identifier") name = this.#text(child);
      else if (type === "expression") expression = this.#expression(child);
    }
    const start = this.#start(node);
    const end = this.#end(node);
    return { name, expression: expression ?? { kind: "literal", value: null, start, end }, start, end };
  }

  #block(node: Node): HclBlock {
    let type = "";
    const labels: string[] = [];
    let body: HclBody = { attributes: [], blocks: [] };
    for (const child of node.children) {
      const kind = child.type;
      if (kind === "identifier") {
        if (type === "") type = this.#text(child);
        else labels.push(this.#text(child));
      } else if (kind === "string_lit") labels.push(this.#string(child));
      else if (kind === "body") body = this.body(child);
    }
    return { type, labels, body, ...this.#at(node) };
  }

  /** `expression`: one term with what follows it, or a conditional. */
  #expression(node: Node): HclExpression {
    this.#enter();
    const children = node.children;
    const first = children[0];
    const result =
      children.length === 1 && first !== undefined && first.type === "conditional"
        ? this.#conditional(first)
        : this.#terms(children, node)[0]!.term;
    this.#depth--;
    return result;
  }

  /** Terms with their suffixes, and the operators between them, in source order. */
  #terms(children: readonly Node[], parent: Node): { term: HclExpression; operator: string }[] {
    const found: { term: HclExpression; operator: string }[] = [];
    let operator = "";
    let term: HclExpression | null = null;
    let suffixes = 0;
    const push = () => {
      if (term !== null) found.push({ term, operator });
    };
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const type = child.type;
      if (type === "comment") continue;
      if (type === "get_attr" || type === "index" || type === "splat") {
        if (++suffixes > MAX_DEPTH) throw new TooDeep();
        if (term !== null) term = this.#suffix(term, child, type);
      } else if (type === "(") {
        const inner = children.slice(i + 1).find((one) => one.type === "expression");
        if (inner !== undefined) {
          term = this.#expression(inner);
          this.#grouped.add(term);
        }
      } else if (type === "expression") {
        // Taken at its opening bracket.
      } else if (type === ")") {
        // Nothing to add.
      } else if (child.isNamed) {
        term = this.#term(child, type);
      } else {
        push();
        term = null;
        operator = type;
      }
    }
    push();
    if (found.length === 0) {
      const term: HclExpression = {
        kind: "literal",
        value: null,
        ...this.#at(parent),
      };
      found.push({ term, operator });
    }
    return found;
  }

  #suffix(object: HclExpression, node: Node, type: string): HclExpression {
    this.#enter();
    const start = object.start;
    const end = this.#end(node);
    let result: HclExpression;
    if (type === "get_attr") {
      const name = node.children.find((child) => child.type === "identifier");
      result = { kind: "member", object, name: name === undefined ? "" : this.#text(name), start, end };
    } else if (type === "index") {
      const inner = node.children[0]!;
      const expression = inner.children.find((child) => child.type === "expression");
      const key: HclExpression =
        expression !== undefined
          ? this.#expression(expression)
          : {
              kind: "literal",
              value: Number(this.#text(inner).replace(/[^0-9]/g, "")),
              start: this.#start(inner),
              end,
            };
      result = { kind: "index", object, key, start, end };
    } else {
      result = this.#splat(object, node.children[0]!, end);
    }
    this.#depth--;
    return result;
  }

  /** `.*.a[0]` takes `.a` of each element and `[0]` of the outcome, `[*].a[0]` takes both of each element. */
  #splat(object: HclExpression, node: Node, end: number): HclExpression {
    const start = object.start;
    const full = node.type === "full_splat";
    const suffixes = node.children.filter((child) => child.type === "get_attr" || child.type === "index");
    if (suffixes.length > MAX_DEPTH) throw new TooDeep();
    let each: HclExpression = { kind: "splat-item", start: end, end };
    let at = 0;
    for (; at < suffixes.length; at++) {
      const suffix = suffixes[at]!;
      const type = suffix.type;
      if (!full && type === "index") break;
      each = this.#suffix(each, suffix, type);
    }
    let result: HclExpression = { kind: "splat", object, each, start, end };
    for (; at < suffixes.length; at++) result = this.#suffix(result, suffixes[at]!, suffixes[at]!.type);
    return result;
  }

  #term(node: Node, type: string): HclExpression {
    const start = this.#start(node);
    const end = this.#end(node);
    switch (type) {
      case "literal_value":
        return this.#literal(node);
      case "variable_expr":
        return { kind: "name", name: this.#source.slice(start, end), start, end };
      case "template_expr":
        return this.#template(node.children[0]!);
      case "collection_value": {
        const inner = node.children[0]!;
        return inner.type === "object" ? this.object(inner) : this.#tuple(inner);
      }
      case "function_call":
        return this.#call(node);
      case "for_expr":
        return this.#for(node.children[0]!);
      case "operation":
        return this.#operation(node.children[0]!);
      case "conditional":
        return this.#conditional(node);
      default:
        return { kind: "literal", value: null, start, end };
    }
  }

  #literal(node: Node): HclExpression {
    const start = this.#start(node);
    const end = this.#end(node);
    const inner = node.children[0]!;
    switch (inner.type) {
      case "string_lit":
        return { kind: "literal", value: this.#string(inner), start, end };
      case "numeric_lit":
        return { kind: "literal", value: Number(this.#source.slice(start, end)), start, end };
      case "bool_lit":
        return { kind: "literal", value: this.#source.startsWith("true", start), start, end };
      default:
        return { kind: "literal", value: null, start, end };
    }
  }

  #string(node: Node): string {
    return unescapeQuoted(this.#source.slice(this.#start(node) + 1, this.#end(node) - 1));
  }

  #tuple(node: Node): HclExpression {
    const items: HclExpression[] = [];
    for (const child of node.children) if (child.type === "expression") items.push(this.#expression(child));
    return { kind: "tuple", items, ...this.#at(node) };
  }

  object(node: Node): HclExpression {
    this.#enter();
    const items: HclItem[] = [];
    for (const child of node.children) {
      if (child.type !== "object_elem") continue;
      const sides = child.children.filter((one) => one.type === "expression");
      const [key, value] = sides;
      if (key === undefined || value === undefined) continue;
      items.push({
        key: this.#objectKey(key),
        value: this.#expression(value),
        ...this.#at(child),
      });
    }
    this.#depth--;
    return { kind: "object", items, ...this.#at(node) };
  }

  /** A bare word is its own name; anything else, also a word in parentheses, is an expression. */
  #objectKey(node: Node): HclExpression {
    const key = this.#expression(node);
    if (key.kind !== "name" || this.#grouped.has(key)) return key;
    return { kind: "literal", value: key.name, start: key.start, end: key.end };
  }

  #call(node: Node): HclExpression {
    let name = "";
    const args: HclExpression[] = [];
    let expand = false;
    for (const child of node.children) {
      const type = child.type;
      if (type === "identifier") name = this.#text(child);
      else if (type === "function_arguments") {
        for (const arg of child.children) {
          const kind = arg.type;
          if (kind === "expression") args.push(this.#expression(arg));
          else if (kind === "ellipsis") expand = true;
        }
      }
    }
    return { kind: "call", name, args, expand, ...this.#at(node) };
  }

  #for(node: Node): HclExpression {
    const results: HclExpression[] = [];
    let intro = { names: [] as string[], collection: null as HclExpression | null };
    let condition: HclExpression | null = null;
    let group = false;
    for (const child of node.children) {
      const type = child.type;
      if (type === "for_intro") intro = this.#forIntro(child.children);
      else if (type === "expression") results.push(this.#expression(child));
      else if (type === "ellipsis") group = true;
      else if (type === "for_cond") {
        const test = child.children.find((one) => one.type === "expression");
        if (test !== undefined) condition = this.#expression(test);
      }
    }
    const start = this.#start(node);
    const end = this.#end(node);
    const nothing: HclExpression = { kind: "literal", value: null, start, end };
    const made: HclFor = {
      kind: "for",
      key: intro.names.length > 1 ? intro.names[0]! : null,
      value: intro.names.at(-1) ?? "",
      collection: intro.collection ?? nothing,
      resultKey: node.type === "for_object_expr" ? (results[0] ?? nothing) : null,
      result: results.at(-1) ?? nothing,
      condition,
      group,
      start,
      end,
    };
    return made;
  }

  #forIntro(children: readonly Node[]): { names: string[]; collection: HclExpression | null } {
    const names: string[] = [];
    let collection: HclExpression | null = null;
    for (const child of children) {
      const type = child.type;
      if (type === "identifier") names.push(this.#text(child));
      else if (type === "expression") collection = this.#expression(child);
    }
    return { names, collection };
  }

  #operation(node: Node): HclExpression {
    this.#enter();
    const start = this.#start(node);
    const end = this.#end(node);
    const terms = this.#terms(node.children, node);
    const last = terms.at(-1)!;
    const result: HclExpression =
      node.type === "unary_operation"
        ? { kind: "unary", operator: last.operator === "!" ? "!" : "-", operand: last.term, start, end }
        : { kind: "binary", operator: last.operator, left: terms[0]!.term, right: last.term, start, end };
    this.#depth--;
    return result;
  }

  #conditional(node: Node): HclExpression {
    const sides = node.children.filter((child) => child.type === "expression");
    const [condition, then, otherwise] = sides.map((side) => this.#expression(side));
    const nothing: HclExpression = {
      kind: "literal",
      value: null,
      ...this.#at(node),
    };
    return this.#rightAssociative(condition ?? nothing, then ?? nothing, otherwise ?? nothing);
  }

  /** The grammar groups `a ? b : c ? d : e` to the left; the language groups it to the right. */
  #rightAssociative(condition: HclExpression, then: HclExpression, otherwise: HclExpression): HclConditional {
    if (condition.kind === "conditional" && !this.#grouped.has(condition)) {
      const rest = this.#rightAssociative(condition.whenFalse, then, otherwise);
      return this.#rightAssociative(condition.condition, condition.whenTrue, rest);
    }
    return {
      kind: "conditional",
      condition,
      whenTrue: then,
      whenFalse: otherwise,
      start: condition.start,
      end: otherwise.end,
    };
  }

  /** `quoted_template` or `heredoc_template`. A template that is one interpolation is that expression. */
  #template(node: Node): HclExpression {
    const start = this.#start(node);
    const end = this.#end(node);
    const children = node.children;
    if (node.type === "quoted_template") {
      const parts = this.#parts(children.slice(1, -1), start + 1, end - 1, quotedText);
      const only = parts[0];
      if (parts.length === 1 && only !== undefined && isExpression(only)) return only;
      return { kind: "template", parts, start, end };
    }
    const [opening, identifier] = children;
    const from = this.#source.indexOf("\n", this.#end(identifier!)) + 1;
    const to = Math.max(from, this.#source.lastIndexOf("\n", end - 1) + 1);
    const inner = children.slice(2, -1);
    const indent = this.#text(opening!) === "<<-" ? this.#indentation(inner, from, to) : 0;
    const text = (source: string, at: number, until: number, trim: Trim) =>
      heredocText(source, at, until, trim, indent, at === from || source[at - 1] === "\n");
    return { kind: "template", parts: this.#parts(inner, from, to, text), start, end };
  }

  /** The smallest indentation of the lines that are not blank and do not begin inside an interpolation. */
  #indentation(inner: readonly Node[], from: number, to: number): number {
    const expressions: [number, number][] = inner
      .filter((node) => node.type === "template_interpolation")
      .map((node) => [this.#start(node), this.#end(node)]);
    let least = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let line = from; line < to; ) {
      const newline = this.#source.indexOf("\n", line);
      const end = newline === -1 || newline >= to ? to : newline + 1;
      while (next < expressions.length && expressions[next]![1] <= line) next++;
      const inside = next < expressions.length && expressions[next]![0] < line;
      const text = this.#source.slice(line, end);
      if (!inside && text.trim() !== "") least = Math.min(least, text.length - text.trimStart().length);
      line = end;
    }
    return Number.isFinite(least) ? least : 0;
  }

  #parts(nodes: readonly Node[], from: number, to: number, text: TextParts): HclTemplatePart[] {
    this.#enter();
    const parts: HclTemplatePart[] = [];
    let at = from;
    let left = false;
    const literal = (until: number, right: boolean) => {
      if (at < until) parts.push(...text(this.#source, at, until, { left, right }));
    };
    for (const node of nodes) {
      const type = node.type;
      if (type !== "template_interpolation" && type !== "template_directive") continue;
      const inner = type === "template_directive" ? node.children[0]! : node;
      const opening = type === "template_directive" ? inner.children[0]! : inner;
      const closing = type === "template_directive" ? inner.children.at(-1)! : inner;
      literal(this.#start(node), markerAt(opening, "left"));
      if (inner.type === "template_for") parts.push(this.#templateFor(inner, text));
      else if (inner.type === "template_if") parts.push(this.#templateIf(inner, text));
      else {
        const expression = inner.children.find((child) => child.type === "expression");
        if (expression !== undefined) parts.push(this.#expression(expression));
      }
      at = this.#end(node);
      left = markerAt(closing, "right");
    }
    literal(to, false);
    this.#depth--;
    return parts;
  }

  /** Text between two directive tags, with the markers of the tags. */
  #between(opening: Node, nodes: readonly Node[], closing: Node, text: TextParts): HclTemplatePart[] {
    const trimmed: TextParts = (source, start, end, trim) =>
      text(source, start, end, {
        left: trim.left || (start === this.#end(opening) && markerAt(opening, "right")),
        right: trim.right || (end === this.#start(closing) && markerAt(closing, "left")),
      });
    return this.#parts(nodes, this.#end(opening), this.#start(closing), trimmed);
  }

  #templateFor(node: Node, text: TextParts): HclTemplatePart {
    const children = node.children;
    const opening = children[0]!;
    const intro = this.#forIntro(opening.children);
    const start = this.#start(node);
    const end = this.#end(node);
    return {
      kind: "template-for",
      key: intro.names.length > 1 ? intro.names[0]! : null,
      value: intro.names.at(-1) ?? "",
      collection: intro.collection ?? { kind: "literal", value: null, start, end },
      parts: this.#between(opening, children.slice(1, -1), children.at(-1)!, text),
      start,
      end,
    };
  }

  #templateIf(node: Node, text: TextParts): HclTemplatePart {
    const children = node.children;
    const opening = children[0]!;
    const closing = children.at(-1)!;
    const test = opening.children.find((child) => child.type === "expression");
    const middle = children.findIndex((child) => child.type === "template_else_intro");
    const other = middle === -1 ? null : children[middle]!;
    const start = this.#start(node);
    const end = this.#end(node);
    return {
      kind: "template-if",
      condition: test === undefined ? { kind: "literal", value: null, start, end } : this.#expression(test),
      whenTrue: this.#between(
        opening,
        children.slice(1, middle === -1 ? -1 : middle),
        other ?? closing,
        text,
      ),
      whenFalse: other === null ? [] : this.#between(other, children.slice(middle + 1, -1), closing, text),
      start,
      end,
    };
  }
}
