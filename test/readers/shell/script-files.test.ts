import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/source.ts";
import { readScriptFile } from "../../../src/readers/shell/script-files.ts";
import { growth } from "../../growth.ts";
import { bash, lines, readFile } from "./shell-reading.ts";

describe("Makefiles", () => {
  const make = (text: string) => lines(readFile("makefile", text));
  it.each<[string, string, string[]]>([
    ["a recipe", "a: b\n\tkubectl exec a\n\tls\n", ["2 kubectl exec a", "3 ls"]],
    [
      "what Make takes off a line",
      "a:\n\t@kubectl exec a\n\t-@kubectl attach b\n\t+ls\n",
      ["2 kubectl exec a", "3 kubectl attach b", "4 ls"],
    ],
    ["a line with its target", "a: b ; @kubectl exec a\n", ["1 kubectl exec a"]],
    ["a continued line", "a:\n\tkubectl logs \\\n\t  -f x\n", ["2 kubectl logs -f x"]],
    [
      "literal variables",
      "NS ?= shop\nK := kubectl -n $(NS)\na:\n\t$(K) exec '${NS}'\n",
      ["4 kubectl -n shop exec shop"],
    ],
    ["unknown variables", "a:\n\tkubectl exec $(POD) $@ $X\n", ["2 kubectl exec ? ? ?"]],
    ["kubectl by a variable's name", "a:\n\t$(KUBECTL) exec a\n", ["2 kubectl exec a"]],
    [
      "the shell's own variables",
      "a:\n\tfor p in $$(kubectl get po); do kubectl exec $$p; done\n",
      ["2 kubectl get po", "2 kubectl exec ?"],
    ],
    [
      "Make's shell function",
      "P = $(shell kubectl get po)\na:\n\tkubectl exec $(shell kubectl get x)\n",
      ["3 kubectl exec ?", "3 kubectl get x", "1 kubectl get po"],
    ],
    [
      "what is defined and called",
      "define go\n@kubectl exec $(1)\n\tls $$X\nendef\na:\n\t$(call go,web)\n",
      ["6 ?", "2 kubectl exec ?", "3 ls ?"],
    ],
    [
      "what is defined and stands alone",
      "define go =\nkubectl exec a\nendef\na:\n\t@$(go)\n",
      ["5 ?", "2 kubectl exec a"],
    ],
    [
      "rules that are made of a definition",
      "define rule\n$(1)-x: kubectl\n\tkubectl exec $(1)\nendef\n$(eval $(call rule,a))\n",
      ["3 kubectl exec ?"],
    ],
    [
      "a manifest that is applied",
      'define POD\napiVersion: v1\nkind: Pod\nendef\nexport POD\na:\n\techo "$$POD" | kubectl apply -f -\n',
      ["7 echo ?", "7 kubectl apply -f -", "2 kubectl apply -f -"],
    ],
    ["a definition that nothing ends", "a:\n\tls\ndefine x\nkubectl exec a\n", ["2 ls"]],
    ["conditions around a line", "a:\nifdef X\n\tkubectl exec a\nendif\n", ["3 kubectl exec a"]],
  ])("reads %s", (_, text, expected) => {
    expect(make(text)).toEqual(expected);
  });

  it.each([
    ["help behind a target", "a: ## kubectl exec a\n"],
    ["a text that is shown", "define HELP\n\tkubectl exec a\nendef\nexport HELP\na:\n\t"],
    ["a comment", "# kubectl exec\na:\n\t# kubectl exec a\n"],
    ["a variable", "HELP = kubectl exec a\n"],
  ])("finds no command in %s", (_, text) => {
    expect(make(text)).toEqual([]);
  });

  it("gives columns behind what was put in", () => {
    const [document] = readFile("makefile", "NS = shopping\na:\n\t@kubectl -n $(NS) exec pod\n").documents;
    expect(document?.host).toBe("make:a");
    expect(document?.commands[0]?.args.at(-1)?.range).toEqual({
      start: { line: 3, column: 25 },
      end: { line: 3, column: 28 },
    });
    expect(document?.commands[0]?.text).toBe("kubectl -n $(NS) exec pod");
  });

  it("knows which target makes a throw-away cluster", () => {
    const { documents } = readFile(
      "makefile",
      "a:\n\tkind create cluster\n\tkubectl exec a\nb:\n\tkubectl exec a\n",
    );
    expect(documents.map(({ ephemeral }) => ephemeral)).toEqual([true, undefined]);
  });
});

describe("justfiles", () => {
  it("reads recipes, with literal variables put in", () => {
    const text =
      "ns := \"shop\"\nlogs pod='a': build\n  @kubectl -n {{ns}} logs {{ pod }} \\\n    --follow\n  -kubectl exec b\n";
    expect(lines(readFile("justfile", text))).toEqual([
      "3 kubectl -n shop logs ? --follow",
      "5 kubectl exec b",
    ]);
  });

  it("knows the beginning of a variable", () => {
    expect(lines(readFile("justfile", 'k := "kubectl -n " + ns\na:\n  {{k}} exec b\n'))).toEqual([
      "3 kubectl -n ? exec b",
    ]);
  });

  it("reads a recipe that is a shell script, and none of another language", () => {
    const text =
      "a:\n  #!/usr/bin/env bash\n  if x; then\n    kubectl exec a\n  fi\nb:\n  #!/usr/bin/env python3\n  kubectl exec b\n";
    expect(lines(readFile("justfile", text))).toEqual(["3 x", "4 kubectl exec a"]);
  });
});

