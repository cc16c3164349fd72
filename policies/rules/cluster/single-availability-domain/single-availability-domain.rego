# METADATA
# title: Virtual nodes in one of several availability domains
# description: |
#   A region with several availability domains lets a cluster survive the loss of one of them, when its nodes are spread.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Regions and availability domains
#     ref: https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-15, ARC-10]
#   message: "{subject} uses a single availability domain of a region that has three."
#   remediation: "Add a placement for each availability domain."
package rules.cluster["single-availability-domain"]

import data.lib.cluster as clusters
import data.lib.violation

# By name, and by the short key that providers and commands take as well.
_regions := {
	"eu-frankfurt-1", "uk-london-1", "us-ashburn-1", "us-chicago-1", "us-phoenix-1",
	"fra", "lhr", "iad", "ord", "phx",
}

violations contains violation.at(pool, ["placements", 0, "availability_domain"], {}) if {
	some pool in clusters.virtual_pools
	_several(pool)
	together := array.concat([pool], [other | some other in clusters.virtual_pools_in(pool.cluster); other.id != pool.id])
	every other in together {
		not other.more
		not other.unknown.placements
		other.placements
	}
	count({_domain(placement) | some other in together; some placement in other.placements}) == 1
}

_domain(placement) := upper(placement.availability_domain) if placement.availability_domain

_domain(placement) := placement.unknown.availability_domain if not placement.availability_domain

# Only what proves that the region has several: its name, or a domain other than the first.
_several(pool) if lower(pool.region) in _regions

_several(pool) if {
	some placement in pool.placements
	regex.match(`(?i)^([a-z0-9]+:)?((PHX|US-ASHBURN|EU-FRANKFURT-1|UK-LONDON-1|US-CHICAGO-1)-AD-1|.*-AD-[23]|[23])$`, placement.availability_domain)
}
