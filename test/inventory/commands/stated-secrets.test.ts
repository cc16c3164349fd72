// Credentials in the words of commands: which ones, of what form, and where.
import { describe, expect, it } from "vitest";
import { scriptCommands } from "../../../src/inventory/commands/scripts.ts";
import { statedSecrets } from "../../../src/inventory/commands/stated-secrets.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import { targets } from "../../../src/inventory/targets.ts";
import { readScript } from "../../readers/shell/shell-reading.ts";

const FILES: Readonly<Record<string, string>> = {
  "tls.key": `-----BEGIN PRIVATE KEY-----\n${"M".repeat(64)}\n-----END PRIVATE KEY-----\n`,
  "tls.crt": "-----BEGIN CERTIFICATE-----\nMII\n",
  "notes.txt": "hello",
  "prod.env": "# a\nDB_HOST=db\nDB_PASSWORD=hunter2\n",
  "sample.env": "DB_PASSWORD=changeme\n",
  "config.json": `{"auths": {"a": {"auth": "${Buffer.from("me:hunter2").toString("base64")}"}}}`,
  "empty.json": `{"auths": {"a": {}}, "credsStore": "pass"}`,
};

function read(text: string) {
  const origins = new Origins();
  const { found } = scriptCommands([readScript(text)], {
    targets: targets({ requested: "auto", configured: "auto", paths: [] }, []),
    origins,
    readText: () => text,
  });
  const { secrets, hidden } = statedSecrets(found, origins, (file) => FILES[file]);
  return {
    secrets: secrets.map(({ holder, key, form }) => `${holder} ${key} ${form}`),
    places: secrets.map(({ id }) => {
      const start = origins.get(id)!.locate([]).place.range!.start;
      return `${start.line}:${start.column}`;
    }),
    hidden: [...hidden.values()].flat().map(({ start }) => start.line),
    shown: JSON.stringify([secrets, found.map(({ entry }) => entry)]),
  };
}

describe("credentials that commands state", () => {
  it.each([
    ["kubectl create secret generic a --from-literal=a=hunter2", ["Secret a literal"]],
    ["kubectl create secret generic a --from-literal a=hunter2", ["Secret a literal"]],
    ["k -n x create secrets generic a '--from-literal=a=hunter 2'", ["Secret a literal"]],
    ["P=hunter2\nkubectl create secret generic a --from-literal=a=$P", ["Secret a literal"]],
    ['kubectl create secret generic a --from-literal=a=$P --from-literal=b="$(cat b)"', []],
    ["kubectl create secret generic a --from-env-file=prod.env", ["Secret prod.env literal"]],
    ["kubectl create secret generic a --from-env-file=sample.env", []],
    ["kubectl create secret generic a --from-file=prod.env", ["Secret prod.env literal"]],
    ["kubectl create secret generic a --from-file=sample.env", []],
    [
      "kubectl create secret generic a --from-file=.dockerconfigjson=config.json --from-file=empty.json",
      ["Secret .dockerconfigjson literal"],
    ],
    [
      "kubectl create secret generic a --from-literal=username=app --from-literal=password=$P --from-literal=key=hunter2",
      ["Secret key literal"],
    ],
    ["kubectl create secret generic a --from-literal=username=app", ["Secret username literal"]],
    ["kubectl create secret generic a --from-literal=a= --from-literal=b", []],
    ["kubectl create secret generic a --from-literal=a=changeme", ["Secret a placeholder"]],
    ["kubectl config set-credentials ci --token=hunter2", ["argument token literal"]],
    ["kubectl --token hunter2 get pods", ["argument token literal"]],
    ['kubectl --token "$T" get pods', []],
    ["kubectl create token ci", []],
    ["oc login https://a.example -u ci -p hunter2", ["argument password literal"]],
    ["helm repo add a https://a.example --username ci --password hunter2", ["argument password literal"]],
    ["helm registry login a.example -u ci -p hunter2", ["argument password literal"]],
    ["helm registry login a.example -u ci --password-stdin", []],
    ["helm list --kube-token=changeme", []],
    ["kubectl create secret docker-registry a --docker-password hunter2", ["Secret docker-password literal"]],
    ["kubectl create secret generic a --from-file=a=b --type=x", []],
    ["kubectl create secret tls a --key tls.key --cert=tls.crt", ["Secret tls.key literal"]],
    [
      "kubectl create secret generic a --from-file=./tls.key --from-file=b=notes.txt",
      ["Secret tls.key literal"],
    ],
    ["kubectl create secret generic a --from-file=a=tls.key", ["Secret a literal"]],
    ["kubectl create secret tls a --key /etc/tls.key --cert=tls.crt", []],
    ["kubectl create configmap a --from-file=tls.key", []],
    [
      "kubectl create configmap a --from-literal=a=b --from-literal=A_PASSWORD=hunter2",
      ["ConfigMap A_PASSWORD literal"],
    ],
    ["kubectl create cm a --from-literal=A_PASSWORD=changeme", []],
    [
      "kubectl run a --image=b --env=TOKEN=hunter2 -- sh --env=X_TOKEN=hunter2",
      ["environment TOKEN literal"],
    ],
    [
      "kubectl set env deploy/a A_TOKEN=hunter2 -e B_TOKEN=hunter2 B=c C_TOKEN-",
      ["environment A_TOKEN literal", "environment B_TOKEN literal"],
    ],
    ["kubectl set env deploy/a URL=postgres://a:hunter2@b/c", ["environment URL literal"]],
    ["helm upgrade a b --set x=y,c.password=hunter2", ["argument c.password literal"]],
    ["helm install a b --set-string 'c.password=hunter2\\,x=1'", ["argument c.password literal"]],
    ["helm install a b --set c.password=null,existingSecret=b,auth.enabled=true", []],
    [`helm install a b --set-json 'auth={"password":"hunter2","user":"u"}'`, ["argument password literal"]],
    [`helm install a b --set-json 'auth={"password":"\${P}"}'`, []],
    ["echo -n hunter2 | kubectl create secret generic a --from-file=b=/dev/stdin", ["Secret b literal"]],
    ['echo -n "$P" | kubectl create secret generic a --from-file=b=/dev/stdin', []],
    ["pass show x | kubectl create secret generic a --from-file=b=/dev/stdin", []],
    ["echo hello | kubectl create secret generic a --from-file=b=c", []],
    ["kubectl create secret generic a --from-file=b=<(printf %s hunter2)", ["Secret b literal"]],
    ["kubectl create secret generic a --from-file=b=<(sops -d x)", []],
    ['kubectl create secret generic a --from-file=b=<(echo "$P")', []],
    ["helm list --set c.password=hunter2", []],
    ["kubectl get secret a --from-literal=a=hunter2", []],
    ["kind create cluster\nkubectl create secret generic a --from-literal=a=hunter2", []],
    ["kubectl --context kind-a create secret generic a --from-literal=a=hunter2", []],
    ["echo kubectl create secret generic a --from-literal=a=hunter2", []],
  ])("are found in %j", (text, found) => {
    const result = read(text);
    expect(result.secrets.toSorted()).toEqual(found.toSorted());
    expect(result.shown).not.toContain("hunter");
  });

  it("stand at the word that states them", () => {
    const text =
      "kubectl create secret generic a --from-literal=a=hunter2 \\\n  --from-literal \\\n  b=hunter3\nhelm upgrade a b \\\n  --set c.token=hunter4\n";
    const { places, hidden } = read(text);
    expect(places).toEqual(["1:33", "3:3", "5:9"]);
    expect(hidden).toEqual([3]);
  });
});
