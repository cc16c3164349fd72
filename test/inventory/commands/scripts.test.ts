// What the inventory says of scripts: whose clusters they work on, and nothing of the credentials in them.
import { expect, it } from "vitest";
import { growth } from "../../growth.ts";
import { inventoryOf } from "../../texts.ts";

it("keeps credentials to itself", async () => {
  const lines = [
    "kubectl create secret docker-registry pull --docker-username=ci --docker-password=canary-1",
    "kubectl create secret generic db --from-literal=password=canary-2",
    'kubectl create secret generic db --from-literal "DB_PASSWORD=canary-3"',
    "API_TOKEN=canary-4 kubectl get pods --token canary-5",
    "curl -H 'Authorization: Bearer canary-6-canary-6' https://user:canary-7@example.com | kubectl apply -f -",
    "helm install web ./web --set adminPassword=canary-8 --set a.image=me:canary-8@registry.example/a --repo https://me:canary-8@example.com",
    "oci ce cluster list --password canary-9",
    "kubectl exec db -- mysql -u root -pcanary-10 -e 'select 1'",
    `kubectl patch secret db -p '{"data":{"k":"canary-11"}}'`,
    `kubectl patch secret/db --type=json --patch='[{"op":"add","path":"/data/k","value":"canary-12"}]'`,
    "kubectl patch secrets db --patch '\nstringData:\n  k: canary-13\n'",
    `kubectl patch secret db -p "{\\"stringData\\":{\\"k\\":\\"canary-14\\"}}"`,
    "sshpass -p canary-15 ssh host",
  ];
  const { commands, charts, remote_manifests, scripts } = await inventoryOf({ "a.sh": lines.join("\n") });
  expect(commands.map(({ program }) => program)).toEqual([
    "kubectl",
    "kubectl",
    "kubectl",
    "kubectl",
    "curl",
    "kubectl",
    "helm",
    "oci",
    ...["kubectl", "kubectl", "kubectl", "kubectl", "kubectl"],
    "ssh",
  ]);
  expect(JSON.stringify({ commands, charts, remote_manifests, scripts })).not.toMatch(/canary-\d/);
});

it("takes a script for ephemeral when the files that call it make their own cluster", async () => {
  const { commands } = await inventoryOf({
    "run.sh": "kind create cluster\n./steps/try.sh\n",
    "steps/try.sh": "kubectl logs web\n",
    "steps/other.sh": "kubectl logs web\n",
  });
  expect(commands.map(({ ephemeral }) => ephemeral)).toEqual([false, true]);
});

it("spells out functions that a script reads in", async () => {
  const library = 'kctl() { kubectl --context "$CTX" "$@"; }\nnth() { local n=$1; shift; kubectl "$@"; }\n';
  const { commands } = await inventoryOf({
    "lib/common.sh": library,
    "other/common.sh": "kctl() { echo; }\n",
    "bin/a.sh": 'source "$(dirname "$0")/../lib/common.sh"\nkctl logs -f web\nnth 1 exec a -- kctl\n',
    "bin/b.sh": "kctl logs -f web\n",
    "bin/c.sh": ". /etc/profile\nkctl logs -f web\n",
    ".github/workflows/d.yml":
      "on: push\njobs:\n  d:\n    steps:\n      - run: |\n          . lib/common.sh\n          kctl exec a\n",
  });
  expect(commands.flatMap(({ address, parsed }) => (parsed?.verb ? [address] : []))).toEqual([
    "kubectl exec",
    "kubectl logs",
    "kubectl exec",
  ]);
  const exec = commands.find(({ dash_dash }) => dash_dash !== -1);
  expect([exec?.args, exec?.dash_dash]).toEqual([["exec", "a", "--", "kctl"], 2]);
});

it.each([
  ["CronJob", true],
  ["CronWorkflow", true],
  ["Job", false],
])("takes what a %s runs for scheduled: %s", async (kind, expected) => {
  const { isScheduled } = await import("../../../src/inventory/commands/scheduled.ts");
  expect(isScheduled(`apiVersion: batch/v1\nkind: ${kind}\n`)).toBe(expected);
});

it("knows the contexts of clusters on one's own machine", async () => {
  const { commands } = await inventoryOf({
    "a.sh":
      "kubectl --context kind-dev logs web\nkubectl --context prod logs web\nminikube kubectl -- logs web\n",
  });
  expect(commands.map(({ ephemeral }) => ephemeral)).toEqual([true, false, true]);
});

