# METADATA
# title: Restricted namespace with pod-level seccomp
# description: |
#   The Pod Security level restricted demands a seccomp profile. The pods of this namespace state theirs for the whole pod, which
#   virtual nodes refuse, so they meet one demand or the other, never both.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-20]
#   message: "{subject} enforces the level restricted, which its pods meet with a pod-level seccomp profile that virtual nodes do not support."
#   remediation: "Enforce baseline, or state the seccomp profile in each container."
package rules.join["restricted-namespace"]

import data.lib.violation
import data.lib.virtual

_label := "pod-security.kubernetes.io/enforce"

violations contains violation.related(violation.at(namespace, ["metadata", "labels", _label], {}), related) if {
	some namespace in input.index.objects.Namespace
	namespace.group == ""
	namespace.labels[_label] == "restricted"
	related := [{"item": pod.id, "path": ["securityContext", "seccompProfile"], "note": "pod-level profile"} |
		some pod in virtual.indexed_pods
		_in(pod, namespace.name)
		pod.pod_security.seccompProfile != null
	]
	count(related) > 0
}

_in(pod, name) if pod.namespace == name

# Put there by the repository's kustomizations, which all name this one.
_in(pod, name) if {
	pod.namespace == ""
	_kustomized == {name}
}

_kustomized contains kustomization.value.namespace if {
	some kustomization in input.index.objects.Kustomization
	kustomization.group == "kustomize.config.k8s.io"
}
