import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestsIn, PLACEHOLDER } from "../../../src/readers/shell/manifests.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";
import { readHosted, readScript } from "./shell-reading.ts";

const manifests = (text: string) => manifestsIn([readScript(text)]);
const POD = "kind: Pod\nmetadata:\n  name: a\n";

describe("which heredocs are manifests", () => {
  it("finds a kubeconfig, whatever is done with it", () => {
    const config = "apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- name: a\n";
    expect(manifests(`cat > ~/.kube/config <<EOF\n${config}EOF\n`).map(({ text }) => text)).toEqual([config]);
    expect(manifests(`cat > a <<EOF\n${config.replace("Config", "Pod")}EOF\n`)).toEqual([]);
  });

  it.each<[string, string]>([
    ["fed to apply", `kubectl apply -f - <<EOF\n${POD}EOF`],
    [
      "fed to create with other options",
      `sudo kubectl -n x create --save-config --filename=- <<'EOF'\n${POD}EOF`,
    ],
    ["fed to replace with a glued option", `oc replace -f- <<EOF\n${POD}EOF`],
    ["fed through the standard input's file", `kubectl apply -f /dev/stdin <<EOF\n${POD}EOF`],
    ["piped", `cat <<EOF | envsubst | kubectl apply -f -\n${POD}EOF`],
    ["piped over lines", `cat <<EOF |\n${POD}EOF\n  kubectl apply -f -`],
    ["written to a file that is applied", `cat <<EOF > a/x.yaml\n${POD}EOF\nkubectl apply -f a/x.yaml`],
    [
      "written to a file of a folder that is applied",
      `cat > ./a/x.yaml <<EOF\n${POD}EOF\nkubectl apply -f a/`,
    ],
    ["written by tee", `tee x.yaml <<EOF >/dev/null\n${POD}EOF\nkubectl create -f ./x.yaml`],
    [
      "written to a file whose folder is unknown",
      `cat > "$D/x.yaml" <<EOF\n${POD}EOF\nkubectl apply -f $D/x.yaml`,
    ],
    ["fed by a here-string", `kubectl apply -f - <<< "${POD}"`],
  ])("finds one that is %s", (_, text) => {
    const [manifest, ...others] = manifests(text);
    expect(manifest?.text).toBe(POD);
    expect(manifest?.command.args.map(({ value }) => value)).toContain(
      manifest?.command.text.includes("create")
        ? "create"
        : manifest?.command.program === "oc"
          ? "replace"
          : "apply",
    );
    expect(others).toEqual([]);
  });

  it.each<[string, string]>([
    ["only printed", `cat <<EOF\n${POD}EOF\nkubectl apply -f b.yaml`],
    ["deleted", `kubectl delete -f - <<EOF\n${POD}EOF`],
    ["only compared", `kubectl diff -f - <<EOF\n${POD}EOF\nkubectl apply -f b.yaml`],
    ["written to a file that is not applied", `cat > x.yaml <<EOF\n${POD}EOF\nkubectl apply -f y.yaml`],
    ["for a remote command", `kubectl exec -i a -- kubectl apply -f - <<EOF\n${POD}EOF`],
    ["no data", "kubectl apply -f - <<EOF\nhello\nEOF"],
  ])("finds none that is %s", (_, text) => {
    expect(manifests(text)).toEqual([]);
  });
});

describe("manifests that are words", () => {
  const SAID = "apiVersion: v1\nkind: Pod\n";
  const bare = SAID.trimEnd();

  it.each<[string, string, number]>([
    ["printed", `echo '${bare}' | kubectl apply -f -`, 2],
    ["printed in double quotes", `echo "${bare}" | kubectl apply -f -`, 2],
    ["printed after a format", `printf '%s\\n' '${bare}' | kubectl create -f -`, 2],
    ["printed into a file", `echo '${bare}' > a.yaml\nkubectl apply -f a.yaml`, 2],
    ["given to a variable", `Y='${bare}'\nls\necho "$Y" | kubectl apply -f -`, 2],
    ["given to a local variable", `local Y="${bare}"\nkubectl apply -f - <<< "$Y"`, 2],
    ["given to a variable by a heredoc", `Y=$(cat <<EOF\n${bare}\nEOF\n)\necho "$Y" | kubectl apply -f -`, 3],
    [
      "read into a variable from a heredoc",
      `IFS= read -r -d '' Y <<'EOF' || true\n${bare}\nEOF\nkubectl apply -f - <<<"$Y"`,
      3,
    ],
    [
      "given to a variable and applied twice",
      `Y='${bare}'\necho "$Y" | kubectl apply -f -\nkubectl apply -f - <<< $Y`,
      2,
    ],
    ["substituted for a file", `kubectl apply -f <(cat <<EOF\n${bare}\nEOF\n)`, 3],
    ["printed for a file", `kubectl apply -f <(echo '${bare}')`, 2],
    [
      "the last that a variable was given",
      `Y='apiVersion: v2\nkind: No'\nY='${bare}'\necho "$Y" | kubectl apply -f -`,
      4,
    ],
  ])("are found when %s", (_, text, line) => {
    const found = manifests(text);
    expect(found.map((manifest) => manifest.text.trimEnd())).toEqual([bare]);
    expect(found[0]!.position(found[0]!.text.indexOf("kind")).line).toBe(line);
  });

  it("are read as the shell gives them", () => {
    const [json] = manifests(
      `echo "{\\"apiVersion\\": \\"v1\\", \\"kind\\": \\"$K\\"}" | kubectl apply -f -`,
    );
    expect(json?.text).toBe(`{"apiVersion": "v1", "kind": "${PLACEHOLDER.repeat(2)}"}`);
    expect(json?.position(2)).toEqual({ line: 1, column: 10 });
  });

  it.each([
    ["only printed", `echo '${bare}'\nkubectl apply -f a.yaml`],
    ["of the script's arguments", `echo "$*" | kubectl apply -f - <<< "$@"`],
    ["of another command's variable", `kubectl apply -f - <<< "$Y"`],
    ["no manifest", `echo 'a: b' | kubectl apply -f -`],
    ["fed to something else", `echo '${bare}' | tee a.yaml\nkubectl apply -f <(ls)`],
  ])("are none when %s", (_, text) => expect(manifests(text)).toEqual([]));
});

