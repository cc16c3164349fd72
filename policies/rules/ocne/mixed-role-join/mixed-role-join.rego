# METADATA
# title: Join of two roles at once
# description: |
#   On own hardware one call of `ocne cluster join` makes one Ignition file, and that is for a worker or for a
#   control plane node. The command refuses to do both.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-13]
#   message: "{subject} asks for worker and control plane nodes at once."
#   remediation: "Call it once with `--worker-nodes` and once with `--control-plane-nodes`."
package rules.ocne["mixed-role-join"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {}) if {
	some call in _both
	_own_hardware(call)
}

# What the configuration is for cannot be seen.
violations contains violation.graded(call, [], {}, "notice") if {
	some call in _both
	not _own_hardware(call)
	not object.get(call.flags, "provider", "byo") in {"libvirt", "oci", "olvm", "none"}
	not ocne_call.configuration(call)
	call.config
}

_both := [call |
	some call in ocne_call.of("cluster join")
	every flag in ["worker-nodes", "control-plane-nodes"] {
		regex.match(`^0*[1-9][0-9]*$`, ocne_call.value(call, flag))
	}
]

_own_hardware(call) if ocne_call.likely_byo(call)

# Only own hardware is handed an Ignition file.
_own_hardware(call) if {
	not _otherwise(call)
	call.output == "file"
}

_otherwise(call) if {
	file := ocne_call.configuration(call)
	not ocne.byo(file)
}

_otherwise(call) if call.flags.provider in {"libvirt", "oci", "olvm", "none"}
