// How much of a YAML or JSON text is read at most. Takes and knows nothing.

export type Limits = {
  /** UTF-16 units in a file. */
  readonly size: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Nodes that aliases and merge keys may add to what is written; 64 units of a string count as one more. */
  readonly expansion: number;
  readonly documents: number;
  /** Problems told about one file before the rest is summed up. */
  readonly problems: number;
};

export const defaultLimits: Limits = {
  size: 20_000_000,
  depth: 128,
  expansion: 100_000,
  documents: 50_000,
  problems: 50,
};
