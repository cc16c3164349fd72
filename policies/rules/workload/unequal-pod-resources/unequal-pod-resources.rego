# METADATA
# title: Unequal requests and limits of the pod
# description: |
#   Newer versions of Kubernetes let a pod state requests and limits as a whole. A virtual node allots to a pod exactly what
#   it asks for, so the two cannot differ; whether it heeds resources at this level at all is not documented.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-59]
#   message: "{subject} requests {request:plain} of {resource:plain} for the pod as a whole but has a limit of {limit:plain}; virtual nodes need both to be equal."
#   remediation: "State equal requests and limits for each container instead."
package rules.workload["unequal-pod-resources"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["resources", "requests", resource], facts) if {
	some pod in virtual.pods
	some resource in ["cpu", "memory", "ephemeral-storage"]
	pod.requests[resource] != pod.limits[resource]
	facts := {
		"resource": resource,
		"request": pod.spec.resources.requests[resource],
		"limit": pod.spec.resources.limits[resource],
	}
}
