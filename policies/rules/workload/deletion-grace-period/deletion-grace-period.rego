# METADATA
# title: Deletion grace period
# description: |
#   Kubernetes itself sets deletionGracePeriodSeconds while it deletes an object. Virtual nodes list the field among those
#   that they do not support, and in a manifest it has no effect anywhere.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-39]
#   message: "The metadata of {subject} states {field:plain}, which only Kubernetes sets and virtual nodes do not support."
#   remediation: "Remove the field."
package rules.workload["deletion-grace-period"]

import data.lib.template
import data.lib.violation
import data.lib.virtual

violations contains violation.at(place.entry, array.concat(place.path, [field]), {"field": field}) if {
	some pod in virtual.pods
	not pod.exported
	some field, value in pod.metadata
	_meant(field, value)
	place := template.metadata(pod)
}

violations contains violation.at({"id": pod.object}, ["metadata", field], {"field": field}) if {
	some pod in virtual.pods
	not pod.exported
	some field, value in pod.object_metadata
	_meant(field, value)
}

# The comparison page spells it with a capital letter, which is not the name of the field.
_meant(field, value) if {
	lower(field) == "deletiongraceperiodseconds"
	value != null
}
