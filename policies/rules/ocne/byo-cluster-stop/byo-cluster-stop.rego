# METADATA
# title: Stop of a cluster on own hardware
# description: |
#   OCNE did not make the hosts of such a cluster and cannot stop them: the command ends with an error.
# related_resources:
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-27]
#   message: "{subject} does not work for a cluster on own hardware."
#   remediation: "Power the hosts off yourself; `ocne cluster delete` only forgets the cluster."
package rules.ocne["byo-cluster-stop"]

import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {}) if {
	some call in ocne_call.of("cluster stop")
	ocne_call.likely_byo(call)
}
