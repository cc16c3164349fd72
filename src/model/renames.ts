// How files are called now, and were called in a base.

/** From a file's name now to its name in the base, for those that differ. */
export type Renames = ReadonlyMap<string, string>;
