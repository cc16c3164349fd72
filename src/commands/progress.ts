// A line on standard error while a run takes longer than a second. Takes the terminal, gives the function that ends it.
import type { Terminal } from "../cli.ts";

const DELAY_MS = 1_000;

export function progress(terminal: Pick<Terminal, "err" | "errIsTerminal">, quiet: boolean): () => void {
  if (quiet) return () => {};
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    terminal.err(terminal.errIsTerminal ? "checking…" : "checking…\n");
  }, DELAY_MS);
  timer.unref();
  return () => {
    clearTimeout(timer);
    if (shown && terminal.errIsTerminal) terminal.err("\r\u001b[K");
  };
}
