// MIME texts for cloud-init: each part that is a shell script, as it stands or in base64, packed or not. Takes the text, gives scripts.
import { isShellScript } from "../../../model/first-line.ts";
import { type MimePart, mimeParts } from "../../../model/mime.ts";
import { textFromBase64 } from "../encoded-text.ts";
import { buildMappedText, type MappedText } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

export function mimeScripts(text: string): TextScript[] {
  return mimeParts(text).flatMap((part): TextScript[] => {
    if (!/^text\/(?:x-shellscript|cloud-boothook|x-sh|plain)/.test(part.type)) return [];
    const body = partText(text, part);
    const script =
      body !== undefined && (part.type === "text/cloud-boothook" || isShellScript(body.text.trimStart()));
    const decoded = part.encoding === "base64";
    return script
      ? [{ host: "cloud-init", plain: body, masked: body, decoded, job: `part ${part.start}` }]
      : [];
  });
}

/** What the part says; what is encoded stands where its code begins. Undefined where it cannot be decoded. */
export function partText(text: string, { encoding, start, end }: MimePart): MappedText | undefined {
  if (encoding !== "base64") {
    const builder = buildMappedText(text);
    builder.copy(start, end);
    return builder.done();
  }
  const decoded = textFromBase64(text.slice(start, end));
  return decoded === undefined ? undefined : { text: decoded, at: () => start, end: () => start + 1 };
}
