// Paths that files and commands name. Takes the text and the file that names it; gives the places in the repository that may be meant.
import { posix } from "node:path";
import { isOpen } from "./open-text.ts";

/** Undefined where the text does not name a file of the repository: absolute, in a home folder, an address, or not known. */
export function candidatesOf(
  text: string,
  file: string,
  folders: readonly string[] = [],
): string[] | undefined {
  if (
    text === "" ||
    /^[~/\\-]/.test(text) ||
    /^[A-Za-z][\w+.-]*:/.test(text) ||
    /^[^/]*@[^/]*:/.test(text) ||
    isOpen(text) ||
    /[*?\n]/.test(text)
  )
    return undefined;
  const near = posix.dirname(file);
  const bases = [near, ".", ...folders.flatMap((folder) => [posix.join(near, folder), folder])];
  const inside = bases
    .map((base) => posix.normalize(posix.join(base, text)))
    .filter((path) => !path.startsWith("../") && !path.startsWith("/"));
  return inside.length === 0 ? undefined : [...new Set(inside)];
}

const HERE =
  /^["']?(?:\$PWD|\$\{PWD\}|\$\(pwd\)|`pwd`|\$\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|SCRIPT_DIR|CURDIR)\}?|\$\(CURDIR\))["']?\/([^"'$`]+)["']?$/;

/** The path below the folder that a script works or stands in, where a word as the script writes it names one: `"$PWD/byo.yaml"`. */
export function underHere(written: string): string | undefined {
  return HERE.exec(written)?.[1];
}
