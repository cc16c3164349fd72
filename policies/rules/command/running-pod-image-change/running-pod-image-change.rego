# METADATA
# title: Image of a running pod
# description: |
#   The image of a container is fixed once its pod runs on a virtual node. Changing it there is refused; a change in the Deployment makes
#   new pods and is fine.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-06]
#   message: "{command} changes the image of a running pod, which virtual nodes do not support."
#   remediation: "Change the image of the Deployment or of what else makes the pod, so that a new pod is started."
package rules.command["running-pod-image-change"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": "kubectl set image"}) if {
	some call in command.kubectl.set
	call.parsed.subcommand[0] == "image"
	command.names_pods(call)
}

violations contains violation.at(call, [], {"command": "kubectl patch"}) if {
	some call in command.kubectl.patch
	command.names_pods(call)
	regex.match(`["']?\bimage["']?\s*:|/image\b`, call.parsed.flags.patch)
}

# Of a patch with something in it that is not known, its own text tells.
violations contains violation.at(call, [], {"command": "kubectl patch"}) if {
	some call in command.kubectl.patch
	command.names_pods(call)
	call.parsed.flags.patch == null
	regex.match(`\\?["']image\\?["']\s*:|/containers/\w+/image\b`, call.text)
}

violations contains violation.graded(call, [], {"command": "kubectl edit"}, "notice") if {
	some call in command.kubectl.edit
	command.names_pods(call)
}
