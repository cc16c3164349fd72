# The scripts that self-managed nodes start with, and the nodes they belong to. Judges nothing.
package lib.bootstrap

# METADATA
# description: scripts that join a node to a cluster by themselves, or that a self-managed node is given
joining contains bootstrap if {
	some bootstrap in input.bootstraps
	_joins(bootstrap)
}

_joins(bootstrap) if bootstrap.self_managed

_joins(bootstrap) if {
	some pool in input.node_pools
	pool.mode == "self-managed"
	pool.id == bootstrap.pool
}

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
cut(expression) if regex.match(`\b(split|element|replace|regex|trimsuffix|substr|cut|awk|sed)\b|%%?:|\[0\]$|\$\{\w+%`, expression)
