// Reads the text of a template file (`templatefile`), which has Terraform's template syntax without quotes around it.
// Takes text and a parser, gives a template whose offsets are those of the text. Evaluates nothing.
import type { HclExpression, HclTemplatePart } from "../../model/hcl.ts";
import type { GrammarParser } from "../tree-sitter.ts";
import { convertRoot } from "./convert.ts";
import { masked } from "./mask.ts";
import { relocated } from "./offsets.ts";
import { TooDeep } from "./tree-text.ts";

/** `null` when the text is no template that can be read: too large, too deep or broken. */
export function readTemplate(text: string, parser: GrammarParser): HclExpression | null {
  let marker = "TEMPLATE";
  while (text.includes(marker)) marker += "_";
  const before = `x = <<${marker}\n`;
  const closed = text === "" || text.endsWith("\n");
  const wrapped = `${before}${text}${closed ? "" : "\n"}${marker}\n`;
  const parsed = parser.parse(masked(wrapped), (root) => {
    if (root.hasError) return null;
    try {
      const body = convertRoot(root, wrapped);
      return "blocks" in body ? (body.attributes[0]?.expression ?? null) : null;
    } catch (error) {
      if (error instanceof TooDeep) return null;
      throw error;
    }
  });
  if (!parsed.ok || parsed.value === null) return null;
  const template = relocated(parsed.value, (offset) => offset - before.length);
  if (template.kind !== "template") return template;
  const whole = { ...template, start: 0, end: text.length };
  return closed ? whole : { ...whole, parts: withoutLastBreak(template.parts) };
}

/** Takes off the line break that was added to close the heredoc. */
function withoutLastBreak(parts: readonly HclTemplatePart[]): readonly HclTemplatePart[] {
  const last = parts.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith("\n")) return parts;
  const shorter = { ...last, text: last.text.slice(0, -1), end: last.end - 1 };
  return shorter.text === "" ? parts.slice(0, -1) : [...parts.slice(0, -1), shorter];
}
