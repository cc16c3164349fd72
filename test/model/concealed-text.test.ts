// Credentials in names, values and free text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concealedText, credentialsIn, lineCredentialsIn } from "../../src/model/concealed-text.ts";
import { credentialForm, mayHoldCredential, namesCredential } from "../../src/model/credential.ts";
import { growth } from "../growth.ts";

describe("namesCredential", () => {
  it.each([
    ..."DB_PASSWORD PASSWORD PGPASSWORD MYSQL_PWD DB_PASS dbPassword spring.datasource.password API_KEY apiKey AWS_SECRET_ACCESS_KEY".split(
      " ",
    ),
    ..."CLIENT_SECRET JWT_SECRET TOKEN HF_TOKEN secretKey OCI_CLI_KEY_CONTENT --admin-password passphrase".split(
      " ",
    ),
  ])("is true for %s", (name) => expect(namesCredential(name)).toBe(true));

  it.each([
    ..."PWD OLDPWD TLS_SECRET SECRET_NAME PASSWORD_FILE PASSWORD_POLICY AWS_ACCESS_KEY_ID MINIO_ACCESS_KEY max_tokens pad_token".split(
      " ",
    ),
    ..."passwordSecretRef automountServiceAccountToken publicKey BYPASS compass KEY tokenExpirationSeconds requirePassword".split(
      " ",
    ),
    "",
    "p".repeat(5_000),
  ])("is false for %s", (name) => expect(namesCredential(name)).toBe(false));

  it("leaves names that may be references to mayHoldCredential", () => {
    expect(["TLS_SECRET", "existingSecret", "Authorization"].map(mayHoldCredential)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["secretName", "image"].map(mayHoldCredential)).toEqual([false, false]);
  });
});

describe("credentialForm", () => {
  it.each([
    ["hunter2", "literal"],
    ["a/b+c==", "literal"],
    ["changeme", "placeholder"],
    ["Change_Me_123", "placeholder"],
    ["<password>", "placeholder"],
    ["${PW}", "placeholder"],
    ["amqp://u:${PW}@queue", "placeholder"],
    ["$(DB_PW)", "placeholder"],
    ["{{ .Values.pw }}", "placeholder"],
    ["REPLACE_ME", "placeholder"],
    ["your-password-here", "placeholder"],
    ["xxxx", "placeholder"],
    ["p-XXXX", "placeholder"],
    ["mock", "placeholder"],
    ["my-token", "placeholder"],
    ["yourpassword", "placeholder"],
    ["GOOGLE_API_KEY_VAL", "placeholder"],
    ["INSERT_ETCD_DISCOVERY_TOKEN", "placeholder"],
    ["DB_PASSWORD", "placeholder"],
    ["PASSWORD1", "literal"],
    ["Secret", "literal"],
    ["!", "empty"],
    ["!!x", "literal"],
    ["admin", "literal"],
    ["-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----", "placeholder"],
    [`-----BEGIN PRIVATE KEY-----\n${"M".repeat(64)}\n-----END PRIVATE KEY-----`, "literal"],
    ["-----BEGIN CERTIFICATE-----\nMIIB", "public"],
    ["yes", "public"],
    ["", "empty"],
    ["  ", "empty"],
    ["ENC[AES256_GCM,data:x]", "encrypted"],
    ["/run/secrets/db/password", "reference"],
    ["vault:secret/db#password", "reference"],
    ["$DB", "reference"],
    [
      "[domain/LDAP]\nldap_uri = ${URI}\nldap_default_authtok = ${PASSWORD}\ncache_credentials = true\n",
      "placeholder",
    ],
    ['{\n  "user": "a",\n  "password": "${PASSWORD}"\n}', "placeholder"],
    ["password: ${PASSWORD}\ntoken: abcdefgh1\n", "literal"],
    ["export TOKEN=abcdefgh1\npassword=${PASSWORD}\n", "literal"],
    ["url: db://me:hunter2@${HOST}\npassword: ${PASSWORD}\n", "literal"],
    ["-----BEGIN\nhost: ${HOST}\n", "literal"],
    ["host: ${HOST}\nabcdefgh\n", "literal"],
  ])("%j is %s", (value, form) => expect(credentialForm(value)).toBe(form));
});

