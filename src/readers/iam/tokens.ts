// What the lexer gives and the parser reads: the tokens of one statement or matching rule.

export type TokenKind =
  | "word"
  | "string"
  | "pattern"
  | "{"
  | "}"
  | "("
  | ")"
  | ","
  | ":"
  | "/"
  | "="
  | "!="
  | "=="
  | "!"
  | "bad"
  | "end";

/** Whether a token holds placeholders: not at all, beside other text, or nothing else. */
export type Hole = "none" | "inside" | "whole";

/** `start` and `end` are UTF-16 offsets. `closed` is false for a string or pattern whose end is missing. */
export type Token = {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly hole: Hole;
  readonly closed: boolean;
  /** The text of a word without placeholders in lower case, once somebody asked for it. */
  keyword: string | null;
};

/** `open` says that the text ends inside a placeholder, which may hold whatever is missing at the end. */
export type Tokens = {
  readonly tokens: readonly Token[];
  readonly open: boolean;
  readonly unusualSpace: number;
};
