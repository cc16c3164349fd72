// How lines of policy statements go on. Takes lines without what stands before the statement.

/** What no entry begins with: the line before goes on here. */
export const CONTINUATION =
  /^(?:where\s|in\s+(?:compartment|tenancy)\b|to\s+(?:\{|(?:inspect|read|use|manage)\s))/i;
