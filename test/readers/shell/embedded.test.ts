import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lines, readHosted } from "./shell-reading.ts";

const hosts = (file: string, text: string) => readHosted(file, text).documents.map(({ host }) => host);

describe("GitHub workflows", () => {
  const workflow = (steps: string, head = "") =>
    `on: push\n${head}jobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`;
  const read = (steps: string, head = "") => readHosted(".github/workflows/a.yml", workflow(steps, head));

  it("reads every step of every job, at its line", () => {
    const reading = read(
      "      - run: kubectl exec a\n      - name: x\n        run: |\n          ls\n          kubectl logs \\\n            -f b\n",
    );
    expect(lines(reading)).toEqual(["6 kubectl exec a", "9 ls", "10 kubectl logs -f b"]);
    expect(reading.documents.map(({ host }) => host)).toEqual(["workflow:test", "workflow:test"]);
    expect(reading.problems).toEqual([]);
  });

  it("takes an expression for an unknown value, unless it names a literal variable", () => {
    const steps = "      - run: kubectl -n ${{ env.NS }} exec ${{ inputs.pod || 'a)' }} -c x\n";
    expect(lines(read(steps, "env: {NS: shop}\n"))).toEqual(["7 kubectl -n shop exec ? -c x"]);
    expect(read(steps).documents[0]?.commands[0]?.text).toBe(
      "kubectl -n ${{ env.NS }} exec ${{ inputs.pod || 'a)' }} -c x",
    );
  });

  it("gives columns in the file, behind an expression as well", () => {
    const command = read("      - run: kubectl -n ${{ env.NS }} exec pod\n").documents[0]?.commands[0];
    expect(command?.range).toEqual({ start: { line: 6, column: 14 }, end: { line: 6, column: 47 } });
    expect(command?.args.at(-1)?.range).toEqual({
      start: { line: 6, column: 44 },
      end: { line: 6, column: 47 },
    });
  });

  it("knows kubectl in an expression", () => {
    expect(lines(read("      - run: ${{ env.KUBECTL }} exec a\n"))).toEqual(["6 kubectl exec a"]);
  });

  it.each(["python", "node {0}"])("skips steps of %s", (shell) => {
    expect(lines(read(`      - run: kubectl exec a\n        shell: ${shell}\n`))).toEqual([]);
  });

  it.each(["bash", "sh", "bash -l {0}", "/bin/bash -e {0}"])("reads steps of %s", (shell) => {
    expect(lines(read(`      - run: kubectl exec a\n        shell: ${shell}\n`))).toEqual([
      "6 kubectl exec a",
    ]);
  });

  it("reads plain calls alone on Windows and in its shells", () => {
    const script = [
      "$pod = kubectl get pod -o name",
      "if ($pod) {",
      "  kubectl -n $env:NS exec $pod `",
      "    -- ls",
      "  & kubectl.exe logs @flags web",
      '  Write-Host "kubectl attach',
      "}",
      "%KUBECTL% attach web",
      "@oci ce cluster list -c %C%",
    ];
    const step = `      - run: |\n${script.map((line) => `          ${line}\n`).join("")}`;
    const expected = [
      "7 kubectl get pod -o name",
      "9 kubectl -n ? exec ? -- ls",
      "11 kubectl logs ? web",
      "15 oci ce cluster list -c ?",
    ];
    const onWindows = workflow(step).replace("ubuntu-24.04", "windows-latest");
    for (const reading of [
      readHosted(".github/workflows/a.yml", onWindows),
      read(`${step}        shell: pwsh\n`),
      read(`${step}        shell: cmd\n`),
    ]) {
      expect(lines(reading)).toEqual(expected);
      expect(reading.problems).toEqual([]);
    }
  });

  it("reads what Oracle's action is given behind oci", () => {
    const step = `      - uses: oracle-actions/run-oci-cli-command@v1.3.1\n        with:\n          command: "ce cluster list -c \${{ env.C }}"\n`;
    expect(lines(read(step))).toEqual(["8 oci ce cluster list -c ?"]);
  });

  it("reads the command that an action repeats", () => {
    const step =
      "      - uses: nick-fields/retry@v3\n        with:\n          max_attempts: 3\n          command: kubectl exec a\n";
    expect(lines(read(step))).toEqual(["9 kubectl exec a"]);
    expect(lines(read(step.replace("nick-fields/retry", "example/comment")))).toEqual([]);
  });

  it.each([
    ["actions-hub/kubectl@master", "args: logs -f a", ["8 kubectl logs -f a"]],
    ["steebchen/kubectl@v2", "command: exec ${{ inputs.pod }}", ["8 kubectl exec ?"]],
    ["steebchen/kubectl@v2", "command: kubectl exec a", ["8 kubectl exec a"]],
    ["docker://bitnami/kubectl:1.31", "args: exec a", ["8 kubectl exec a"]],
    ["azure/setup-kubectl@v4", "args: exec a", []],
    ["example/install-kubectl@v1", "command: exec a", []],
    ["docker://reg.example/kubectl-docs/site:1", "args: exec a", []],
    ["actions-hub/kubectl@master", "config: exec a", []],
  ])("reads what %s is given behind kubectl: %s", (action, given, expected) => {
    const step = `      - uses: ${action}\n        with:\n          ${given}\n`;
    expect(lines(read(step))).toEqual(expected);
  });

  it.each([
    "helm/kind-action@v1",
    "medyagh/setup-minikube@latest",
    "engineerd/setup-kind@v0.5.0",
    "AbsaOSS/k3d-action@v2",
  ])("knows that a job with %s works on a throw-away cluster", (action) => {
    const reading = read(
      `      - run: kubectl exec a\n      - uses: ${action}\n  deploy:\n    steps:\n      - run: kubectl exec b\n`,
    );
    expect(reading.documents.map(({ ephemeral }) => ephemeral)).toEqual([true, undefined]);
  });

  it("knows it by a command of another step as well", () => {
    const reading = read("      - run: kind create cluster\n      - run: kubectl exec a\n");
    expect(reading.documents.map(({ ephemeral }) => ephemeral)).toEqual([true, true]);
  });

  it("reads composite actions", () => {
    expect(
      lines(
        readHosted(
          "x/action.yml",
          "runs:\n  using: composite\n  steps:\n    - run: kubectl exec a\n      shell: bash\n",
        ),
      ),
    ).toEqual(["4 kubectl exec a"]);
  });
});

