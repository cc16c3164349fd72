// Whether a text that cannot be read claims to be something that is checked. Takes text, gives a yes or no.

/** Only so much of a JSON text is looked at. */
const jsonHead = 65_536;

const apiVersion = /^[ \t]*(?:---[ \t]+)?(?:- +)*(?:\{ *)?["']?apiVersion["']?[ \t]*:/m;
const kind = /^[ \t]*(?:---[ \t]+)?(?:- +)*(?:\{ *)?["']?kind["']?[ \t]*:/m;

/** A YAML document that shows `apiVersion:` and `kind:`. */
export function claimsToBeManifest(text: string): boolean {
  if (text.trimStart().startsWith("{") || text.startsWith("--- {")) return claimsInJson(text);
  return apiVersion.test(text) && kind.test(text);
}

/** JSON whose head shows `apiVersion` and `kind`, or statements. */
export function claimsInJson(text: string): boolean {
  const head = text.slice(0, jsonHead);
  return (/"apiVersion"\s*:/.test(head) && /"kind"\s*:/.test(head)) || /"statements"\s*:/.test(head);
}
