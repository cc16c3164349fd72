// Which rules may find something in an item. Takes the words of the rules and the item, gives the rules; a rule that needs a word which
// does not hold in the item is left out. Judges nothing: asking a rule more would give nothing more. See `Mentions` for the words.
import type { RuleBook } from "../model/rule.ts";

/** Words as bits, 32 to a number. */
type Words = Uint32Array;

export type Screen<Called> = {
  /** Every rule that may find something in these entries of one object, by the list that they stand in. */
  readonly rulesFor: (
    entries: readonly (readonly [list: string, entries: readonly object[]])[],
  ) => readonly Called[];
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
  const byWords = new Map<string | number, readonly Called[]>();
  const bySet = new Map<string, readonly Called[]>();
  const seen = new Uint32Array(size);
  const look = new Look(bits, seen);
  return {
    rulesFor: (lists) => {
      seen.fill(0);
      for (const [list, entries] of lists) {
        if (entries.length > 0) look.atList(list);
        for (const entry of entries) look.at(entry);
      }
      const words = size === 1 ? seen[0]! : seen.join();
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

/** The bits of the words about one key. */
type Key = {
  readonly present: number[];
  readonly holding: number[];
  /** By text. */
  readonly equal: Map<string, number>;
  readonly parts: [part: string, bit: number][];
};

const nothing = (): Key => ({ present: [], holding: [], equal: new Map(), parts: [] });

/** Marks the words that hold in what it looks at. */
class Look {
  readonly #seen: Words;
  readonly #lists = new Map<string, number>();
  readonly #stated = new Map<string, Key>();
  /** What a key may have in it. */
  readonly #parts: [part: string, bit: number][] = [];
  /** Every key met so far: they are few and come again and again. */
  readonly #keys = new Map<string, Key | null>();

  constructor(bits: ReadonlyMap<string, number>, seen: Words) {
    this.#seen = seen;
    for (const [word, bit] of bits) {
      const [key, form, text] = taken(word);
      if (key === "") this.#parts.push([text, bit]);
      else if (key.startsWith("@")) this.#lists.set(key.slice(1), bit);
      else {
        const stated = this.#stated.get(key) ?? nothing();
        this.#stated.set(key, stated);
        if (form === "") stated.present.push(bit);
        else if (form === "*") stated.holding.push(bit);
        else if (form === "=") stated.equal.set(text, bit);
        else stated.parts.push([text, bit]);
      }
    }
  }

  atList(list: string): void {
    const bit = this.#lists.get(list);
    if (bit !== undefined) this.#mark(bit);
  }

  /** At every depth. */
  at(value: object): void {
    if (Array.isArray(value)) {
      for (const element of value) if (element !== null && typeof element === "object") this.at(element);
      return;
    }
    // Nothing that is read has enumerable properties that are not its own.
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key];
      const words = this.#keys.get(key);
      if (words !== null) this.#atKey(words ?? this.#learn(key), inner);
      if (inner !== null && typeof inner === "object") this.at(inner);
    }
  }

  #atKey(words: Key | null, inner: unknown): void {
    if (words === null) return;
    for (const bit of words.present) this.#mark(bit);
    if (typeof inner === "string") {
      const equal = words.equal.get(inner);
      if (equal !== undefined) this.#mark(equal);
      for (const [part, bit] of words.parts) if (inner.includes(part)) this.#mark(bit);
    } else if (inner !== null && typeof inner === "object") {
      if (words.holding.length > 0 && isFilled(inner)) for (const bit of words.holding) this.#mark(bit);
      if (words.equal.size > 0 && Array.isArray(inner))
        for (const element of inner) {
          const equal = words.equal.get(element);
          if (equal !== undefined) this.#mark(equal);
        }
    }
  }

  #learn(key: string): Key | null {
    const stated = this.#stated.get(key);
    const within = this.#parts.filter(([part]) => key.includes(part)).map(([, bit]) => bit);
    const words = { ...(stated ?? nothing()), present: [...(stated?.present ?? []), ...within] };
    const telling = stated !== undefined || within.length > 0 ? words : null;
    this.#keys.set(key, telling);
    return telling;
  }

  #mark(bit: number): void {
    this.#seen[bit >>> 5]! |= 1 << (bit & 31);
  }
}

function isFilled(value: object): boolean {
  if (Array.isArray(value)) return value.length > 0;
  for (const _ in value) return true;
  return false;
}

/** A word as its key, which is empty where any key will do, its form and the text it compares with. */
function taken(word: string): readonly [key: string, form: string, text: string] {
  if (word.startsWith("~ ")) return ["", "~", word.slice(2)];
  const end = word.indexOf(" ");
  return end === -1 ? [word, "", ""] : [word.slice(0, end), word[end + 1]!, word.slice(end + 3)];
}

function wordsOf(clause: readonly string[], bits: ReadonlyMap<string, number>, size: number): Words {
  const words = new Uint32Array(size);
  for (const word of clause) {
    const bit = bits.get(word)!;
    words[bit >>> 5]! |= 1 << (bit & 31);
  }
  return words;
}

function satisfies(seen: Words, clauses: readonly Words[]): boolean {
  return clauses.every((clause) => clause.some((words, index) => (words & seen[index]!) !== 0));
}
