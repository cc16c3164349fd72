# METADATA
# title: Ignition that goes nowhere
# description: |
#   On own hardware `ocne cluster start` makes no machines. Its first run prints the Ignition file that the
#   first host needs, with the key material of the new cluster, to standard output. In a script without a
#   redirect it is lost, or ends up in the log.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-12]
#   message: "{subject} prints the Ignition file of a cluster on own hardware, and nothing takes it."
#   remediation: "Write it to a file that git ignores: `ocne cluster start -c byo.yaml > cluster-init.ign`."
package rules.ocne["ignition-not-saved"]

import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {}) if {
	some key, calls in ocne_call.starts_of
	every call in calls {
		call.output == "terminal"
	}
	some call in calls
	call.index == _first[[key, call.script]]
}

# Later calls in the same script are the second run.
_first[place] := min(indexes) if some place, indexes in ocne_call.indexes_of
