// Lines of a crontab inside a script: `echo "0 6 * * * kubectl …" | crontab -`, a heredoc into `/etc/cron.d`. Takes such a text, gives the
// commands that the timer runs.
import { type MappedText, maskPattern } from "./mapped-text.ts";

/** A script that says none of these sets no timer. */
const TIMER = /\bcrontab\b|\/etc\/cron/;
const FIELD = String.raw`(?:[\d*][\d*/,-]*|[A-Za-z]{3}(?:[-,][A-Za-z]{3})*)`;
const HEAD = new RegExp(
  String.raw`^[ \t]*(?:@[a-z]+|${FIELD}(?:[ \t]+${FIELD}){4})[ \t]+(?:(?:root|opc|oracle|ubuntu|\$\{?\w+\}?|[a-z_][\w-]{0,31}(?=[ \t]+(?:[\w./-]*\/)?(?:kubectl|oci|oc|helm|flock|timeout|(?:ba)?sh)[ \t]))[ \t]+)?(?=\S)`,
);
/** Longer lines are data. */
const MAX_LINE = 4_000;

export function setsTimer(script: string): boolean {
  return TIMER.test(script);
}

/** null: no line of the text has the form. */
export function cronCommands(text: MappedText): MappedText | null {
  let found = false;
  const commands = maskPattern(text, /[^\n]*\n|[^\n]+$/g, ([line]) => {
    const head = line.length > MAX_LINE ? undefined : HEAD.exec(line)?.[0];
    if (head === undefined) return line.endsWith("\n") ? "\n" : "";
    found = true;
    return line.slice(head.length).padStart(line.length);
  });
  return found ? commands : null;
}
