// The head of a `for`, in brackets and in templates alike: takes its nodes, gives names and collection.
import type { HclExpression } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";
import type { TreeText } from "./tree-text.ts";

export type ForIntro = {
  /** Of two names the first. */
  readonly key: string | null;
  readonly value: string;
  readonly collection: HclExpression | null;
};

export function forIntro(
  nodes: readonly Node[],
  tree: TreeText,
  expression: (node: Node) => HclExpression,
): ForIntro {
  const names: string[] = [];
  let collection: HclExpression | null = null;
  for (const node of nodes) {
    const type = node.type;
    if (type === "identifier") names.push(tree.text(node));
    else if (type === "expression") collection = expression(node);
  }
  return { key: names.length > 1 ? names[0]! : null, value: names.at(-1) ?? "", collection };
}