describe("concealedText", () => {
  it.each([
    ["--password=hunter2 --user x", "--password=*** --user x"],
    ["--password hunter2", "--password ***"],
    ["--set adminPassword=hunter2,b=c", "--set adminPassword=***,b=c"],
    ["run: PGPASSWORD=hunter2 psql", "run: PGPASSWORD=*** psql"],
    ['curl -d "{\\"password\\": \\"hunter2\\"}"', 'curl -d "{\\"password\\": \\"***\\"}"'],
    ["--from-literal=password=hunter2", "--from-literal=password=***"],
    ["--from-literal=any=hunter2 x", "--from-literal=any=*** x"],
    ["--from-literal 'any=hunter 2' x", "--from-literal 'any=***' x"],
    ["--from-literal=any='hunter 2' x", "--from-literal=any=*** x"],
    ["--docker-password \\\n  'hunter2'", "--docker-password \\\n  '***'"],
    ["postgres://u:hunter2@db/x", "postgres://u:***@db/x"],
    ["a.password = hunter2\nb: 3\n", "a.password = ***\nb: 3\n"],
    ['{"password":"hunt er2","x":1}', '{"password":"***","x":1}'],
    ["curl -H 'Authorization: Bearer abcdefghijk'", "curl -H 'Authorization: Bearer ***'"],
    ["curl -u admin:hunter2 http://x", "curl -u admin:*** http://x"],
    ["sshpass -p hunter2 ssh a", "sshpass -p *** ssh a"],
    ["mysql -u root -phunter2 -h db", "mysql -u root -p*** -h db"],
    ["docker login -u a -p 'hunter2' x", "docker login -u a -p '***' x"],
    ["echo hunter2 | sudo -S true", "echo *** | sudo -S true"],
    [
      'echo "hunter2" | docker login -u a --password-stdin',
      'echo "***" | docker login -u a --password-stdin',
    ],
    ["export TOKEN=abc; echo $TOKEN", "export TOKEN=***; echo $TOKEN"],
    [
      "-----BEGIN PRIVATE KEY-----\nMII\nabc\n-----END PRIVATE KEY-----\nb: 1",
      "-----BEGIN PRIVATE KEY-----***\n\n\n-----END PRIVATE KEY-----\nb: 1",
    ],
  ])("turns %j into %j", (text, kept) => expect(concealedText(text)).toBe(kept));

  it.each([
    "password: ${X}",
    '--from-literal=any="$ANY" --from-literal=b=',
    "password: {{ .pw }}",
    "--token-file /x/y",
    "mysql -p -u root -P3306",
    "sshpass -f file ssh a",
    "sshpass -p $PASS ssh a; docker login -p ${PW}",
    'echo "$PW" | docker login --password-stdin; echo done | sudo tee -a x',
    "--token --verbose",
    "openssl req -passout pass: -subj /CN=x",
    "useradd -m -p '!' shop",
    "secretName: foo",
    "image: a:b",
    "https://a.b/c?d=e",
    "the password is long",
  ])("leaves %j as it is", (text) => expect(concealedText(text)).toBe(text));

  it("keeps the lines, and has nothing more to hide the second time", () => {
    const word = fc.constantFrom(
      "password",
      "=",
      ": ",
      '"',
      "'",
      "\n",
      "hunter2",
      "--token",
      " ",
      "://",
      "@",
      "-----BEGIN PRIVATE KEY-----",
      "-----END PRIVATE KEY-----",
      "\\",
      "${X}",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join("");
        expect(concealedText(text).split("\n").length).toBe(text.split("\n").length);
      }),
    );
  });

  it.each([
    "a",
    "--password ",
    'password="',
    "://",
    "-----BEGIN PRIVATE KEY-----",
    'password: \\"',
    " ",
    "-",
    "a: ",
    "mysql ",
    "login -p",
    "echo a",
    "sshpass -p",
  ])("is linear in many %j", (part) => {
    const text = (times: number) => `${part.repeat(times)} token`;
    expect(growth(text, concealedText, [20_000, 200_000])).toBeLessThan(60);
  });
});

describe("credentialsIn", () => {
  it("tells the names and forms, of URLs alone when asked", () => {
    const text = "PGPASSWORD=a1 TLS_SECRET=web psql postgres://u:b2@db --token=$T";
    expect(credentialsIn(text).map(({ name, form }) => [name, form])).toEqual([
      ["PGPASSWORD", "literal"],
      ["token", "reference"],
      ["the password in a URL", "literal"],
    ]);
    expect(credentialsIn(text, "url")).toHaveLength(1);
  });
});

describe("lineCredentialsIn", () => {
  it("reads the settings of a file, not its code", () => {
    const text = [
      "server.port=8080",
      "db.password=hunter2",
      "password = getpass()",
      "token: string",
      "credentials: |-",
      'api_key: "abc" # a',
      "url=jdbc:x://u:pw@db/x",
      "password=${PW}",
    ].join("\n");
    expect(
      lineCredentialsIn(text).map(({ name, form, offset }) => [
        name,
        form,
        text.slice(0, offset).split("\n").length,
      ]),
    ).toEqual([
      ["db.password", "literal", 2],
      ["api_key", "literal", 6],
      ["the password in a URL", "literal", 7],
    ]);
  });
});
