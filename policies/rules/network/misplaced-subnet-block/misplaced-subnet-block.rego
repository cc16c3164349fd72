# METADATA
# title: Subnet block outside its VCN or inside another subnet
# description: |
#   A subnet is a part of its VCN that no other subnet has. A block that lies outside, or that overlaps another subnet,
#   is refused, and often only after half of the network has been made.
# related_resources:
#   - description: VCNs and subnets
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Tasks/Overview_of_VCNs_and_Subnets.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-03]
#   message: "{subject} has the block {cidr:plain}, which {fault:plain}."
#   remediation: "Choose a block of the VCN that no other subnet has; cidrsubnet() with distinct numbers gives such blocks."
package rules.network["misplaced-subnet-block"]

import data.lib.ref
import data.lib.security
import data.lib.violation

violations contains violation.related(found, [{"item": vcn.id, "path": ["cidrs"], "note": "the blocks of the VCN"}]) if {
	some subnet in input.subnets
	vcn := _vcns[subnet.vcn.id]
	count(vcn.cidrs) > 0
	not vcn.unknown.cidrs
	some i, cidr in subnet.cidrs
	security.covers("0.0.0.0/0", cidr)
	every block in vcn.cidrs {
		not security.covers(block, cidr)
		security.covers("0.0.0.0/0", block)
	}
	found := violation.at(subnet, ["cidrs", i], {"cidr": cidr, "fault": $"lies outside the VCN's {concat(", ", vcn.cidrs)}"})
}

violations contains violation.related(found, [{"item": other.id, "path": ["cidrs", j], "note": "the other subnet"}]) if {
	some k, subnet in input.subnets
	some l in _positions[ref.key(subnet.vcn)]
	k > l
	other := input.subnets[l]
	_neighbours(subnet, other)
	some i, cidr in subnet.cidrs
	some j, theirs in other.cidrs
	security.overlap(cidr, theirs)
	found := violation.at(subnet, ["cidrs", i], {"cidr": cidr, "fault": $"overlaps {theirs} of {other.address}"})
}

# Conditions may exclude each other.
_vcns := {vcn.id: vcn | some vcn in input.vcns}

_positions[ref.key(subnet.vcn)] contains l if some l, subnet in input.subnets

_neighbours(subnet, other) if {
	subnet.address != other.address
	subnet.existence == "known"
	other.existence == "known"
}
