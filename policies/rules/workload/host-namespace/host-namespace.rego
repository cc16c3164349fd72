# METADATA
# title: Host namespace
# description: |
#   A pod that shares the IPC, network or process namespace of its host needs a host of its own. A virtual node has none to
#   share, so it refuses the field.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-29, VNP-30, VNP-31, ARC-34]
#   message: "{subject} sets {field:plain} to {value:plain}, a field that virtual nodes do not support."
#   remediation: "Remove the field, or run this workload on managed nodes; a Service of type LoadBalancer replaces a port on the host network."
package rules.workload["host-namespace"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

_fields := {"hostIPC": ["VNP-29"], "hostNetwork": ["VNP-30", "ARC-34"], "hostPID": ["VNP-31"]}

violations contains violation.of(found, ids) if {
	some pod in virtual.pods
	some field, ids in _fields
	found := _found(pod, field, pod.spec[field])
}

_found(pod, field, value) := violation.at(pod, [field], {"field": field, "value": true}) if boolean.on(value)

# Nothing is shared then, but the field itself is on the list of those that are not supported.
_found(pod, field, value) := violation.graded(pod, [field], {"field": field, "value": false}, "notice") if {
	boolean.off(value)
}
