# METADATA
# title: Node Doctor
# description: |
#   The Node Doctor script looks for faults of a worker node's machine. Virtual nodes have no machine of the user's to look at, and the script
#   is not there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNC-08]
#   message: "Node Doctor (node-doctor.sh) is not available for virtual nodes."
#   remediation: "Leave it out for virtual nodes; ask the pods' events and logs instead."
package rules.command["node-doctor"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {}) if {
	some call in command.programs["node-doctor.sh"]
}

# Through a shell, on a node, or by an agent there.
violations contains violation.at(call, [], {}) if {
	some program in {"sh", "bash", "dash", "zsh", "ksh", "ssh", "oci"}
	some call in command.programs[program]
	regex.match(`(^|[/ ])node-doctor\.sh\b`, call.text)
}
