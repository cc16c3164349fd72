// PowerShell and batch scripts, of which only plain calls are read: lines that begin with a well-known program, in a block too, or assign
// what it gives, and texts that are piped to one. Takes a text, gives it with everything else blanked and what is particular to these
// shells put into the shell's own words.
import { type MappedText, maskPattern, UNKNOWN } from "../mapped-text.ts";

const PROGRAM = String.raw`(?:kubectl|oc|oci|ocne|helm|istioctl|linkerd|cilium|skaffold|stern|ssh|scp)(?:\.exe)?`;
const CALL = new RegExp(
  String.raw`^[ \t]*(?:@|&[ \t]*)?(?:\$[\w:]+[ \t]*=[ \t]*(?:&[ \t]*)?)?(?=["']?${PROGRAM}["']?[ \t\r\n])`,
);
/** `if ($tail) {`, `Start-Job {`, `{ param($p) kubectl`, `if (kubectl …)`: what follows is a call of its own. */
const IN_BLOCK = new RegExp(
  String.raw`^(?:[^\n"'#]|"[^"\n]*"|'[^'\n]*'){0,200}?[({;](?:[ \t]*param\([^()\n]*\))?[ \t]*(?:&[ \t]*)?(?=${PROGRAM}[ \t\r\n])`,
);
/** `iex "kubectl …"` */
const EVALUATED = new RegExp(
  String.raw`^[ \t]*(?:iex|Invoke-Expression)[ \t]+(?:-Command[ \t]+)?(["'])(${PROGRAM}[ \t][^"'\n]*)\1`,
  "i",
);
/** `` ` `` of PowerShell, `^` of batch files. */
const CONTINUED = /[`^](?=\r?\n)/g;
const CONTINUES = /[`^]\r?\n$/;
/** `| ForEach-Object { kubectl … }` runs it for each. */
const FOR_EACH = /\|([ \t]*)(?:ForEach-Object|foreach|%)[ \t]*(?:-Process[ \t]*)?\{/gi;
const STARTED = new RegExp(
  String.raw`^[ \t]*(?:\$\w+[ \t]*=[ \t]*)?(?:Start-Process|saps|start)[ \t]+(?:-FilePath[ \t]+)?["']?(${PROGRAM})["']?[ \t]+(?:-ArgumentList[ \t]+)?([^\n]*)`,
  "i",
);
const OWN_OPTION = /[ \t]-(?:NoNewWindow|PassThru|Wait|WindowStyle[ \t]+\w+|Redirect\w+[ \t]+\S+)/gi;

/** Opens a string that ends on a line of its own. */
const HERE_STRING = /^[ \t]*(?:\$(\w+)[ \t]*=[ \t]*)?@(["'])[ \t]*\r?\n$/;
const OPENS_STRING = /@["'][ \t]*\r?\n$/;
const CLOSED = new RegExp(String.raw`^["']@(?:[ \t]*(\|)[ \t]*(?:&[ \t]*)?(${PROGRAM}[ \t][^\n]*\n?))?`);
/** `$yaml | kubectl apply -f -` */
const PIPED = new RegExp(String.raw`^[ \t]*\$(\w+)[ \t]*\|[ \t]*(?:&[ \t]*)?(${PROGRAM}[ \t][^\n]*\n?)`);

export function plainCalls(text: MappedText): MappedText {
  let goesOn = false;
  let until: RegExp | null = null;
  /** The quote of a string that is kept: a manifest may stand in it. */
  let kept: string | null = null;
  const manifests = /\bapiVersion:/.test(text.text);
  const lines = maskPattern(text, /[^\n]*\n|[^\n]+$/g, ([line]) => {
    const end = line.endsWith("\n") ? "\n" : "";
    if (kept !== null) {
      const closing = CLOSED.exec(line);
      if (closing === null) return insideString(line, kept);
      const quote = kept;
      kept = null;
      return closing[2] === undefined ? `${quote}${end}` : `${quote} | ${closing[2]}`;
    }
    const inside = until !== null;
    const opening = inside || !manifests ? null : HERE_STRING.exec(line);
    if (opening !== null) {
      kept = opening[2]!;
      return `${opening[1] === undefined ? "echo " : `${opening[1]}=`}${kept}\n`;
    }
    if (until !== null) until = until.test(line) ? null : until;
    else if (OPENS_STRING.test(line)) until = /^["']@/;
    else if (line.includes("<#") && !line.includes("#>")) until = /#>/;
    if (inside) return end;
    const piped = manifests ? PIPED.exec(line) : null;
    if (piped !== null) return `echo "$${piped[1]}" | ${piped[2]}`;
    const started = goesOn ? null : STARTED.exec(line);
    if (started !== null)
      return `${started[1]} ${started[2]!.replace(OWN_OPTION, "").replaceAll(/[,@()"']/g, " ")}${end}`;
    const evaluated = goesOn ? null : EVALUATED.exec(line);
    if (evaluated !== null) return `${evaluated[2]}${end}`;
    const head = goesOn ? "" : (CALL.exec(line) ?? IN_BLOCK.exec(line))?.[0];
    const isCall = head !== undefined && !hasOpenQuote(line);
    goesOn = isCall && CONTINUES.test(line);
    return isCall
      ? callOnly(line, head).padStart(line.length).replace(CONTINUED, "\\").replace(FOR_EACH, "|$1xargs ")
      : end;
  });
  return maskPattern(lines, /%\w+%|\$env:\w+|(?<![\w.])@\w+/g, () => UNKNOWN);
}

/** What stands in brackets ends with them. */
function callOnly(line: string, head: string): string {
  const call = line.slice(head.length);
  if (!/\([ \t]*(?:&[ \t]*)?$/.test(head)) return call;
  let depth = 0;
  for (const { 0: bracket, index } of call.matchAll(/[()]/g)) {
    depth += bracket === "(" ? 1 : -1;
    if (depth < 0)
      return call.slice(0, index).padEnd(call.trimEnd().length) + call.slice(call.trimEnd().length);
  }
  return call;
}

/** As the shell would have it inside the same quotes. */
function insideString(line: string, quote: string): string {
  if (quote === "'") return line.replaceAll("'", '"');
  return line
    .replaceAll("`", UNKNOWN)
    .replaceAll(/\$\([^()\n]*\)/g, UNKNOWN)
    .replaceAll("$(", UNKNOWN)
    .replaceAll(/["\\]/g, "\\$&");
}

function hasOpenQuote(line: string): boolean {
  return line.split('"').length % 2 === 0 || line.split("'").length % 2 === 0;
}
