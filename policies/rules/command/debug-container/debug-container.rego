# METADATA
# title: Debug container in a running pod
# description: |
#   kubectl debug puts an ephemeral container into the pod. Virtual nodes do not run ephemeral containers. A copy of the pod (--copy-to) is
#   a pod of its own, but gets its containers and settings from the command and is easily refused as well.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-05]
#   message: "kubectl debug {how:plain}, which virtual nodes do not support."
#   remediation: "Debug in an image that holds the tools, or move the workload to managed nodes for the time being."
package rules.command["debug-container"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"how": "adds an ephemeral container to a pod"}) if {
	some call in _pods
	not "copy-to" in object.keys(call.parsed.flags)
}

violations contains violation.graded(call, [], {"how": "adds a container to a copy of a pod and attaches to it"}, "warning") if {
	some call in _pods
	"copy-to" in object.keys(call.parsed.flags)
}

_pods contains call if {
	some call in command.kubectl.debug
	count(call.parsed.written) > 0
	not command.names_node(call)
}

_pods contains call if {
	some call in command.kubectl.alpha
	call.parsed.subcommand[0] == "debug"
}
