// A source: one file's text with the language it is written in.

/** The reader that a source goes to. `unknown` sources are counted as irrelevant and not read. */
export type Language =
  | "yaml"
  | "json"
  | "hcl"
  | "tfvars"
  | "shell"
  | "makefile"
  | "justfile"
  | "jenkinsfile"
  | "tiltfile"
  | "dockerfile"
  /** A unit of systemd. */
  | "unit"
  | "kickstart"
  /** Several scripts for cloud-init in one text. */
  | "mime"
  | "iam"
  | "markdown"
  | "text"
  | "unknown";

/** `file` is relative to the root, with forward slashes. `named` files were given on the command line themselves. */
export type Source = {
  readonly file: string;
  readonly language: Language;
  readonly text: string;
  readonly named: boolean;
};
