# METADATA
# title: Untainted virtual pool beside other nodes
# description: |
#   In a cluster with virtual and other nodes, pods land on virtual nodes by chance unless a taint keeps them away, and
#   there they may not start: daemon sets, host paths and much else do not exist on virtual nodes.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: OKE release notes
#     ref: https://docs.oracle.com/en-us/iaas/releasenotes/services/conteng/
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-24]
#   message: "{subject} has no taint that keeps pods away which do not work on virtual nodes."
#   remediation: "Taint the virtual pool and let its workloads tolerate the taint."
package rules.cluster["untainted-virtual-pool"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["taints"], {}) if {
	some pool in clusters.virtual_pools
	attribute.absent(pool, "taints")
	not _half_known(pool)
	_company(pool)
}

# A taint with a key from elsewhere.
_half_known(pool) if {
	some place, _ in pool.unknown
	startswith(place, "taints.")
}

_company(pool) if {
	some other in clusters.pools_in(pool.cluster)
	other.mode != "virtual"
}

_company(_) if _has_daemon_sets

_has_daemon_sets if {
	some pod in input.index.pods
	pod.kind == "DaemonSet"
}
