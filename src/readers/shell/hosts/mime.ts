// MIME texts for cloud-init: each part that is a shell script, as it stands or in base64. Takes the text, gives scripts.
import { mimeParts } from "../../../model/mime.ts";
import { buildMappedText, type MappedText } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

const SHEBANG = /^#!\s*(?:\S*\/)?(?:env\s+)?(?:\S*\/)?(?:ba|da|a|k|z)?sh\b/;

export function mimeScripts(text: string): TextScript[] {
  return mimeParts(text).flatMap(({ type, encoding, start, end }): TextScript[] => {
    if (!/^text\/(?:x-shellscript|cloud-boothook|x-sh|plain)/.test(type)) return [];
    const part = encoding === "base64" ? decodedPart(text, start, end) : slice(text, start, end);
    const script = type === "text/cloud-boothook" || SHEBANG.test(part.text.trimStart());
    return script ? [{ host: "cloud-init", plain: part, masked: part, job: `part ${start}` }] : [];
  });
}

function slice(text: string, start: number, end: number): MappedText {
  const builder = buildMappedText(text);
  builder.copy(start, end);
  return builder.done();
}

/** What is encoded stands where its code begins. */
function decodedPart(text: string, start: number, end: number): MappedText {
  const decoded = Buffer.from(text.slice(start, end), "base64").toString("utf8");
  return { text: decoded, at: () => start, end: () => start + 1 };
}
