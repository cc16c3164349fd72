// A tree of files to read: the work tree, or a commit's. Given to the pipeline from outside, so that it runs on anything.
import type { Language } from "./source.ts";

export type TreeEntry = {
  /** Relative to the root, forward slashes. */
  readonly file: string;
  /** Given on the command line itself. */
  readonly named: boolean;
  /** Bytes, when the listing knows it. */
  readonly size?: number;
  /** Git object name, when known: same blob, same documents. */
  readonly blob?: string;
  /** Known beforehand, whatever name and content say: standard input is YAML. */
  readonly language?: Language;
  /** Why it cannot be read although it is there: a link that leads out of the root, a folder without permission. */
  readonly unreadable?: { readonly kind: "link" | "folder"; readonly reason: string };
};

export type Tree = {
  readonly list: () => Promise<readonly TreeEntry[]>;
  /** Bytes of a file; throws an `Error` with a code (`EACCES`, `ENOENT`, …) when it cannot be read. */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** The first bytes of a file, where that is cheaper than all of it. */
  readonly readHead?: (file: string, bytes: number) => Promise<Uint8Array>;
  /** Whether a path exists (file or folder), for references between files. */
  readonly has: (path: string) => boolean;
};
