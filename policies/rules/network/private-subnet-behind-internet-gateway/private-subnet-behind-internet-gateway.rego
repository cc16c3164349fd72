# METADATA
# title: Private subnet routed to an internet gateway
# description: |
#   An internet gateway serves public addresses only. In a private subnet nothing has one, so what is routed there is
#   dropped: nodes cannot pull images and never join.
# related_resources:
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-08]
#   message: "{subject} is private, but its route table leads to an internet gateway."
#   remediation: "Route 0.0.0.0/0 to a NAT gateway and Oracle services to a service gateway."
package rules.network["private-subnet-behind-internet-gateway"]

import data.lib.route
import data.lib.subnet as subnets
import data.lib.violation

# Subnets of pods have a rule of their own, and dual-stack subnets need both gateways; they may share a table with others.
violations contains violation.related(violation.at(subnet, ["route_table"], {}), [{"item": table.id, "path": ["rules", i], "note": "the route"} | some i in routes]) if {
	some subnet in input.subnets
	subnet.private
	subnet.ipv6 == false
	not _pods[subnet.id]
	table := route.table_of(subnet)
	routes := [i | some i, rule in table.rules; rule.gateway == "internet"; contains(rule.destination, ".")]
	count(routes) > 0
}

_pods := {used.subnet.id | some used in subnets.for_pods}
