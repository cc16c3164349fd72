// The arguments of a program as its own parser reads them. Takes the words, gives verb, subcommand, flags and operands, each with its
// place among the words. Knows no rules.
import type { ParsedCommand } from "../../model/inventory/script.ts";
import { GRAMMARS, type Grammar } from "./flag-tables.ts";

/** `value` is null when it cannot be known; `text` is the source. */
export type Word = { readonly value: string | null; readonly text: string };

export type Flag = {
  readonly name: string;
  /** `true` for a flag that stands alone, null for a value that cannot be known. */
  readonly value: string | true | null;
  /** The value as written, without quotes around it. */
  readonly text: string;
  /** Index of the word that holds the flag. */
  readonly index: number;
  /** Its value is the next word. */
  readonly separate?: boolean;
};

export type Parsed = ParsedCommand & {
  readonly flagList: readonly Flag[];
  /** Index among the words of each operand. */
  readonly operandIndexes: readonly number[];
};

/** A word that is nothing but an expansion, and that the shell may split: any number of flags. */
const MANY = /^(?:\$[\w*@]+|\$\{[^}]*\}|\$\(.*\)|`.*`|"(?:\$@|\$\{@.*\}|\$\{\w+\[@\].*\})"|\$\{\{.*\}\})$/s;

/** Where such a word stands before one of these, it is flags: `kubectl $FLAGS exec`. */
const VERB =
  /^(?:exec|rsh|logs|attach|port-forward|cp|rsync|debug|apply|create|replace|delete|run|set|patch|edit|rollout|autoscale|annotate|label|install|upgrade|template|cluster|image|ce|iam|compute|compute-management|network|bastion)$/;

/** Contexts of clusters on the developer's own machine. */
const LOCAL_CONTEXT =
  /^(?:kind-|k3d-|minikube|docker-desktop|docker-for-desktop|rancher-desktop|colima|orbstack|kwok-)/;

/** Nothing for programs whose flags are not known. */
export function parseCommand(program: string, words: readonly Word[]): Parsed | undefined {
  const grammar = Object.hasOwn(GRAMMARS, program) ? GRAMMARS[program] : undefined;
  if (grammar === undefined) return undefined;
  const flagList: Flag[] = [];
  const operands: { readonly value: string | null; readonly index: number }[] = [];
  let verb: string | undefined;
  let rest = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const flag = rest ? undefined : flagAt(words, index, grammar, verb);
    if (word.value === "--" && !rest) {
      // What follows is for the command in the pod, or for the plugin: not this program's own.
      rest = true;
      break;
    }
    if (flag === undefined) {
      operands.push({ value: word.value, index });
      if (word.value !== null || !MANY.test(word.text)) verb ??= word.value ?? "";
      continue;
    }
    flagList.push(...flag.flags);
    index += flag.taken;
  }
  const complete = operands.every(({ value, index }) => value !== null || !MANY.test(words[index]!.text));
  operands.splice(0, flagsBefore(operands, words));
  const name = nameLength(operands, grammar);
  const [first = null, ...subcommand] = operands.slice(0, name).map(({ value }) => value);
  return {
    verb: first ?? "",
    subcommand: subcommand.map((value) => value ?? ""),
    flags: Object.fromEntries(flagList.map(({ name: flag, value }) => [flag, value])),
    positionals: operands.slice(name).map(({ value }) => value),
    flagList,
    written: operands.slice(name).map(({ index }) => unquoted(words[index]!.text)),
    operandIndexes: operands.slice(name).map(({ index }) => index),
    complete,
  };
}

/** How many of the operands are flags in variables: what stands before a verb and cannot be known. */
function flagsBefore(
  operands: readonly { readonly value: string | null; readonly index: number }[],
  words: readonly Word[],
): number {
  const at = operands.findIndex(({ value, index }) => value !== null || !MANY.test(words[index]!.text));
  return at > 0 && VERB.test(operands[at]!.value ?? "") ? at : 0;
}

