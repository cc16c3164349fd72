// Takes the arguments of a simple command, gives the program that really runs: `sudo`, `timeout 5`, `xargs -n1` and their like are
// taken off, the many spellings of kubectl become one. Also names the scripts that a command runs (`bash -c`). Knows no rules.
import { containerCall } from "./container-runs.ts";
import { UNKNOWN } from "./mapped-text.ts";
import type { Argument } from "./values.ts";
import type { Word } from "./words.ts";
import { WRAPPERS, type Wrapper } from "./wrapper-table.ts";

/** Functions and tools whose name says that they run their arguments. */
const RUNNER =
  /^(?:[\w./-]*[_.-])?(?:retry|retries|repeat|try|attempt|eventually|wait_?until|run|exec|execute|cmd|eval)(?:[_.-][\w.-]*)?$|retry/i;

/** Programs that a runner's arguments are searched for. */
const RUN_PROGRAM =
  /^(?:kubectl|oc|oci|ocne|helm|skaffold|stern|kubetail|kail|k9s|ssh|scp|kubeadm|microk8s|k3s)$/;
const RUNNER_ARGUMENTS = 8;
/** Runs a command somewhere in its arguments, as words or in quotes: in a session, another environment, as someone else. */
const SESSION = /^(?:tmux|screen|runuser|direnv|asdf|nix|nix-shell|kubie|sops)$/;
const TMUX_RUNS =
  /^(?:new|new-session|neww|new-window|splitw|split-window|respawn-pane|respawn-window|run|run-shell|popup|display-popup|send|send-keys)$/;
/** Options that take the name of a session, a window or a folder. */
const SESSION_NAME = /^-\w*[sntcST]$/;
/** What is in quotes there may be a name or a path. */
const QUOTED_CALL = /(?:^|[\s;&|("'])(?:kubectl|oc|oci|ocne|helm|stern)\s/;
/** Tools that put settings or secrets into the environment of what stands behind their `--`. */
const ENVIRONMENT_TOOL = /^(?:op|doppler|dotenvx?|chamber|infisical|teller|aws-vault|mise|rtx|devbox)$/;

export function isRunner(program: string): boolean {
  return RUNNER.test(program) && !RUN_PROGRAM.test(program);
}

export function isRunProgram(program: string): boolean {
  return RUN_PROGRAM.test(program);
}

/** Variables whose name says that they hold kubectl. */
const KUBECTL_VARIABLE = /^"?\$[{(]?_?(?:KUBECTL\w*|KUBE_?CMD|KCTL)(?:\[[@*]\])?(?::?[-=?][^}]*)?[})]?"?$/i;
/** `${{ env.KUBECTL }}` of GitHub, `{{.KUBECTL}}` of Task, `{{kubectl}}` of just. */
const MASKED_KUBECTL = /^"?(?:\$\{\{\s*(?:env|inputs|vars)\.|\{\{-?\s*\.?)KUBECTL\w*\s*-?\}\}"?$/i;
const LOOKED_UP = /^"?(?:\$\(|`)\s*(?:which|command\s+-v|type\s+-p)\s+["']?([\w./-]+)["']?\s*[^)`]*[)`]"?$/;
const DEFAULTED = /^"?\$\{\w+:?[-=]["']?([\w./-]+)["']?\}"?$/;

/** `k3s kubectl …`, `minikube kubectl -- …`, `tsh kubectl …`. */
const HOLDS_KUBECTL = /^(?:microk8s|k3s|minikube|rke2|k0s|tsh)$/;

/** A longer chain is not a command anyone wrote. */
const MAX_WRAPPERS = 16;

const SHELLS = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash", "rbash"]);

export type Unwrapped = {
  /** null when it cannot be known. */
  readonly program: string | null;
  readonly args: readonly Argument[];
  readonly wrappers: readonly string[];
  /** `NAME=value` that a wrapper sets. */
  readonly assigned: readonly Argument[];
  /** The word that gave the program. */
  readonly word: Word | null;
};

