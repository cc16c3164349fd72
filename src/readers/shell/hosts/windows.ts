// PowerShell and batch scripts, of which only plain calls are read: lines that begin with a well-known program, or assign what it gives.
// Takes a text, gives it with everything else blanked and what is particular to these shells put into the shell's own words.
import { type MappedText, maskPattern, UNKNOWN } from "../mapped-text.ts";

const CALL =
  /^[ \t]*(?:@|&[ \t]*)?(?:\$[\w:]+[ \t]*=[ \t]*(?:&[ \t]*)?)?(?=["']?(?:kubectl|oc|oci|ocne|helm|istioctl|linkerd|cilium|skaffold|stern|ssh|scp)(?:\.exe)?["']?[ \t\r\n])/;
/** `` ` `` of PowerShell, `^` of batch files. */
const CONTINUED = /[`^](?=\r?\n)/g;
const CONTINUES = /[`^]\r?\n$/;

/** Opens a string that ends on a line of its own. */
const HERE_STRING = /@["'][ \t]*\r?\n$/;

export function plainCalls(text: MappedText): MappedText {
  let goesOn = false;
  let until: RegExp | null = null;
  const lines = maskPattern(text, /[^\n]*\n|[^\n]+$/g, ([line]) => {
    const inside = until !== null;
    if (until !== null) until = until.test(line) ? null : until;
    else if (HERE_STRING.test(line)) until = /^["']@/;
    else if (line.includes("<#") && !line.includes("#>")) until = /#>/;
    if (inside) return line.endsWith("\n") ? "\n" : "";
    const head = goesOn ? "" : CALL.exec(line)?.[0];
    const kept = head !== undefined && !hasOpenQuote(line);
    goesOn = kept && CONTINUES.test(line);
    return kept
      ? line.slice(head.length).padStart(line.length).replace(CONTINUED, "\\")
      : line.endsWith("\n")
        ? "\n"
        : "";
  });
  return maskPattern(lines, /%\w+%|\$env:\w+|(?<![\w.])@\w+/g, () => UNKNOWN);
}

function hasOpenQuote(line: string): boolean {
  return line.split('"').length % 2 === 0 || line.split("'").length % 2 === 0;
}