function nameLength(operands: readonly { readonly value: string | null }[], grammar: Grammar): number {
  if (grammar.allWords) {
    const end = operands.findIndex(({ value }) => value === null);
    return end === -1 ? operands.length : end;
  }
  const verb = operands[0]?.value;
  return Math.min(operands.length, typeof verb === "string" && grammar.groups.has(verb) ? 2 : 1);
}

type Taken = { readonly flags: readonly Flag[] /** Words beside the first. */; readonly taken: number };

function flagAt(
  words: readonly Word[],
  index: number,
  grammar: Grammar,
  verb: string | undefined,
): Taken | undefined {
  const { value, text } = words[index]!;
  const written = value ?? unquoted(text);
  if (written.startsWith("--") && written.length > 2) return longFlag(words, index, written, grammar);
  if (/^-[A-Za-z?]/.test(written)) return letters(words, index, written, grammar, verb);
  return undefined;
}

function longFlag(
  words: readonly Word[],
  index: number,
  written: string,
  grammar: Grammar,
): Taken | undefined {
  const equals = written.indexOf("=");
  const name = written.slice(2, equals === -1 ? undefined : equals);
  if (!/^[\w-]+$/.test(name)) return undefined;
  if (equals !== -1) {
    const text = written.slice(equals + 1);
    return {
      flags: [{ name, value: words[index]!.value === null ? null : text, text: unquoted(text), index }],
      taken: 0,
    };
  }
  // The flags that stand alone are not all known where every other takes a value.
  const alone = grammar.switches !== undefined && words[index + 1]?.text.startsWith("--") !== false;
  return takesValue(name, grammar) && !alone
    ? withNext(words, index, name)
    : { flags: [{ name, value: true, text: "", index }], taken: 0 };
}

function letters(
  words: readonly Word[],
  index: number,
  written: string,
  grammar: Grammar,
  verb: string | undefined,
): Taken {
  const flags: Flag[] = [];
  for (let at = 1; at < written.length; at++) {
    const letter = written[at]!;
    const name = grammar.lettersOf?.[verb ?? ""]?.[letter] ?? grammar.letters[letter] ?? letter;
    const tail = written.slice(at + 1);
    if (takesValue(name, grammar)) {
      if (tail === "") {
        const next = withNext(words, index, name);
        return { flags: [...flags, ...next.flags], taken: next.taken };
      }
      const text = tail.replace(/^=/, "");
      flags.push({ name, value: words[index]!.value === null ? null : text, text: unquoted(text), index });
      return { flags, taken: 0 };
    }
    if (tail.startsWith("=")) {
      flags.push({
        name,
        value: words[index]!.value === null ? null : tail.slice(1),
        text: tail.slice(1),
        index,
      });
      return { flags, taken: 0 };
    }
    flags.push({ name, value: true, text: "", index });
  }
  return { flags, taken: 0 };
}

function withNext(words: readonly Word[], index: number, name: string): Taken {
  const next = words[index + 1];
  if (next === undefined) return { flags: [{ name, value: null, text: "", index }], taken: 0 };
  return { flags: [{ name, value: next.value, text: unquoted(next.text), index, separate: true }], taken: 1 };
}

function takesValue(name: string, { valued, switches }: Grammar): boolean {
  return switches ? !switches.has(name) && !name.startsWith("no-") : valued.has(name);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}

/** Against a cluster on the developer's own machine. */
export function isLocal({ text }: { readonly text: string }, parsed: Parsed | undefined): boolean {
  const context = parsed?.flags["context"] ?? parsed?.flags["kube-context"];
  return (typeof context === "string" && LOCAL_CONTEXT.test(context)) || /\bminikube\s+kubectl\b/.test(text);
}

/** Only says what it would do. */
export function isRehearsal({ flags }: Parsed): boolean {
  const mode = flags["dry-run"];
  return mode !== undefined && mode !== null && mode !== "none" && mode !== "false";
}
