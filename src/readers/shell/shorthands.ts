// Names that a script gives to commands: aliases, and functions that pass their arguments on. Takes definitions and calls, gives calls
// with the name spelt out.
import type { FoundCommand } from "./found-command.ts";
import { type Argument, wordValue } from "./values.ts";
import type { ScriptVariables } from "./variables.ts";
import { readSimpleCommand } from "./words.ts";
import { isRunner, isRunProgram, type Unwrapped } from "./wrappers.ts";

/** Verbs of kubectl that say everything themselves: calls of the function add nothing. */
const SAYS_ALL = /^(?:exec|attach|port-forward|cp|debug|rsh)$/;
/** Of what runs a function, before the function. */
const MAX_RUNNER_WORDS = 8;
/** What calls of the OCI command line end in: `oci ce cluster create`. */
const OCI_ACTION =
  /^(?:create|launch|update|change|delete|terminate|get|list|install|start|complete|attach|detach|action)(?:-|$)/;

/** `alias k='kubectl -n shop'`: one command, to which arguments are added. */
export function readAlias(definition: string, variables: ScriptVariables): void {
  const [, name, value] = /^([\w.:-]+)=(.+)$/.exec(definition) ?? [];
  if (name === undefined || value === undefined) return;
  const { words, redirects, terminator } = readSimpleCommand(value, 0, new Map(), false);
  if (terminator !== "" || redirects.length > 0 || words.length === 0) return;
  variables.shorthands.set(name, { words: words.map((word) => wordValue(word, variables)), kept: 0 });
}

/** `k() { kubectl --context prod "$@"; }`: from here on `k` is that command with more arguments. */
export function readPassingOn(
  { within, args }: FoundCommand,
  { program, args: own }: Unwrapped,
  variables: ScriptVariables,
): void {
  if (within === null || Number.isNaN(within.kept)) return;
  const [last, ...more] = args.at(-1)!.word.parts;
  if (more.length > 0 || last?.kind !== "variable" || last.name !== "@") return;
  // `"${@:2}"` keeps the first one.
  const from = /^:(\d)$/.exec(last.operation)?.[1];
  if (last.operation !== "" && from === undefined) return;
  const kept = within.kept + (from === undefined ? 0 : Number(from) - 1);
  const words = own.slice(0, -1).map(({ value }) => value);
  if (args.length === 1) variables.shorthands.set(within.name, { words: [], kept });
  else if (program !== null && isRunProgram(program) && !saysAll(program, words))
    variables.shorthands.set(within.name, { words: [program, ...words], kept });
}

function saysAll(program: string, words: readonly string[]): boolean {
  return words.some((word) => SAYS_ALL.test(word) || (program === "oci" && OCI_ACTION.test(word)));
}

/** The words of the name that is called instead of it; they all stand where the name stands. */
export function shorthandExpanded(
  args: readonly Argument[],
  variables: ScriptVariables,
): readonly Argument[] {
  const first = args[0];
  const shorthand = first && variables.shorthands.get(first.value);
  if (!shorthand) return first === undefined ? args : behindRunner(first, args, variables);
  if (args.length <= shorthand.kept) return args;
  const { words, kept } = shorthand;
  const rest = args.slice(1 + kept);
  // A function that only runs what it is given, given nothing, is itself.
  return words.length + rest.length === 0
    ? args
    : [...words.map((value) => ({ value, word: first.word })), ...rest];
}

/** `time k exec …`, `retry 3 k exec …`: functions can be run by the shell and by other functions alone. */
function behindRunner(
  { value }: Argument,
  args: readonly Argument[],
  variables: ScriptVariables,
): readonly Argument[] {
  if (value !== "time" && !isRunner(value)) return args;
  const at = args
    .slice(1, MAX_RUNNER_WORDS)
    .findIndex((arg) => variables.shorthands.get(arg.value)?.words.some(isRunProgram));
  if (at === -1) return args;
  return [...args.slice(0, at + 1), ...shorthandExpanded(args.slice(at + 1), variables)];
}
