# METADATA
# title: Fractional cpu
# description: |
#   A virtual node allots whole OCPUs to a pod. What its containers ask for together is rounded up, and the rounded amount
#   is billed.
# related_resources:
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-61]
#   message: "The containers of {subject} ask for {cpu:plain} cpu in all, which a virtual node rounds up to whole OCPUs."
#   remediation: "Make the cpu of the containers of the pod add up to a whole number."
package rules.workload["fractional-cpu"]

import data.lib.container as containers
import data.lib.quantity
import data.lib.violation
import data.lib.virtual

violations contains violation.at({"id": first}, ["resources", stated[first].list, "cpu"], {"cpu": total / 1000}) if {
	some pod, uneven in _uneven
	stated := _stated[pod]
	total := sum([cpu.milli | some cpu in stated])
	total % 1000 != 0
	not pod in quantity.unknown_pods
	first := min(uneven)
}

_uneven[container.pod] contains container.id if {
	some container in _counted
	_milli(container) % 1000 != 0
}

_stated[container.pod][container.id] := {"list": _list(container), "milli": _milli(container)} if some container in _counted

_counted := [container |
	some container in virtual.containers
	containers.main(container)
	not container.partial
]

# Whole thousandths of a core, so that adding up is exact.
_milli(container) := round(container[_list(container)].cpu * 1000)

_list(container) := "limits" if container.limits.cpu

_list(container) := "requests" if not container.limits.cpu
