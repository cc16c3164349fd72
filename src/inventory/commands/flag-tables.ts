// Which flags of kubectl, oci, ocne and helm take a value, what their short forms mean, and how many words name a command.
// Plain tables, taken from the programs' own help; they say nothing about right or wrong.

export type Grammar = {
  /** Long flags, without dashes, whose value may be the next word. Others stand alone, or carry theirs after `=`. */
  readonly valued: ReadonlySet<string>;
  /** Every long flag takes a value but these. */
  readonly switches?: ReadonlySet<string>;
  /** Letter → long name. */
  readonly letters: Readonly<Record<string, string>>;
  /** Verb → letters that mean something else there. */
  readonly lettersOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Verbs that have commands below them. */
  readonly groups: ReadonlySet<string>;
  /** Every operand is part of the command's name. */
  readonly allWords?: boolean;
};

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const KUBECTL_GLOBAL =
  "as as-group as-uid as-user-extra cache-dir certificate-authority client-certificate client-key cluster context kubeconfig kuberc " +
  "namespace password profile profile-output request-timeout server tls-server-name token user username v vmodule";

const KUBECTL: Grammar = {
  valued: words(`${KUBECTL_GLOBAL}
    accept-hosts accept-paths address annotation annotations api-group api-prefix api-versions applyset audience categories cert chunk-size
    class class-name cluster-ip clusterrole concurrency container copy-to cpu-percent current-replicas custom default-backend
    description docker-email docker-password docker-server docker-username env external-ip external-name field-manager field-selector
    filename for for-condition from from-env-file from-file from-literal generator grace-period group hard image image-pull-policy
    keepalive key keys kustomize label-columns labels limit-bytes limits load-balancer-ip load-restrictor local-port max
    max-log-requests memory min name node-port output output-directory output-version override-type overrides patch patch-file
    path pod-running-timeout pod-selector port preemption-policy protocol prune-allowlist prune-whitelist raw reject-methods
    reject-paths replicas requests resource resource-name resource-version restart retries revision role rule schedule scopes selector
    serviceaccount session-affinity set-image since since-time skip-wait-for-delete-timeout sort-by subresource tail target
    target-port tcp template timeout to-revision type unix-socket value verb www www-prefix`),
  letters: {
    n: "namespace",
    s: "server",
    v: "v",
    f: "filename",
    k: "kustomize",
    o: "output",
    l: "selector",
    c: "container",
    L: "label-columns",
    A: "all-namespaces",
    w: "watch",
    R: "recursive",
    i: "stdin",
    t: "tty",
    q: "quiet",
    p: "patch",
    e: "env",
    h: "help",
  },
  lettersOf: {
    logs: { f: "follow", p: "previous" },
    run: { l: "labels" },
    expose: { l: "labels" },
    login: { u: "username", p: "password" },
    proxy: { p: "port", w: "www", P: "www-prefix" },
  },
  groups: words("auth config create rollout set certificate top plugin cluster-info apply alpha"),
};

const OCI: Grammar = {
  valued: new Set(),
  switches:
    words(`all cli-auto-prompt debug force generate-full-command-json-input generate-param-json-input help latest-version no-retry
    opt-out-of-certificate-validation raw-output version h i d`),
  letters: { c: "compartment-id", "?": "help", h: "help", i: "cli-auto-prompt", d: "debug" },
  groups: new Set(),
  allWords: true,
};

const HELM: Grammar = {
  valued: words(`
    burst-limit kube-apiserver kube-as-group kube-as-user kube-ca-file kube-context kube-tls-server-name kube-token kubeconfig namespace qps
    registry-config repository-cache repository-config
    api-versions ca-file cert-file destination description history-max key-file keyring kube-version labels max name-template
    output output-dir password post-renderer post-renderer-args repo revision selector set set-file set-json set-literal set-string
    show-only timeout untardir username values version untar-dir app-version offset filter`),
  letters: {
    n: "namespace",
    f: "values",
    g: "generate-name",
    i: "install",
    o: "output",
    a: "api-versions",
    s: "show-only",
    d: "destination",
    l: "selector",
    h: "help",
  },
  lettersOf: {
    package: { u: "dependency-update" },
    registry: { u: "username", p: "password" },
    upgrade: { i: "install" },
  },
  groups: words("repo dependency plugin registry show get search"),
};

const OCNE: Grammar = {
  valued: words(`
    log-level kubeconfig config cluster-name control-plane-nodes worker-nodes version kubernetes-version os-registry os-tag
    auto-start-ui-timeout boot-volume-container-image session provider node filename file destination type arch archive role-control-plane node-name
    destination-cluster key-algorithm key-file name release namespace catalog protocol uri nodes values built-in-catalog pattern pods
    pod skip-sanitize-value output-directory output export-directory timeout delay-between-nodes pre-hosting kubeconfig-path load-balancer
    virtual-ip ssh-key skip-pod-logs-value interface address username password url target command`),
  letters: {
    l: "log-level",
    k: "kubeconfig",
    c: "config",
    C: "cluster-name",
    n: "control-plane-nodes",
    w: "worker-nodes",
    v: "version",
    s: "session",
    P: "provider",
    t: "type",
    a: "arch",
    f: "file",
    d: "destination",
    N: "node",
    r: "release",
    h: "help",
    u: "auto-start-ui",
    o: "output",
    m: "managed",
  },
  lettersOf: {
    application: { n: "namespace", N: "name", c: "catalog", u: "values", b: "built-in-catalog" },
    app: { n: "namespace", N: "name", c: "catalog", u: "values", b: "built-in-catalog" },
    catalog: { n: "name", p: "protocol", u: "uri", N: "name" },
    cat: { n: "name", p: "protocol", u: "uri", N: "name" },
    node: { d: "delay-between-nodes", t: "timeout", p: "pre-hosting", N: "node" },
  },
  groups: words("cluster cl image img node application app applications apps catalog cat catalogs"),
};

export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  kubectl: KUBECTL,
  oc: KUBECTL,
  oci: OCI,
  helm: HELM,
  ocne: OCNE,
};