/** `source` gives a word's text. The first argument is the program as written. */
export function unwrap(words: readonly Argument[], source: (word: Word) => string): Unwrapped {
  const wrappers: string[] = [];
  const assigned: Argument[] = [];
  let rest = words;
  let outer: Word | null = null;
  for (;;) {
    const first = rest[0];
    if (first === undefined)
      return { program: wrappers.pop() ?? null, args: [], wrappers, assigned, word: outer };
    const program = programName(first, source);
    const args = rest.slice(1);
    const result = { program, args, wrappers, assigned, word: first.word };
    if (program === null || wrappers.length >= MAX_WRAPPERS) return result;
    if (HOLDS_KUBECTL.test(program) && args[0]?.value === "kubectl") {
      const after = args.slice(args[1]?.value === "--" ? 2 : 1);
      return { ...result, program: "kubectl", args: after };
    }
    const inContainer = containerCall(program, args, isRunProgram);
    if (inContainer !== null) return { ...result, ...inContainer, wrappers: [...wrappers, program] };
    const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
    const next = wrapper === undefined ? targetIndex(program, args) : afterWrapper(wrapper, args, assigned);
    if (next === null || next >= args.length) return result;
    wrappers.push(program);
    outer = first.word;
    rest = withoutStandIn(program, args.slice(0, next), runBy(program, args.slice(next)));
  }
}

/** Index of the program that another program runs, other than the wrappers that always do. */
function targetIndex(program: string, args: readonly Argument[]): number | null {
  if (ENVIRONMENT_TOOL.test(program)) return behindDashes(args);
  if (program !== "find") return runnerTarget(program, args);
  const action = args.findIndex(({ value }) => /^-(?:exec|execdir|ok|okdir)$/.test(value));
  return action === -1 ? null : action + 1;
}

function behindDashes(args: readonly Argument[]): number | null {
  const dashes = args.findIndex(({ value }) => value === "--");
  return dashes === -1 ? null : dashes + 1;
}

/** `find` goes on behind `;`, and `parallel` takes what it fills in behind `:::`. */
function runBy(program: string, args: readonly Argument[]): readonly Argument[] {
  const mark = program === "find" ? /^[;+]$/ : program === "parallel" ? /^:::/ : null;
  const end = mark === null ? -1 : args.findIndex(({ value }) => mark.test(value));
  return end === -1 ? args : args.slice(0, end);
}

/** What `xargs -I{}`, `parallel` and `find -exec` put something else in for is not known. */
function withoutStandIn(
  program: string,
  own: readonly Argument[],
  args: readonly Argument[],
): readonly Argument[] {
  const mark =
    program === "xargs"
      ? standInOf(own.map(({ value }) => value))
      : /^(?:parallel|find)$/.test(program)
        ? "{}"
        : "";
  if (mark === "") return args;
  return args.map((arg) =>
    arg.value.includes(mark) ? { ...arg, value: arg.value.replaceAll(mark, UNKNOWN) } : arg,
  );
}

function standInOf(options: readonly string[]): string {
  for (const [index, option] of options.entries()) {
    const [, glued] = /^(?:-I|-i|--replace=?)(.*)$/s.exec(option) ?? [];
    if (glued === undefined) continue;
    return glued !== "" ? glued : option === "-I" ? (options[index + 1] ?? "") : "{}";
  }
  return "";
}

function programName(argument: Argument, source: (word: Word) => string): string | null {
  if (!argument.value.includes(UNKNOWN)) return normalised(argument.value);
  // A whole script in quotes: what its words are is seen when it is read.
  if (/\s/.test(argument.value)) return argument.value;
  const text = source(argument.word);
  if (KUBECTL_VARIABLE.test(text) || MASKED_KUBECTL.test(text)) return "kubectl";
  const named = LOOKED_UP.exec(text)?.[1] ?? DEFAULTED.exec(text)?.[1];
  if (named !== undefined) return normalised(named);
  // "$BIN_DIR/kubectl": the folder may be unknown.
  const base = argument.value.slice(argument.value.lastIndexOf("/") + 1);
  return argument.value.includes("/") && base !== "" && !base.includes(UNKNOWN) ? normalised(base) : null;
}

function normalised(program: string): string {
  // A whole script in quotes, as `watch` and `eval` take it.
  if (/\s/.test(program)) return program;
  const base = program.slice(program.lastIndexOf("/") + 1) || program;
  if (/^(?:k|kubectl\.exe|kubecolor|microk8s\.kubectl|kubectl[-_]?v?\d[\w.-]*)$/.test(base)) return "kubectl";
  return base.endsWith(".exe") ? base.slice(0, -4) : base;
}

