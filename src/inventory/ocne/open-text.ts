// Text that something fills in before it is used: shell variables, templates, marks to be replaced. Takes text, gives a yes or no.

const OPEN = /\$[A-Za-z_{(]|\{\{|<[A-Za-z][^<>]*>|%[A-Za-z_]+%|__[A-Z][A-Z0-9_]*__|@[A-Z][A-Z0-9_]+@|\uE000/;
/** What crypt makes begins like this, and like a variable. */
const CRYPT = /^\$(?:1|2[abxy]?|5|6|7|y|gy|sha1|argon2[id]{1,2})\$/;

/** Some of it is not known. */
export function isOpen(text: string): boolean {
  return !isHash(text) && OPEN.test(text);
}

/** The text is a crypt hash. */
export function isHash(text: string): boolean {
  return CRYPT.test(text);
}
