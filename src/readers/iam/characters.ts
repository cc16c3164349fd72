// What single characters are in the policy language: takes UTF-16 codes, gives their class. Knows no words.

/** What a character is to a word. */
export const OTHER = 0;
export const SPACE = 1;
export const WORD = 2;
export const OPENS_HOLE = 3;

/** What each character below 128 is. Beyond, a letter is part of a word, and nothing opens a placeholder. */
export function characterTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    if (code === 32 || (code >= 9 && code <= 13)) table[code] = SPACE;
    else if (mayOpenHole(code)) table[code] = OPENS_HOLE;
    else table[code] = isWordCode(code) ? WORD : OTHER;
  }
  return table;
}

/** `$ % < { [` */
export function mayOpenHole(code: number): boolean {
  return code === 36 || code === 37 || code === 60 || code === 123 || code === 91;
}

/** Letters, digits, `_ - . @ $ +`, and every letter beyond ASCII. */
export function isWordCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (code < 128) {
    return (
      (code >= 65 && code <= 90) ||
      (code >= 45 && code <= 57 && code !== 47) ||
      code === 95 ||
      code === 64 ||
      code === 36 ||
      code === 43
    );
  }
  return code >= 128 && !isUnusualSpace(code) && !isTypographicQuote(code);
}

/** ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ « » */
export function isTypographicQuote(code: number): boolean {
  return (
    (code >= 0x2018 && code <= 0x201f) || code === 0x2032 || code === 0x2033 || code === 0xab || code === 0xbb
  );
}

export function isUnusualSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}
