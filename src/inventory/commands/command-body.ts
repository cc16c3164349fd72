// What a call of the OCI command line states, as the body of the resource that Terraform would make of it. Takes a command with its flags
// and which attribute each sets, gives values that know their places; files that it names are looked for beside the script and in the root.
import { posix } from "node:path";
import type { Command, Json } from "../../model/document.ts";
import type { Provider } from "../terraform/provider.ts";
import { type Site, SourceText } from "../terraform/site.ts";
import { type Entry, known, type ObjectValue, object, unknown, type Value } from "../terraform/value.ts";
import type { FlagTarget } from "./cloud-tables.ts";
import type { Flag, Parsed, Word } from "./parse.ts";
import { isOpaque, jsonValue, shellJson } from "./shell-json.ts";

/** `$PWD/`, `${SCRIPT_DIR}/`, `$(dirname "$0")/`: where the script stands or runs. */
const OWN_FOLDER =
  /^(?:\$\{?\w*(?:PWD|DIR|HERE|ROOT|BASE|FOLDER|WORKSPACE)\}?|\$\((?:pwd|dirname [^()]{1,80})\))\//i;

/** As names of images end: `Oracle-Linux-8.9-2024.01.26-0`. */
const DATED = /-\d{4}\.\d{2}\.\d{2}-\d/;

export type RepositoryFiles = { readonly readText: (file: string) => string | undefined };

export class CommandBody {
  readonly #command: Command;
  readonly #parsed: Parsed;
  readonly #source: SourceText;
  readonly #files: RepositoryFiles;

  constructor(command: Command, parsed: Parsed, source: SourceText, files: RepositoryFiles) {
    this.#command = command;
    this.#parsed = parsed;
    this.#source = source;
    this.#files = files;
  }

  /** What every call says of where it goes. */
  provider(): Provider {
    return (attribute) => {
      const flag = this.#parsed.flagList.findLast(({ name }) => name === attribute);
      return flag && this.#value(flag, { path: [] }, this.#siteOf(flag));
    };
  }

