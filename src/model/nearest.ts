// Takes a word and the words that would have been right; gives the one it was most likely meant to be. Knows nothing of who asks.

/** Longer words are not compared letter by letter: names are short, and the word may come from a stranger. */
const longestWord = 100;

/**
 * The candidate with the fewest edits (insert, delete, replace, swap neighbours) from `word`, upper and lower case being equal;
 * at most `most` edits, or one per three letters. Without `most`, the only candidate that begins with `word` comes before one that is
 * more than an edit away.
 */
export function nearest(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  if (word === "" || word.length > longestWord) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let fewest = (most ?? Math.max(1, Math.floor(wanted.length / 3))) + 1;
  const longer: string[] = [];
  for (const candidate of candidates) {
    const offered = candidate.toLowerCase();
    if (most === undefined && offered.startsWith(wanted)) longer.push(candidate);
    const edits = editDistance(wanted, offered, fewest - 1);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  const begun = wanted.length > 2 && longer.length === 1 ? longer[0] : undefined;
  return best !== undefined && (fewest <= 1 || begun === undefined) ? best : begun;
}

/** `; did you mean "…"?` or nothing: the end of a message about an unknown word. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}

/** Optimal string alignment distance; anything over `bound` is `bound + 1`. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row.push(edits);
      lowest = Math.min(lowest, edits);
    }
    if (lowest > bound) return bound + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, bound + 1);
}
