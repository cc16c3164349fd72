// Terraform: what `local-exec` and `remote-exec` provisioners run, and every text that is a shell script or a cloud-config by its first
// line. Takes a document, gives texts with what Terraform fills in masked.
import type { HclDocument } from "../../../model/document.ts";
import { isCloudConfig, isShellScript } from "../../../model/first-line.ts";
import type { HclBody, HclExpression } from "../../../model/hcl.ts";
import { joinTexts, type MappedText, UNKNOWN } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";
import { commandListsIn, encodesReadable, listed, textOf, textsIn } from "./terraform-text.ts";

const SHELL = /^(?:\/\S*\/)?(?:env|(?:ba|da|a|k|z)?sh)$/;
/** What a file holds that writes a script into a text. */
const WRITTEN = /#!|#cloud-config|\b(?:runcmd|bootcmd)\b/;
/** A first line behind which a function puts the rest. */
const HEAD_ALONE = new RegExp(`^#cloud-config\\s*(?:${UNKNOWN}|%[sv])?\\s*$`);
/** Blocks inside one another. */
const MAX_DEPTH = 20;

type Provisioner = { readonly kind: string; readonly body: HclBody; readonly start: number };

/** Whether a document may hold any of it: its text is then worth a shell parser. */
export function mayHoldScripts({ text }: HclDocument): boolean {
  return text.includes("provisioner") || WRITTEN.test(text);
}

export function provisionerScripts({ text, body }: HclDocument): TextScript[] {
  return provisioners(body, 0).flatMap(({ kind, body: settings, start }): TextScript[] => {
    const given = attribute(settings, kind === "remote-exec" ? "inline" : "command");
    if ((kind !== "local-exec" && kind !== "remote-exec") || !given || !runsInShell(settings)) return [];
    const texts = listed(localValue(given, body)).flatMap((line) => textOf(line, text) ?? []);
    if (texts.length === 0) return [];
    return [
      {
        host: `terraform:${kind}`,
        plain: joinTexts(texts.map(({ plain }) => plain)),
        masked: joinTexts(texts.map(({ masked }) => masked)),
        job: `provisioner ${start}`,
      },
    ];
  });
}

/** `user_data` and the like, wherever they are written. */
export function writtenScripts({ text, body }: HclDocument): {
  readonly scripts: readonly TextScript[];
  readonly configs: readonly MappedText[];
} {
  const scripts: TextScript[] = [];
  const configs: MappedText[] = [];
  if (!WRITTEN.test(text)) return { scripts, configs };
  for (const {
    text: { plain, masked },
    expression,
  } of textsIn(body, text)) {
    const head = masked.text.trimStart();
    if (isShellScript(head))
      scripts.push({ host: "terraform:script", plain, masked, job: `script ${masked.at(0)}` });
    else if (
      isCloudConfig(head) &&
      !(HEAD_ALONE.test(head) && encodesReadable(expression, text, (one) => localValue(one, body)))
    )
      configs.push(masked);
  }
  for (const commands of commandListsIn(body, text)) {
    if (commands.length === 0) continue;
    const plain = joinTexts(commands.map((one) => one.plain));
    const masked = joinTexts(commands.map((one) => one.masked));
    scripts.push({ host: "terraform:runcmd", plain, masked, job: `runcmd ${plain.at(0)}` });
  }
  return { scripts, configs };
}

function provisioners(body: HclBody, depth: number): readonly Provisioner[] {
  if (depth > MAX_DEPTH) return [];
  const blocks = body.blocks.flatMap(({ type, labels, body: inner, start }): readonly Provisioner[] =>
    type === "provisioner" ? [{ kind: labels[0] ?? "", body: inner, start }] : provisioners(inner, depth + 1),
  );
  const given = attribute(body, "provisioner");
  return given === undefined ? blocks : [...blocks, ...objectsOf(given).flatMap(provisionersOf)];
}

/** JSON has no blocks: `"provisioner": [{"local-exec": {…}}]`. */
function provisionersOf(given: HclExpression): readonly Provisioner[] {
  if (given.kind !== "object") return [];
  return given.items.flatMap(({ key, value }) =>
    objectsOf(value).flatMap((settings): readonly Provisioner[] => {
      if (settings.kind !== "object" || key.kind !== "literal") return [];
      const attributes = settings.items.flatMap((item) =>
        item.key.kind === "literal"
          ? [{ name: String(item.key.value), expression: item.value, start: item.start, end: item.end }]
          : [],
      );
      return [{ kind: String(key.value), body: { attributes, blocks: [] }, start: settings.start }];
    }),
  );
}

/** `local.script`, where the file says what that is. */
function localValue(given: HclExpression, { blocks }: HclBody): HclExpression {
  if (given.kind !== "member" || given.object.kind !== "name" || given.object.name !== "local") return given;
  const locals = blocks.filter(({ type }) => type === "locals");
  return locals.flatMap(({ body }) => attribute(body, given.name) ?? [])[0] ?? given;
}

function objectsOf(value: HclExpression): readonly HclExpression[] {
  return value.kind === "tuple" ? value.items : [value];
}

function attribute(body: HclBody, name: string): HclExpression | undefined {
  return body.attributes.find((one) => one.name === name)?.expression;
}

function runsInShell(body: HclBody): boolean {
  const interpreter = attribute(body, "interpreter");
  const first = interpreter?.kind === "tuple" ? interpreter.items[0] : undefined;
  return first?.kind !== "literal" || SHELL.test(String(first.value));
}
