# METADATA
# title: Own hardware without a network interface
# description: |
#   On hosts that OCNE did not make it cannot know which network interface Kubernetes is to use. It refuses to
#   generate an Ignition file without a name.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-02]
#   message: "{subject} is for own hardware and names no network interface."
#   remediation: "Set `providers.byo.networkInterface` to the interface of the hosts, here or in the defaults file."
package rules.ocne["byo-without-network-interface"]

import data.lib.ocne
import data.lib.violation

_path := ["providers", "byo", "networkInterface"]

violations contains violation.at(file, _path, {}) if {
	some file in ocne.clusters
	ocne.byo(file)
	ocne.unset_everywhere(file, _path)
}
