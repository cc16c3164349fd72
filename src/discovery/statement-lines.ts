// Takes a text; says whether it is a list of policy statements or matching rules. Looks at how lines begin, parses nothing.
import { CONTINUATION } from "../model/statement-line.ts";

const subject = String.raw`(?:group|dynamic-group|service|any-user|any-group|resource)\b`;
const beginning = new RegExp(
  [
    String.raw`(?:allow|deny)\s+${subject}`,
    String.raw`(?:endorse|admit)\s+(?:${subject}|any-\w+)`,
    String.raw`define\s+(?:tenancy|group|dynamic-group|compartment)\s+\S+\s+as\b`,
    String.raw`(?:all|any)\s*\{`,
    String.raw`(?:instance|resource)\.[\w.]+\s*!?=`,
    String.raw`tag\.\S+\.value\b`,
  ].join("|"),
  "iy",
);

/** True when more than half of the entries (lines that are neither blank, comment nor continuation) begin as one does. */
export function isMostlyStatements(text: string): boolean {
  let entries = 0;
  let statements = 0;
  let depth = 0;
  for (const line of text.split("\n")) {
    const entry = line
      .trim()
      .replace(/^(?:[-*]|\d+[.)])\s+/, "")
      .replace(/^["'`]/, "");
    if (entry === "" || entry.startsWith("#") || entry.startsWith("//")) continue;
    beginning.lastIndex = 0;
    const begins = beginning.test(entry);
    // An open brace carries a statement on to the next line, unless that one begins a statement itself.
    const goesOn = depth === 0 && statements > 0 && CONTINUATION.test(entry);
    if ((depth === 0 && !goesOn) || begins) {
      entries++;
      if (begins) statements++;
      depth = 0;
    }
    if (begins || goesOn || depth > 0) depth = Math.max(0, depth + count(entry, "{") - count(entry, "}"));
  }
  return statements * 2 > entries;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
