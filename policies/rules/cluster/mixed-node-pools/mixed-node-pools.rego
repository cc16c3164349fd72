# METADATA
# title: Virtual and other nodes in one cluster
# description: |
#   Until November 2025 a cluster had either virtual nodes or managed ones. A pool of the other kind was refused when it
#   was created.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: OKE release notes
#     ref: https://docs.oracle.com/en-us/iaas/releasenotes/services/conteng/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-05]
#   until: "2025-11-06"
#   message: "{subject} is in a cluster that also has {pool:plain}; before 2025-11-06 virtual nodes had to be alone in their cluster."
#   remediation: "Put the pools into clusters of their own."
package rules.cluster["mixed-node-pools"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(found, clusters.related([other], "the other pool")) if {
	not input.facts.mixed_clusters
	some pool in clusters.virtual_pools
	others := [other | some other in clusters.pools_in(pool.cluster); other.mode != "virtual"; not _alternatives(pool, other)]
	other := others[0]
	found := violation.at(pool, ["cluster"], {"pool": other.address})
}

# Conditions may see to it that only one of them exists.
_alternatives(a, b) if {
	a.existence == "possible"
	b.existence == "possible"
}
