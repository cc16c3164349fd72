# METADATA
# title: Interactive container
# description: |
#   Nobody can attach to a container on a virtual node, so virtual nodes support neither an open standard input nor a
#   terminal.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-56, VNP-57, VNP-58]
#   message: "Container {container} of {subject} sets {field:plain}, which virtual nodes do not support."
#   remediation: "Remove the field; read the log, or run interactive work on managed nodes."
package rules.workload["interactive-container"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

_fields := {"stdin": "VNP-56", "stdinOnce": "VNP-57", "tty": "VNP-58"}

violations contains violation.of(violation.at(container, [field], facts), [id]) if {
	some container in virtual.containers
	some field, id in _fields
	boolean.on(container.value[field])
	facts := {"container": container.name, "field": field}
}
