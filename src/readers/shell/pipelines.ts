// Which commands of a script make a pipeline. Takes commands in the order of the text, gives them in chains; knows no programs.
import type { FoundCommand } from "./found-command.ts";
import type { Heredoc } from "./heredoc.ts";

/** Commands joined by `|`, in order. `length` counts a compound stage (`| while read …`) too. */
export function pipelinesOf<Item extends { readonly found: Pick<FoundCommand, "simple"> }>(
  commands: readonly Item[],
  heredocs: readonly Heredoc[],
  text: string,
): { readonly items: Item[]; readonly length: number }[] {
  const byStart = new Map(commands.map((item) => [item.found.simple.start, item]));
  const bodyEnds = new Map(heredocs.map(({ start, end }) => [start, end]));
  const chains: { items: Item[]; length: number }[] = [];
  const taken = new Set<Item>();
  for (const command of commands) {
    if (taken.has(command)) continue;
    const items = [command];
    taken.add(command);
    let length = 1;
    for (
      let last = command;
      last.found.simple.terminator.startsWith("|") && last.found.simple.terminator !== "||";
    ) {
      length++;
      const next = byStart.get(nextStart(text, last.found.simple.after, bodyEnds));
      if (next === undefined || taken.has(next)) break;
      items.push(next);
      taken.add(next);
      last = next;
    }
    chains.push({ items, length });
  }
  return chains;
}

/** Where the next command begins: behind blanks, line breaks, comments and heredoc bodies. */
function nextStart(text: string, from: number, bodyEnds: ReadonlyMap<number, number>): number {
  let at = from;
  for (;;) {
    const char = text[at];
    if (char === " " || char === "\t" || char === "\r") at++;
    else if (char === "\\" && text[at + 1] === "\n") at += 2;
    else if (char === "#") {
      const line = text.indexOf("\n", at);
      if (line === -1) return text.length;
      at = line;
    } else if (char === "\n") {
      at++;
      const body = bodyEnds.get(at);
      if (body === undefined) continue;
      const line = text.indexOf("\n", body);
      at = line === -1 ? text.length : line;
    } else return at;
  }
}