describe("Jenkinsfiles", () => {
  it.each<[string, string, string[]]>([
    ["single quotes", "sh 'kubectl exec $POD'", ["1 kubectl exec ?"]],
    ["double quotes", 'sh "kubectl -n ${env.NS} exec $pod.name \\$POD a"', ["1 kubectl -n ? exec ? ? a"]],
    ["three quotes", "sh '''\n  kubectl exec a\n  ls'''", ["2 kubectl exec a", "3 ls"]],
    [
      "three double quotes",
      'sh """kubectl exec a\nkubectl attach ${x ? "}" : b}"""',
      ["1 kubectl exec a", "2 kubectl attach ?"],
    ],
    ["brackets", "sh('kubectl exec a')", ["1 kubectl exec a"]],
    [
      "named arguments",
      "x = sh(label: 'a (b', script: 'kubectl exec a', returnStdout: true).trim()",
      ["1 kubectl exec a"],
    ],
    [
      "named arguments without brackets",
      "sh script: 'kubectl exec a', returnStatus: true",
      ["1 kubectl exec a"],
    ],
    ["an added part", "sh 'kubectl exec ' + pod", ["1 kubectl exec ?"]],
    ["a comment", "// sh 'kubectl exec a'\n/* sh 'kubectl exec b' */", []],
    ["a string", "echo \"sh 'kubectl exec a'\"\nstage('sh') {}", []],
    [
      "a batch file",
      'bat \'kubectl exec a\'\npowershell """\n$x = 1\nkubectl exec b\n"""',
      ["1 kubectl exec a", "4 kubectl exec b"],
    ],
    ["another step", "posh 'kubectl exec b'\ncombat 'kubectl exec c'", []],
  ])("reads a step with %s", (_, text, expected) => {
    expect(lines(readFile("jenkinsfile", text))).toEqual(expected);
  });
});

it("puts in what a Jenkinsfile gives a name once", () => {
  const text = `def kc = 'kubectl -n web' // x\ndef v = "a"\nv = 'b'\nenvironment {\n  NS = "shop"\n}\nsh "\${kc} exec $v \${env.NS}"\nsh '\${kc} x'\n`;
  expect(lines(readFile("jenkinsfile", text))).toEqual(["7 kubectl -n web exec ? shop", "8 ? x"]);
});

it("knows what Helm fills in", () => {
  const text =
    "kubectl -n {{ .Release.Namespace }} exec a\n{{- if .Values.x }}\nkubectl attach b\n{{- end }}\n";
  expect(lines(readFile("shell", text))).toEqual(["1 kubectl -n ? exec a", "3 kubectl attach b"]);
  expect(lines(readFile("shell", "docker inspect -f '{{.State}}' a\n"))).toEqual([
    "1 docker inspect -f {{.State}} a",
  ]);
});

describe("Tiltfiles", () => {
  it.each<[string, string, string[]]>([
    ["local", "x = str(local('kubectl exec a', quiet=True))", ["1 kubectl exec a"]],
    [
      "local_resource",
      "local_resource('name', 'kubectl exec a', serve_cmd='kubectl attach b', deps=['kubectl'])",
      ["1 kubectl exec a", "1 kubectl attach b"],
    ],
    ["a list", "local(['kubectl', 'exec', \"it's\"])", ["1 kubectl exec it's"]],
    ["three quotes", 'local("""\nkubectl exec a\n""")', ["2 kubectl exec a"]],
    [
      "formats",
      "local('kubectl exec %s' % x)\nlocal(f'kubectl exec {x}')\nlocal('kubectl exec {}'.format(x))",
      ["1 kubectl exec ?", "2 kubectl exec ?", "3 kubectl exec ?"],
    ],
    [
      "forwarded ports",
      "k8s_resource('a', port_forwards=8080)\nk8s_resource(\n  'b',\n  port_forwards=['80:80'],\n)\nk8s_resource('c', port_forwards=[])\nk8s_resource('d')\nk8s_resource('e', port_forwards = [ ])\nk8s_resource('f', port_forwards = None)",
      ["1 tilt.port_forwards", "4 tilt.port_forwards"],
    ],
    ["a comment", "# local('kubectl exec a')", []],
    ["another function", "k8s_yaml('kubectl exec a')\nprint(\"local('kubectl exec a')\")", []],
  ])("reads %s", (_, text, expected) => {
    expect(lines(readFile("tiltfile", text))).toEqual(expected);
  });
});

