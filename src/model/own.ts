// A table asked for words that strangers wrote. Takes a table and a word, gives what the table itself holds under it: an object of
// JavaScript also answers to `constructor` and `toString`.
export function own<Value>(table: { readonly [word: string]: Value }, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
