// Passwords that command lines state under short options of well-known programs: `mysql -p…`, `redis-cli -a …`. Takes text, gives where
// they stand; what form they have is for others. Linear in the text: how far an option may stand from its program is bounded.

/** Half-open offsets of a value, without its quotes. */
export type PasswordSpan = { readonly start: number; readonly end: number };

/** Programs and the options that take a password, up to where the value begins. */
const OPTIONS: readonly (readonly [program: string, option: string])[] = [
  ["(?:mysql|mariadb)[a-z-]{0,20}", "-p"],
  ["(?:sshpass|mongo|mongosh|mongodump|mongorestore|mongoimport|mongoexport|useradd|usermod)", "-p ?"],
  ["(?:(?:docker|podman|buildah|skopeo|nerdctl|crane auth|oras|helm registry|az|oc) login)", "-p[ =]?"],
  ["redis-cli", "-a "],
  ["(?:sqlcmd|bcp)", "-P ?"],
  ["ldap[a-z]{3,10}", "-w ?"],
  ["openssl", "(?:-k |pass:)"],
];

/** What a text must show to hold one. */
export const PASSWORD_COMMAND =
  /mysql|mariadb|sshpass|mongo|user(?:add|mod)|login|redis-cli|sqlcmd|bcp|ldap|openssl/;
/** A value ends where a word does. */
const VALUE = /"([^"\s]+)"|'([^'\s]+)'|([^\s"',;|&<>()[\]\\]+)/.source;
const PATTERNS = OPTIONS.map(
  ([program, option]) =>
    new RegExp(
      `(?<![\\w.-])${program.replaceAll(" ", "[ \\t]+")}(?=[\\s"',])[^\\n;|&]{0,300}?[\\s"'](?:${option})(?:${VALUE})`,
      "dg",
    ),
);

/** In the order of the text. */
export function commandPasswords(text: string): readonly PasswordSpan[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ indices }) => {
      const value = indices?.slice(1).find((span) => span !== undefined);
      return value ? [{ start: value[0], end: value[1] }] : [];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}
