# METADATA
# title: Cluster configuration that is not there
# description: |
#   A command that is handed a cluster configuration stops when it does not find the file. The path is read
#   relative to the folder that the command runs in.
# related_resources:
#   - description: ocne cluster, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-cluster.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-06]
#   message: "{subject} is handed {file}, which is neither in the repository nor made before."
#   remediation: "Correct the path, add the file, or make it earlier in the script."
package rules.ocne["missing-cluster-configuration"]

import data.lib.violation

violations contains violation.at(call, [], {"file": call.config.text}) if {
	some call in input.ocne_commands
	not call.config.generated
	not call.config.id
	every candidate in call.config.candidates {
		input.files[candidate] == false
	}
}
