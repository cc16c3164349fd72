# METADATA
# title: Own hardware without a control plane address
# description: |
#   A cluster on own hardware needs an address for its API server: a virtual IP for the built-in load
#   balancer, or the address of an external one. OCNE refuses a configuration with neither.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-03]
#   message: "{subject} is for own hardware and states neither virtualIp nor loadBalancer."
#   remediation: "Set `virtualIp` to an unused address of the host network, or `loadBalancer` to the address of an external load balancer."
package rules.ocne["byo-without-control-plane-address"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["virtualIp"], {}) if {
	some file in ocne.clusters
	ocne.byo(file)
	ocne.unset(file, ["virtualIp"])
	ocne.unset(file, ["loadBalancer"])
	not _stated_by_call(file)
}

_stated_by_call(file) if {
	some call in input.ocne_commands
	call.config.id == file.id
	some flag in ["virtual-ip", "load-balancer"]
	flag in object.keys(call.flags)
}