it("names what installs a chart or a manifest, wherever it is given", async () => {
  const { charts, remote_manifests } = await inventoryOf({
    "a.sh": [
      "helm repo add istio https://istio.example/charts",
      "helm upgrade --install mesh istio/istiod -n istio-system --version 1.22.0 --set a.b=c",
      "helm install oci://registry.example/charts/cilium --generate-name",
      "helm template calico ./charts/tigera-operator-v3.28.0.tgz",
      'helm install web "$REPO/web"',
      "istioctl install -y",
      "linkerd install --crds | kubectl apply -f -",
      "helm uninstall mesh",
      "kubectl apply -f https://a.example/one.yaml -f two.yaml",
      "kubectl apply -k github.com/a/b/deploy?ref=v1",
      "curl -sL https://a.example/three.yaml | kubectl create -f -",
      "kubectl delete -f https://a.example/four.yaml",
      'kubectl apply --filename="https://a.example/$VERSION/five.yaml"',
    ].join("\n"),
  });
  expect(charts.map(({ chart, repository, namespace }) => [chart, repository, namespace])).toEqual([
    ["istiod", "istio", "istio-system"],
    ["cilium", "oci://registry.example/charts", ""],
    ["tigera-operator", "", ""],
    ["web", "$REPO", ""],
    ["istiod", "https://istio-release.storage.googleapis.com/charts", ""],
  ]);
  expect(remote_manifests.map(({ url }) => url)).toEqual([
    "https://a.example/one.yaml",
    "github.com/a/b/deploy?ref=v1",
    "https://a.example/three.yaml",
    "https://a.example/$VERSION/five.yaml",
  ]);
});

it("follows a manifest through a file, a pipe and a process, and stops where nothing is installed", async () => {
  const { charts, remote_manifests } = await inventoryOf({
    "a.sh": [
      "curl -sSLo a.yaml https://a.example/one.yaml",
      "wget https://a.example/two.yaml",
      "curl https://a.example/three.yaml > three.yml",
      "kubectl apply -f ./a.yaml -f two.yaml -f three.yml -f own.yaml -f calico.yaml -f kept/tigera-operator.yaml",
      "kubectl apply -f <(curl -s https://a.example/four.yaml)",
      "kubectl apply -f https://a.example/five.yaml --dry-run=server",
      "curl https://a.example/six.yaml | kubectl delete -f -",
      "helm install mesh istio/istiod --dry-run",
      "istioctl manifest generate | kubectl diff -f -",
      "istioctl -n istio-system --context install manifest apply",
      "istioctl --context install verify-install",
      "linkerd inject web.yaml | kubectl apply -f -",
    ].join("\n"),
    "kept/tigera-operator.yaml": "a: 1\n",
    "b.sh": "kubectl apply -f a.yaml\n",
  });
  expect(remote_manifests.map(({ url }) => url)).toEqual([
    "https://a.example/one.yaml",
    "https://a.example/two.yaml",
    "https://a.example/three.yaml",
    "calico.yaml",
    "https://a.example/four.yaml",
  ]);
  expect(charts.map(({ chart }) => chart)).toEqual(["istiod", "linkerd-sidecar"]);
});

it.each([
  ['ip() { kubectl get node "$1" -o wide; }\nssh "opc@$(ip a)"', true],
  ['function ip {\n  local x\n  x=$(kubectl get nodes)\n  echo "$x"\n}\nA=$(ip)\nssh $A', true],
  ['ip() { echo 1; }\nn() { kubectl get nodes; }\nssh "opc@$(ip a)"', false],
  ["n() {\n  kubectl get nodes\n}\nx() { date; }\nssh $(x)", false],
])("follows the address of a node out of a function in %j: %s", async (text, expected) => {
  const { commands } = await inventoryOf({ "a.sh": text });
  expect(commands.find(({ program }) => program === "ssh")?.node_address ?? false).toBe(expected);
});

it("follows addresses and schedules in linear time", async () => {
  const { nodeAddresses } = await import("../../../src/inventory/commands/node-addresses.ts");
  const { isScheduled } = await import("../../../src/inventory/commands/scheduled.ts");
  for (const unit of [
    "kubectl ",
    "kubectl get nodes ",
    "a=$a ",
    "for x in $x ",
    " ",
    "crontab ",
    "| while read ",
    "while read a b ",
    "while read a\n",
    "done < <(",
    "|\n",
    "a,",
    "a() {\n",
    "a() { $(a) }\n",
    "function a ",
    "schedule: * * ",
  ]) {
    const text = (size: number) => unit.repeat(Math.floor(size / unit.length));
    const read = (made: string) => [nodeAddresses(`kubectl get nodes\n${made}`), isScheduled(made)];
    expect(growth(text, read, [30_000, 300_000])).toBeLessThan(60);
  }
});

it.each([
  ['  schedule: "0 20 * * *"', true],
  ["schedule: 0 8,20 * * 1-5", true],
  ['{"kind":"CronJob","spec":{"schedule":"*/5 * * * *"}}', true],
  ['    schedule = "@daily"', true],
  ["schedule: nightly", false],
  ["schedule: 3 times", false],
  ["reschedule: 1 2 3 4 5x", false],
])("takes %s as a timer: %s", async (text, scheduled) => {
  const { isScheduled } = await import("../../../src/inventory/commands/scheduled.ts");
  expect(isScheduled(text)).toBe(scheduled);
});
