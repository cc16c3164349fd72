# METADATA
# title: Join without a token
# description: |
#   A host joins with a token that has to be in the cluster when it boots; a control plane node also needs the
#   uploaded certificates. Unless `automaticTokenCreation` is on, `ocne cluster join` only prints the commands
#   that make them.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-14]
#   message: "{subject} is not followed by {missing}, and automaticTokenCreation is not on."
#   remediation: "Run the commands that `ocne cluster join` prints before the host boots, or set `providers.byo.automaticTokenCreation: true`."
package rules.ocne["join-without-token"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

_path := ["providers", "byo", "automaticTokenCreation"]

violations contains violation.at(call, [], {"missing": missing}) if {
	some call in ocne_call.of("cluster join")
	ocne_call.byo(call)
	call.complete
	not call.flags.node
	not _automatic(call)
	missing := [step.command | some step in _needed(call); not _prepared(call, step.key)]
	count(missing) > 0
}

_token := {"key": "token", "command": "kubeadm token create"}

_certificates := {"key": "certificates", "command": "kubeadm init phase upload-certs"}

_needed(call) := [_token, _certificates] if {
	_control_plane(call)
} else := [_token]

_control_plane(call) if call.flags["role-control-plane"] in {true, "true"}

_control_plane(call) if regex.match(`^0*[1-9][0-9]*$`, ocne_call.value(call, "control-plane-nodes"))

_prepared(call, key) if {
	some other in input.ocne_commands
	other.file == call.file
	key in other.prepares
}

# Without the configuration that it names at hand the setting is not known.
_automatic(call) if {
	"config" in object.keys(call.flags)
	not ocne_call.configuration(call)
}

_automatic(call) if {
	file := ocne_call.configuration(call)
	not ocne.unset(file, _path)
	not object.get(file.value, _path, null) == false
}

_automatic(call) if {
	not _stated(call)
	some defaults in ocne.defaults
	not ocne.unset(defaults, _path)
	not object.get(defaults.value, _path, null) == false
}

_stated(call) if not ocne.unset(ocne_call.configuration(call), _path)
