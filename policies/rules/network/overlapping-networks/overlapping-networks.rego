# METADATA
# title: Networks that overlap
# description: |
#   Two networks that reach each other cannot both have an address: routes lead to one of them only, and a VCN cannot
#   be attached or peered where that happens. Networks that are not connected today may have to be tomorrow, and their
#   blocks cannot be moved while something uses them.
# related_resources:
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: VCNs and subnets
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Tasks/Overview_of_VCNs_and_Subnets.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-02]
#   message: "{subject} has the block {cidr:plain}, which overlaps {other:plain} of {network:plain}{how:plain}."
#   remediation: "Choose blocks that no network has which you may want to connect."
package rules.network["overlapping-networks"]

import data.lib.ref
import data.lib.security
import data.lib.violation

# VCNs of one root; two configurations of one root are not two networks.
violations contains violation.related(violation.graded(vcn, ["cidrs", i], facts, grade.severity), [{"item": other.id, "path": ["cidrs", j], "note": "the other network"}]) if {
	some k, vcn in input.vcns
	some l in _positions[object.get(vcn, "stack", "")]
	k > l
	other := input.vcns[l]
	_two(vcn, other)
	some i, cidr in vcn.cidrs
	some j, theirs in other.cidrs
	security.overlap(cidr, theirs)
	grade := _grade(vcn, other)
	facts := {"cidr": cidr, "other": theirs, "network": other.address, "how": grade.how}
}

violations contains violation.at(vcn, ["cidrs", i], facts) if {
	some vcn in input.vcns
	some i, cidr in vcn.cidrs
	some j, other in vcn.cidrs
	i > j
	security.overlap(cidr, other)
	facts := {"cidr": cidr, "other": other, "network": "the same VCN", "how": ""}
}

violations contains violation.at(vcn, ["cidrs", i], facts) if {
	some connection in input.connections
	some vcn in input.vcns
	_connects(connection, vcn)
	some i, cidr in vcn.cidrs
	some other in connection.cidrs
	security.overlap(cidr, other)
	facts := {"cidr": cidr, "other": other, "network": "a network that it is connected with", "how": ""}
}

violations contains violation.at(vcn, ["cidrs", i], facts) if {
	some vcn in input.vcns
	some i, cidr in vcn.cidrs
	some other in input.external_cidrs
	security.overlap(cidr, other)
	facts := {"cidr": cidr, "other": other, "network": "your other networks", "how": ", as the configuration states"}
}

# Networks of different stacks may never exist side by side.
_positions[object.get(vcn, "stack", "")] contains l if some l, vcn in input.vcns

_two(vcn, other) if {
	vcn.address != other.address
	vcn.existence == "known"
	other.existence == "known"
}

_two(vcn, other) if {
	vcn.address != other.address
	_connected(vcn, other)
}

_grade(vcn, other) := {"severity": "error", "how": ", with which it is connected"} if {
	_connected(vcn, other)
} else := {"severity": "notice", "how": ", with which nothing here connects it"}

_connected(vcn, other) if {
	some connection in input.connections
	_connects(connection, vcn)
	_connects(connection, other)
}

_connects(connection, vcn) if {
	some reference in connection.vcns
	ref.same(reference, ref.to(vcn))
}
