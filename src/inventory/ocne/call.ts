// What a call of `ocne` says: takes a command, gives its verb and its flags by their long names. Knows no files.
import ocne from "../../../policies/data/ocne.json" with { type: "json" };
import type { Command } from "../../model/document.ts";
import type { OcneCommand } from "../../model/inventory/ocne.ts";
import { own } from "../../model/own.ts";
import { underHere } from "./local-path.ts";

/** Long name → short name, by verb. */
const flagTables: Readonly<Record<string, Readonly<Record<string, string>>>> = ocne.flags;
const switches = new Set(ocne.switches);

type Flags = Pick<OcneCommand, "flags" | "complete">;

export type Call = { readonly verb: string; readonly rest: Command["args"] };

/** For a call that may be any: `ocne cluster "$MODE"`. */
export const UNKNOWN_VERB = "unknown";

/** The first two words that are neither a flag nor a flag's value: `cluster start`. Flags may stand before and between them. */
export function callOf({ args }: Command): Call {
  const words: string[] = [];
  const before: Command["args"][number][] = [];
  let at = 0;
  for (; at < args.length && words.length < 2; at++) {
    const word = args[at]!;
    if (word.value === null) return { verb: UNKNOWN_VERB, rest: [] };
    if (!word.value.startsWith("-")) {
      words.push(word.value);
      continue;
    }
    before.push(word);
    const value = args[at + 1];
    if (!/^(?:-[A-Za-z]|--[\w-]+)$/.test(word.value) || value === undefined) continue;
    before.push(value);
    at++;
  }
  return { verb: words.join(" "), rest: [...before, ...args.slice(at)] };
}

/** Nothing for no call. A flag whose value is not known is null; `complete` is false when there may be others. */
export function flagsOf(call: Call | undefined): Flags {
  const flags: Record<string, string | true | null> = {};
  let complete = true;
  if (call === undefined) return { flags, complete };
  if (call.verb === UNKNOWN_VERB) return { flags, complete: false };
  const table = own(flagTables, call.verb) ?? {};
  const byShort = new Map(Object.entries(table).map(([long, short]) => [short, long]));
  for (let at = 0; at < call.rest.length; at++) {
    const word = call.rest[at]!;
    if (word.value === "--") break;
    if (word.value === null) {
      const equals = /^--([a-z-]+)=([\s\S]*)/.exec(word.text);
      if (equals) flags[equals[1]!] = underHere(equals[2]!) ?? null;
      else complete = false;
      continue;
    }
    const long = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(word.value);
    const short = /^-([A-Za-z])(?:=?([\s\S]+))?$/.exec(word.value);
    const name = long ? long[1]! : short ? byShort.get(short[1]!) : undefined;
    if (name === undefined) continue;
    const inline = long ? long[2] : short?.[2];
    if (inline !== undefined && !switches.has(name)) flags[name] = inline;
    else if (switches.has(name)) flags[name] = inline ?? true;
    else {
      const next = call.rest[at + 1];
      flags[name] = next === undefined ? true : (next.value ?? underHere(next.text) ?? null);
      at++;
    }
  }
  return { flags, complete };
}
