// What a host (a workflow, a pipeline, a task file) gives for each of its scripts. Types only: hosts and who asks them need not know
// one another.
import type { DataDocument } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import type { MappedText } from "./mapped-text.ts";

/** One script as a host finds it: the scalars that make it up, in order. */
export type HostedScript = {
  readonly host: string;

  readonly lines: readonly HostedLine[];
  readonly variables?: Readonly<Record<string, string | null>>;
  /** Masks what the host's own language puts in. */
  readonly mask?: (text: MappedText) => MappedText;
  /** Its lines do not stand in the file as they are. */
  readonly decoded?: boolean;
  /** Scripts with the same job share a throw-away cluster. */
  readonly job?: string;
  readonly ephemeral?: boolean;
};

/** A text, the words of one command, a decoded text, or a command that stands for what the host does at a place in its own way. */
export type HostedLine =
  | { readonly path: Path }
  | { readonly words: readonly Path[] }
  | { readonly decoded: string; readonly at: Path }
  | { readonly command: string; readonly at: Path };

/** undefined: not this host's document. */
export type HostReader = (document: DataDocument, text: string) => readonly HostedScript[] | undefined;
