// A line on standard error while a run takes longer than a second. Takes the terminal, gives the function that ends it.
import type { Terminal } from "./terminal.ts";

const DELAY_MS = 1_000;
const WORDS = "checking…";

export function progress(terminal: Pick<Terminal, "err" | "errIsTerminal">, quiet: boolean): () => void {
  if (quiet) return () => {};
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    terminal.err(terminal.errIsTerminal ? WORDS : `${WORDS}\n`);
  }, DELAY_MS);
  timer.unref();
  return () => {
    clearTimeout(timer);
    // Blanks rather than a control sequence, which not every terminal knows.
    if (shown && terminal.errIsTerminal) terminal.err(`\r${" ".repeat(WORDS.length)}\r`);
  };
}
