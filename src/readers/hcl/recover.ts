// Saves the intact blocks of a broken file. Takes a text whose tree has errors, gives a body and one problem per broken block.
// The grammar alone loses every block before or after the fault, so the text is cut at block starts and parsed piece by piece.
import type { HclAttribute, HclBlock, HclBody } from "../../model/hcl.ts";
import type { GrammarParser, Node } from "../tree-sitter.ts";
import { convertRoot } from "./convert.ts";
import { diagnose } from "./diagnose.ts";
import { masked } from "./mask.ts";
import { TooDeep } from "./tree-text.ts";

/** Text like a block's first line may stand in a heredoc: so many following pieces are tried together with a broken one. */
const MAX_JOINED = 3;

/** Broken pieces of a file that are reported one by one. */
export const MAX_BROKEN = 20;

/** All pieces of a file together. */
const DEADLINE_MS = 4_000;

const BLOCK_START =
  /^(?:terraform|provider|resource|data|variable|output|locals|module|moved|import|check|removed|ephemeral)\b(?=[\s"{])/gm;
const ASSIGNMENT_START = /^(?:"[^"\n]*"|[A-Za-z_][\w-]*)[^\S\n]*=(?!=)/gm;

export type Broken = { readonly offset: number; readonly end: number; readonly message: string };
export type Recovered = { readonly body: HclBody; readonly broken: readonly Broken[] };

/** `variables`: the file consists of assignments (`*.tfvars`) instead of blocks. */
export function recover(text: string, parser: GrammarParser, variables: boolean): Recovered {
  const starts = [...text.matchAll(variables ? ASSIGNMENT_START : BLOCK_START)].map((match) => match.index);
  if (starts[0] !== 0) starts.unshift(0);
  starts.push(text.length);
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  const broken: Broken[] = [];
  const deadline = performance.now() + DEADLINE_MS;
  for (let i = 0; i < starts.length - 1; i++) {
    const start = starts[i]!;
    if (performance.now() > deadline) {
      broken.push({
        offset: start,
        end: text.length,
        message: "The rest of this file took too long to read.",
      });
      break;
    }
    let piece: Piece = { fault: null };
    let taken = i + 1;
    for (let last = i + 1; last < starts.length && last <= i + MAX_JOINED; last++) {
      const attempt = parsePiece(text, start, starts[last]!, parser);
      if (last === i + 1 || "body" in attempt) piece = attempt;
      if ("body" in attempt) taken = last;
      if ("body" in attempt || variables) break;
    }
    if ("body" in piece) {
      attributes.push(...piece.body.attributes);
      blocks.push(...piece.body.blocks);
    } else {
      const own = text.slice(start, starts[i + 1]!);
      const diagnosis = diagnose(own);
      broken.push({
        offset: start + (diagnosis?.offset ?? piece.fault ?? 0),
        end: start + own.trimEnd().length,
        message: diagnosis?.message ?? "This is not valid here.",
      });
    }
    i = taken - 1;
  }
  return { body: { attributes, blocks }, broken };
}

type Piece = { readonly body: HclBody } | { readonly fault: number | null };

function parsePiece(text: string, start: number, end: number, parser: GrammarParser): Piece {
  const parsed = parser.parse(masked(text.slice(start, end)), (root): Piece => {
    if (root.hasError) return { fault: firstFault(root) };
    try {
      const body = convertRoot(root, text, start);
      return "blocks" in body ? { body } : { fault: 0 };
    } catch (error) {
      if (error instanceof TooDeep) return { fault: 0 };
      throw error;
    }
  });
  return parsed.ok ? parsed.value : { fault: 0 };
}

/** Offset of the first error or missing token, the innermost one. */
export function firstFault(root: Node): number | null {
  let node: Node = root;
  let found: number | null = null;
  for (;;) {
    const next: Node | undefined = node.children.find((child) => child.hasError || child.isMissing);
    if (next === undefined) return found;
    if (next.isError || next.isMissing) found = next.startIndex;
    node = next;
  }
}
