// What a command is given of the world outside, and what it gives back.

export type Terminal = {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Folder with the rules, the grammars and the rule book. */
  readonly dist: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal on standard output, where it tells. */
  readonly columns?: number;
  readonly now: () => number;
};

/** A command gives its exit code. */
export type Command = (terminal: Terminal) => Promise<number>;
