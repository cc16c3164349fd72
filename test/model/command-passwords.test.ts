// Passwords under the short options of programs.
import { describe, expect, it } from "vitest";
import { commandPasswords } from "../../src/model/command-passwords.ts";
import {
  concealedText,
  credentialsIn,
  imageConcealed,
  optionsConcealed,
} from "../../src/model/concealed-text.ts";
import { growth } from "../growth.ts";

const values = (text: string) => commandPasswords(text).map(({ start, end }) => text.slice(start, end));

describe("commandPasswords", () => {
  it.each([
    ["mysql -h db -pcanary -u root", ["canary"]],
    ["mysqldump --all -u root -p'canary' db", ["canary"]],
    ["/usr/bin/mariadb-admin -p$PW ping", ["$PW"]],
    ["sshpass -p canary ssh host; sshpass -pother ssh host", ["canary", "other"]],
    ["redis-cli -h r -a canary ping", ["canary"]],
    ["docker  login -u me -p canary iad.ocir.io", ["canary"]],
    ["helm registry login -p=canary x", ["canary"]],
    ['["mysqladmin", "ping", "-pcanary"]', ["canary"]],
    ["openssl enc -aes-256-cbc -pass pass:canary", ["canary"]],
    ["sqlcmd -S db -U sa -P canary", ["canary"]],
    ["ldapsearch -D cn=a -w canary", ["canary"]],
    ["cypher-shell -u neo4j -p canary 'x'", ["canary"]],
    ["snmpget -v3 -A canary host", ["canary"]],
    ["keytool -list -storepass canary", ["canary"]],
    ["vault login -no-print canary", ["canary"]],
    ["rabbitmqctl change_password guest canary", ["canary"]],
    ["sqlplus -S system/canary@//localhost/XE", ["canary"]],
    ["impdp app/canary directory=d", ["canary"]],
    ["mc alias set m http://localhost:9000 admin canary", ["canary"]],
    ["htpasswd -bc /etc/h admin canary", ["canary"]],
    ["htpasswd -nbB admin canary | tee x", ["canary"]],
    ["echo 'root:canary' | sudo chpasswd", ["canary"]],
    ["grafana-cli admin reset-admin-password canary", ["canary"]],
    ["aws configure set default.aws_secret_access_key canary", ["canary"]],
    [`psql -c "ALTER USER a WITH PASSWORD 'canary'"`, ["canary"]],
    [`mysql -e "CREATE USER 'a' IDENTIFIED BY 'canary'"`, ["canary"]],
  ])("finds them in %s", (text, expected) => expect(values(text)).toEqual(expected));

  it.each([
    "mysql -u root -p < dump.sql",
    "mysql -P 3306 --protocol tcp",
    'sh -c "mysql -u root -p" other words',
    "docker run -p 8080:80 mysql",
    "docker login x && docker run -p 8080:80 web",
    "docker login -u me --password-stdin",
    "mkdir -p mysql/data",
    "apt-get install mysql; mkdir -p /data",
    "vault login -method=oidc role=x",
    "vault login -method userpass",
    "sqlplus / as sysdba",
    "sqlplus /nolog @x",
    'sqlplus ADMIN/\\"$(cat pw)\\"@$SERVICE @x.sql',
    "mc alias list",
    "htpasswd -c /etc/h admin",
    "aws configure set region eu-frankfurt-1",
    "reset-admin-password --help",
    "cat users | chpasswd",
    "enter your PASSWORD here",
    "redis-cli ping",
    "my-redis-cli-a x",
  ])("finds none in %s", (text) => expect(values(text)).toEqual([]));

  it("takes time in proportion to the text", () => {
    const look = (text: string) => void commandPasswords(text);
    for (const part of [
      "vault login ",
      "htpasswd -b ",
      "htpasswd -b a a a ",
      "sqlplus a/",
      "mc alias set ",
      "PASSWORD '",
      "a:a:",
      "IDENTIFIED BY ",
    ])
      expect(growth((n) => part.repeat(n), look, [2000, 16_000])).toBeLessThan(20);
    for (const part of ["mysql ", "mysql -u", "docker login ", "sshpass -p\n", "ldapsearch -D x, "])
      expect(growth((n) => part.repeat(n), look, [2000, 16_000])).toBeLessThan(20);
  });
});

describe("text with a link that lets in", () => {
  it("loses what does", () => {
    const link = "https://objectstorage.eu-frankfurt-1.oraclecloud.com/p/AbCdEfGhIjKlMnOp-_12/n/x/b/y/o/z";
    expect(concealedText(`curl ${link}`)).toBe(
      "curl https://objectstorage.eu-frankfurt-1.oraclecloud.com/p/***/n/x/b/y/o/z",
    );
    expect(concealedText("cd /p/short/n/x")).toBe("cd /p/short/n/x");
  });
});

describe("text with such a command", () => {
  it("loses the password, and keeps what stands for one", () => {
    expect(concealedText("mysql -pcanary db")).toBe("mysql -p*** db");
    expect(concealedText('mysql -p$PW; sshpass -p "${PW}" ssh x')).toBe(
      'mysql -p$PW; sshpass -p "${PW}" ssh x',
    );
    expect(credentialsIn("mysql -pcanary db")).toEqual([{ name: "password", form: "literal", offset: 8 }]);
  });

  it("may be cut into words", () => {
    expect(optionsConcealed(["mysql", "-u", "root", "-pcanary", "db"])).toEqual([
      "mysql",
      "-u",
      "root",
      "-p***",
      "db",
    ]);
    expect(optionsConcealed(["sshpass", "-p", "canary", "ssh"])).toEqual(["sshpass", "-p", "***", "ssh"]);
    expect(optionsConcealed(["sh", "-c", "redis-cli -a canary"])).toEqual(["sh", "-c", "redis-cli -a ***"]);
    expect(optionsConcealed(["web", "-p", "8080"])).toEqual(["web", "-p", "8080"]);
  });
});

describe("the name of an image", () => {
  it("is shown without a password, also inside other text", () => {
    const values = "image: me:canary@registry.example/a:1\nother_image=me:canary@r:5000/a b";
    expect(concealedText(values)).toBe("image: me:***@registry.example/a:1\nother_image=me:***@r:5000/a b");
    const plain = "image: registry:5000/a:1@sha256:0123 image=a:1@sha256:0 --image: u:${PW}@r/a";
    expect(concealedText(plain)).toBe(plain);
  });
});

describe("imageConcealed", () => {
  it("takes the password out of an image's name, and nothing else", () => {
    expect(imageConcealed("me:canary@registry.example/a:1")).toBe("me:***@registry.example/a:1");
    for (const image of [
      "a:1@sha256:0123",
      "registry:5000/a@sha256:0123",
      "registry/a:1",
      "u:${PW}@r.example/a",
    ])
      expect(imageConcealed(image)).toBe(image);
  });
});
