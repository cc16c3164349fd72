// Which rules may find something in an item. Takes the words of the rules and the item, gives the rules; a rule that needs a key which the
// item does not have is left out. Judges nothing: asking a rule more would give nothing more.
import type { RuleBook } from "../model/rule.ts";

/** Words as bits, 32 to a number. */
type Words = Uint32Array;

export type Screen<Called> = {
  /** Every rule that may find something in the entries of one object. `kind` is given where the object itself is among them. */
  readonly rulesFor: (entries: readonly object[], kind?: string) => readonly Called[];
};

/** `mentions` is the rule book's. Equal sets of rules are the same list. */
export function screen<Called extends { readonly id: string }>(
  rules: readonly Called[],
  mentions: RuleBook["mentions"],
): Screen<Called> {
  const bits = new Map<string, number>();
  for (const { id } of rules)
    for (const word of (mentions[id] ?? []).flat(2)) if (!bits.has(word)) bits.set(word, bits.size);
  const size = Math.max(1, Math.ceil(bits.size / 32));
  const wanted = rules.map((rule) => ({
    rule,
    ways: mentions[rule.id]?.map((clauses) => clauses.map((clause) => wordsOf(clause, bits, size))),
  }));
  const byWords = new Map<string, readonly Called[]>();
  const bySet = new Map<string, readonly Called[]>();
  const seen = new Uint32Array(size);
  return {
    rulesFor: (entries, kind) => {
      seen.fill(0);
      if (kind !== undefined) mark(kind, bits, seen);
      for (const entry of entries) markKeys(entry, bits, seen);
      const words = seen.join();
      let found = byWords.get(words);
      if (found === undefined) {
        const may = wanted.filter(
          ({ ways }) => ways === undefined || ways.some((way) => satisfies(seen, way)),
        );
        const set = may.map(({ rule }) => rule.id).join();
        found = bySet.get(set) ?? may.map(({ rule }) => rule);
        bySet.set(set, found);
        byWords.set(words, found);
      }
      return found;
    },
  };
}

function wordsOf(clause: readonly string[], bits: ReadonlyMap<string, number>, size: number): Words {
  const words = new Uint32Array(size);
  for (const word of clause) mark(word, bits, words);
  return words;
}

function mark(word: string, bits: ReadonlyMap<string, number>, words: Words): void {
  const bit = bits.get(word);
  if (bit !== undefined) words[bit >>> 5]! |= 1 << (bit & 31);
}

/** The keys of a value at any depth. */
function markKeys(value: object, bits: ReadonlyMap<string, number>, words: Words): void {
  if (Array.isArray(value)) {
    for (const element of value)
      if (element !== null && typeof element === "object") markKeys(element, bits, words);
    return;
  }
  // Nothing that is read has enumerable properties that are not its own.
  for (const key in value) {
    mark(key, bits, words);
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== null && typeof inner === "object") markKeys(inner, bits, words);
  }
}

function satisfies(seen: Words, clauses: readonly Words[]): boolean {
  return clauses.every((clause) => clause.some((words, index) => (words & seen[index]!) !== 0));
}
