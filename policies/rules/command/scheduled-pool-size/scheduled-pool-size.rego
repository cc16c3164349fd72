# METADATA
# title: Timer that changes a virtual node pool
# description: |
#   Virtual nodes take up pods as they come; how many virtual nodes a pool has is not meant to follow the load. What follows the load is the
#   number of pods.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNC-11]
#   message: "{command} sets the size of a virtual node pool on a timer."
#   remediation: "Scale the pods with a HorizontalPodAutoscaler and leave the size of the pool as it is."
package rules.command["scheduled-pool-size"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	some call in command.oci["ce virtual-node-pool update"]
	_sets_size(call.parsed.flags)
	call.script in _scheduled
}

_sets_size(flags) if "size" in object.keys(flags)

_sets_size(flags) if regex.match(`"size"\s*:`, flags["from-json"])

_scheduled contains script.id if {
	some script in input.scripts
	script.scheduled
}
