// Turns the parser's tree into our own, which outlives it. Takes a tree without errors and the text it was parsed from, gives its
// attributes and blocks. Knows the grammar's node names; judges nothing.
import type { HclAttribute, HclBlock, HclBody, HclExpression } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";
import { Expressions } from "./expressions.ts";
import { TreeText } from "./tree-text.ts";

/**
 * A body, or the object that a JSON file is. `base` is added to the tree's offsets when it was parsed from a part of `source`.
 * Throws TooDeep.
 */
export function convertRoot(root: Node, source: string, base = 0): HclBody | HclExpression {
  const tree = new TreeText(source, base);
  const expressions = new Expressions(tree);
  for (const child of root.children) {
    if (child.type === "body") return bodyOf(child, tree, expressions);
    if (child.type === "object") return expressions.object(child);
  }
  return { attributes: [], blocks: [] };
}

function bodyOf(node: Node, tree: TreeText, expressions: Expressions): HclBody {
  tree.enter();
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const child of node.children) {
    const type = child.type;
    if (type === "attribute") attributes.push(attributeOf(child, tree, expressions));
    else if (type === "block") blocks.push(blockOf(child, tree, expressions));
  }
  tree.leave();
  return { attributes, blocks };
}

function attributeOf(node: Node, tree: TreeText, expressions: Expressions): HclAttribute {
  let name = "";
  let expression: HclExpression | null = null;
  for (const child of node.children) {
    const type = child.type;
    if (type === "identifier") name = tree.text(child);
    else if (type === "expression") expression = expressions.expression(child);
  }
  return {
    name,
    expression: expression ?? tree.nothing(node),
    start: tree.start(node),
    end: tree.end(node),
  };
}

function blockOf(node: Node, tree: TreeText, expressions: Expressions): HclBlock {
  let type = "";
  const labels: string[] = [];
  let body: HclBody = { attributes: [], blocks: [] };
  for (const child of node.children) {
    const kind = child.type;
    if (kind === "identifier") {
      if (type === "") type = tree.text(child);
      else labels.push(tree.text(child));
    } else if (kind === "string_lit") labels.push(expressions.string(child));
    else if (kind === "body") body = bodyOf(child, tree, expressions);
  }
  return { type, labels, body, ...tree.span(node) };
}
