# METADATA
# title: Unsupported pod security context
# description: |
#   Of the pod's security context, virtual nodes take runAsNonRoot, runAsUser and runAsGroup. They refuse supplemental
#   groups, SELinux options, sysctls and a seccomp profile for the whole pod; related fields that no page names are
#   doubtful. Oracle's sample repository contradicts the list: its Kubernetes Dashboard for virtual nodes sets the seccomp profile
#   RuntimeDefault for its pods. The documentation decides.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-42, VNP-43, VNP-44, VNP-45, VNP-49]
#   message: "The pod security context of {subject} sets {field:plain}, which virtual nodes do not support."
#   remediation: "Remove the field; a seccomp profile may stand in the security context of each container instead."
package rules.workload["unsupported-pod-security-context"]

import data.lib.violation
import data.lib.virtual

_refused := {
	"supplementalGroups": ["VNP-42"],
	"seLinuxOptions": ["VNP-43"],
	"sysctls": ["VNP-44"],
	"seccompProfile": ["VNP-45"],
}

_doubtful := {
	"supplementalGroupsPolicy": ["VNP-42"],
	"seLinuxChangePolicy": ["VNP-43"],
	"appArmorProfile": ["VNP-49"],
	"windowsOptions": ["VNP-49"],
}

violations contains violation.of(violation.at(pod, ["securityContext", field], {"field": field}), ids) if {
	some pod in _pods
	some field, ids in _refused
	_stated(pod, field)
}

violations contains violation.of(found, ids) if {
	some pod in _pods
	some field, ids in _doubtful
	_stated(pod, field)
	found := violation.graded(pod, ["securityContext", field], {"field": field}, "warning")
}

_pods := [pod | some pod in virtual.pods; count(pod.spec.securityContext) > 0]

_stated(pod, field) if {
	value := pod.spec.securityContext[field]
	not value in [null, "", [], {}]
}
