# METADATA
# title: Internet gateway and service gateway in one route table
# description: |
#   Traffic to Oracle services that leaves a public subnet goes by the internet gateway, as their addresses are public.
#   A rule for a service gateway beside it is refused for all services, and for one service splits the ways out and
#   back.
# related_resources:
#   - description: "Access to Oracle services: service gateway"
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Tasks/servicegateway.htm
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-08]
#   message: "{subject} leads to an internet gateway and to a service gateway."
#   remediation: "Give public subnets a route table with the internet gateway alone, and private ones another with NAT and service gateway."
package rules.network["mixed-gateway-routes"]

import data.lib.violation

violations contains violation.graded(table, ["rules", services[0]], {}, severity) if {
	some table in input.route_tables
	severity := _severity(table)
	services := [i | some i, other in table.rules; other.gateway == "service"]
	count(services) > 0
}

_severity(table) := "error" if {
	some rule in table.rules
	rule.gateway == "internet"
	not _six(rule)
	not _perhaps_six(rule)
} else := "warning" if {
	some rule in table.rules
	rule.gateway == "internet"
	_perhaps_six(rule)
}

# Services have IPv4 addresses: what a dual-stack cluster sends out by IPv6 is not theirs.
_six(rule) if {
	input.facts.dual_stack_clusters
	contains(rule.destination, ":")
}

_perhaps_six(rule) if {
	input.facts.dual_stack_clusters
	rule.unknown.destination
}
