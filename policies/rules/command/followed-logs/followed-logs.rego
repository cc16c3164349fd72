# METADATA
# title: Logs that are followed
# description: |
#   Virtual nodes hand out the logs of a container as they are, but do not stream them: a command that follows logs fails or ends at
#   once, and a pipeline that waits for it with it. Tools that show logs or pods live are built on the same call.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-01]
#   message: "{command} follows logs, which virtual nodes do not support."
#   remediation: "Read the logs without following them (kubectl logs --since=1m, repeated), or collect them with a sidecar."
package rules.command["followed-logs"]

import data.lib.command
import data.lib.violation

violations contains violation.at(logs, [], {"command": "kubectl logs --follow"}) if {
	some logs in command.kubectl.logs
	command.on(logs.parsed.flags, "follow")
}

violations contains violation.graded(tool, [], {"command": program}, "warning") if {
	some program in {"stern", "kail", "kubetail", "k9s"}
	some tool in command.programs[program]
	not _lists_only(tool)
}

violations contains violation.graded(plugin, [], {"command": $"kubectl {verb}"}, "warning") if {
	some verb in {"stern", "tail"}
	some plugin in command.kubectl[verb]
	not _lists_only(plugin)
}

# What these tools do beside showing logs that grow.
_lists_only(tool) if {
	some word in tool.args
	word in {"--no-follow", "--completion", "--prompt", "info"}
}
