# METADATA
# title: Pod subnet without a route to the internet
# description: |
#   Pods in a private subnet reach the internet through a NAT gateway. Without a route to one, a virtual node cannot pull
#   images from outside Oracle's network, and pods cannot call anything there.
# related_resources:
#   - description: OCI VCN-native pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-07, CNI-19]
#   message: "{subject} gives pods of {pools:plain} no route to a NAT gateway."
#   remediation: "Add a route for 0.0.0.0/0 to a NAT gateway."
package rules.network["pod-subnet-without-nat-route"]

import data.lib.cluster as clusters
import data.lib.route
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, subnets.requirements(used.pools, ["VNL-07"], ["CNI-19"])), clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in subnets.for_pods
	table := route.table_of(used.subnet)
	route.to_nat(table) == "no"
	count(route.to_internet(table)) == 0 # That is a finding of its own.
	place := route.place(used.subnet, table)
	found := violation.graded(place.entry, place.path, {"pools": subnets.names(used.pools)}, _severity[subnets.mode(used.pools)])
}

# Managed pods may live without the internet.
_severity := {"virtual": "error", "other": "warning"}
