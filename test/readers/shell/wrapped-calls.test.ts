// Calls that stand in the arguments of something else, and words that the shell puts together.
import { describe, expect, it } from "vitest";
import { readShellFile } from "../../../src/readers/shell/read.ts";
import { bash, line, readScript } from "./shell-reading.ts";

/** Those of three programs, without the lines. */
const calls = (text: string) =>
  readScript(text)
    .commands.filter(({ program }) => /^(?:kubectl|oci|helm)$/.test(program ?? ""))
    .map((command) => line(command).replace(/^\d+ /, ""));

describe("what another program runs", () => {
  it.each([
    ["strace -f -o /tmp/t kubectl exec a", ["kubectl exec a"]],
    ["tmux new-session -d -s x 'kubectl exec a'", ["kubectl exec a"]],
    ["tmux send-keys -t x 'kubectl exec a' C-m", ["kubectl exec a"]],
    ["screen -dmS x kubectl exec a", ["kubectl exec a"]],
    ["systemd-inhibit --what=sleep kubectl exec a", ["kubectl exec a"]],
    ["gosu ops kubectl exec a", ["kubectl exec a"]],
    ["taskset -c 0 kubectl exec a", ["kubectl exec a"]],
    ["tini -- kubectl exec a", ["kubectl exec a"]],
    ["proxychains4 -q kubectl exec a", ["kubectl exec a"]],
    ["runuser -u ops -- kubectl exec a", ["kubectl exec a"]],
    ["tsh kubectl exec a", ["kubectl exec a"]],
    ["nix develop -c kubectl exec a", ["kubectl exec a"]],
    ['nix-shell -p kubectl --run "kubectl exec a"', ["kubectl exec a"]],
    ["direnv exec . kubectl exec a", ["kubectl exec a"]],
    ["sops exec-env a.yaml 'kubectl exec a'", ["kubectl exec a"]],
    ['env -C /srv -S "kubectl exec a"', ["kubectl exec a"]],
    ["flock /run/x -c 'kubectl exec a'", ["kubectl exec a"]],
    ["parallel -j4 --tag --halt now,fail=1 'kubectl exec {} -- ls'", ["kubectl exec {} -- ls"]],
    ["parallel --colsep ' ' kubectl -n {1} exec a ::: b", ["kubectl -n {1} exec a"]],
    ['eval "kubectl $FLAGS exec a"', ["kubectl ? exec a"]],
    [
      'k() { kubectl -n x "$@"; }\ntime -p k exec a\nretry 3 k exec b',
      ["kubectl -n x ?", "kubectl -n x exec a", "kubectl -n x exec b"],
    ],
    ["cloud-init-per once x kubectl exec a", ["kubectl exec a"]],
  ])("is read in %j", (text, expected) => {
    expect(readShellFile("a.sh", text, bash).problems).toEqual([]);
    expect(calls(text)).toEqual(expected);
  });

  it.each([
    "tmux new -s 'kubectl exec a'",
    "tmux rename-window 'kubectl exec a'",
    "screen -S 'kubectl exec a' -X quit",
    "screen -S kubectl -X quit",
    'sops --set \'["a"]["b c"] "d"\' x.yaml',
    'notify "kubectl exec a"',
    "time echo k exec a",
  ])("is nothing in %j", (text) => {
    expect(readShellFile("a.sh", text, bash).problems).toEqual([]);
    expect(calls(text).filter((call) => / exec a/.test(call))).toEqual([]);
  });
});

describe("what a container is started with", () => {
  it.each([
    ["docker run --rm -it -v ~/.kube:/root/.kube bitnami/kubectl:1.31 exec a", ["kubectl exec a"]],
    ["docker run --rm -v x:/y --network host bitnami/kubectl exec a", ["kubectl exec a"]],
    ["podman run --rm --entrypoint kubectl reg.example/tools:1 -n b exec a", ["kubectl -n b exec a"]],
    ["podman run --entrypoint=/usr/bin/kubectl tools exec a", ["kubectl exec a"]],
    ["docker run -e A=b tools kubectl exec a", ["kubectl exec a"]],
    ["docker compose run --rm tools kubectl exec a", ["kubectl exec a"]],
    ["docker run ghcr.io/oracle/oci-cli:latest ce cluster list", ["oci ce cluster list"]],
  ])("is read in %j", (text, expected) => expect(calls(text)).toEqual(expected));

  it.each([
    "docker run --rm tools kubectl-docs exec a",
    "docker run --entrypoint sh bitnami/kubectl exec a",
    "docker run --name kubectl nginx exec a",
    "docker build -t kubectl exec a",
    "docker exec kind-control-plane kubectl exec a",
    "docker pull bitnami/kubectl",
    "docker run",
  ])("is nothing in %j", (text) => expect(calls(text)).toEqual([]));
});

describe("a process that is a word", () => {
  it.each([
    ["KUBECONFIG=<(sops -d a.yaml) kubectl exec a", ["kubectl exec a"]],
    ["kubectl --kubeconfig=<(sops -d a.yaml) exec a", ["kubectl ? exec a"]],
    ["X=<(ls)\nkubectl exec a", ["kubectl exec a"]],
  ])("ends with its bracket in %j", (text, expected) => expect(calls(text)).toEqual(expected));
});

describe("a list that is added to on a condition", () => {
  it.each([
    ['c=(kubectl)\n[[ $N ]] && c+=(-n "$N")\n"${c[@]}" exec a', ["kubectl ? exec a"]],
    ['a=(exec -it)\nif x; then a+=(-c b); fi\nkubectl "${a[@]}" c', ["kubectl exec -it ? c"]],
    ['a=(get)\nif x; then a=(exec); fi\nkubectl "${a[@]}" c', ["kubectl ? c"]],
  ])("keeps its beginning in %j", (text, expected) => expect(calls(text)).toEqual(expected));
});

describe("a user of a crontab", () => {
  it("stands before the command", () => {
    const text =
      "cat > /etc/cron.d/x <<'E'\n*/5 * * * * ops kubectl exec a\n0 3 * * 1 deploy /usr/bin/oci ce cluster list\nE\n";
    expect(calls(text)).toEqual(["kubectl exec a", "oci ce cluster list"]);
  });
});
