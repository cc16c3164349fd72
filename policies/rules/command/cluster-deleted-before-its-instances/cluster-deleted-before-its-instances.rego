# METADATA
# title: Cluster deleted, instances left running
# description: |
#   Deleting a cluster terminates the nodes of its managed pools. The instances that host self-managed nodes keep running,
#   and keep costing.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-25]
#   message: "{command} deletes the cluster and leaves the instances of its self-managed nodes running."
#   remediation: "Terminate the instances, instance pools and cluster networks of the self-managed nodes as well."
package rules.command["cluster-deleted-before-its-instances"]

import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	_self_managed
	some call in _oci["ce cluster delete"]
	not call.ephemeral
	not call.script in _cleaned
}

_self_managed if {
	some pool in input.node_pools
	pool.mode == "self-managed"
}

_self_managed if input.nodes.target == "self-managed"

_self_managed if {
	some bootstrap in input.bootstraps
	bootstrap.self_managed
}

_oci[name] contains call if {
	some call in input.commands
	call.program == "oci"
	not call.parsed.flags.help
	name := concat(" ", array.concat([call.parsed.verb], call.parsed.subcommand))
}

_terminations := {
	"compute instance terminate",
	"compute-management cluster-network terminate",
	"compute-management instance-pool terminate",
	"resource-manager job create-destroy-job",
}

# Scripts with a step that ends instances, or that may.
_cleaned contains call.script if {
	some name in _terminations
	some call in _oci[name]
}

_cleaned contains call.script if {
	some call in input.commands
	call.program in {"terraform", "tofu", "terragrunt"}
	"destroy" in call.args
}

_cleaned contains call.script if {
	some call in input.commands
	endswith(call.program, ".sh")
}
