# METADATA
# title: Attaching to a container
# description: |
#   Virtual nodes do not connect a terminal or standard input to a running container. kubectl attach needs that, and so does kubectl run
#   when it waits for the container's output.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-03]
#   message: "{command} attaches to a container, which virtual nodes do not support."
#   remediation: "Start the pod without attaching (kubectl run without --stdin, --attach and --rm, or a Job) and read its logs when it has finished."
package rules.command["attached-container"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": "kubectl attach"}) if {
	some call in command.kubectl.attach
}

violations contains violation.at(call, [], {"command": "kubectl run"}) if {
	some call in command.kubectl.run
	_attaches(call.parsed.flags)
}

_attaches(flags) if command.on(flags, "attach")

_attaches(flags) if {
	some flag in {"stdin", "tty", "rm"}
	command.on(flags, flag)
	not flags.attach == "false"
}
