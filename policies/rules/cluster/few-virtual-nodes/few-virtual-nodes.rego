# METADATA
# title: Few virtual nodes
# description: |
#   Three virtual nodes, and at least one for each placement, keep pods running when a part of a region fails. Virtual
#   nodes themselves cost little: what counts is what the pods use.
# related_resources:
#   - description: Virtual nodes and virtual node pools
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithvirtualnodes.htm
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-14, ARC-10]
#   message: "The size of {subject} is {size:plain}; high availability needs at least {wanted:plain} virtual nodes."
#   remediation: "Raise the size of the pool."
package rules.cluster["few-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["size"], {"size": pool.size, "wanted": max([3, count(object.get(pool, "placements", []))])}) if {
	some pool in clusters.virtual_pools
	_too_few(pool)
}

_too_few(pool) if pool.size < count(pool.placements)

_too_few(pool) if {
	pool.size < 3
	not pool.more
}
