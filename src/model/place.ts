// Where something stands in a file. Takes and knows nothing else.

/** A point in a text. Lines and columns start at 1; columns count UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** `end` is the first position after the text. */
export type Range = { readonly start: Position; readonly end: Position };

/** No range means the file as a whole. */
export type Place = { readonly file: string; readonly range?: Range };

/** Half-open interval of UTF-16 offsets into a file's text. */
export type Span = readonly [start: number, end: number];

/** Keys and indexes from the root of a value to one of its parts. */
export type Path = readonly (string | number)[];

/** A second place that helps to understand a finding. */
export type Related = { readonly place: Place; readonly note: string };
