# METADATA
# title: Even number of control plane nodes
# description: |
#   The control plane keeps its state while more than half of its nodes agree. An even number bears no more
#   failures than the odd number below it, and for some providers OCNE refuses it. On own hardware nodes are
#   joined by hand, so that the number only says what is planned.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-25, OCN-26]
#   message: "{subject} has {nodes:plain} control plane nodes; an even number adds nothing to its availability."
#   remediation: "Plan an odd number: 1, 3 or 5."
package rules.ocne["even-control-plane"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

violations contains _violation(file) if {
	some file in ocne.clusters
	_even(file.value.controlPlaneNodes)
}

violations contains violation.of(violation.at(call, [], {"nodes": nodes}), ["OCN-25"]) if {
	some call in ocne_call.of("cluster start")
	nodes := ocne_call.value(call, "control-plane-nodes")
	_even(nodes)
}

_even(nodes) if regex.match(`^0*([1-9][0-9]{0,3})?[2468]$|^0*[1-9][0-9]{0,3}0$`, $"{nodes}")

_violation(file) := violation.of(_at(file), ["OCN-25", "OCN-26"]) if ocne.byo(file)

_violation(file) := violation.of(_at(file), ["OCN-25"]) if not ocne.byo(file)

_at(file) := violation.at(file, ["controlPlaneNodes"], {"nodes": file.value.controlPlaneNodes})
