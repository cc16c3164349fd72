// Hides from the grammar what it cannot read although it is valid. Takes text, gives text of the same length for the parser;
// what things say is always taken from the original.

/** `1e5`: the grammar wants a fraction before an exponent. */
const EXPONENT = /\b\d+[eE][+-]?\d+\b/g;
/** `$$${`: the grammar knows exactly two signs as an escape. */
const SIGNS = /([$%])\1{2,}(?=\{)/g;

export function masked(text: string): string {
  return text
    .replace(EXPONENT, (number) => "0".repeat(number.length))
    .replace(SIGNS, (run, sign: string) => "_".repeat(run.length - 2) + sign + sign);
}