describe("what the shell fills in", () => {
  const text = (body: string, marker = "EOF") =>
    manifests(`kubectl apply -f - <<${marker}\n${body}\nEOF`)[0]?.text;
  const hole = (length: number) => PLACEHOLDER.repeat(length);

  it.each<[string, string, string]>([
    ["a variable", "a: $X", `a: ${hole(2)}`],
    ["a variable in a string", 'a: "x-${X}-y"', `a: "x-${hole(4)}-y"`],
    ["a substitution", "a: $(date +%s)", `a: ${hole(11)}`],
    ["backquotes", "a: `date`", `a: ${hole(6)}`],
    ["an escaped dollar", "a: \\$X", "a: $X"],
    ["a dollar alone", "a: 5$", "a: 5$"],
    ["a line of its own", "a: b\n$REST", `a: b\n#${hole(4)}`],
    ["the value of the key above", "a:\n  $X", `a:\n  ${hole(2)}`],
    ["an item", "a:\n- $X", `a:\n- ${hole(2)}`],
  ])("masks %s", (_, body, expected) => {
    expect(text(body)).toBe(`${expected}\n`);
  });

  it("leaves a quoted heredoc as it is, unless something else fills it in", () => {
    expect(text("a: $X", "'EOF'")).toBe("a: $X\n");
    expect(manifests("cat <<'EOF' | envsubst | kubectl apply -f -\na: $X\nEOF")[0]?.text).toBe(
      `a: ${hole(2)}\n`,
    );
  });

  it("takes the tabs away that `<<-` takes away", () => {
    expect(manifests("kubectl apply -f - <<-EOF\n\ta:\n\t  b: c\n\tEOF")[0]?.text).toBe("a:\n  b: c\n");
  });
});

it("leads to the line and column in the script", () => {
  const [manifest] = manifests(
    "ls\nkubectl apply -f - <<-EOF\n\tkind: $K\n\tmetadata:\n\t  name: \\$a\n\tEOF\n",
  );
  const { documents } = readYamlText({
    file: "s.sh",
    text: manifest!.text,
    language: "yaml",
    position: manifest!.position,
    origin: "heredoc",
  });
  expect(documents[0]?.value).toEqual({ kind: PLACEHOLDER.repeat(2), metadata: { name: "$a" } });
  expect(documents[0]?.locate(["kind"])).toEqual({
    start: { line: 3, column: 2 },
    end: { line: 3, column: 10 },
  });
  expect(documents[0]?.locate(["metadata", "name"]).start).toEqual({ line: 5, column: 4 });
});

it("leads to the line and column in a workflow, where another step may apply the file", () => {
  const workflow =
    "on: push\njobs:\n  a:\n    steps:\n      - run: |\n          cat > x.yaml <<EOF\n          kind: ${{ inputs.kind }}\n          name: b\n          EOF\n      - run: kubectl apply -f x.yaml\n";
  const [manifest] = manifestsIn(readHosted(".github/workflows/a.yml", workflow).documents);
  expect(manifest?.text).toBe(`kind: ${PLACEHOLDER}\nname: b\n`);
  expect(manifest?.position(manifest.text.indexOf("name"))).toEqual({ line: 8, column: 11 });
});

it("never throws, and keeps positions in the script", () => {
  const part = fc.constantFrom(
    "a: ",
    "\n",
    "  ",
    "- ",
    "$X",
    "${X",
    "}",
    "$(",
    ")",
    "`",
    "\\",
    '"',
    "'",
    "$",
    "\t",
    "x",
    "#",
    "|",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), fc.constantFrom("EOF", "'EOF'"), (parts, marker) => {
      const script = `kubectl apply -f - <<${marker}\n${parts.join("")}\nEOF\n`;
      const last = script.split("\n").length;
      for (const { text, position } of manifests(script))
        for (let offset = 0; offset <= text.length; offset++)
          expect(position(offset).line).toBeLessThanOrEqual(last);
    }),
  );
});
