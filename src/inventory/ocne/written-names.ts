// The files that a command writes. Takes a command, gives names as the script has them; knows no kind of file.
import type { Command } from "../../model/document.ts";

/** Files that a command writes, as the script names them; what cannot be known keeps its text. */
export function outputsOf({ program, args, redirects }: Command): string[] {
  const redirected = redirects
    .filter(({ operator }) => /^[0-9&]*>[>|]?$/.test(operator) && !/^2/.test(operator))
    .flatMap(({ target, text }) => target ?? unquoted(text) ?? []);
  const tee =
    program === "tee"
      ? args.flatMap(({ value, text }) =>
          (value ?? text).startsWith("-") ? [] : (value ?? unquoted(text) ?? []),
        )
      : [];
  return [...redirected, ...tee];
}

/** As the script writes it, `"$HOME/.ocne/defaults.yaml"`, without its quotes. */
export function unquoted(text: string | null | undefined): string | undefined {
  return text?.replace(/^(["'])([\s\S]*)\1$/, "$2");
}
