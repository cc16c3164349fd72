// Passwords that command lines state under short options of well-known programs, or at a fixed place: `mysql -p…`, `vault login …`. Takes text, gives where
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
  ["(?:cypher-shell|cqlsh|elasticsearch-users)", "-p ?"],
  ["snmp[a-z]{2,10}", "-[AX] "],
  ["(?:keytool|jarsigner)", "-(?:src|dest)?(?:store|key)pass "],
];

const WORD = String.raw`["']?([^\s"',;|&<>()[\]\\]+)`;
/** What stands before a password that no option names. */
const BEFORE: readonly string[] = [
  String.raw`vault[ \t]+login[ \t]+(?:-no-(?:print|store)[ \t]+){0,2}(?![^\s=]*=|-)`,
  String.raw`rabbitmqctl[ \t]+(?:add_user|change_password)[ \t]+\S{1,100}[ \t]+`,
  String.raw`mc[ \t]+alias[ \t]+set[ \t]+\S{1,100}[ \t]+\S{1,200}[ \t]+\S{1,100}[ \t]+`,
  String.raw`htpasswd[ \t]+(?:-\w{1,20}[ \t]+){0,4}-\w{0,5}b\w{0,5}[ \t]+(?:[^\s-]\S{0,200}[ \t]+){1,2}(?=\S{1,200}[ \t]*(?:$|["';|&>)\n]))`,
  String.raw`reset-admin-password[ \t]+(?!-)`,
  String.raw`aws[ \t]+configure[ \t]+set[ \t]+(?:[\w.-]{0,100}\.)?aws_(?:secret_access_key|session_token)[ \t]+`,
];
/** `sqlplus me/x@//db/y` */
const ORACLE =
  /(?<![\w.-])(?:sqlplus|impdp|expdp|sqlldr)[ \t]+(?:-\w{1,20}[ \t]+){0,4}["']?[\w$#]{1,100}\/([^@\s"';|&\\()]{1,200})/dg;
/** In quotes: `CREATE USER a IDENTIFIED BY 'x'`. */
const IN_SQL =
  /\b(?:IDENTIFIED[ \t]+(?:WITH[ \t]+\w{1,40}[ \t]+)?BY|PASSWORD)[ \t]+\\?["']([^"'\n\\]{1,200})/dgi;
/** `echo 'root:x' | chpasswd` */
const FOR_CHPASSWD =
  /(?<![\w.-])[\w.-]{1,100}:([^\s"'|:]{1,200})["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd\b/dg;

/** What a text must show to hold one. */
export const PASSWORD_COMMAND =
  /mysql|mariadb|sshpass|mongo|user(?:add|mod)|login|redis-cli|sqlcmd|bcp|ldap|openssl|cypher-shell|cqlsh|elasticsearch-users|snmp|keytool|jarsigner|rabbitmqctl|sqlplus|impdp|expdp|sqlldr|alias[ \t]+set|passwd|reset-admin-password|configure[ \t]+set|IDENTIFIED|PASSWORD|identified by|password /;
/** A value ends where a word does. */
const VALUE = /"([^"\s]+)"|'([^'\s]+)'|([^\s"',;|&<>()[\]\\]+)/.source;
const PATTERNS = [
  ...OPTIONS.map(
    ([program, option]) =>
      new RegExp(
        `(?<![\\w.-])${program.replaceAll(" ", "[ \\t]+")}(?=[\\s"',])[^\\n;|&]{0,300}?[\\s"'](?:${option})(?:${VALUE})`,
        "dg",
      ),
  ),
  ...BEFORE.map((before) => new RegExp(`(?<![\\w.-])${before}${WORD}`, "dg")),
  ORACLE,
  IN_SQL,
  FOR_CHPASSWD,
];

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
