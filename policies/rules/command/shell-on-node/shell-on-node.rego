# METADATA
# title: Shell on a node
# description: |
#   A virtual node is no machine that one could log on to or copy files to: not with SSH, not through a bastion and not with a debug
#   pod on the node.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNC-07]
#   message: "{command} is a way into a node, and virtual nodes have none."
#   remediation: "Look at the pods' own logs, metrics and events; what has to be done on a node needs managed nodes."
package rules.command["shell-on-node"]

import data.lib.command
import data.lib.ref
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	some program in {"ssh", "scp", "sftp", "rsync"}
	some call in command.programs[program]
	call.node_address
}

violations contains violation.at(call, [], {"command": call.address}) if {
	some name in {"create-managed-ssh", "create-session-create-managed-ssh-session-target-resource-details"}
	some call in command.oci[$"bastion session {name}"]
}

violations contains violation.at(call, [], {"command": call.address}) if {
	some call in command.oci["bastion session create"]
	contains(call.text, "MANAGED_SSH")
}

# Plugins for it.
violations contains violation.at(call, [], {"command": call.address}) if {
	some verb in {"node-shell", "node_shell", "ssh-jump", "ssh"}
	some call in command.kubectl[verb]
}

violations contains violation.at(call, [], {"command": "kubectl debug node"}) if {
	some call in command.kubectl.debug
	command.names_node(call)
}

# Of a bastion's subnet nothing else is known than that pods on virtual nodes are in it.
violations contains violation.graded(bastion, ["subnet"], {"command": bastion.address}, "notice") if {
	some bastion in input.bastions
	some pool in input.node_pools
	pool.mode == "virtual"
	some subnet in pool.pod_subnets
	ref.same(subnet, bastion.subnet)
	not _has_machines(subnet)
}

_has_machines(reference) if {
	some pool in input.node_pools
	pool.mode != "virtual"
	some subnet in pool.subnets
	ref.same(subnet, reference)
}

_has_machines(reference) if {
	some database in input.databases
	ref.same(database.subnet, reference)
}
