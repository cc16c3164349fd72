// Templates of the parser's tree into our own: takes nodes and how expressions are converted, gives texts, expressions and directives in
// the order of the source. What texts lose to escapes, markers and indentation, `template-text.ts` knows.
import type { HclExpression, HclTemplatePart } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";
import { forIntro } from "./for-intro.ts";
import {
  heredocText,
  isExpression,
  markerAt,
  quotedText,
  type TextParts,
  type Trim,
} from "./template-text.ts";
import type { TreeText } from "./tree-text.ts";

export class Templates {
  readonly #tree: TreeText;
  readonly #expression: (node: Node) => HclExpression;

  constructor(tree: TreeText, expression: (node: Node) => HclExpression) {
    this.#tree = tree;
    this.#expression = expression;
  }

  /** `quoted_template` or `heredoc_template`. A template that is one interpolation is that expression. */
  template(node: Node): HclExpression {
    const start = this.#tree.start(node);
    const end = this.#tree.end(node);
    const children = node.children;
    if (node.type === "quoted_template") {
      const parts = this.#parts(children.slice(1, -1), start + 1, end - 1, quotedText);
      const only = parts[0];
      if (parts.length === 1 && only !== undefined && isExpression(only)) return only;
      return { kind: "template", parts, start, end };
    }
    const [opening, identifier] = children;
    const from = this.#tree.source.indexOf("\n", this.#tree.end(identifier!)) + 1;
    const to = Math.max(from, this.#tree.source.lastIndexOf("\n", end - 1) + 1);
    const inner = children.slice(2, -1);
    const indent = this.#tree.text(opening!) === "<<-" ? this.#indentation(inner, from, to) : 0;
    const text = (source: string, at: number, until: number, trim: Trim) =>
      heredocText(source, at, until, trim, indent, at === from || source[at - 1] === "\n");
    return { kind: "template", parts: this.#parts(inner, from, to, text), start, end };
  }

  /** The smallest indentation of the lines that are not blank and do not begin inside an interpolation. */
  #indentation(inner: readonly Node[], from: number, to: number): number {
    const expressions: [number, number][] = inner
      .filter((node) => node.type === "template_interpolation")
      .map((node) => [this.#tree.start(node), this.#tree.end(node)]);
    let least = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let line = from; line < to; ) {
      const newline = this.#tree.source.indexOf("\n", line);
      const end = newline === -1 || newline >= to ? to : newline + 1;
      while (next < expressions.length && expressions[next]![1] <= line) next++;
      const inside = next < expressions.length && expressions[next]![0] < line;
      const text = this.#tree.source.slice(line, end);
      if (!inside && text.trim() !== "") least = Math.min(least, text.length - text.trimStart().length);
      line = end;
    }
    return Number.isFinite(least) ? least : 0;
  }

  #parts(nodes: readonly Node[], from: number, to: number, text: TextParts): HclTemplatePart[] {
    this.#tree.enter();
    const parts: HclTemplatePart[] = [];
    let at = from;
    let left = false;
    const literal = (until: number, right: boolean) => {
      if (at < until) parts.push(...text(this.#tree.source, at, until, { left, right }));
    };
    for (const node of nodes) {
      const type = node.type;
      if (type !== "template_interpolation" && type !== "template_directive") continue;
      const inner = type === "template_directive" ? node.children[0]! : node;
      const opening = type === "template_directive" ? inner.children[0]! : inner;
      const closing = type === "template_directive" ? inner.children.at(-1)! : inner;
      literal(this.#tree.start(node), markerAt(opening, "left"));
      if (inner.type === "template_for") parts.push(this.#templateFor(inner, text));
      else if (inner.type === "template_if") parts.push(this.#templateIf(inner, text));
      else {
        const expression = inner.children.find((child) => child.type === "expression");
        if (expression !== undefined) parts.push(this.#expression(expression));
      }
      at = this.#tree.end(node);
      left = markerAt(closing, "right");
    }
    literal(to, false);
    this.#tree.leave();
    return parts;
  }

  /** Text between two directive tags, with the markers of the tags. */
  #between(opening: Node, nodes: readonly Node[], closing: Node, text: TextParts): HclTemplatePart[] {
    const trimmed: TextParts = (source, start, end, trim) =>
      text(source, start, end, {
        left: trim.left || (start === this.#tree.end(opening) && markerAt(opening, "right")),
        right: trim.right || (end === this.#tree.start(closing) && markerAt(closing, "left")),
      });
    return this.#parts(nodes, this.#tree.end(opening), this.#tree.start(closing), trimmed);
  }

  #templateFor(node: Node, text: TextParts): HclTemplatePart {
    const children = node.children;
    const opening = children[0]!;
    const intro = forIntro(opening.children, this.#tree, this.#expression);
    return {
      kind: "template-for",
      key: intro.key,
      value: intro.value,
      collection: intro.collection ?? this.#tree.nothing(node),
      parts: this.#between(opening, children.slice(1, -1), children.at(-1)!, text),
      ...this.#tree.span(node),
    };
  }

  #templateIf(node: Node, text: TextParts): HclTemplatePart {
    const children = node.children;
    const opening = children[0]!;
    const closing = children.at(-1)!;
    const test = opening.children.find((child) => child.type === "expression");
    const middle = children.findIndex((child) => child.type === "template_else_intro");
    const other = middle === -1 ? null : children[middle]!;
    return {
      kind: "template-if",
      condition: test === undefined ? this.#tree.nothing(node) : this.#expression(test),
      whenTrue: this.#between(
        opening,
        children.slice(1, middle === -1 ? -1 : middle),
        other ?? closing,
        text,
      ),
      whenFalse: other === null ? [] : this.#between(other, children.slice(middle + 1, -1), closing, text),
      ...this.#tree.span(node),
    };
  }
}
