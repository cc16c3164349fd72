// What a run is asked to do: the command line or the Action's inputs, with the configuration merged in by `config/`.
import type { Severity } from "./severity.ts";

export type Nodes = "auto" | "virtual" | "managed" | "self-managed" | "mixed";
export type Format = "text" | "json" | "sarif" | "github" | "markdown";
export type FailOn = Severity | "never";

/** As given by the user; absent means not given. */
export type Request = {
  /** Absolute, or relative to `cwd`; `-` is standard input. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly root?: string;
  readonly config?: string;
  readonly nodes?: Nodes;
  readonly asOf?: string;
  readonly failOn?: FailOn;
  readonly rules: readonly string[];
  readonly base?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
};

export type RuleSetting = { readonly severity?: Severity | "off"; readonly reason?: string };

/** The configuration after validation, every key present. */
export type Config = {
  /** File it came from, relative to the root; null when there is none. */
  readonly file: string | null;
  readonly nodes: Nodes;
  readonly asOf: string;
  readonly failOn: FailOn;
  readonly unreadable: "error" | "warning";
  readonly targets: readonly { readonly paths: readonly string[]; readonly nodes: Nodes }[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly varFiles: readonly (string | readonly string[])[];
  readonly externalCidrs: readonly string[];
  readonly markdownStatements: boolean;
  readonly trustPullRequest: boolean;
};

/** Wrong options, inputs or configuration: shown without a stack, exit code 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
