// Scripts, the commands in them, and what starts a node.
import type { Entry } from "./entry.ts";
import type { NodeTarget } from "./workload.ts";

/** The arguments of kubectl, oci, ocne and helm as these programs read them. Words after a lone ` -- ` are not among them. */
export type ParsedCommand = {
  /** The first word that is no flag: `logs`, `ce`. */
  readonly verb: string;
  /** The other words of the command's name: `["image"]` of `kubectl set image`, `["cluster", "create"]` of `oci ce cluster create`. */
  readonly subcommand: readonly string[];
  /** By long name without dashes, the last one counting; true for flags that stand alone, null for values that cannot be known. */
  readonly flags: { readonly [name: string]: string | true | null };
  /** The words after the command's name. */
  readonly positionals: readonly (string | null)[];
  /** The same as written, without quotes: `pod/$NAME`. */
  readonly written: readonly string[];
  /** False when some word may stand for any number of flags. */
  readonly complete: boolean;
};

/** A command in a script. `args` holds `null` for words that cannot be known. */
export type ScriptCommand = Entry & {
  readonly program: string;
  readonly args: readonly (string | null)[];
  /** Index of a lone `--` in `args`, or -1. */
  readonly dash_dash: number;
  readonly script: string;
  /** Position among the commands of its script. */
  readonly index: number;
  readonly pipeline: { readonly id: number; readonly index: number; readonly length: number };
  readonly redirects: readonly { readonly operator: string; readonly target: string | null }[];
  readonly env: { readonly [name: string]: string | null };
  readonly wrappers: readonly string[];
  readonly text: string;
  /** Runs against a throw-away cluster (kind, minikube). */
  readonly ephemeral: boolean;
  readonly nodes: NodeTarget;
  readonly parsed?: ParsedCommand;
  /** One of its words comes from what the cluster says of its nodes (`kubectl get nodes`). */
  readonly node_address?: boolean;
};

export type Script = Entry & {
  readonly file: string;
  readonly host: string;
  readonly ephemeral: boolean;
  readonly nodes: NodeTarget;
  /** Something starts it at set times. */
  readonly scheduled: boolean;
  /** Where it puts the address of a node and a node port together, as written. */
  readonly node_ports: readonly string[];
};

/** A node's bootstrap text: cloud-init shell or cloud-config, as a file or out of `user_data`. */
export type Bootstrap = Entry & {
  readonly form: "shell" | "cloud-config" | "mixed";
  readonly family?: "oracle-linux" | "ubuntu";
  /** It joins a self-managed node (`oke-install.sh --apiserver-endpoint`, `oke bootstrap --apiserver-host`). */
  readonly self_managed: boolean;
  readonly tracked_file: boolean;
  /** `id` of the pool whose user data it is. */
  readonly pool?: string;
  /** The API endpoint that it is given, when known; else what it comes from: an expression, a variable. */
  readonly endpoint?: string;
  readonly endpoint_from?: string;
  readonly endpoint_stated: boolean;
  /** Other endpoints that it writes out: of a second branch, or in the file beside the command. */
  readonly other_endpoints?: readonly string[];
  readonly ca?: "base64" | "pem" | "other";
  readonly ca_from?: string;
  /** The certificate itself stands in the text. */
  readonly ca_literal: boolean;
  /** It is written to a file rather than given to the command. */
  readonly ca_in_file: boolean;
  /** What a file holds beside the certificate that the command is given. */
  readonly ca_file?: "pem";
  readonly ca_stated: boolean;
  /** False where something that is filled in may add to the command that joins. */
  readonly text_known: boolean;
  /** It runs what makes a machine a node of OKE: `oke-init.sh`, `oke-install.sh`, `oke bootstrap`. */
  readonly runs_oke_init: boolean;
  /** Nothing in it runs what stands elsewhere: what it does not do itself is not done. */
  readonly self_contained: boolean;
  /** It decides at run time what it does: a script for nodes of several kinds. */
  readonly conditional: boolean;
  readonly fetches_oke_init: boolean;
  readonly imds_v1: boolean;
  readonly package_urls: readonly string[];
  /** Absolute paths that it writes. */
  readonly writes: readonly string[];
  /** Names of credentials that it holds. The values go no further than the reader. */
  readonly secrets: readonly string[];
};