describe("other pipelines and task files", () => {
  it.each<[string, string, string, string[], string[]]>([
    [
      "GitLab",
      ".gitlab-ci.yml",
      "variables: {NS: shop}\na:\n  stage: x\n  before_script: [P=b]\n  script:\n    - kubectl -n $NS exec $P\n    - - kubectl attach a\n  after_script: kubectl cp a b\n",
      ["4 ?", "6 kubectl -n shop exec b", "7 kubectl attach a", "8 kubectl cp a b"].slice(1),
      ["gitlab:a", "gitlab:a"],
    ],
    [
      "GitLab by its shape",
      "ci/deploy.yml",
      "a:\n  stage: x\n  script: [kubectl exec a]\n",
      ["3 kubectl exec a"],
      ["gitlab:a"],
    ],
    [
      "Azure",
      "azure-pipelines.yml",
      "variables: {ns: shop}\njobs:\n- job: a\n  steps:\n  - script: kubectl -n $(ns) exec $(Build.Id) $(kubectl get x)\n  - bash: kubectl attach a\n  - task: Bash@3\n    inputs: {script: kubectl cp a b}\n  - pwsh: kubectl exec c\n",
      [
        "5 kubectl -n shop exec ? ?",
        "5 kubectl get x",
        "6 kubectl attach a",
        "8 kubectl cp a b",
        "9 kubectl exec c",
      ],
      ["azure:a", "azure:a", "azure:a", "azure:a"],
    ],
    [
      "the tasks of Azure for kubectl and Helm",
      "azure-pipelines.yml",
      "steps:\n- task: Kubernetes@1\n  inputs: {command: logs, arguments: -f $(pod)}\n- task: HelmDeploy@0\n  inputs:\n    command: upgrade\n    chartName: istio/istiod\n- task: Kubernetes@1\n  inputs: {connectionType: None}\n",
      ["3 kubectl logs -f ?", "7 helm upgrade release istio/istiod"],
      ["azure", "azure"],
    ],
    [
      "OCI DevOps",
      "build_spec.yaml",
      "version: 0.1\ncomponent: build\nenv:\n  variables: {NS: shop}\nsteps:\n  - type: Command\n    name: deploy\n    command: |\n      kubectl -n $NS exec a\n    onFailure:\n      - type: Command\n        command: kubectl attach a\n",
      ["9 kubectl -n shop exec a", "12 kubectl attach a"],
      ["devops:deploy", "devops:deploy"],
    ],
    [
      "Taskfile",
      "Taskfile.yml",
      "version: '3'\nvars: {NS: shop, P: {sh: kubectl get po}}\ntasks:\n  a:\n    cmds:\n      - kubectl -n {{.NS}} exec {{.P}}\n      - cmd: kubectl attach a\n      - task: b\n  b: kubectl cp a b\n",
      ["2 kubectl get po", "6 kubectl -n shop exec ?", "7 kubectl attach a", "9 kubectl cp a b"],
      ["task", "task:a", "task:b"],
    ],
    [
      "skaffold",
      "skaffold.yaml",
      'apiVersion: skaffold/v4beta1\ndeploy:\n  kubectl:\n    hooks:\n      before:\n        - host:\n            command: ["sh", "-c", "kubectl exec \'a\'"]\n        - container:\n            command: [kubectl, attach, b]\n',
      ["7 sh -c kubectl exec 'a'", "7 kubectl exec a"],
      ["skaffold:before"],
    ],
    [
      "package.json",
      "x/package.json",
      '{\n "scripts": {\n  "a": "kubectl exec \\"a b\\" && ls",\n  "b": "tsc"\n }\n}',
      ["3 kubectl exec a b", "3 ls", "4 tsc"],
      ["package.json:a", "package.json:b"],
    ],
    [
      "cloud-config",
      "init.yaml",
      "#cloud-config\nruncmd:\n  - kubectl exec a\n  - [oke, bootstrap, --max, 5]\nwrite_files:\n  - path: /x\n    content: |\n      #!/bin/bash\n      kubectl attach x\n  - path: /y\n    content: kubectl exec no\n",
      ["3 kubectl exec a", "4 oke bootstrap --max 5", "9 kubectl attach x"],
      ["cloud-init", "cloud-init"],
    ],
    [
      "cloud-config with encoded files",
      "init.yaml",
      [
        "#cloud-config",
        "write_files:",
        "  - path: /a.sh",
        "    encoding: b64",
        `    content: ${Buffer.from("#!/bin/bash\nkubectl attach a\nls\n").toString("base64")}`,
        "  - path: /b",
        "    encoding: gz+b64",
        `    content: ${gzipSync("#!/bin/sh\nkubectl attach b\n").toString("base64")}`,
        "  - path: /c",
        "    encoding: gzip",
        `    content: !!binary ${gzipSync("#!/bin/sh\nkubectl attach c\n").toString("base64")}`,
        "  - path: /no.sh",
        "    encoding: b64",
        `    content: ${Buffer.from("#!/usr/bin/python3\nkubectl()\n").toString("base64")}`,
        "  - path: /broken.sh",
        "    encoding: b64",
        "    content: kubectl attach d",
        "",
      ].join("\n"),
      ["5 kubectl attach a", "5 ls", "8 kubectl attach b", "11 kubectl attach c"],
      ["cloud-init", "cloud-init", "cloud-init"],
    ],
    [
      "Ansible",
      "play.yml",
      "- hosts: all\n  tasks:\n    - name: x\n      ansible.builtin.shell: kubectl exec {{ pod }}\n    - block:\n        - command: {cmd: kubectl attach a}\n",
      ["4 kubectl exec ?", "6 kubectl attach a"],
      ["ansible:x", "ansible:task"],
    ],
    [
      "what modules of Ansible do",
      "tasks/main.yml",
      [
        "- name: x",
        "  kubernetes.core.k8s_cp: {pod: a}",
        "- kubernetes.core.helm: {name: m, chart_ref: istio/istiod, chart_repo_url: 'https://x.example/charts'}",
        "- kubernetes.core.helm: {name: m, chart_ref: istio/istiod, state: absent}",
        "- kubernetes.core.k8s: {src: 'https://x.example/a.yaml'}",
        "- kubernetes.core.k8s: {src: a.yaml}",
        "- command: {argv: [kubectl, exec, '{{ pod }}']}",
        "- local_action: shell kubectl exec b",
        "- action: debug msg=kubectl",
        "",
      ].join("\n"),
      [
        "2 kubernetes.core.k8s_cp",
        "3 helm install ansible istio/istiod --repo https://x.example/charts",
        "5 kubectl apply -f https://x.example/a.yaml",
        "7 kubectl exec ?",
        "8 kubectl exec b",
      ],
      ["ansible:x", "ansible:task", "ansible:task", "ansible:task", "ansible:task"],
    ],
    [
      "packages that Ansible brings up to date",
      "play.yml",
      "- hosts: all\n  tasks:\n    - dnf: {name: [a, 'b-1'], state: latest}\n    - yum: name=a,b state=latest\n    - apt:\n        name: c\n        only_upgrade: true\n    - apt: {name: d, state: present}\n    - dnf: {name: '{{ e }}', state: latest}\n",
      ["3 dnf update a b-1", "4 dnf update a b", "5 apt-get install --only-upgrade c"],
      ["ansible:task", "ansible:task", "ansible:task"],
    ],
  ])("reads %s", (_, file, text, expected, expectedHosts) => {
    const reading = readHosted(file, text);
    expect(lines(reading)).toEqual(expected);
    expect(hosts(file, text)).toEqual(expectedHosts);
    expect(reading.problems).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      "a Kubernetes manifest",
      "pod.yaml",
      "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: x/kubectl exec\n      command: [sleep, kubectl-exec]\n",
    ],
    ["values", "values.yaml", "script: kubectl exec a\njobs: {a: {run: kubectl exec b}}\n"],
    ["a list", "x.yaml", "- run: kubectl exec a\n"],
    ["a tsconfig", "tsconfig.json", '{"scripts": {"a": "kubectl exec a"}}'],
  ])("finds nothing in %s", (_, file, text) => {
    expect(readHosted(file, text)).toEqual({ documents: [], problems: [] });
  });

  it("reads a script behind an anchor once", () => {
    const reading = readHosted(
      ".gitlab-ci.yml",
      ".x: &x\n  - kubectl exec a\na:\n  script: *x\nb:\n  script: *x\n",
    );
    expect(lines(reading)).toEqual(["2 kubectl exec a"]);
  });
});

