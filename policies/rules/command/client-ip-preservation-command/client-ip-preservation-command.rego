# METADATA
# title: Client IP preservation switched on by a command
# description: |
#   A script sets externalTrafficPolicy to Local so that a Service keeps the addresses of its clients. Virtual nodes do not support
#   that, whether the setting stands in a manifest or a command puts it there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-10]
#   message: "{command} sets externalTrafficPolicy to Local; virtual nodes do not preserve client IP addresses."
#   remediation: "Set externalTrafficPolicy to Cluster, or leave it out."
package rules.command["client-ip-preservation-command"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	some verb, flag in {"patch": "patch", "expose": "overrides", "run": "overrides"}
	some call in command.kubectl[verb]
	regex.match(`["']?externalTrafficPolicy["']?\s*:\s*["']?Local\b|/externalTrafficPolicy["'][^{}]*["']value["']\s*:\s*["']Local\b`, call.parsed.flags[flag])
}

violations contains violation.at(call, [], {"command": call.address}) if {
	some call in command.programs.helm
	call.parsed.verb in {"install", "upgrade", "template"}
	some word in call.args
	regex.match(`(^|[,.=])externalTrafficPolicy=Local(,|$)|"externalTrafficPolicy"\s*:\s*"Local"`, word)
}
