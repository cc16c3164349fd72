// A document: what a reader made of a source, or of a part of one (a YAML stream holds several, a script may embed manifests).
import type { HclBody } from "./hcl.ts";
import type { Path, Place, Position, Range } from "./place.ts";

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A comment: its text without the marker, its range, and whether nothing but white space stands before it on its line. */
export type Comment = { readonly text: string; readonly range: Range; readonly alone: boolean };

/** Fields common to every document. */
type Common = {
  readonly file: string;
  /** Only comments that mention the product: suppressions and marks. */
  readonly comments: readonly Comment[];
};

/** One YAML or JSON document. */
export type DataDocument = Common & {
  readonly format: "yaml" | "json";
  readonly value: Json;
  /**
   * The range from the start of the key at `path` to the end of its value (of the element, in a list);
   * of the nearest existing ancestor where the path leads nowhere. `[]` is the document.
   */
  readonly locate: (path: Path) => Range;
  /** Where the value at `path` is written, when that is not where it is `used`: in a var file, or a variable's default. */
  readonly written?: (path: Path) => { readonly place: Place; readonly used: Place } | undefined;
  /** The source text of the scalar at `path`: versions and modes keep their spelling. */
  readonly sourceText: (path: Path) => string | undefined;
  /** Whether the source text of the document matches: a cheap way to see that something cannot be in it. Absent: it may be. */
  readonly mayMention?: (pattern: RegExp) => boolean;
  /** True for a patch that states only what it changes: absence proves nothing in it. */
  readonly partial: boolean;
  /** How the document came about when it is not simply a file: `heredoc` of a script, `terraform` manifest. */
  readonly origin?: "heredoc" | "terraform";
  /** Dotted path → canonical text, for values that are not known and therefore missing from `value`. */
  readonly unknown?: Readonly<Record<string, string>>;
};

/** One policy statement or matching rule found in some text, at its place. Parsed later by `readers/iam`. */
export type StatementText = {
  readonly text: string;
  readonly place: Place;
  /** Turns an offset in `text` into a position in the file. */
  readonly at: (offset: number) => Range["start"];
  /** What its surroundings say that it is; left out where either may stand. */
  readonly kind?: "statement" | "matching-rule";
  /** The policy or dynamic group that it is part of, as far as its surroundings say; `key` tells several in one file apart. */
  readonly owner?: {
    readonly key: string;
    readonly address?: string;
    readonly name?: string;
    readonly compartment?: string;
    readonly domain?: string;
  };
};

/** A command as a shell would run it. Offsets were turned into positions in the file that holds the script. */
export type Command = {
  /** Base name of the program after wrappers (`sudo`, `env`, `time`, `timeout`, `xargs`…) were taken off; `null` when it cannot be known. */
  readonly program: string | null;
  /** Arguments after the program. `null` where the word cannot be known; `text` always is the source. */
  readonly args: readonly { readonly value: string | null; readonly text: string; readonly range: Range }[];
  readonly range: Range;
  /** The source text of the command. */
  readonly text: string;
  /** Environment set for this command, known values only. */
  readonly env: Readonly<Record<string, string | null>>;
  readonly redirects: readonly {
    readonly operator: string;
    readonly target: string | null;
    /** The target as written. */
    readonly text?: string;
  }[];
  /** Body of a heredoc or here-string fed to it, with `null` when there is none. */
  readonly heredoc: {
    readonly text: string;
    readonly range: Range;
    readonly expands: boolean;
    /** Turns an offset in `text` into a position in the file. */
    readonly at?: (offset: number) => Position;
    /** The leading tabs of its lines are not part of it (`<<-`). */
    readonly tabs?: boolean;
    /** It stands in double quotes: `\"` is a quote. */
    readonly quoted?: boolean;
  } | null;
  /** A manifest that it prints or is handed as a word or a variable: `echo '…'`, `<<< "$YAML"`. */
  readonly says?: Command["heredoc"];
  /** 0-based index of the pipeline it is part of, and its place in it. */
  readonly pipeline: { readonly id: number; readonly index: number; readonly length: number };
  /** The wrappers taken off, outermost first (`["sudo", "timeout"]`). */
  readonly wrappers: readonly string[];
  /** Index of the first lone `--` in `args`: what follows belongs to a remote command in `kubectl exec` and `kubectl run`. */
  readonly dashDash?: number | null;
};

/** A script, or the shell part of a file in another language (a workflow's `run:`, a Makefile recipe). */
export type ScriptDocument = Common & {
  readonly format: "shell";
  /** Where it was found: `file`, `make`, `workflow:<job>`, `gitlab:<job>`, `cloud-init`, `package.json:<script>` … */
  readonly host: string;
  /** In source order. */
  readonly commands: readonly Command[];
  readonly range: Range;
  /** Literal assignments, last one wins; `null` for those that cannot be known. */
  readonly variables: Readonly<Record<string, string | null>>;
  readonly text: string;
  /** Aliases, and functions that pass their arguments on, with the words that they stand for and how many arguments they keep. */
  readonly shorthands?: Readonly<
    Record<string, { readonly words: readonly (string | null)[]; readonly kept: number }>
  >;
  /** It makes a throw-away cluster (kind, minikube, k3d) and works on that, or its job does. */
  readonly ephemeral?: boolean;
};

/** Statements or matching rules that stand in a file of their own. */
export type StatementsDocument = Common & {
  readonly format: "iam";
  readonly statements: readonly StatementText[];
};

/** One Kickstart file: commands with their options, sections, boot arguments. */
export type KickstartDocument = Common & {
  readonly format: "kickstart";
  readonly commands: readonly {
    readonly name: string;
    /** `--opt value` and `--opt=value` alike; `true` for an option without value; later ones win. */
    readonly options: Readonly<Record<string, string | true>>;
    readonly args: readonly string[];
    readonly range: Range;
    readonly text: string;
  }[];
  readonly sections: readonly {
    readonly name: string;
    readonly args: string;
    readonly body: string;
    readonly range: Range;
  }[];
};

/** A Terraform file as blocks; `inventory/terraform` evaluates it. */
export type HclDocument = Common & {
  readonly format: "hcl";
  readonly body: HclBody;
  readonly text: string;
};

export type Document = DataDocument | ScriptDocument | StatementsDocument | KickstartDocument | HclDocument;
