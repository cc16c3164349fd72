// `--help`, `--version`, and the answer to a command that does not exist.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadRuleBook } from "../engine/bundle.ts";
import { didYouMean } from "../model/nearest.ts";
import { ConfigError } from "../model/request.ts";
import type { Terminal } from "./terminal.ts";

const CHECK_OPTIONS = `  --nodes WHERE        where workloads run: auto, virtual, managed,
                       self-managed, mixed
  --as-of DATE         date whose facts hold: latest, seed or YYYY-MM-DD
  --fail-on LEVEL      lowest severity for exit code 1: error, warning, notice,
                       never
  --format FORMAT      text, json, sarif, github, markdown
  --output FORMAT=FILE also write that format to a file (repeatable)
  --base REF           count only findings that are not at this commit
  --baseline FILE      accepted findings; --write-baseline FILE writes them
  --rule ID            only this rule, or the rules of this requirement
                       (repeatable)
  --config FILE        default: .oke-policy.yaml in the root
  --root DIR           what file names are relative to
  --no-color, --quiet (-q), --version, --help (-h)
`;

const EXIT_CODES = `Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the tool could not do
its work.
`;

const TEXT = `oke-policy says what will not work on Oracle Kubernetes Engine, and what to do
instead.

Usage: oke-policy <command> [options]

  check [PATH…]        check files and folders (default: .); - reads YAML from
                       standard input
  rules                list every rule
  explain RULE         one rule in full: why, examples, what to do; VNP-05: all
                       rules of a requirement
  iam [FILE…|-]        parse and judge IAM policy statements and dynamic-group
                       rules
  access [PATH…]       what the statements of a repository grant, or what
                       changes with --base REF
  merge FILE…          several JSON reports into one
  inventory [PATH…]    print the JSON that the rules see

Options of check:
${CHECK_OPTIONS}
oke-policy <command> --help says more about one command.

${EXIT_CODES}`;

/** What `oke-policy <command> --help` prints. */
const COMMAND_TEXTS: Readonly<Record<string, string>> = {
  check: `Usage: oke-policy check [PATH…] [options]

Checks files and folders (default: .); - reads one stream of YAML from standard
input.

${CHECK_OPTIONS}
${EXIT_CODES}`,
  rules: `Usage: oke-policy rules [--format text|json|markdown]

Lists every rule: id, severity, title and requirements.
`,
  explain: `Usage: oke-policy explain RULE [--format text|json]

Shows one rule in full: why, a bad and a good example, what to do, links. The id
of a requirement, such as VNP-05, shows all rules that judge it.
`,
  iam: `Usage: oke-policy iam [FILE…|-] [--format text|json] [--no-color]

Parses and judges IAM policy statements and dynamic-group rules: one per line,
or JSON or YAML with a list of them. In Terraform files and shell scripts it
judges those that \`check\` sees there; what stands in a file that is not named
stays a placeholder. Without a file it reads standard input.

Exit codes: 0 no statement is invalid, 1 one is, 2 something could not be read.
`,
  access: `Usage: oke-policy access [PATH…] [--base REF] [--format text|json|markdown]
                         [--config FILE] [--root DIR]

Shows what the statements of a repository grant, or what changes against the
commit REF.
`,
  merge: `Usage: oke-policy merge FILE… [--format FORMAT] [--output FORMAT=FILE]
                        [--fail-on LEVEL]

Makes one report out of several JSON reports. Formats: text, json (the default),
sarif, github, markdown.

${EXIT_CODES}`,
  inventory: `Usage: oke-policy inventory [PATH…] [--config FILE] [--root DIR]
                            [--nodes WHERE] [--as-of DATE]

Prints the JSON that the rules see.
`,
};

export async function help(terminal: Terminal, commands: readonly string[]): Promise<number> {
  const [word] = terminal.args;
  if (word === "--version" || word === "-V" || word === "version") {
    terminal.out(`${(await loadRuleBook(terminal.dist)).version}\n`);
    return 0;
  }
  if (word === "--help" || word === "-h" || word === "help") {
    const [, about] = terminal.args;
    if (about !== undefined && !about.startsWith("-") && !Object.hasOwn(COMMAND_TEXTS, about))
      throw new ConfigError(`unknown command ${about}${didYouMean(about, commands)}`);
    terminal.out(about !== undefined && Object.hasOwn(COMMAND_TEXTS, about) ? COMMAND_TEXTS[about]! : TEXT);
    return 0;
  }
  if (word === undefined) {
    terminal.err(TEXT);
    return 2;
  }
  if (word.startsWith("-"))
    throw new ConfigError(`no command before ${word}; it begins with one, such as: oke-policy check ${word}`);
  const meant = didYouMean(word, commands);
  const isPlace = meant === "" && existsSync(resolve(terminal.cwd, word));
  throw new ConfigError(
    `unknown command ${word}${isPlace ? `; to look at it: oke-policy check ${word}` : meant}`,
  );
}
