# METADATA
# title: Termination message setting
# description: |
#   Virtual nodes do not support a choice of where a container leaves its last words. The values that Kubernetes fills in by
#   itself are fine.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-54, VNP-55]
#   message: "Container {container} of {subject} sets {field:plain} to {value:plain}, which virtual nodes do not support."
#   remediation: "Remove the field and read the end of the log instead."
package rules.workload["termination-message"]

import data.lib.violation
import data.lib.virtual

_fields := {
	"terminationMessagePolicy": {"ids": ["VNP-54"], "fine": {"File", "", null}},
	"terminationMessagePath": {"ids": ["VNP-55"], "fine": {"/dev/termination-log", "", null}},
}

violations contains violation.of(violation.at(container, [field], facts), rule.ids) if {
	some container in virtual.containers
	some field, rule in _fields
	value := container.value[field]
	not value in rule.fine
	facts := {"container": container.name, "field": field, "value": value}
}
