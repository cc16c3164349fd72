// Where each part of one document stands: a tree of spans, which YAML's and JSON's readers build, that answers for paths.
// Knows neither language.
import type { Path, Span } from "../../model/place.ts";

/** Spans are offsets in the text of the layout. */
export type Layout = {
  readonly locate: (path: Path) => Span;
  readonly sourceText: (path: Path) => string | undefined;
};

export type LayoutNode = {
  start: number;
  end: number;
  /** The scalar as written, without quotes. */
  source?: Span;
  entries?: Map<string, LayoutEntry>;
  items?: LayoutNode[];
  /** What an alias stands for. */
  target?: LayoutNode;
  /** Values of `<<` keys in source order. */
  merges?: LayoutNode[];
};

export type LayoutEntry = { readonly keyStart: number; readonly node: LayoutNode };

/** Answers for a finished tree of nodes. */
export function layoutOf(root: LayoutNode, text: string): Layout {
  const find = (path: Path): { node: LayoutNode; span: Span; whole: boolean } => {
    let node = root;
    let span: Span = [root.start, root.end];
    for (const step of path) {
      const next = child(node, step);
      if (!next) return { node, span, whole: false };
      node = next.node;
      span = [next.keyStart, node.end];
    }
    return { node, span, whole: true };
  };
  return {
    locate: (path) => find(path).span,
    sourceText: (path) => {
      const found = find(path);
      const source = resolved(found.node)?.source;
      return found.whole && source ? text.slice(source[0], source[1]) : undefined;
    },
  };
}

function resolved(node: LayoutNode | undefined): LayoutNode | undefined {
  // An anchor on an alias is not YAML, so one step is enough.
  return node?.target ?? node;
}

function child(parent: LayoutNode, step: string | number): LayoutEntry | undefined {
  const node = resolved(parent)!;
  if (node.items && (typeof step === "number" || /^\d+$/.test(step))) {
    const item = node.items[Number(step)];
    return item && { keyStart: item.start, node: item };
  }
  if (!node.entries) return undefined;
  return entry(node, String(step));
}

/** An own key wins over merged ones, an earlier merge over a later one. The value reader's budget bounds how much there is to search. */
function entry(node: LayoutNode, key: string): LayoutEntry | undefined {
  const own = node.entries?.get(key);
  if (own) return own;
  for (const merge of node.merges ?? []) {
    const source = resolved(merge)!;
    for (const mapping of source.items ?? [source]) {
      const found = entry(resolved(mapping)!, key);
      if (found) return found;
    }
  }
  return undefined;
}
