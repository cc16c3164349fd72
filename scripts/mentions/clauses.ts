// Words that an item must have, as clauses: each needs one of its words, and an item needs all clauses. What the words look like is
// said in `src/model/rule.ts`. Leaving a clause out is always right: the rule is then asked more often.

/** Any of its words. */
export type Clause = readonly string[];

/** A product of more clauses than this says little for its length. */
const MAX_CLAUSES = 12;
/** Every item has these, or may have them for reasons of its own. */
const COMMON: ReadonlySet<string> = new Set([
  ..."id kind group version namespace name nodes partial exported labels annotations unknown object pod list source".split(
    " ",
  ),
  ..."spec value metadata pod_labels pod_annotations image repository".split(" "),
  ..."spec value".split(" ").map((key) => `${key} *`),
]);

/** One of the keys; `holding`, with something in it. */
export function keyAmong(keys: readonly string[], holding = false): Clause {
  return told(keys) ? keys.map((key) => (holding ? `${key} *` : key)) : [];
}

/** One of the keys with one of the texts, itself or in a list. */
export function equalTo(keys: readonly string[], texts: readonly string[]): Clause {
  return told(keys) ? keys.flatMap((key) => texts.map((text) => `${key} = ${text}`)) : [];
}

/** One of the keys with a text that has one of these in it. */
export function withPart(keys: readonly string[], parts: readonly string[]): Clause {
  return told(keys) ? keys.flatMap((key) => parts.map((part) => `${key} ~ ${part}`)) : [];
}

/** A key that has one of these in it. */
export function keyWithPart(parts: readonly string[]): Clause {
  return parts.map((part) => `~ ${part}`);
}

/** Words are taken apart at the first space. */
function told(keys: readonly string[]): boolean {
  return !keys.some((key) => key.includes(" "));
}

/** An entry of one of these lists of the inventory, or an object of one of these kinds. */
export function listed(lists: readonly string[]): Clause {
  return lists.map((list) => `@${list}`);
}

/** Both ways as one list of clauses. */
export function either(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] {
  return plain(plain(one).flatMap((a) => plain(other).map((b) => [...a, ...b]))).slice(0, MAX_CLAUSES);
}

/** Without what every item satisfies, and without what follows from another clause. */
export function plain(clauses: readonly Clause[]): readonly Clause[] {
  const telling = clauses
    .map((clause) => [...new Set(clause)].toSorted())
    .filter((clause) => clause.length > 0 && !clause.some((word) => COMMON.has(word)))
    .toSorted((a, b) => a.length - b.length);
  return telling.filter(
    (clause, index) => !telling.slice(0, index).some((other) => other.every((word) => clause.includes(word))),
  );
}
