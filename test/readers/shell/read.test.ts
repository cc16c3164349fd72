import { describe, expect, it } from "vitest";
import { readShellFile } from "../../../src/readers/shell/read.ts";
import { bash, commands, readScript } from "./shell-reading.ts";

describe("what is a command", () => {
  it.each<[string, string, string[]]>([
    ["one on a line", "kubectl exec a\n", ["1 kubectl exec a"]],
    [
      "several on a line",
      "cd x && kubectl exec a || kubectl attach b; ls & pwd",
      ["1 cd x", "1 kubectl exec a", "1 kubectl attach b", "1 ls", "1 pwd"],
    ],
    ["a continued line", "kubectl logs \\\n  -f x \\\n  --tail=1\n", ["1 kubectl logs -f x --tail=1"]],
    [
      "the stages of a pipeline",
      "kubectl get po |\n  xargs kubectl logs -f | tee out",
      ["1 kubectl get po", "2 kubectl logs -f", "2 tee out"],
    ],
    ["a word kept from being an alias", "ls\n  \\kubectl exec a\n", ["1 ls", "2 kubectl exec a"]],
    [
      "an alias",
      "alias k8s='kubectl -n a' z=y\nk8s exec b",
      ["1 alias k8s=kubectl -n a z=y", "2 kubectl -n a exec b"],
    ],
    ["an alias of two commands", "alias a='ls; kubectl'\na exec b", ["1 alias a=ls; kubectl", "2 a exec b"]],
    [
      "a function that passes its arguments on",
      'k() {\n  kubectl -n "$N" "$@"\n}\nk exec a',
      ["2 kubectl -n ? ?", "4 kubectl -n ? exec a"],
    ],
    [
      "a function that keeps some of them",
      'f() { local n=$1; shift; kubectl "$@"; }\nf a exec b\nj() { kubectl -n $1 "${@:2}"; }\nj a get b',
      ["1 shift", "1 kubectl ?", "2 kubectl exec b", "3 kubectl -n ? ?", "4 kubectl -n ? get b"],
    ],
    [
      "a function that may keep some of them",
      'f() { while test $# -gt 1; do shift; done; kubectl "$@"; }\nf exec b',
      ["1 test ? -gt 1", "1 shift", "1 kubectl ?", "2 f exec b"],
    ],
    ["a function that says it all", 'f() { kubectl exec "$@"; }\nf b', ["1 kubectl exec ?", "2 f b"]],
    [
      "a function that says all of a call of the cloud",
      'f() { local n=$1; shift; oci ce cluster create --name "$n" "$@"; }\nf a --type X\ng() { oci --profile p "$@"; }\ng ce cluster list',
      [
        "1 shift",
        "1 oci ce cluster create --name ? ?",
        "2 f a --type X",
        "3 oci --profile p ?",
        "4 oci --profile p ce cluster list",
      ],
    ],
    [
      "a function that runs what it is given",
      'q() { "$@" >x; }\nq kubectl exec b\nq',
      ["1 ?", "2 kubectl exec b", "3 q"],
    ],
    [
      "a function that prints what it is given",
      'q() { echo "$@"; }\nq kubectl exec b',
      ["1 echo ?", "2 q kubectl exec b"],
    ],
    [
      "the lines of a crontab",
      `(crontab -l; echo "@daily kubectl exec a") | crontab -\ncat > /etc/cron.d/x <<EOF\nPATH=/bin\n*/5 0-6 * jan mon-fri root kubectl logs -f b\nEOF\necho "0 3 * * kubectl exec c"`,
      [
        "1 crontab -l",
        "1 echo @daily kubectl exec a",
        "1 kubectl exec a",
        "1 crontab -",
        "2 cat",
        "4 kubectl logs -f b",
        "6 echo 0 3 * * kubectl exec c",
      ],
    ],
    ["a crontab of somebody else", 'echo "@daily kubectl exec a"', ["1 echo @daily kubectl exec a"]],
    ["a tool that fills the environment", "op run -- kubectl exec b", ["1 kubectl exec b"]],
    ["the body of a loop", "for p in a b; do\n  kubectl exec $p\ndone", ["2 kubectl exec ?"]],
    ["the body of a function", "f() {\n  kubectl exec a\n}", ["2 kubectl exec a"]],
    [
      "branches and their conditions",
      "if kubectl get a; then\n kubectl exec a\nelse\n kubectl attach a\nfi",
      ["1 kubectl get a", "2 kubectl exec a", "4 kubectl attach a"],
    ],
    [
      "the arms of a case",
      "case $1 in\n a|b) kubectl exec a ;;\n *) kubectl attach b\nesac",
      ["2 kubectl exec a", "3 kubectl attach b"],
    ],
    [
      "a subshell and a group",
      "(kubectl exec a)\n{ kubectl attach b; }",
      ["1 kubectl exec a", "2 kubectl attach b"],
    ],
    [
      "command substitutions",
      'x=$(kubectl exec a)\necho "y $(kubectl attach b)" `kubectl cp c d`',
      ["1 kubectl exec a", "2 echo ? ?", "2 kubectl attach b", "2 kubectl cp c d"],
    ],
    [
      "a substitution inside a test",
      '[[ -z $(kubectl exec a) ]] && [ "$(kubectl cp b c)" = x ]',
      ["1 kubectl exec a", "1 kubectl cp b c"],
    ],
    ["a process substitution", "diff <(kubectl exec a) x", ["1 diff ? x", "1 kubectl exec a"]],
    ["what a negation runs", "! kubectl exec a", ["1 kubectl exec a"]],
    [
      "what expands in an unquoted heredoc",
      "cat <<EOF\n$(kubectl exec a)\nEOF",
      ["1 cat", "2 kubectl exec a"],
    ],
    [
      "sh -c",
      "sh -c 'kubectl exec a; kubectl attach b'",
      ["1 sh -c kubectl exec a; kubectl attach b", "1 kubectl exec a", "1 kubectl attach b"],
    ],
    [
      "bash with options before -c, and quotes inside",
      'bash -euo pipefail -c "kubectl exec \\"a b\\""',
      ['1 bash -euo pipefail -c kubectl exec "a b"', "1 kubectl exec a b"],
    ],
    [
      "eval and trap",
      "eval \"kubectl exec a\"\ntrap 'kubectl cp a b' EXIT",
      ["1 kubectl exec a ", "1 kubectl exec a", "2 trap kubectl cp a b EXIT", "2 kubectl cp a b"].map(
        (text) => text.trim(),
      ),
    ],
    ["a heredoc that a shell reads", "bash <<'EOF'\nkubectl exec a\nEOF", ["1 bash", "2 kubectl exec a"]],
    [
      "a heredoc piped into a shell",
      "cat <<EOF | sudo bash -s\nkubectl exec a\nEOF",
      ["1 cat", "1 bash -s", "2 kubectl exec a"],
    ],
    ["a here-string that a shell reads", 'bash <<< "kubectl exec a"', ["1 bash", "1 kubectl exec a"]],
    [
      "Windows line ends",
      "kubectl exec a\r\nif true; then\r\n  kubectl attach b\r\nfi\r\n",
      ["1 kubectl exec a", "2 true", "3 kubectl attach b"],
    ],
  ])("reads %s", (_, text, expected) => {
    expect(readShellFile("script.sh", text, bash).problems).toEqual([]);
    expect(commands(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      "an argument of echo",
      'echo "kubectl exec a"\nprintf "%s" "kubectl attach b"',
      ["1 echo kubectl exec a", "2 printf %s kubectl attach b"],
    ],
    ["a comment", "# kubectl exec a\nls # kubectl attach b", ["2 ls"]],
    ["a heredoc that nothing runs", "cat <<EOF\nkubectl exec a\nEOF\nls", ["1 cat", "4 ls"]],
    [
      "a heredoc whose pipe ends its line",
      "cat <<EOF |\nkubectl exec a\nEOF\n  grep x",
      ["1 cat", "4 grep x"],
    ],
    ["a heredoc with tabs", "f() {\n\tcat <<-EOF\n\t\tkubectl exec a\n\tEOF\n}", ["2 cat"]],
    ["a string over several lines", "usage='\nkubectl exec a\n'\nls", ["4 ls"]],
    [
      "a remote shell",
      'ssh host kubectl exec a\nssh host "kubectl exec a"\nssh host <<EOF\nkubectl exec a\nEOF',
      ["1 ssh host kubectl exec a", "2 ssh host kubectl exec a", "3 ssh host"],
    ],
    [
      "a shell behind a remote shell",
      "cat <<EOF | ssh host bash\nkubectl exec a\nEOF",
      ["1 cat", "1 ssh host bash"],
    ],
    [
      "what runs in a container",
      "docker run x sh -c 'kubectl exec a'",
      ["1 docker run x sh -c kubectl exec a"],
    ],
    ["a variable's text", "HELP='kubectl exec a'", []],
    ["a lookup", "command -v kubectl >/dev/null", ["1 command -v kubectl"]],
  ])("does not take %s for a command", (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});

describe("arguments", () => {
  it("keeps a lone dash, wherever it stands", () => {
    expect(commands("kubectl apply -f - <<EOF\nx: y\nEOF\nkubectl exec - a -")).toEqual([
      "1 kubectl apply -f -",
      "4 kubectl exec - a -",
    ]);
  });

  it.each<[string, string]>([
    ["kubectl -n ns logs -f x", "1 kubectl -n ns logs -f x"],
    ["kubectl logs x -fc app", "1 kubectl logs x -fc app"],
    ["kubectl logs deploy/x -f --tail=1 -- sh", "1 kubectl logs deploy/x -f --tail=1 -- sh"],
    ["docker logs -f x", "1 docker logs -f x"],
    [`kubectl get po -o jsonpath='{.items[0]}' -l "a=b"`, "1 kubectl get po -o jsonpath={.items[0]} -l a=b"],
    ["kubectl a\\ b 'c'\"d\"e \"\" $'x\\ty'", "1 kubectl a b cde  x\ty"],
    ["kubectl exec a > out 2>&1 < in", "1 kubectl exec a"],
    ["> out kubectl exec a", "1 kubectl exec a"],
  ])("reads %s", (text, expected) => {
    expect(commands(text)).toEqual([expected]);
  });

  it("names where the remote command begins", () => {
    const [exec, logs] = readScript("kubectl exec a -c b -- sh -c 'x -- y'\nkubectl logs -f a").commands;
    expect(exec?.dashDash).toBe(4);
    expect(logs?.dashDash).toBeNull();
  });

  it("gives text and range of each argument, quotes included", () => {
    const [command] = readScript("ls\n  kubectl exec 'a b' $X").commands.slice(1);
    expect(command?.args.map(({ text }) => text)).toEqual(["exec", "'a b'", "$X"]);
    expect(command?.args[1]?.range).toEqual({ start: { line: 2, column: 16 }, end: { line: 2, column: 21 } });
    expect(command?.range).toEqual({ start: { line: 2, column: 3 }, end: { line: 2, column: 24 } });
    expect(command?.text).toBe("kubectl exec 'a b' $X");
  });

  it("gives redirects and the environment", () => {
    const [command] = readScript('A=1 B=$(x) env C=3 ocne cluster start >"a.ign" 2>> $LOG').commands;
    expect(command?.env).toEqual({ A: "1", B: null, C: "3" });
    expect(command?.redirects).toEqual([
      { operator: ">", target: "a.ign", text: '"a.ign"' },
      { operator: "2>>", target: null, text: "$LOG" },
    ]);
  });

  it("gives the heredoc with its place, and whether it expands", () => {
    const [first, second] = readScript("cat <<'A' > x\n\n  k: $V\nA\ncat <<-B\n\tz\n\tB\n").commands;
    expect(first?.heredoc).toMatchObject({ text: "\n  k: $V\n", expands: false, tabs: false });
    expect(first?.heredoc?.at?.(3)).toEqual({ line: 3, column: 3 });
    expect(second?.heredoc).toMatchObject({ text: "\tz\n", expands: true, tabs: true });
  });

  it("numbers pipelines, and counts a compound stage", () => {
    const { commands } = readScript("a | b |\n c\nd | while read x; do e; done");
    const places = commands.map(({ program, pipeline: { id, index, length } }) => [
      program,
      id,
      index,
      length,
    ]);
    expect(places).toEqual([
      ["a", 0, 0, 3],
      ["b", 0, 1, 3],
      ["c", 0, 2, 3],
      ["d", 1, 0, 2],
      ["read", 2, 0, 1],
      ["e", 3, 0, 1],
    ]);
  });
});

describe("wrappers and spellings", () => {
  it.each<[string, string, string[]]>([
    ["sudo -u root -E kubectl exec a", "1 kubectl exec a", ["sudo"]],
    ["sudo A=b timeout -k 5 10s kubectl exec a", "1 kubectl exec a", ["sudo", "timeout"]],
    ["env -u X A=b kubectl exec a", "1 kubectl exec a", ["env"]],
    ["time -p nice -n 5 nohup kubectl exec a", "1 kubectl exec a", ["time", "nice", "nohup"]],
    ["xargs -n1 -I {} kubectl logs -f {}", "1 kubectl logs -f ?", ["xargs"]],
    ["xargs -I% kubectl logs -f pod/%", "1 kubectl logs -f ?", ["xargs"]],
    ["xargs --replace kubectl logs -f {}", "1 kubectl logs -f ?", ["xargs"]],
    ["xargs kubectl logs -f {}", "1 kubectl logs -f {}", ["xargs"]],
    ["parallel -j2 kubectl logs -f {} ::: a b", "1 kubectl logs -f ?", ["parallel"]],
    ["find . -exec kubectl apply -f {} +", "1 kubectl apply -f ?", ["find"]],
    ["coproc kubectl logs -f a", "1 kubectl logs -f a", ["coproc"]],
    ["command kubectl exec a", "1 kubectl exec a", ["command"]],
    ["exec kubectl exec a", "1 kubectl exec a", ["exec"]],
    ["cross-env NS=a kubectl exec a", "1 kubectl exec a", ["cross-env"]],
    ["npx -p x kubectl exec a", "1 kubectl exec a", ["npx"]],
    ["watch -n 5 kubectl exec a", "1 kubectl exec a", ["watch"]],
    ["retry 5 kubectl exec a", "1 kubectl exec a", ["retry"]],
    ["find . -name x -exec kubectl apply -f {} \\;", "1 kubectl apply -f ?", ["find"]],
    ["/usr/local/bin/kubectl exec a", "1 kubectl exec a", []],
    ["k exec a", "1 kubectl exec a", []],
    ["oc exec a", "1 oc exec a", []],
    ["microk8s kubectl exec a", "1 kubectl exec a", []],
    ["minikube kubectl -- exec a", "1 kubectl exec a", []],
    ["$KUBECTL exec a", "1 kubectl exec a", []],
    ["${KUBECTL} exec a", "1 kubectl exec a", []],
    ['"${KUBECTL:-kubectl}" exec a', "1 kubectl exec a", []],
    ['"${KUBECTL_CMD[@]}" exec a', "1 kubectl exec a", []],
    ['"$BIN/kubectl" exec a', "1 kubectl exec a", []],
    ["${TOOL:-oc} exec a", "1 oc exec a", []],
    ["$TOOL exec a", "1 ? exec a", []],
  ])("reads %s", (text, expected, wrappers) => {
    const script = readScript(text);
    expect(script.commands.map(({ wrappers }) => wrappers)).toEqual([wrappers]);
    expect(commands(text)).toEqual([expected]);
  });

  it("reads the command that watch is given in quotes", () => {
    expect(commands('watch -n 5 "kubectl logs -f a"').at(-1)).toBe("1 kubectl logs -f a");
  });

  it("reads the commands that npm's tools are given in quotes", () => {
    expect(commands('npx concurrently -k "kubectl logs -f a" "kubectl exec b"').slice(1)).toEqual([
      "1 kubectl logs -f a",
      "1 kubectl exec b",
    ]);
  });

  it("keeps a function that has kubectl in its arguments for something else", () => {
    expect(commands("need kubectl exec")).toEqual(["1 need kubectl exec"]);
  });
});

describe("variables", () => {
  it.each<[string, string, string]>([
    ["a literal", "NS=shop\nkubectl -n $NS exec a", "2 kubectl -n shop exec a"],
    ["one made of another", 'A=x\nB="$A-y"\nkubectl exec "${B}"', "3 kubectl exec x-y"],
    ["the last one", "P=a\nP=b\nkubectl exec $P", "3 kubectl exec b"],
    ["one that holds options", 'K="kubectl -n x"\n$K logs -f a', "2 kubectl -n x logs -f a"],
    ["one that holds an unknown part", 'K="kubectl -n $1"\n$K logs -f a', "2 kubectl -n ? logs -f a"],
    ["an array", 'A=(logs -f "a b")\nA+=(-c d)\nkubectl "${A[@]}"', "3 kubectl logs -f a b -c d"],
    ["an exported one", "export P=a\nkubectl exec $P", "2 kubectl exec a"],
    ["a default that is not needed", "P=a\nkubectl exec ${P:-b}", "2 kubectl exec a"],
    ["an unset one", "kubectl exec $P", "1 kubectl exec ?"],
    ["a positional one", 'kubectl exec "$1" "$@"', "1 kubectl exec ? ?"],
    ["one set by a branch", "P=a\nif x; then P=b; fi\nkubectl exec $P", "3 kubectl exec ?"],
    ["one that the other branch sets", "if x; then P=b; else kubectl exec $P; fi", "1 kubectl exec ?"],
    ["one that the loop changes later", "P=a\nwhile x; do\nkubectl exec $P\nP=b\ndone", "3 kubectl exec ?"],
    ["one of a subshell", "P=a\n(P=b)\nkubectl exec $P", "3 kubectl exec a"],
    ["one that is read", "P=a\nread -r P\nkubectl exec $P", "3 kubectl exec ?"],
    ["one that is computed", "P=$(date)\nkubectl exec $P", "2 kubectl exec ?"],
    ["one set once, in a function", "P=a\nf() { kubectl exec $P; }", "2 kubectl exec a"],
    ["one set twice, in a function", "P=a\nf() { kubectl exec $P; }\nP=b\nf", "2 kubectl exec ?"],
    ["a heredoc", 'P=$(cat <<EOF\n  a: $HOME x\nEOF\n)\nkubectl exec "$P"', "5 kubectl exec ?"],
    [
      "a heredoc in quotes",
      "P=$(cat <<'EOF'\na $x\n b\nEOF\n)\nkubectl exec \"$P\"",
      "6 kubectl exec a $x\n b",
    ],
    ["a heredoc behind tabs", 'P=$(cat <<-EOF\n\ta\\$\n\tEOF\n)\nkubectl exec "$P"', "5 kubectl exec a$"],
    [
      "a heredoc that is changed",
      "P=$(cat <<'EOF' | tr a b\na\nEOF\n)\nkubectl exec \"$P\"",
      "5 kubectl exec ?",
    ],
    ["a heredoc with more", "P=$(cat <<'EOF'\na\nEOF\ndate)\nkubectl exec \"$P\"", "5 kubectl exec ?"],
    ["one in single quotes", "P=a\nkubectl exec '$P'", "2 kubectl exec $P"],
  ])("gives the value of %s", (_, text, expected) => {
    expect(commands(text)).toContain(expected);
  });

  it("lists the literal ones, and the others as unknown", () => {
    expect(readScript("A=1\nB=$(x)\nexport C='d e'").variables).toEqual({ A: "1", B: null, C: "d e" });
  });
});

it("keeps comments that mention the product", () => {
  const { comments } = readScript("# hello\n# oke-policy: ignore[x] reason\nls # oke-policy: ignore[y]\n");
  expect(comments).toEqual([
    {
      text: "oke-policy: ignore[x] reason",
      alone: true,
      range: { start: { line: 2, column: 1 }, end: { line: 2, column: 31 } },
    },
    {
      text: "oke-policy: ignore[y]",
      alone: false,
      range: { start: { line: 3, column: 4 }, end: { line: 3, column: 27 } },
    },
  ]);
});

it.each(["kind create cluster --name x", "minikube start -p a", "k3d cluster create"])(
  "knows that %s makes a throw-away cluster",
  (text) => {
    expect(readScript(`${text}\nkubectl exec a`).ephemeral).toBe(true);
  },
);

it("takes nothing else for a throw-away cluster", () => {
  expect(readScript("kind delete cluster\noci ce cluster create\nkubectl exec a").ephemeral).toBeUndefined();
});