  body(targets: Readonly<Record<string, FlagTarget>>): ObjectValue {
    const given = this.#parsed.flagList.find(({ name }) => name === "from-json");
    const base = given && this.#json(given, this.#siteOf(given));
    // What is not said may stand in a file, or in words that cannot be known.
    const open = !this.#parsed.complete || (given !== undefined && base?.kind !== "object");
    const entries = new Map<string, Entry>(base?.kind === "object" ? fromJson(base, targets) : []);
    // What sets all of an object comes before what sets a member of it, in whatever order they are written.
    const flags = this.#parsed.flagList
      .flatMap((flag) => (Object.hasOwn(targets, flag.name) ? [{ flag, target: targets[flag.name]! }] : []))
      .toSorted((a, b) => a.target.path.length - b.target.path.length);
    for (const { flag, target } of flags) {
      const site = this.#siteOf(flag);
      setAt(entries, target.path, { value: this.#value(flag, target, site), site });
    }
    return object(entries, this.#whole(), open);
  }

  #value(flag: Flag, { form }: FlagTarget, site: Site): Value {
    if (form === "json") return this.#json(flag, site);
    if (form === "file") return this.#userData(flag, site);
    if (typeof flag.value === "string") return known(flag.value, site);
    const ref = canonical(flag.text);
    const looked = /image-id$/.test(flag.name) ? this.#lookUpOf(ref) : undefined;
    return unknown("filled in by the shell", ref, looked ?? site);
  }

  /** `IMAGE=$(oci compute image list --display-name …)`: the name that an image is looked up by stands there. */
  #lookUpOf(ref: string): Site | undefined {
    const name = /^\$(\w+)$/.exec(ref)?.[1];
    if (name === undefined) return undefined;
    const { text } = this.#source;
    const set = new RegExp(
      `^[ \\t]*(?:(?:export|local|readonly|declare)[ \\t]+(?:-\\w+[ \\t]+)*)?${name}=(?:[^\\n]*\\\\\\r?\\n)*[^\\n]*`,
      "gm",
    );
    const [only, ...others] = [...text.matchAll(set)];
    if (only === undefined || others.length > 0 || !DATED.test(only[0])) return undefined;
    return { source: this.#source, start: only.index, end: only.index + only[0].length };
  }

  #json(flag: Flag, site: Site): Value {
    const doubt = unknown("filled in by the shell", canonical(flag.text), site);
    const named = /^file:\/\/(.+)$/.exec(flag.text)?.[1];
    if (named === undefined)
      return (
        shellJson(this.#wordOf(flag).text, site, isOpaque(flag.name)) ??
        (typeof flag.value === "string" ? known(flag.value, site) : doubt)
      );
    const text = this.#fileText(named)?.text;
    if (text === undefined) return doubt;
    try {
      return jsonValue(JSON.parse(text) as Json, site, [], isOpaque(flag.name));
    } catch {
      return doubt;
    }
  }

  /** The command line encodes the file itself. */
  #userData(flag: Flag, site: Site): Value {
    const found = this.#fileText(typeof flag.value === "string" ? flag.value : flag.text);
    if (found === undefined) {
      return unknown("a file that is not here", `filebase64(${canonical(flag.text)})`, site, {
        call: { name: "filebase64", args: [] },
      });
    }
    const source = new SourceText(found.file, found.text);
    const encodes = known(found.text, { source, start: 0, end: found.text.length });
    return { kind: "known", value: Buffer.from(found.text).toString("base64"), site, encodes };
  }

  /** Relative names are meant from where the script runs: its own folder, or the root. */
  #fileText(written: string): { readonly file: string; readonly text: string } | undefined {
    const name = written.replace(OWN_FOLDER, "");
    if (/[$`]/.test(name)) return undefined;
    const beside = posix.join(posix.dirname(this.#source.file), name);
    for (const file of [posix.normalize(beside), posix.normalize(name)]) {
      const text = file.startsWith("..") ? undefined : this.#files.readText(file);
      if (text !== undefined) return { file, text };
    }
    return undefined;
  }

  /** The word that holds the value; without the flag before it. */
  #wordOf({ index, text }: Flag): Word {
    const { args } = this.#command;
    const word = args[index]!;
    const equals = word.text.indexOf("=");
    if (word.text.startsWith("--") && equals !== -1)
      return { value: word.value, text: word.text.slice(equals + 1) };
    return args[index + 1] ?? { value: text, text };
  }

  #siteOf({ index, value }: Flag): Site {
    const { args } = this.#command;
    const joined = args[index]!.text.includes("=") || value === true;
    return this.#site(
      args[index]!.range.start,
      (joined ? args[index]! : (args[index + 1] ?? args[index]!)).range.end,
    );
  }

  #whole(): Site {
    return this.#site(this.#command.range.start, this.#command.range.end);
  }

  #site(start: Command["range"]["start"], end: Command["range"]["end"]): Site {
    const { lines } = this.#source;
    return { source: this.#source, start: lines.offset(start), end: lines.offset(end) };
  }
}

/** `"$X"`, `${X}` and `$X` are the same thing. */
function canonical(text: string): string {
  return text.replace(/^"(.*)"$/s, "$1").replace(/^\$\{(\w+)\}$/, "$$$1");
}

/** The file of `--from-json` names the flags in camel case. */
function fromJson(
  { entries }: ObjectValue,
  targets: Readonly<Record<string, FlagTarget>>,
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [name, entry] of entries) {
    const target = targets[name.replaceAll("_", "-")];
    if (target) setAt(found, target.path, entry);
  }
  return found;
}

/** Sets a member of a member; the objects on the way are made, or copied. */
function setAt(entries: Map<string, Entry>, [name, ...rest]: readonly string[], entry: Entry): void {
  if (rest.length === 0) {
    entries.set(name!, entry);
    return;
  }
  const before = entries.get(name!)?.value;
  const inner = new Map<string, Entry>(before?.kind === "object" ? before.entries : []);
  setAt(inner, rest, entry);
  const open = before?.kind === "unknown" || (before?.kind === "object" && before.open);
  entries.set(name!, { value: object(inner, entry.site, open), site: entry.site });
}
