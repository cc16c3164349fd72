// Terraform: what `local-exec` and `remote-exec` provisioners run. Takes a document, gives scripts with what Terraform fills in masked.
import type { HclDocument } from "../../../model/document.ts";
import type { HclBlock, HclBody, HclExpression, HclTemplatePart } from "../../../model/hcl.ts";
import { buildMappedText, joinTexts, type MappedText, UNKNOWN } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

const SHELL = /^(?:\/\S*\/)?(?:env|(?:ba|da|a|k|z)?sh)$/;
/** Blocks inside one another. */
const MAX_DEPTH = 20;

/** A text in two readings: as it stands in the file, and as the shell may be given it. */
type Pair = { readonly plain: MappedText; readonly masked: MappedText };

export function provisionerScripts({ text, body }: HclDocument): TextScript[] {
  return provisioners(body, 0).flatMap((block): TextScript[] => {
    const kind = block.labels[0];
    const given = attribute(block.body, kind === "remote-exec" ? "inline" : "command");
    if ((kind !== "local-exec" && kind !== "remote-exec") || !given || !runsInShell(block.body)) return [];
    const lines = given.kind === "tuple" ? given.items : [given];
    const texts = lines.flatMap((line) => textOf(line, text) ?? []);
    if (texts.length === 0) return [];
    return [
      {
        host: `terraform:${kind}`,
        plain: joinTexts(texts.map(({ plain }) => plain)),
        masked: joinTexts(texts.map(({ masked }) => masked)),
        job: `provisioner ${block.start}`,
      },
    ];
  });
}

function provisioners(body: HclBody, depth: number): readonly HclBlock[] {
  if (depth > MAX_DEPTH) return [];
  return body.blocks.flatMap((block) =>
    block.type === "provisioner" ? [block] : provisioners(block.body, depth + 1),
  );
}

function attribute(body: HclBody, name: string): HclExpression | undefined {
  return body.attributes.find((one) => one.name === name)?.expression;
}

function runsInShell(body: HclBody): boolean {
  const interpreter = attribute(body, "interpreter");
  const first = interpreter?.kind === "tuple" ? interpreter.items[0] : undefined;
  return first?.kind !== "literal" || SHELL.test(String(first.value));
}

/** Null when it is no text that stands here. */
function textOf(expression: HclExpression, source: string): Pair | null {
  const readings = [buildMappedText(source), buildMappedText(source)] as const;
  const [plain, masked] = readings;
  const put = (part: HclTemplatePart | HclExpression) => {
    const { start, end } = part;
    if (part.kind !== "text") {
      plain.copy(start, end);
      masked.put(UNKNOWN, start, end);
    } else
      for (const reading of readings) {
        if (source.slice(start, end) === part.text) reading.copy(start, end);
        else reading.put(part.text, start, end);
      }
  };
  if (expression.kind === "template") for (const part of expression.parts) put(part);
  else if (expression.kind === "literal" && typeof expression.value === "string") {
    const text = expression.value;
    const at = source.slice(expression.start, expression.end).indexOf(text);
    const start = expression.start + Math.max(at, 0);
    put({ kind: "text", text, start, end: at === -1 ? expression.end : start + text.length });
  } else return null;
  return { plain: plain.done(), masked: masked.done() };
}
