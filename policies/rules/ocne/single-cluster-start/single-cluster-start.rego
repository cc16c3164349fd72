# METADATA
# title: Cluster start without its second run
# description: |
#   On own hardware the first `ocne cluster start` only makes the Ignition file. When the first host is up,
#   the same command has to run again: that run installs the network plugin, the catalog and the applications.
#   Without it the nodes stay unready.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
# custom:
#   severity: notice
#   target: any
#   requirements: [OCN-12]
#   message: "{subject} is run once; a second run after the first host has booted installs the network plugin and the applications."
#   remediation: "Run `ocne cluster start` with the same configuration again once the first host is up, without a redirect."
package rules.ocne["single-cluster-start"]

import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {}) if {
	some calls in ocne_call.starts_of
	count(calls) == 1
	some call in calls
	call.output == "file"
}
