# METADATA
# title: Self-managed nodes in another stack than their cluster
# description: |
#   Deleting a cluster does not terminate the instances that host its self-managed nodes. Where both are in one stack they
#   go together; where they are not, somebody has to think of the instances.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-25]
#   message: "{subject} is in another stack than its cluster, and keeps running when the cluster is deleted."
#   remediation: "Destroy the stack of the nodes before that of the cluster, or define both in one."
package rules["self-managed"]["nodes-apart-from-their-cluster"]

import data.lib.cluster as clusters
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, [], {}) if {
	some pool in self_managed.pools
	_apart(pool)
}

# The cluster is named, and nothing here defines it.
_apart(pool) if {
	pool.cluster
	not clusters.of(pool)
	not pool.unknown.cluster
}

# Named by what the other stack puts out.
_apart(pool) if clusters.of(pool).stack != pool.stack

_apart(pool) if {
	not pool.cluster
	count(input.clusters) > 0
	every cluster in input.clusters {
		cluster.stack != pool.stack
	}
}
