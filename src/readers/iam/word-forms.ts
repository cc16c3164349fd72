// What stretches of a text look like: an OCID, a word that ends before a placeholder, what an author left open. Takes a text and
// offsets; knows no tokens.

/** Old OCIDs and the keys of tags in variables hold colons; the names of compartments are parted by them. */
export function mayHoldColon(text: string, start: number): boolean {
  return (
    isOcidAt(text, start) ||
    text.startsWith("target.", start) ||
    text.startsWith("request.", start) ||
    text.startsWith("tag.", start)
  );
}

/** True for `ocid1` followed by a dot or a colon. */
export function isOcidAt(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 5);
  return (
    (after === 46 || after === 58) &&
    text.charCodeAt(at + 4) === 49 &&
    (text.charCodeAt(at) | 32) === 111 &&
    (text.charCodeAt(at + 1) | 32) === 99 &&
    (text.charCodeAt(at + 2) | 32) === 105 &&
    (text.charCodeAt(at + 3) | 32) === 100
  );
}

/** A placeholder for a whole clause often stands right behind one of these: `in tenancy${local.where}`. */
export function endsAsKeyword(text: string, start: number, end: number): boolean {
  if (end - start < 5 || end - start > 11) return false;
  return /^(?:tenancy|any-tenancy|any-user|any-group|where)$/i.test(text.slice(start, end));
}

/** `__NAME__` and `@NAME@`, which tools replace before the text is used. */
export function isReplaced(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (code !== 95 && code !== 64) return false;
  return /^(?:__\w+__|@@?\w+@@?)$/.test(text.slice(start, end));
}

/** `...` or `…`: the author left something out. */
export function isEllipsis(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === 0x2026) return end === start + 1;
  if (end - start < 3) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 46) return false;
  return true;
}
