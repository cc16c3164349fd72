// Secrets that Kustomize makes of files: which files hold a credential, and where that is told.
import { describe, expect, it } from "vitest";
import { generatedSecrets } from "../../src/inventory/generated-secrets.ts";
import { Origins } from "../../src/inventory/origins.ts";
import { readYamlText } from "../../src/readers/yaml/read.ts";

const FILES: Readonly<Record<string, string>> = {
  "a/prod.env": "# x\nDB_HOST=db\nDB_PASSWORD=hunter2\nAPI_KEY=hunter3\n",
  "a/sample.env": "DB_PASSWORD=changeme\nAPI_KEY=\nTOKEN=${TOKEN}\n",
  "a/sealed.env": "DB_PASSWORD=hunter2\nsops_version=3.9.0\n",
  "a/tls.key": `-----BEGIN PRIVATE KEY-----\n${"M".repeat(64)}\n-----END PRIVATE KEY-----\n`,
  "a/tls.crt": "-----BEGIN CERTIFICATE-----\nMII\n",
  "a/notes.txt": "hello",
};

function read(generator: string, head = "kind: Kustomization\n") {
  const text = `apiVersion: kustomize.config.k8s.io/v1beta1\n${head}secretGenerator:\n  - name: a\n${generator}`;
  const origins = new Origins();
  const { documents } = readYamlText({ file: "a/kustomization.yaml", text, language: "yaml" });
  const secrets = generatedSecrets(documents, origins, (file) => FILES[file]);
  return {
    found: secrets.map(({ id, key }) => {
      const { line, column } = origins.get(id)!.locate([]).place.range!.start;
      return `${line}:${column} ${key}`;
    }),
    shown: JSON.stringify(secrets),
  };
}

describe("secrets that Kustomize makes", () => {
  it.each([
    ["    envs: [sample.env, prod.env]\n", ["5:24 DB_PASSWORD", "5:24 API_KEY"]],
    ["    env: prod.env\n", ["5:5 DB_PASSWORD", "5:5 API_KEY"]],
    ["    files: [tls.crt, tls.key, k=./tls.key]\n", ["5:22 tls.key", "5:31 k"]],
    ["    files: [x=prod.env, sample.env]\n", ["5:13 x"]],
    ["    files: [notes.txt, missing.key]\n    envs: [sealed.env, missing.env, sample.env]\n", []],
    ["    envs: [../b.env, 1]\n    files: x\n    env: 2\n", []],
  ])("are found in %j", (generator, found) => {
    const result = read(generator);
    expect(result.found).toEqual(found);
    expect(result.shown).not.toContain("hunter");
  });
});
