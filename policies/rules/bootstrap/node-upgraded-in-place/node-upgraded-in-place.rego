# METADATA
# title: Self-managed node that is upgraded in place
# description: |
#   A self-managed node is upgraded by replacing it with one of a newer image. Updating the kubelet's packages on a running node is not
#   supported, and telling Terraform to pass over a new image or new metadata keeps the old node.
# related_resources:
#   - description: Upgrading self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengupgradingselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-22]
#   message: "{how:plain}; self-managed nodes are upgraded by replacing them."
#   remediation: "Start a node of the new image, then cordon, drain and terminate the old one."
package rules.bootstrap["node-upgraded-in-place"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(pool, ["ignore_changes", i], {"how": $"Terraform passes over {_what(name)} of {pool.address}"}) if {
	some pool in input.node_pools
	pool.mode == "self-managed"
	some i, name in pool.ignore_changes
	_holds_the_version(name)
}

violations contains violation.at(call, [], {"how": $"{call.program} updates {word} on a node"}) if {
	some call in _updates
	some word in {word | some word in array.concat(call.args, _words(object.get(call, "text", ""))); _belongs_to_node(word)}
}

violations contains violation.at(call, [], {"how": $"ssh updates {word} on a node"}) if {
	some call in input.commands
	call.program == "ssh"
	not call.ephemeral
	found := regex.find_all_string_submatch_n(_update_elsewhere, call.text, 1)
	some word in _words(found[0][1])
	_belongs_to_node(word)
}

# As written: of a word that is only partly known the package can still be told.
_words(text) := [found[0] | some found in regex.find_all_string_submatch_n(`[^\s'"]+`, text, -1)]

_what(name) := "all changes" if name == "all"

_what(name) := $"changes of {name}" if name != "all"

_holds_the_version(name) if name in {"all", "metadata", "instance_configuration_id"}

_holds_the_version(name) if regex.match(`^(source_details|instance_details)(\W|$)|^image$`, name)

_updates contains call if {
	some call in input.commands
	call.program in {"dnf", "yum", "microdnf", "apt", "apt-get", "rpm"}
	not call.ephemeral
	_is_update(call)
}

_is_update(call) if {
	some word in call.args
	word in {"update", "upgrade", "full-upgrade", "dist-upgrade", "--only-upgrade", "upgrade-minimal", "update-minimal"}
}

_is_update(call) if {
	call.program == "rpm"
	some word in call.args
	regex.match(`^(-[a-z]*[UF][a-z]*|--upgrade|--freshen)$`, word)
}

_update_elsewhere := `\b(?:dnf|yum|microdnf|apt|apt-get)\s+(?:-\S+\s+)*(?:up(?:date|grade)(?:-minimal)?|(?:full|dist)-upgrade|install\s+(?:-\S+\s+)*--only-upgrade)\s+([^;|&]*)`

_belongs_to_node(word) if startswith(word, "oci-oke-node")

# Clusters of other makes have a kubelet too, and kubeadm beside it.
_belongs_to_node(word) if {
	regex.match(`^kubelet($|[-=]v?[\d*]|\*)`, word)
	not bootstrap.other_make
}
