# The scripts that self-managed nodes start with, and the nodes they belong to. Judges nothing.
package lib.bootstrap

# METADATA
# description: scripts that join a node to a cluster by themselves, or that a self-managed node is given
joining contains bootstrap if {
	some bootstrap in input.bootstraps
	_joins(bootstrap)
}

_joins(bootstrap) if bootstrap.self_managed

_joins(bootstrap) if _self_managed[bootstrap.pool]

# METADATA
# description: scripts of self-managed nodes in which what is not written is certainly missing
complete contains bootstrap if {
	some bootstrap in joining
	bootstrap.text_known
	_runs_something(bootstrap)
}

# A script that runs neither program may fetch one that does.
_runs_something(bootstrap) if bootstrap.self_managed

# METADATA
# description: whether the expression or variable is cut down to a part of it
cut(expression) if regex.match(`\b(split|element|replace|regex|regexall|trim|trimsuffix|substr)\b|%%?:|\[0\]$|\$\{\w+[%/]`, expression)

cut(expression) if regex.match(`\b(cut|awk|sed|tr|perl|python\d?|g?sub|rtrimstr)\b|\bgrep -\w*o`, expression)

# METADATA
# description: nodes of another make are kept here (kubeadm, OCNE), and no self-managed ones of OKE
other_make if {
	not _has_self_managed_nodes
	_has_other_nodes
}

_has_self_managed_nodes if count(joining) > 0

_has_self_managed_nodes if count(_self_managed) > 0

_self_managed contains pool.id if {
	some pool in input.node_pools
	pool.mode == "self-managed"
}

_has_other_nodes if count(input.ocne_commands) > 0

_has_other_nodes if count(input.ocne) > 0

_has_other_nodes if {
	some call in input.commands
	_of_kubeadm(call)
}

_of_kubeadm(call) if call.program == "kubeadm"

_of_kubeadm(call) if {
	some word in call.args
	regex.match(`^kube(adm|spray)($|[-=*])`, word)
}
