# METADATA
# title: Unequal requests and limits
# description: |
#   A virtual node allots to a pod exactly what it asks for. There is nothing to borrow from a neighbour, so requests and
#   limits cannot differ.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-59]
#   message: "Container {container} of {subject} requests {request:plain} of {resource:plain} but has a limit of {limit:plain}; virtual nodes need both to be equal."
#   remediation: "Set the request to the value of the limit, or leave out the request."
package rules.workload["unequal-resources"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["resources", "requests", resource], facts) if {
	some container in virtual.containers
	some resource in ["cpu", "memory", "ephemeral-storage"]
	container.requests[resource] != container.limits[resource]
	facts := {
		"container": container.name,
		"resource": resource,
		"request": container.value.resources.requests[resource],
		"limit": container.value.resources.limits[resource],
	}
}

# A patch that states one of the two, beside what the container that it changes says of the other.
violations contains violation.related(violation.at(container, ["resources", stated, kept.resource], facts), related) if {
	some container in virtual.containers
	some kept in container.kept.resources
	kept.resource in {"cpu", "memory", "ephemeral-storage"}
	stated := _other[kept.side]
	container[stated][kept.resource] != kept.amount
	sides := {
		stated: container.value.resources[stated][kept.resource],
		kept.side: kept.written,
	}
	facts := {
		"container": container.name,
		"resource": kept.resource,
		"request": sides.requests,
		"limit": sides.limits,
	}
	related := [{"item": container.kept.item, "path": ["resources", kept.side], "note": "stays as it is under this patch"}]
}

_other := {"requests": "limits", "limits": "requests"}
