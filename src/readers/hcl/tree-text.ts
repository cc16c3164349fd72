// The source behind the parser's tree: takes nodes, gives their offsets and texts, and counts how deep the conversion is. Knows no kinds
// of nodes.
import type { HclExpression } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";

/** Blocks, brackets and operators inside one another. */
export const MAX_DEPTH = 300;

/** Thrown inside this folder only. */
export class TooDeep extends Error {}

export class TreeText {
  readonly source: string;
  readonly #base: number;
  #depth = 0;

  /** `base` is added to the tree's offsets when it was parsed from a part of `source`. */
  constructor(source: string, base: number) {
    this.source = source;
    this.#base = base;
  }

  start(node: Node): number {
    return node.startIndex + this.#base;
  }

  end(node: Node): number {
    return node.endIndex + this.#base;
  }

  span(node: Node): { readonly start: number; readonly end: number } {
    return { start: this.start(node), end: this.end(node) };
  }

  text(node: Node): string {
    return this.source.slice(this.start(node), this.end(node));
  }

  /** What stands for an expression that is missing. */
  nothing(node: Node): HclExpression {
    return { kind: "literal", value: null, ...this.span(node) };
  }

  enter(): void {
    if (++this.#depth > MAX_DEPTH) throw new TooDeep();
  }

  leave(): void {
    this.#depth--;
  }
}
