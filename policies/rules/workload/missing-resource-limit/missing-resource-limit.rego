# METADATA
# title: Missing resource limit
# description: |
#   On virtual nodes the resources of a pod decide what is reserved and billed. A container without limits gets what it
#   requests, and without a request the least that there is: an eighth of an OCPU and half a gigabyte.
# related_resources:
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-60]
#   message: "Container {container} of {subject} states no limit for {missing:plain}, so the virtual node decides how much it gets."
#   remediation: "State requests and limits with equal values for cpu and memory."
package rules.workload["missing-resource-limit"]

import data.lib.container as containers
import data.lib.quantity
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["resources"], {"container": container.name, "missing": missing}) if {
	some container in virtual.containers
	containers.main(container)
	not container.partial
	names := [name | some name in ["cpu", "memory"]; not _limited(container, name)]
	count(names) > 0
	not quantity.unknown(container)
	not _pod_level[container.pod]
	missing := concat(" and ", names)
}

_limited(container, name) if {
	value := container.value.resources.limits[name]
	value != null
}

# Pods whose resources stand at the level of the pod.
_pod_level contains pod.id if {
	some pod in virtual.pods
	count(pod.spec.resources.limits) > 0
}
