# METADATA
# title: Pod subnet with a route to an internet gateway
# description: |
#   Pods have private addresses, which an internet gateway does not translate: what it is sent from a pod is lost. A NAT
#   gateway is the way out.
# related_resources:
#   - description: OCI VCN-native pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
#   - description: IPv4 and IPv6 in OKE
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengipv6.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-07, VNL-08, CNI-19]
#   message: "{subject} sends traffic of pods of {pools:plain} to an internet gateway{fate:plain}."
#   remediation: "Route 0.0.0.0/0 to a NAT gateway; in a dual-stack cluster leave ::/0 to the internet gateway."
package rules.network["pod-subnet-with-internet-gateway"]

import data.lib.cluster as clusters
import data.lib.route
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, subnets.requirements(used.pools, _own(used), ["CNI-19"])), clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in subnets.for_pods
	table := route.table_of(used.subnet)
	some i in route.to_internet(table)
	found := violation.graded(table, ["rules", i, "target"], {"pools": subnets.names(used.pools), "fate": _fate(_severity(used), table.rules[i])}, _severity(used))
}

_fate("error", _) := ", where it is lost"

# Oracle's pages differ.
_fate("notice", rule) := ": right for IPv6 by the page on IPv6, wrong by the one on VCN-native pod networking" if contains(object.get(rule, "destination", ":"), ":")

_fate("notice", rule) := ", which in a dual-stack cluster is for IPv6 alone" if not contains(object.get(rule, "destination", ":"), ":")

default _severity(_) := "error"

# Dual-stack clusters send IPv6 that way.
_severity(used) := "notice" if {
	some pool in used.pools
	subnets.dual_stack(used.subnet, pool)
}

# Where it stands in for the NAT gateway, that is missing too.
_own(used) := ["VNL-07", "VNL-08"] if route.to_nat(route.table_of(used.subnet)) == "no"

_own(used) := ["VNL-08"] if route.to_nat(route.table_of(used.subnet)) != "no"
