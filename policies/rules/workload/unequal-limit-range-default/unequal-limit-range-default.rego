# METADATA
# title: Unequal defaults of a limit range
# description: |
#   A limit range writes its defaults into containers that state no resources. Virtual nodes give a pod what it may use at most and
#   want requests equal to limits, which unequal defaults break out of sight, and so does a default request without a limit beside it.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-18]
#   message: "{subject} gives containers a default {resource:plain} request {fault:plain}; virtual nodes want requests equal to limits."
#   remediation: "State default and defaultRequest with equal values."
package rules.workload["unequal-limit-range-default"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(object, ["spec", "limits", i, "defaultRequest", resource], {"resource": resource, "fault": fault}) if {
	some object in input.workloads.objects.LimitRange
	object.group == ""
	virtual.bound(object)
	some i, limit in object.value.spec.limits
	limit.type == "Container"
	some resource in ["cpu", "memory", "ephemeral-storage"]
	not _hidden(object, $"spec.limits.{i}.default", resource)
	fault := _fault(limit, resource, _perhaps(object, $"spec.limits.{i}.max", resource))
}

_hidden(object, place, resource) if {
	some one in [place, $"{place}.{resource}"]
	object.unknown[one]
}

# A limit may be there all the same.
_perhaps(object, place, resource) if {
	_hidden(object, place, resource)
} else := object.partial

_fault(limit, resource, _) := $"that differs from {other.name}" if {
	other := _limit(limit, resource)
	_amount(limit.defaultRequest[resource]) != _amount(other.value)
}

# A request alone leaves containers without a limit.
_fault(limit, resource, false) := "without a default limit" if {
	_amount(limit.defaultRequest[resource]) > 0
	not _limit(limit, resource)
}

# Kubernetes takes the maximum where there is no default.
_limit(limit, resource) := {"value": limit["default"][resource], "name": "the default limit"} if {
	limit["default"][resource]
} else := {"value": limit.max[resource], "name": "the maximum, which is the default limit as well"}

_factors := {
	"": 1, "m": 0.001, "k": 1000, "M": 1000000, "G": 1000000000, "T": 1000000000000,
	"Ki": 1024, "Mi": 1048576, "Gi": 1073741824, "Ti": 1099511627776,
}

_amount(value) := value if is_number(value)

# In thousandths, which are whole numbers.
_amount(value) := round((to_number(parts[1]) * _factors[parts[2]]) * 1000) / 1000 if {
	is_string(value)
	some parts in regex.find_all_string_submatch_n(`^([0-9]+(?:\.[0-9]+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$`, value, 1)
}
