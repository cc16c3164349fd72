// The closed sets of words of the policy language, and the nearest correct word to a wrong one. Knows no statements.

export const statementKeywords = ["allow", "deny", "define", "endorse", "admit"] as const;
export const verbs = ["inspect", "read", "use", "manage", "associate"] as const;
export const subjectKinds = [
  "any-user",
  "any-group",
  "group",
  "dynamic-group",
  "service",
  "resource",
] as const;
export const defineKinds = ["tenancy", "group", "dynamic-group", "compartment", "service"] as const;

/** Longer words are compared with nothing: they are no slip of the keyboard. */
const MAX_WORD = 48;

/**
 * The candidate that needs the fewest changes (a letter added, left out, replaced, or two swapped) to become `word`:
 * at most one change up to five letters, two beyond that. `null` when there is none or `word` is a candidate itself.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wrong = word.toLowerCase();
  if (wrong.length > MAX_WORD || wrong.length < 2) return null;
  let best: string | null = null;
  let fewest = wrong.length <= 4 ? 2 : 3;
  for (const candidate of candidates) {
    if (candidate === wrong) return null;
    if (Math.abs(candidate.length - wrong.length) >= fewest) continue;
    const changes = distance(wrong, candidate, fewest);
    if (changes < fewest) {
      fewest = changes;
      best = candidate;
    }
  }
  return best;
}

/** Optimal string alignment distance, or `limit` when it is not below that. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let changes = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        changes = Math.min(changes, before[j - 2]! + 1);
      }
      current.push(changes);
      if (changes < least) least = changes;
    }
    if (least >= limit) return limit;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit);
}
