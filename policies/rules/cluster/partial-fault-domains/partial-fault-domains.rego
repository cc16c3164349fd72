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
import data.lib.ref
import data.lib.violation

_all := {"FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3"}

violations contains violation.at(row.pool, ["placements", row.index, "fault_domains"], {"missing": _missing(_covered[row.where])}) if {
	some row in _rows
	not _unbound[row.where]
	not _unbound[[row.where[0]]]
	count(_covered[row.where]) < count(_all)
}

_missing(covered) := concat(", ", sort(_all - covered)) if covered - _all == set()

_missing(covered) := $"{3 - count(covered)} of the 3 fault domains" if covered - _all != set()

# Pools share an availability domain when it is written in the same way.
_rows := [row |
	some pool in clusters.virtual_pools
	some i, placement in pool.placements
	row := {
		"pool": pool,
		"index": i,
		"where": [_cluster(pool), _domain(placement)],
		"domains": object.get(placement, "fault_domains", []),
		"count": object.get(placement, "fault_domain_count", 0),
		"unknown": placement.unknown,
	}
]

_covered[row.where] contains upper(domain) if {
	some row in _rows
	some domain in row.domains
}

# Those without a name: as many different ones as the list has room for.
_covered[row.where] contains [row.unknown.fault_domains, i] if {
	some row in _rows
	some i in numbers.range(count(row.domains) + 1, row.count)
	count(row.domains) < row.count
}

# Where some row leaves the choice to OKE, or may do so.
_unbound[row.where] if {
	some row in _rows
	count(row.domains) + row.count == 0
}

_unbound[row.where] if {
	some row in _rows
	row.unknown.fault_domains
	row.count == 0
}

_unbound[[_cluster(pool)]] if {
	some pool in clusters.virtual_pools
	pool.unknown.placements
	not _one_for_all(pool)
}

# Its only row stands for one in each availability domain, which all name the same fault domains.
_one_for_all(pool) if {
	[row] := pool.placements
	contains(row.unknown.availability_domain, "[*].")
	not regex.match(`\[\*\]\.|#`, object.get(row.unknown, "fault_domains", ""))
}

_unbound[[_cluster(pool)]] if {
	some pool in clusters.virtual_pools
	pool.more
}

_cluster(pool) := ref.key(pool.cluster) if pool.cluster

_cluster(pool) := object.get(pool, "stack", "") if not pool.cluster

_domain(placement) := object.get(placement, "availability_domain", object.get(placement.unknown, "availability_domain", ""))
