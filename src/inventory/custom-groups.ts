// Which API groups are Kubernetes' own. Takes the name of a group; knows no kinds.

/** Groups of Kubernetes itself; all others that have a dot come from custom resources. */
const OWN_GROUPS: ReadonlySet<string> = new Set(
  [
    "admissionregistration",
    "apiextensions",
    "apiregistration",
    "authentication",
    "authorization",
    "certificates",
    "coordination",
    "discovery",
    "events",
    "flowcontrol.apiserver",
    "networking",
    "node",
    "rbac.authorization",
    "resource",
    "scheduling",
    "storage",
  ].map((name) => `${name}.k8s.io`),
);

export function isCustomGroup(group: string): boolean {
  return group.includes(".") && !OWN_GROUPS.has(group);
}

/** Their resources show pods, or parts of them, that they compare, change or wrap instead of running them. */
const NOT_RUN =
  /(^|\.)(kyverno\.io|gatekeeper\.sh|jspolicy\.com|kubewarden\.io|kustomize\.config\.k8s\.io|toolkit\.fluxcd\.io|cattle\.io|kubevirt\.io|backstage\.io)$/;

/** Whether what looks like a pod in a resource of the group will be one. */
export function mayRunPods(group: string): boolean {
  return isCustomGroup(group) && !NOT_RUN.test(group);
}