/** Index of the program among a wrapper's arguments; null when it runs none. */
function afterWrapper(wrapper: Wrapper, args: readonly Argument[], assigned: Argument[]): number | null {
  let operands = wrapper.operands ?? 0;
  let at = 0;
  for (; at < args.length; at++) {
    const value = args[at]!.value;
    if (wrapper.unless?.includes(value)) return null;
    if (value === "--") {
      // What follows are operands, then the program.
      at += 1;
      break;
    }
    if (value.startsWith("--")) {
      if (wrapper.long?.includes(value)) at++;
    } else if (value.startsWith("-") && value.length > 1) {
      const letter = [...value.slice(1)].findIndex((option) => wrapper.letters?.includes(option));
      // The value of a short option is the rest of its group, or the next argument.
      if (letter !== -1 && letter === value.length - 2) at++;
    } else if (wrapper.assigns && /^[A-Za-z_]\w*=/.test(value)) assigned.push(args[at]!);
    else if (operands > 0) operands--;
    else return at;
  }
  return at + operands;
}

/** `retry 5 kubectl exec …`: the index of a well-known program in the arguments of something that runs them. */
function runnerTarget(program: string, args: readonly Argument[]): number | null {
  if (!isRunner(program) && !SESSION.test(program)) return null;
  // `nix-shell -p kubectl --run "kubectl …"`
  if (SESSION.test(program) && args.some(({ value }) => QUOTED_CALL.test(value))) return null;
  const found = args
    .slice(0, RUNNER_ARGUMENTS)
    .findIndex(
      ({ value }) => !value.includes("\n") && !value.includes(" ") && RUN_PROGRAM.test(normalised(value)),
    );
  return found === -1 ? null : found;
}

/**
 * The words whose values are scripts that the command runs: `bash -c '…'`, `su -c`, `eval "…"`, `trap '…' EXIT`, `watch "…"`,
 * `retry "kubectl exec …"`.
 */
export function scriptWords({ program, args, wrappers, word }: Unwrapped): readonly Word[] {
  if (program === null) return [];
  if (SHELLS.has(program)) return wordAfter(args, /^-[A-Za-z]*c$/);
  if (program === "env") return wordAfter(args, /^-\w*S$/);
  if (/^(?:su|runuser|flock|script)$/.test(program)) return wordAfter(args, /^(?:-\w*c|--command)$/);
  if (/^(?:concurrently|cross-env-shell)$/.test(program))
    return args.flatMap(({ value, word: own }) => (/\S\s+\S/.test(value) ? [own] : []));
  if (program === "trap") return args[0] === undefined ? [] : [args[0].word];
  if (/\s/.test(program))
    return word !== null && /^(?:watch|parallel|eval|flock)$/.test(wrappers.at(-1) ?? "") ? [word] : [];
  if (SESSION.test(program)) return quotedCall(program, args);
  if (!isRunner(program)) return [];
  const quoted = args.slice(0, RUNNER_ARGUMENTS).find(({ value }) => /\S\s+\S/.test(value));
  return quoted === undefined ? [] : [quoted.word];
}

function quotedCall(program: string, args: readonly Argument[]): readonly Word[] {
  if (program === "tmux" && !args.some(({ value }) => TMUX_RUNS.test(value))) return [];
  const call = args.find(
    ({ value }, index) => QUOTED_CALL.test(value) && !SESSION_NAME.test(args[index - 1]?.value ?? ""),
  );
  return call === undefined ? [] : [call.word];
}

/** The first word after the option that is no option itself. */
function wordAfter(args: readonly Argument[], option: RegExp): readonly Word[] {
  const index = args.findIndex(({ value }) => option.test(value));
  if (index === -1) return [];
  for (let at = index + 1; at < args.length; at++) {
    const value = args[at]!.value;
    if (value === "-o" || value === "+o") at++;
    else if (!/^[-+]\w/.test(value)) return [args[at]!.word];
  }
  return [];
}

/** The program reads a script from its standard input: `bash`, `sh -s -- args`. */
export function readsScript({ program, args }: Unwrapped): boolean {
  if (program === null || !SHELLS.has(program)) return false;
  const operand = args.findIndex(({ value }) => !value.startsWith("-") || value === "-" || value === "--");
  return (
    operand === -1 ||
    args.slice(0, operand + 1).some(({ value }) => value === "-s" || value === "-" || /^-\w*s$/.test(value))
  );
}
