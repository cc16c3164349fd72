# Commands in scripts. `parsed` is what the host made of the arguments of kubectl, oci, ocne and helm; judges nothing.
package lib.command

import data.lib.virtual

# METADATA
# description: calls of kubectl that reach virtual nodes, by verb; calls for help and rehearsals are none
kubectl[command.parsed.verb] contains command if {
	some command in reaching
	command.program in {"kubectl", "oc"}
	not _rehearsal(command.parsed.flags)
}

# METADATA
# description: calls of oci against clusters with virtual nodes, by the words of the command (`ce cluster create`)
oci[name] contains command if {
	some command in reaching
	command.program == "oci"
	name := concat(" ", array.concat([command.parsed.verb], command.parsed.subcommand))
}

# METADATA
# description: commands that reach virtual nodes, by program
programs[command.program] contains command if some command in reaching

# METADATA
# description: commands that are run for real against a cluster whose pods are, or may be, on virtual nodes
reaching := [command |
	some command in input.commands
	virtual.bound(command)
	not command.ephemeral
	not _asks_for_help(command)
]

_asks_for_help(command) if command.parsed.flags.help == true

# These only print what could be given.
_asks_for_help(command) if {
	command.program == "oci"
	some flag in ["generate-full-command-json-input", "generate-param-json-input"]
	command.parsed.flags[flag]
}

_asks_for_help(command) if command.args[0] in {"help", "--help", "-h", "--version", "version", "completion"}

_rehearsal(flags) if {
	mode := flags["dry-run"]
	not mode in {"none", "false", null}
}

# METADATA
# description: whether a flag without value, or with a boolean one, is on
on(flags, name) if flags[name] == true

on(flags, name) if lower(flags[name]) in {"true", "t", "1"}

# METADATA
# description: whether the first operand of a kubectl command names pods
names_pods(command) if {
	some kind in split(split(command.parsed.written[0], "/")[0], ",")
	kind in {"pod", "pods", "po"}
}

# METADATA
# description: whether the operand names a node
names_node(command) if split(command.parsed.written[0], "/")[0] in {"node", "nodes", "no"}

# A node's name that the script asked the cluster for.
names_node(command) if {
	command.node_address
	regex.match(`^["']?[$%{]`, command.parsed.written[0])
}
