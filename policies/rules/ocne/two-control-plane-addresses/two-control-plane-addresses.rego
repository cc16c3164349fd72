# METADATA
# title: Two control plane addresses
# description: |
#   The API server is reached either through the built-in load balancer at a virtual IP or through an external
#   load balancer. OCNE refuses a configuration for own hardware, or for local machines, with both.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-03]
#   message: "{subject} states both virtualIp and loadBalancer."
#   remediation: "Keep the one that the cluster uses and remove the other."
package rules.ocne["two-control-plane-addresses"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(file, ["loadBalancer"], {}) if {
	some file in ocne.clusters
	ocne.stated(file, ["virtualIp"])
	ocne.stated(file, ["loadBalancer"])
	_refused(file)
}

# The other providers do not look.
_refused(file) if file.value.provider in {"byo", "libvirt"}

_refused(file) if ocne.unset(file, ["provider"])

# Flags win over the configuration.
violations contains violation.at(call, [], {}) if {
	some call in ocne_call.of("cluster start")
	some flag in {"virtual-ip", "load-balancer"}
	_flag(call, flag)
	every flag, key in {"virtual-ip": "virtualIp", "load-balancer": "loadBalancer"} {
		_given(call, flag, key)
	}
	_refused_call(call)
}

_flag(call, flag) if ocne_call.value(call, flag) != ""

_given(call, flag, _) if _flag(call, flag)

_given(call, flag, key) if {
	ocne_call.lacks(call, flag)
	ocne.stated(ocne_call.configuration(call), [key])
}

_refused_call(call) if call.flags.provider in {"byo", "libvirt"}

_refused_call(call) if {
	ocne_call.lacks(call, "provider")
	_refused(ocne_call.configuration(call))
}
