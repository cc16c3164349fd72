# METADATA
# title: Virtual nodes in only some fault domains
# description: |
#   A fault domain is a group of hardware that can fail alone. Virtual nodes that are told to use only some of the three
#   fault domains of an availability domain give up redundancy that costs nothing.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Virtual nodes and virtual node pools
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithvirtualnodes.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-13, ARC-10]
#   message: "{subject} keeps virtual nodes out of {missing:plain}."
#   remediation: "Leave fault_domain out, or name all three fault domains."
package rules.cluster["partial-fault-domains"]

import data.lib.cluster as clusters
import data.lib.violation

_all := {"FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3"}

violations contains violation.at(row.pool, ["placements", row.index, "fault_domains"], {"missing": concat(", ", sort(missing))}) if {
	some row in _rows
	count(row.domains) > 0
	not _unbound[row.where]
	not _unbound[[row.where[0]]]
	missing := _all - _covered[row.where]
	count(missing) > 0
}

# Pools share an availability domain when it is written in the same way.
_rows := [row |
	some pool in clusters.virtual_pools
	some i, placement in pool.placements
	row := {
		"pool": pool,
		"index": i,
		"where": [_cluster(pool), _domain(placement)],
		"domains": object.get(placement, "fault_domains", []),
		"unknown": placement.unknown,
	}
]

_covered[row.where] contains upper(domain) if {
	some row in _rows
	some domain in row.domains
}

# Where some row leaves the choice to OKE, or may do so.
_unbound[row.where] if {
	some row in _rows
	count(row.domains) == 0
}

_unbound[row.where] if {
	some row in _rows
	row.unknown.fault_domains
}

_unbound[[_cluster(pool)]] if {
	some pool in clusters.virtual_pools
	pool.unknown.placements
}

_cluster(pool) := object.get(pool, ["cluster", "ref"], "")

_domain(placement) := object.get(placement, "availability_domain", object.get(placement.unknown, "availability_domain", ""))
