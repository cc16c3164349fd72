// Whether standard output gets colours. Takes the terminal and the options, gives yes or no.
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** `--no-color` and NO_COLOR win over FORCE_COLOR, which wins over what standard output is. */
export function wantsColor({ env, outIsTerminal }: Terminal, { values }: Options): boolean {
  if (values["no-color"] === true || env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced) return forced !== "0" && forced !== "false";
  return outIsTerminal && env["TERM"] !== "dumb";
}
