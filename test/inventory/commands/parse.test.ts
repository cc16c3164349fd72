// The arguments of programs as their own parsers read them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommand, type Word } from "../../../src/inventory/commands/parse.ts";

/** Words by blanks; one that begins with `$` cannot be known. */
function words(line: string): Word[] {
  return line
    .split(" ")
    .map((text) => ({ text, value: text.includes("$") ? null : text.replace(/^"(.*)"$/, "$1") }));
}

function parse(line: string) {
  const [program, ...rest] = words(line);
  const parsed = parseCommand(program!.text, rest);
  return (
    parsed && {
      verb: [parsed.verb, ...parsed.subcommand].join(" "),
      flags: parsed.flags,
      operands: parsed.written,
    }
  );
}

describe("flags in a variable", () => {
  it.each([
    ["kubectl $FLAGS exec web", "exec", ["web"]],
    ["kubectl $A ${B:+--context} logs -f web", "logs", ["web"]],
    ["oci $ARGS ce cluster list", "ce cluster list", []],
    ["kubectl $VERB web", "", ["web"]],
    ["kubectl $VERB", "", []],
    ["kubectl X$VERB exec", "", ["exec"]],
  ])("stand before the verb in %s", (line, verb, operands) => {
    expect(parse(line)).toMatchObject({ verb, operands });
  });
});

describe("the arguments of kubectl", () => {
  it.each([
    ["kubectl logs -f web", "logs", { follow: true }, ["web"]],
    ["kubectl apply -f web.yaml", "apply", { filename: "web.yaml" }, []],
    [
      "kubectl -n shop logs -fc app web",
      "logs",
      { namespace: "shop", follow: true, container: "app" },
      ["web"],
    ],
    [
      "kubectl --namespace=shop logs web --follow=false",
      "logs",
      { namespace: "shop", follow: "false" },
      ["web"],
    ],
    ["kubectl logs web --follow true", "logs", { follow: true }, ["web", "true"]],
    ["kubectl logs -p web", "logs", { previous: true }, ["web"]],
    ["kubectl patch pod web -p {}", "patch", { patch: "{}" }, ["pod", "web"]],
    ["kubectl exec -it web -c app -- logs -f", "exec", { stdin: true, tty: true, container: "app" }, ["web"]],
    ["kubectl run x --image=a --rm -i", "run", { image: "a", rm: true, stdin: true }, ["x"]],
    ["kubectl run x --image a -it=false", "run", { image: "a", stdin: true, tty: "false" }, ["x"]],
    ["kubectl set image deploy/web web=a:2", "set image", {}, ["deploy/web", "web=a:2"]],
    ["kubectl -nshop get pods -oyaml", "get", { namespace: "shop", output: "yaml" }, ["pods"]],
    ["kubectl get -A pods", "get", { "all-namespaces": true }, ["pods"]],
    ["kubectl --context logs get pods", "get", { context: "logs" }, ["pods"]],
    ["kubectl -v 6 logs web", "logs", { v: "6" }, ["web"]],
    [
      "kubectl delete pod web --grace-period 0 --force",
      "delete",
      { "grace-period": "0", force: true },
      ["pod", "web"],
    ],
    ["kubectl apply -f - --dry-run=client", "apply", { filename: "-", "dry-run": "client" }, []],
    ["kubectl logs -n $NS web", "logs", { namespace: null }, ["web"]],
    ["kubectl debug node/$NODE", "debug", {}, ["node/$NODE"]],
    ["kubectl", "", {}, []],
  ])("are understood in %s", (line, verb, flags, operands) => {
    expect(parse(line)).toEqual({ verb, flags, operands });
  });
});

describe("the arguments of oci, helm and ocne", () => {
  it.each([
    [
      "oci ce cluster create --name a --type BASIC_CLUSTER",
      "ce cluster create",
      { name: "a", type: "BASIC_CLUSTER" },
      [],
    ],
    [
      "oci --region x ce node-pool update --size 3 --force",
      "ce node-pool update",
      { region: "x", size: "3", force: true },
      [],
    ],
    [
      "oci iam policy create -c ocid --no-retry --name p",
      "iam policy create",
      { "compartment-id": "ocid", "no-retry": true, name: "p" },
      [],
    ],
    [
      "oci compute instance list --all --output table",
      "compute instance list",
      { all: true, output: "table" },
      [],
    ],
    [
      "helm upgrade --install web ./web -n shop --set a=b --atomic",
      "upgrade",
      { install: true, namespace: "shop", set: "a=b", atomic: true },
      ["web", "./web"],
    ],
    ["helm repo add istio https://x", "repo add", {}, ["istio", "https://x"]],
    [
      "ocne cluster start -c web.yaml --provider byo",
      "cluster start",
      { config: "web.yaml", provider: "byo" },
      [],
    ],
    ["ocne image create -t ostree -a arm64", "image create", { type: "ostree", arch: "arm64" }, []],
  ])("are understood in %s", (line, verb, flags, operands) => {
    expect(parse(line)).toEqual({ verb, flags, operands });
  });

  it("are not looked at for other programs", () => {
    expect(parse("docker logs -f web")).toBeUndefined();
    expect(parse("constructor logs")).toBeUndefined();
  });
});

describe("a parsed command", () => {
  it("is incomplete where a word may be any number of flags", () => {
    const complete = (line: string) => parseCommand("kubectl", words(line))?.complete;
    expect(complete("logs web")).toBe(true);
    expect(complete('logs "$POD"')).toBe(true);
    expect(complete("logs -n $NS web")).toBe(true);
    expect(complete("logs pod/$POD")).toBe(true);
    expect(complete("logs $ARGS")).toBe(false);
    expect(complete('logs "$@"')).toBe(false);
    expect(complete('logs "${args[@]}"')).toBe(false);
  });

  it("holds nothing of the command after the two dashes", () => {
    expect(parse("kubectl exec web -- sh -c x --rm")?.flags).toEqual({});
  });

  it("comes of any words, with its operands among them", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("-f", "--", "-n", "logs", "--a=b", "-abc", "--set", "-"),
    );
    const program = fc.constantFrom("kubectl", "oci", "helm", "ocne");
    fc.assert(
      fc.property(program, fc.array(word), (name, list) => {
        const parsed = parseCommand(
          name,
          list.map((value) => ({ value, text: value })),
        )!;
        for (const [index, place] of parsed.operandIndexes.entries())
          expect(list[place]).toBe(parsed.positionals[index]);
        for (const { index } of parsed.flagList) expect(list[index]!.startsWith("-")).toBe(true);
      }),
    );
  });
});
