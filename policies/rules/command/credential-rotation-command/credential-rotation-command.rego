# METADATA
# title: Command that rotates cluster credentials
# description: |
#   The credentials of a cluster with virtual nodes cannot be rotated: the service refuses to start the rotation.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-09]
#   message: "{command} rotates cluster credentials, which is not available for clusters with virtual nodes."
#   remediation: "Leave the rotation out for this cluster; make a new cluster where the credentials have to be replaced."
package rules.command["credential-rotation-command"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	some step in {"start", "complete"}
	some call in command.oci[$"ce cluster {step}-credential-rotation"]
}

# The service's interface called by hand.
violations contains violation.at(call, [], {"command": call.address}) if {
	some call in command.oci["raw-request"]
	regex.match(`/actions/(start|complete)CredentialRotation\b`, call.text)
}