it.each<[Language, string]>([
  ["jenkinsfile", "node {\n  // oke-policy: ignore[x] y\n  sh 'kubectl exec a'\n}\n"],
  ["tiltfile", "# oke-policy: ignore[x] y\nlocal('kubectl exec a')\n"],
  ["makefile", "# oke-policy: ignore[x] y\na:\n\tkubectl exec a\n"],
])("keeps comments of a %s around its scripts", (language, text) => {
  const comments = readFile(language, text).documents.flatMap((document) => document.comments);
  expect(comments.map((comment) => comment.text)).toEqual(["oke-policy: ignore[x] y"]);
});

describe("PowerShell files", () => {
  const powershell = (text: string) =>
    lines(readScriptFile({ file: "a.ps1", language: "shell", text, named: false }, bash));

  it.each<[string, string, string[]]>([
    ["a call in a block", "if ($tail) { kubectl exec a }\n", ["1 kubectl exec a }"]],
    ["a job", "Start-Job -ScriptBlock { kubectl exec a }\n", ["1 kubectl exec a }"]],
    [
      "a process",
      'Start-Process kubectl -ArgumentList "port-forward", "svc/web" -NoNewWindow\n$p = Start-Process -FilePath oc -ArgumentList @("exec","a") -PassThru\n',
      ["1 kubectl port-forward svc/web", "2 oc exec a"],
    ],
    [
      "each of what another gives",
      "kubectl get pods -o name | ForEach-Object { kubectl exec $_ }\n",
      ["1 kubectl get pods -o name", "1 kubectl exec ? }"],
    ],
    [
      "a text that is piped",
      '@"\napiVersion: v1\nname: "$name" `$x $(Get-Date)\n"@ | kubectl apply -f -\n',
      ["1 echo ?", "4 kubectl apply -f -"],
    ],
    [
      "a text in a variable",
      "$yaml = @'\napiVersion: v1\nname: 'a'\n'@\n$yaml | kubectl apply -f -\n",
      ['5 echo \napiVersion: v1\nname: "a"\n', "5 kubectl apply -f -"],
    ],
    ["a call in a function", "function f { param($p) kubectl exec $p }\n", ["1 kubectl exec ? }"]],
    ["a call in an arm", "switch ($x) { 'a' { kubectl exec a } }\n", ["1 kubectl exec a } }"]],
    ["a call in a condition", "if (kubectl exec a) { 'x (y)' }\n", ["1 kubectl exec a"]],
    ["a call in brackets", "$r = (kubectl exec a) -join ''\n", ["1 kubectl exec a"]],
    [
      "a call whose text is given",
      "Invoke-Expression \"kubectl exec a\"\niex 'kubectl exec b'\n",
      ["1 kubectl exec a", "2 kubectl exec b"],
    ],
    ["no call in a text", "Write-Host 'a; kubectl exec b'\nf('(kubectl exec a')\n# ; kubectl exec c\n", []],
    ["a text of another kind", '$help = @"\nkubectl exec a\n"@\n', []],
  ])("is read further: %s", (_, text, expected) => {
    expect(powershell(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      "plain calls",
      "$a = 1\nkubectl exec $Pod -- ls\n$out = kubectl logs -f a\n",
      ["2 kubectl exec ? -- ls", "3 kubectl logs -f a"],
    ],
    ["continued ones", "& kubectl logs `\r\n  -f a\r\n", ["1 kubectl logs -f a"]],
    [
      "none in comments",
      "# kubectl exec a\n<#\nkubectl exec a\n#>\nkubectl attach a\n",
      ["5 kubectl attach a"],
    ],
    [
      "none in strings",
      '$a = @"\nkubectl exec a\n"@\nWrite-Host "kubectl exec a"\nkubectl attach a\n',
      ["5 kubectl attach a"],
    ],
  ])("give %s", (_, text, expected) => expect(powershell(text)).toEqual(expected));
});

it.each<[Language]>([["makefile"], ["justfile"], ["jenkinsfile"], ["tiltfile"], ["shell"]])(
  "never throws on a %s of any text",
  (language) => {
    const part = fc.constantFrom(
      "a",
      ":",
      "\n",
      "\t",
      " ",
      "$",
      "$(",
      "${",
      ")",
      "}",
      "{{",
      "}}",
      "'",
      '"',
      "'''",
      '"""',
      "\\",
      "sh ",
      "local(",
      "(",
      "=",
      ":=",
      "#",
      "@",
      "shell ",
      "//",
      ",",
      "%",
      "+",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const last = text.split("\n").length;
        for (const { commands } of readFile(language, text).documents)
          for (const { range } of commands) expect(range.end.line).toBeLessThanOrEqual(last);
      }),
      { numRuns: 400 },
    );
  },
);

it.each<[Language, string]>([
  ["makefile", "a:\n\techo $(X) $("],
  ["jenkinsfile", 'sh "${ '],
  ["tiltfile", "local('a', "],
  ["justfile", "a:\n  echo {{ x\n"],
])("reads a %s in step with its length", (language, part) => {
  const text = (size: number) => part.repeat(size / part.length);
  expect(growth(text, (made) => readFile(language, made), [10_000, 100_000])).toBeLessThan(60);
});

it("leaves other languages alone", () => {
  expect(readFile("markdown", "kubectl exec a")).toEqual({ documents: [], problems: [] });
});
