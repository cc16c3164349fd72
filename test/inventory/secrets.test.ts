// Credentials in data documents: what is found, of what form, and that nothing of it stays.
import { describe, expect, it } from "vitest";
import { kubernetesObjects } from "../../src/inventory/kubernetes.ts";
import { Origins } from "../../src/inventory/origins.ts";
import { hiddenRanges, secretValues } from "../../src/inventory/secret-values.ts";
import { concealed } from "../../src/inventory/secrets.ts";
import { readYamlText } from "../../src/readers/yaml/read.ts";

function read(text: string) {
  return readYamlText({ file: "a.yaml", text, language: "yaml" }).documents.map(concealed);
}

function forms(text: string) {
  return read(text).flatMap(({ secrets }) =>
    secrets.map(({ holder, key, form }) => `${holder} ${key} ${form}`),
  );
}

const secret = (rest: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${rest}`;
const pod = (rest: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      ${rest}\n`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("concealed", () => {
  it.each([
    ["stringData: { a: hunter2 }", ["Secret a literal"]],
    [`data: { a: ${base64("hunter2")} }`, ["Secret a literal"]],
    [`data: { a: ${base64("changeme")} }`, ["Secret a placeholder"]],
    ["data: { a: changeme }", ["Secret a placeholder"]],
    ["stringData: { a: x-\uE000 }", ["Secret a placeholder"]],
    ["data: { a: }", ["Secret a empty"]],
    ['data: { a: "" }', ["Secret a empty"]],
    [`data: { .dockerconfigjson: ${base64("{}")} }`, ["Secret .dockerconfigjson empty"]],
    [
      "stringData:\n  cloud: |\n    [default]\n    aws_secret_access_key=<redacted>\n",
      ["Secret cloud placeholder"],
    ],
    ["stringData:\n  cloud: |\n    [default]\n    aws_secret_access_key=hunter2\n", ["Secret cloud literal"]],
    ["data: {}", []],
    ["data: 7", []],
    ["stringData: { a: 7 }", ["Secret a literal"]],
    ["stringData: { a: /run/secrets/db }", ["Secret a literal"]],
    ["stringData:\n  a: ENC[x]", ["Secret a encrypted"]],
    ["stringData: { a: plain }\nsops: { mac: x }", ["Secret a encrypted"]],
    [
      `type: kubernetes.io/service-account-token\ndata: { token: ${base64("x")} }`,
      ["Secret token reference"],
    ],
  ])("reads a Secret with %j", (rest, found) => expect(forms(secret(rest))).toEqual(found));

  it("reads Secrets in lists, also where they do not repeat their kind", () => {
    expect(
      forms("apiVersion: v1\nkind: SecretList\nitems: [{ metadata: { name: a }, stringData: { b: c } }]"),
    ).toEqual(["Secret b literal"]);
    expect(
      forms("apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Secret, stringData: { b: c } }]"),
    ).toEqual(["Secret b literal"]);
  });

  it("takes no other kind of that name for a Secret", () => {
    expect(forms("apiVersion: example.com/v1\nkind: Secret\nstringData: { b: c }")).toEqual([]);
  });

  it.each([
    ["env: [{ name: DB_PASSWORD, value: hunter2 }]", ["environment DB_PASSWORD literal"]],
    ["env: [{ name: DB_PASSWORD, value: 1234 }]", ["environment DB_PASSWORD literal"]],
    ["env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: a, key: password } } }]", []],
    ['env: [{ name: DB_PASSWORD, value: "$(OTHER)" }]', ["environment DB_PASSWORD placeholder"]],
    ["env: [{ name: OADB_PW, value: hunter2 }]", ["environment OADB_PW literal"]],
    ["env: [{ name: PW, value: hunter2 }, { name: MAX_PW, value: a }]", []],
    ["env: [{ name: TLS_SECRET, value: web }]", []],
    ['env: [{ name: URL, value: "x://u:hunter2@db" }]', ["environment URL literal"]],
    ["args: [--db-password, hunter2]", ["argument db-password literal"]],
    ["args: [--db-password=hunter2]", ["argument db-password literal"]],
    ["args: [--db-password, --verbose]", []],
    ['command: [sh, -c, "PGPASSWORD=x1 psql"]', ["argument PGPASSWORD literal"]],
  ])("reads a container with %j", (rest, found) => expect(forms(pod(rest))).toEqual(found));

  it("gives the same document where there is nothing to hide", () => {
    const text = pod("image: web:1.4");
    const { documents } = readYamlText({ file: "a.yaml", text, language: "yaml" });
    expect(concealed(documents[0]!).document).toBe(documents[0]);
  });

  it("keeps what rules ask for", () => {
    const text = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
spec: { data: [{ secretKey: password, remoteRef: { key: db-password } }], target: { name: a } }
`;
    expect(JSON.stringify(read(text)[0]!.document.value)).not.toContain("***");
    const auth =
      "apiVersion: external-secrets.io/v1\nkind: SecretStore\nspec: { auth: { secretRef: { privatekey: { name: a, key: b } } } }";
    expect(JSON.stringify(read(auth)[0]!.document.value)).not.toContain("***");
  });
});

describe("the command of a container", () => {
  const hidden = (rest: string) => JSON.stringify(read(pod(rest))[0]!.document.value);

  it.each([
    "command: [mysql, -u, root, -pcanary]",
    "command: [mysqladmin]\n      args: [ping, -pcanary]",
    'command: [sshpass]\n      args: ["-p", canary, ssh]',
    'args: ["redis-cli -a canary"]',
    'livenessProbe: { exec: { command: [sh, -c, "mysqladmin ping -pcanary"] } }',
  ])("states its password where %s", (rest) => {
    expect(forms(pod(rest))).toEqual(["argument password literal"]);
    expect(hidden(rest)).not.toContain("canary");
  });

  it.each(["command: [mysql, -p$(PW)]", "args: [-p, canary]", "command: [web]\n      args: [-pcanary]"])(
    "states none where %s",
    (rest) => expect(forms(pod(rest)).filter((form) => form.endsWith("literal"))).toEqual([]),
  );

  it("keeps the password of an image to itself", () => {
    const [only] = read(pod("image: me:canary@registry.example/a:1"));
    expect(JSON.stringify(only!.document.value)).toContain("me:***@registry.example/a:1");
    expect(only!.hidden).toHaveLength(1);
    const [renamed] = read("images: [{ name: a, newName: 'me:canary@registry.example/a' }]");
    expect(JSON.stringify(renamed!.document.value)).not.toContain("canary");
  });
});

describe("a ConfigMap", () => {
  const map = (rest: string) =>
    forms(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n${rest}`);

  it.each([
    ["  DB_PASSWORD: hunter2\n", ["ConfigMap DB_PASSWORD literal"]],
    ["  PASSWORD_POLICY: strict\n", []],
    ['  credentials: \'{"storageSecretNameAnnotation": "a"}\'\n', []],
    ["  credentials: |\n    password=hunter2\n", ["ConfigMap password literal"]],
    [
      `  private_key: |\n    -----BEGIN PRIVATE KEY-----\n    ${"M".repeat(64)}\n    -----END PRIVATE KEY-----\n`,
      ["ConfigMap private_key literal"],
    ],
    [
      `  web.pem: |\n    -----BEGIN PRIVATE KEY-----\n    ${"M".repeat(64)}\n    -----END PRIVATE KEY-----\n`,
      ["ConfigMap web.pem literal"],
    ],
    ["  ca.pem: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n", ["ConfigMap ca.pem public"]],
  ])("reads %j", (rest, found) => expect(map(rest)).toEqual(found));
});

describe("a file in a ConfigMap", () => {
  const line = (text: string) => {
    const found = read(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n${text}`);
    const objects = kubernetesObjects(found.map(({ document }) => document));
    const origins = new Origins();
    const [value] = secretValues(found, objects, {}, origins);
    return value && origins.get(value.id)?.locate([]).place.range?.start.line;
  };

  it("has its credential on the line where it stands", () => {
    expect(line("  a.properties: |\n    a=b\n    password=hunter2\n    c=d\n")).toBe(7);
    expect(line("  a.properties: |-\n    a=b\n    password=hunter2\n")).toBe(7);
  });

  it("has it on its key where the lines are not those of the file", () => {
    expect(line('  a.properties: "a=b\\npassword=hunter2"\n')).toBe(5);
    expect(line('  a.properties: "a=b\n    c=d\\npassword=hunter2\\nd=e\\nf=g\\nh=i"\n')).toBe(5);
  });
});

describe("hiddenRanges", () => {
  it("covers the values that were replaced, in their file alone", () => {
    const hidden = hiddenRanges(read(secret("stringData:\n  a: hunter2\n  b: changeme\n")));
    expect(hidden("a.yaml").map(({ start }) => start.line)).toEqual([5]);
    expect(hidden("b.yaml")).toEqual([]);
  });
});
