# METADATA
# title: Pod subnet without a route to Oracle services
# description: |
#   Pods reach Oracle services, the image registry among them, through a service gateway. Without a route to one their
#   traffic takes the way over the internet or none.
# related_resources:
#   - description: OCI VCN-native pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-07, CNI-19]
#   message: "{subject} gives pods of {pools:plain} no route for all Oracle services to a service gateway."
#   remediation: "Add a route for all services of the region to a service gateway."
package rules.network["pod-subnet-without-service-route"]

import data.lib.cluster as clusters
import data.lib.route
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, subnets.requirements(used.pools, ["VNL-07"], ["CNI-19"])), clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in subnets.for_pods
	table := route.table_of(used.subnet)
	route.to_services(table) == "no"
	place := route.place(used.subnet, table)
	found := violation.at(place.entry, place.path, {"pools": subnets.names(used.pools)})
}