it("gives Ansible's module for commands in pods as a command at its key", () => {
  const text = "- hosts: all\n  tasks:\n    - name: x\n      kubernetes.core.k8s_exec:\n        pod: a\n";
  const [command] = readHosted("play.yml", text).documents.flatMap(({ commands }) => commands);
  expect(command?.program).toBe("kubernetes.core.k8s_exec");
  expect(command?.range).toEqual({ start: { line: 4, column: 7 }, end: { line: 4, column: 31 } });
});

describe("scalars", () => {
  const place = (scalar: string) => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - run: ${scalar}\n        name: z\n`;
    return readHosted(".github/workflows/a.yml", text).documents.flatMap(({ commands }) =>
      commands.map(
        ({ range: { start, end }, program }) =>
          `${program} ${start.line}:${start.column}-${end.line}:${end.column}`,
      ),
    );
  };
  it.each<[string, string, string[]]>([
    ["plain", "aa b && cc d", ["aa 5:14-5:18", "cc 5:22-5:26"]],
    ["plain over lines", "aa b\n          c;\n\n          dd", ["aa 5:14-6:12", "dd 8:11-8:13"]],
    ["literal", "|\n          aa b\n\n            cc d\n", ["aa 6:11-6:15", "cc 8:13-8:17"]],
    ["literal with an indentation", "|2-\n            aa b\n          cc", ["aa 6:13-6:17", "cc 7:11-7:13"]],
    ["literal with a comment", "| # x\n          aa\n", ["aa 6:11-6:13"]],
    ["literal that begins with empty lines", "|\n\n\n          aa\n", ["aa 8:11-8:13"]],
    ["folded", ">-\n          aa b\n          c\n\n          dd e\n", ["aa 6:11-7:12", "dd 9:11-9:15"]],
    [
      "folded with deeper lines",
      ">\n          aa b\n            cc\n          dd\n",
      ["aa 6:11-6:15", "cc 7:13-7:15", "dd 8:11-8:13"],
    ],
    ["single quoted", "'aa ''b''; cc'", ["aa 5:15-5:23", "cc 5:25-5:27"]],
    ["double quoted", '"aa \\"b\\"\\n\\tcc \\x41 \\u00e9"', ["aa 5:15-5:23", "cc 5:27-5:41"]],
    ["double quoted over lines", '"aa \\\n          b;\n          cc"', ["aa 5:15-6:12", "cc 7:11-7:13"]],
  ])("places what stands in a %s scalar", (_, scalar, expected) => {
    expect(place(scalar)).toEqual(expected);
  });

  it("keeps places exact whatever the style", () => {
    const word = fc.constantFrom("aa", "b-b", "x=1", "12");
    const style = fc.constantFrom("|", "|-", ">", "plain", "'", '"');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        style,
        fc.integer({ min: 1, max: 5 }),
        (content, style, indent) => {
          const pad = " ".repeat(8 + indent);
          const body = content.map((words) => `echo ${words.join(" ")};`).join(`\n${pad}`);
          const scalar =
            style === "plain"
              ? body
              : style.length === 1 && "'\"".includes(style)
                ? style + body + style
                : `${style}\n${pad}${body}`;
          const text = `on: push\njobs:\n  a:\n    steps:\n      - run: ${scalar}\n`;
          const rows = text.split("\n");
          const reading = readHosted(".github/workflows/a.yml", text);
          const commands = reading.documents.flatMap(({ commands }) => commands);
          expect(commands).toHaveLength(content.length);
          for (const { range, text: source } of commands)
            expect(rows[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1)).toBe(
              source,
            );
        },
      ),
    );
  });
});

it("never throws on documents of any shape", () => {
  const key = fc.constantFrom(
    "on",
    "jobs",
    "steps",
    "run",
    "script",
    "before_script",
    "runs",
    "using",
    "tasks",
    "cmds",
    "component",
    "command",
    "runcmd",
    "write_files",
    "content",
    "hooks",
    "hosts",
    "shell",
    "env",
    "variables",
    "a",
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>("kubectl exec a", "composite", "build", "x\ny: 'z'\n", "", 1, true, null),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    ),
  }));
  const file = fc.constantFrom(
    ".github/workflows/a.yml",
    ".gitlab-ci.yml",
    "azure-pipelines.yml",
    "Taskfile.yml",
    "build_spec.yaml",
    "action.yml",
    "play.yml",
    "package.json",
  );
  fc.assert(
    fc.property(file, tree, (file, value) => void readHosted(file, JSON.stringify(value, null, 1))),
    { numRuns: 300 },
  );
});

it("knows kubectl in a variable of Task whose value is a template", () => {
  const text =
    'version: "3"\nvars: {KUBECTL: "kubectl -n {{.NS}}"}\ntasks:\n  a: "{{.KUBECTL}} exec a"\n  b: "{{.TOOL}} exec a"\n';
  expect(lines(readHosted("Taskfile.yml", text))).toEqual(["4 kubectl -n ? exec a", "5 ? exec a"]);
});

it.each<[string, string, string, string[]]>([
  [
    "a variable of Task that holds more than kubectl",
    "Taskfile.yml",
    'version: "3"\nvars: {NS: a, K: "kubectl -n {{.NS}}", L: "$X {{.NS}}"}\ntasks:\n  b: "{{.K}} exec c; {{.L}} exec d"\n',
    ["4 kubectl -n a exec c", "4 ? exec d"],
  ],
  [
    "steps on a condition",
    "t.yml",
    "steps:\n  - bash: ls\n  - ${{ if eq(1, 1) }}:\n    - script: kubectl exec a\n    - ${{ each p in x }}:\n      - bash: kubectl exec b\n",
    ["2 ls", "4 kubectl exec a", "6 kubectl exec b"],
  ],
  ["hidden jobs", "ci/t.yml", ".a:\n  script:\n    - kubectl exec a\n", ["3 kubectl exec a"]],
  ["no jobs", "x.yml", ".a:\n  script: kubectl exec a\nb:\n  script: [kubectl exec b]\n", []],
  [
    "variables of a play and a raw task",
    "play.yml",
    "- hosts: a\n  vars: {k: kubectl -n b, l: '{{ m }}'}\n  tasks:\n    - shell: '{{ k }} exec c'\n    - raw: kubectl exec d\n    - command: '{{ l }} exec e'\n",
    ["4 kubectl -n b exec c", "5 kubectl exec d", "6 ? exec e"],
  ],
])("reads %s", (_, file, text, expected) => expect(lines(readHosted(file, text))).toEqual(expected));

describe("lists of commands", () => {
  it.each<[string, string, string, string[]]>([
    [
      "CircleCI",
      ".circleci/config.yml",
      "jobs:\n  a:\n    environment: {NS: shop}\n    steps:\n      - checkout\n      - run: kubectl -n $NS exec << parameters.pod >>\n      - when:\n          steps:\n            - run: {name: x, command: kubectl logs -f a}\n",
      ["6 kubectl -n shop exec ?", "9 kubectl logs -f a"],
    ],
    [
      "Bitbucket",
      "bitbucket-pipelines.yml",
      "pipelines:\n  default:\n    - step:\n        script:\n          - N=a\n          - kubectl exec $N\n          - pipe: atlassian/x\n        after-script: [ls $N]\n",
      ["6 kubectl exec a", "8 ls ?"],
    ],
    [
      "Drone",
      "ci.yml",
      "kind: pipeline\nsteps:\n  - name: a\n    commands:\n      - kubectl exec a\n",
      ["5 kubectl exec a"],
    ],
    [
      "Woodpecker",
      ".woodpecker/deploy.yaml",
      "steps:\n  a:\n    image: x\n    commands: [kubectl exec a]\n",
      ["4 kubectl exec a"],
    ],
    [
      "Travis",
      ".travis.yml",
      "script:\n  - kubectl exec a\nafter_script: ls\n",
      ["2 kubectl exec a", "3 ls"],
    ],
    ["Buildkite", ".buildkite/p.yml", 'steps:\n  - command: "kubectl exec a"\n', ["2 kubectl exec a"]],
    [
      "Semaphore",
      ".semaphore/semaphore.yml",
      "blocks:\n  - task:\n      jobs:\n        - commands:\n            - kubectl exec a\n",
      ["5 kubectl exec a"],
    ],
    ["Codefresh", "codefresh.yml", "steps:\n  a:\n    commands: [kubectl exec a]\n", ["3 kubectl exec a"]],
    ["Cirrus", ".cirrus.yml", "task:\n  deploy_script:\n    - kubectl exec a\n", ["3 kubectl exec a"]],
    [
      "CodeBuild",
      "ci/build.yml",
      "phases:\n  build:\n    commands: [kubectl exec a]\n    finally: [kubectl attach b]\n",
      ["3 kubectl exec a", "4 kubectl attach b"],
    ],
  ])("are read in the files of %s", (_, file, text, expected) => {
    const reading = readHosted(file, text);
    expect(lines(reading)).toEqual(expected);
    expect(reading.problems).toEqual([]);
  });

  it("share a throw-away cluster within a job of CircleCI alone", () => {
    const text =
      "jobs:\n  a:\n    steps:\n      - run: kind create cluster\n      - run: kubectl exec a\n  b:\n    steps:\n      - run: kubectl exec b\n";
    const { documents } = readHosted(".circleci/config.yml", text);
    expect(documents.map(({ ephemeral }) => ephemeral)).toEqual([true, true, undefined]);
  });

  it.each([
    ["steps.yml", "steps:\n  - name: a\n    commands: [kubectl exec a]\n"],
    ["a.yml", "kind: pipeline\nsteps: [{name: a}]\n"],
    ["openapi.yml", "script: kubectl exec a\n"],
  ])("are left alone where nothing says whose they are: %s", (file, text) => {
    expect(hosts(file, text)).toEqual([]);
  });
});

describe("what pods run", () => {
  const object = (kind: string, spec: string, version = "v1") =>
    `apiVersion: ${version}\nkind: ${kind}\nspec:\n${spec}`;

  it.each<[string, string, string[]]>([
    [
      "a step of Tekton",
      object(
        "Task",
        '  steps:\n    - image: x\n      script: |\n        #!/usr/bin/env bash\n        kubectl -n $(params.ns) exec "$(kubectl get pod -o name)"\n',
        "tekton.dev/v1",
      ),
      ["8 kubectl -n ? exec ?", "8 kubectl get pod -o name"],
    ],
    [
      "words of a step",
      object(
        "Task",
        '  steps:\n    - image: x\n      command: [kubectl]\n      args: [logs, "-f", $(params.pod)]\n',
        "tekton.dev/v1beta1",
      ),
      ["6 kubectl logs -f ?"],
    ],
    [
      "a script of Argo",
      object(
        "Workflow",
        "  templates:\n    - script:\n        image: x\n        command: [bash]\n        source: kubectl exec {{inputs.parameters.pod}}\n",
        "argoproj.io/v1alpha1",
      ),
      ["8 kubectl exec ?"],
    ],
    [
      "a shell in a container",
      object(
        "CronJob",
        "  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - image: x\n              command: [sh, -c]\n              args:\n                - |\n                  kubectl -n $(NS) exec a\n",
        "batch/v1",
      ),
      ["10 sh -c ?", "13 kubectl -n ? exec a"],
    ],
    [
      "kubectl itself",
      object("Pod", "  initContainers:\n    - image: x\n      args: [kubectl, wait, pod/a]\n"),
      ["6 kubectl wait pod/a"],
    ],
  ])("is read: %s", (_, text, expected) => {
    expect(lines(readHosted("a.yaml", text))).toEqual(expected);
  });

  it.each([
    [
      "a script in another language",
      object(
        "Task",
        "  steps:\n    - image: x\n      script: |\n        #!/usr/bin/env python\n        kubectl\n",
        "tekton.dev/v1",
      ),
    ],
    [
      "a program of Argo's own",
      object(
        "Workflow",
        "  templates:\n    - script: {image: x, command: [python], source: kubectl exec a}\n",
        "argoproj.io/v1alpha1",
      ),
    ],
    [
      "a container that calls nothing",
      object("Pod", "  containers:\n    - {image: bitnami/kubectl, command: [sleep, '1']}\n"),
    ],
    [
      "a delivery of Argo",
      object("Application", "  source: {image: x, script: kubectl}\n", "argoproj.io/v1alpha1"),
    ],
    ["junk", object("Pod", "  containers: {args: [kubectl exec]}\n  initContainers: [kubectl, [kubectl]]\n")],
  ])("is not read: %s", (_, text) => {
    expect(lines(readHosted("a.yaml", text))).toEqual([]);
  });
});
