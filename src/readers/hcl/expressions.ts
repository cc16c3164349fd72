// Expressions of the parser's tree into our own: takes nodes without errors, gives trees that outlive them. Knows the grammar's node
// names; judges nothing.
import type { HclConditional, HclExpression, HclItem } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";
import { type ForIntro, forIntro } from "./for-intro.ts";
import { unescapeQuoted } from "./template-text.ts";
import { Templates } from "./templates.ts";
import { MAX_DEPTH, TooDeep, type TreeText } from "./tree-text.ts";

export class Expressions {
  readonly #tree: TreeText;
  readonly #templates: Templates;
  /** Conditionals that stood in parentheses keep their place when the others are put right. */
  readonly #grouped = new WeakSet<HclExpression>();

  constructor(tree: TreeText) {
    this.#tree = tree;
    this.#templates = new Templates(tree, (node) => this.expression(node));
  }

  /** `expression`: one term with what follows it, or a conditional. */
  expression(node: Node): HclExpression {
    this.#tree.enter();
    const children = node.children;
    const first = children[0];
    const result =
      children.length === 1 && first !== undefined && first.type === "conditional"
        ? this.#conditional(first)
        : this.#terms(children, node)[0]!.term;
    this.#tree.leave();
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
      // What stands in brackets is taken at the opening one.
      if (type === "comment" || type === "expression" || type === ")") continue;
      if (type === "get_attr" || type === "index" || type === "splat") {
        if (++suffixes > MAX_DEPTH) throw new TooDeep();
        if (term !== null) term = this.#suffix(term, child, type);
      } else if (type === "(") {
        const inner = children.slice(i + 1).find((one) => one.type === "expression");
        if (inner !== undefined) {
          term = this.expression(inner);
          this.#grouped.add(term);
        }
      } else if (child.isNamed) {
        term = this.#term(child, type);
      } else {
        push();
        term = null;
        operator = type;
      }
    }
    push();
    if (found.length === 0) found.push({ term: this.#tree.nothing(parent), operator });
    return found;
  }

  #suffix(object: HclExpression, node: Node, type: string): HclExpression {
    this.#tree.enter();
    const start = object.start;
    const end = this.#tree.end(node);
    let result: HclExpression;
    if (type === "get_attr") {
      const name = node.children.find((child) => child.type === "identifier");
      result = { kind: "member", object, name: name === undefined ? "" : this.#tree.text(name), start, end };
    } else if (type === "index") {
      const inner = node.children[0]!;
      const expression = inner.children.find((child) => child.type === "expression");
      const key: HclExpression =
        expression !== undefined
          ? this.expression(expression)
          : {
              kind: "literal",
              value: Number(this.#tree.text(inner).replace(/[^0-9]/g, "")),
              start: this.#tree.start(inner),
              end,
            };
      result = { kind: "index", object, key, start, end };
    } else {
      result = this.#splat(object, node.children[0]!, end);
    }
    this.#tree.leave();
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
    const start = this.#tree.start(node);
    const end = this.#tree.end(node);
    switch (type) {
      case "literal_value":
        return this.#literal(node);
      case "variable_expr":
        return { kind: "name", name: this.#tree.source.slice(start, end), start, end };
      case "template_expr":
        return this.#templates.template(node.children[0]!);
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
        return this.#tree.nothing(node);
    }
  }

  #literal(node: Node): HclExpression {
    const start = this.#tree.start(node);
    const end = this.#tree.end(node);
    const inner = node.children[0]!;
    switch (inner.type) {
      case "string_lit":
        return { kind: "literal", value: this.string(inner), start, end };
      case "numeric_lit":
        return { kind: "literal", value: Number(this.#tree.source.slice(start, end)), start, end };
      case "bool_lit":
        return { kind: "literal", value: this.#tree.source.startsWith("true", start), start, end };
      default:
        return this.#tree.nothing(node);
    }
  }

  string(node: Node): string {
    return unescapeQuoted(this.#tree.source.slice(this.#tree.start(node) + 1, this.#tree.end(node) - 1));
  }

  #tuple(node: Node): HclExpression {
    const items: HclExpression[] = [];
    for (const child of node.children) if (child.type === "expression") items.push(this.expression(child));
    return { kind: "tuple", items, ...this.#tree.span(node) };
  }

  object(node: Node): HclExpression {
    this.#tree.enter();
    const items: HclItem[] = [];
    for (const child of node.children) {
      if (child.type !== "object_elem") continue;
      const sides = child.children.filter((one) => one.type === "expression");
      const [key, value] = sides;
      if (key === undefined || value === undefined) continue;
      items.push({
        key: this.#objectKey(key),
        value: this.expression(value),
        ...this.#tree.span(child),
      });
    }
    this.#tree.leave();
    return { kind: "object", items, ...this.#tree.span(node) };
  }

  /** A bare word is its own name; anything else, also a word in parentheses or in a text (`"${i}"`), is an expression. */
  #objectKey(node: Node): HclExpression {
    const key = this.expression(node);
    if (key.kind !== "name" || this.#grouped.has(key) || this.#tree.text(node).startsWith('"')) return key;
    return { kind: "literal", value: key.name, start: key.start, end: key.end };
  }

  #call(node: Node): HclExpression {
    let name = "";
    const args: HclExpression[] = [];
    let expand = false;
    for (const child of node.children) {
      const type = child.type;
      if (type === "identifier") name = this.#tree.text(child);
      else if (type === "function_arguments") {
        for (const arg of child.children) {
          const kind = arg.type;
          if (kind === "expression") args.push(this.expression(arg));
          else if (kind === "ellipsis") expand = true;
        }
      }
    }
    return { kind: "call", name, args, expand, ...this.#tree.span(node) };
  }

  #for(node: Node): HclExpression {
    const results: HclExpression[] = [];
    let intro: ForIntro = { key: null, value: "", collection: null };
    let condition: HclExpression | null = null;
    let group = false;
    for (const child of node.children) {
      const type = child.type;
      if (type === "for_intro") intro = forIntro(child.children, this.#tree, (one) => this.expression(one));
      else if (type === "expression") results.push(this.expression(child));
      else if (type === "ellipsis") group = true;
      else if (type === "for_cond") {
        const test = child.children.find((one) => one.type === "expression");
        if (test !== undefined) condition = this.expression(test);
      }
    }
    const nothing = this.#tree.nothing(node);
    return {
      kind: "for",
      key: intro.key,
      value: intro.value,
      collection: intro.collection ?? nothing,
      resultKey: node.type === "for_object_expr" ? (results[0] ?? nothing) : null,
      result: results.at(-1) ?? nothing,
      condition,
      group,
      ...this.#tree.span(node),
    };
  }

  #operation(node: Node): HclExpression {
    this.#tree.enter();
    const start = this.#tree.start(node);
    const end = this.#tree.end(node);
    const terms = this.#terms(node.children, node);
    const last = terms.at(-1)!;
    const result: HclExpression =
      node.type === "unary_operation"
        ? { kind: "unary", operator: last.operator === "!" ? "!" : "-", operand: last.term, start, end }
        : { kind: "binary", operator: last.operator, left: terms[0]!.term, right: last.term, start, end };
    this.#tree.leave();
    return result;
  }

  #conditional(node: Node): HclExpression {
    const sides = node.children.filter((child) => child.type === "expression");
    const [condition, then, otherwise] = sides.map((side) => this.expression(side));
    const nothing = this.#tree.nothing(node);
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
}
