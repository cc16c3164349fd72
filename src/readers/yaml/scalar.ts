// What a plain YAML scalar means: as Kubernetes reads it (YAML 1.1 without sexagesimals and timestamps) or in YAML 1.2 core.

export type ScalarSchema = "kubernetes" | "core";

export type Scalar = null | boolean | number | string;

const words: Readonly<Record<ScalarSchema, ReadonlyMap<string, null | boolean>>> = {
  kubernetes: new Map([
    ...wordsOf(["null"], null),
    ...wordsOf(["true", "yes", "on"], true),
    ...wordsOf(["false", "no", "off"], false),
  ]),
  core: new Map([...wordsOf(["null"], null), ...wordsOf(["true"], true), ...wordsOf(["false"], false)]),
};

function wordsOf<T>(spellings: readonly string[], value: T): [string, T][] {
  return spellings.flatMap((word) =>
    [word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()].map((text): [string, T] => [
      text,
      value,
    ]),
  );
}

const longestWord = 5;
const decimal = /^[-+]?[0-9]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const prefixed = /^([-+]?)0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$/;
const prefixedCore = /^()0(x[0-9a-fA-F]+|o[0-7]+)$/;
const oldOctal = /^([-+]?)0([0-7]+)$/;
const radix: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** Value of an unquoted scalar without a tag. Infinity and NaN have no place in JSON and stay text. */
export function plainScalar(text: string, schema: ScalarSchema): Scalar {
  const first = text.charCodeAt(0);
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e)
    return numberOr(text, schema);
  if (text.length > longestWord) return text;
  if (text === "" || text === "~") return null;
  const word = words[schema].get(text);
  return word === undefined ? text : word;
}

function numberOr(text: string, schema: ScalarSchema): Scalar {
  // The common cases are decided by one look: "-", paths, addresses and dates end in no number.
  const last = text.charCodeAt(text.length - 1) | 0x20;
  if (!((last >= 0x30 && last <= 0x39) || (last >= 0x61 && last <= 0x66) || last === 0x2e || last === 0x7f))
    return text;
  const digits = schema === "kubernetes" && text.includes("_") ? text.replaceAll("_", "") : text;
  if (schema === "kubernetes") {
    const octal = oldOctal.exec(digits);
    if (octal) return signed(octal[1]!, Number.parseInt(octal[2]!, 8));
  }
  if (decimal.test(digits) || float.test(digits)) {
    const value = Number(digits);
    return Number.isFinite(value) ? value : text;
  }
  const match = (schema === "kubernetes" ? prefixed : prefixedCore).exec(digits);
  if (!match) return text;
  return signed(match[1]!, Number.parseInt(match[2]!.slice(1), radix[match[2]![0]!.toLowerCase()]!));
}

function signed(sign: string, value: number): number {
  return sign === "-" ? -value : value;
}

/** Value of a scalar with an explicit tag. Tags that are nobody's business here leave the text. */
export function taggedScalar(text: string, tag: string, schema: ScalarSchema): Scalar {
  const name = tag.startsWith("!!") ? tag.slice(2) : (/^!<tag:yaml\.org,2002:(.*)>$/.exec(tag)?.[1] ?? "");
  const value = plainScalar(text, schema);
  if (name === "null") return null;
  if (name === "bool" && typeof value === "boolean") return value;
  if ((name === "int" || name === "float") && typeof value === "number") return value;
  return text;
}
