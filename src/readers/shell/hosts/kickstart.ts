// Kickstart: the scripts that an installation runs, `%pre`, `%post` and their like. Takes a document and its text, gives scripts.
import type { KickstartDocument } from "../../../model/document.ts";
import type { LineIndex } from "../../../model/line-index.ts";
import { buildMappedText } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

const RUN = /^(?:pre|pre-install|post|onerror|traceback)$/;
const OTHER_LANGUAGE = /--interpreter[= ]["']?(?!\S*\b(?:ba|da|k|z)?sh\b)\S/;

export function kickstartScripts({ sections }: KickstartDocument, lines: LineIndex): TextScript[] {
  return sections.flatMap(({ name, args, body, range }): TextScript[] => {
    if (!RUN.test(name) || OTHER_LANGUAGE.test(args) || body.trim() === "") return [];
    const start = lines.text.indexOf("\n", lines.offset(range.start)) + 1;
    if (start === 0) return [];
    const builder = buildMappedText(lines.text);
    builder.copy(start, start + body.length);
    const text = builder.done();
    return [{ host: `kickstart:${name}`, plain: text, masked: text, job: `${name} ${start}` }];
  });
}
