# METADATA
# title: Node ports closed to load balancers
# description: |
#   Load balancers send traffic to pods on virtual nodes through node ports on the pods' own subnet, and OKE never opens
#   them there by itself. Without a rule that lets the load balancers in, no request reaches a pod.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNL-03]
#   message: "{subject} lets no load balancer reach the node ports of pods: {missing:plain} is not admitted."
#   remediation: "Admit the node ports from the subnet of the load balancers, in a security list of the pod subnet or a group of the pods."
package rules.network["closed-node-ports"]

import data.lib.cluster as clusters
import data.lib.service
import data.lib.site
import data.lib.violation

violations contains violation.related(violation.at(closed.subnet, ["security_lists"], {"missing": concat(", ", closed.missing)}), array.concat(clusters.related(closed.pools, "pods of this pool"), _services)) if {
	count(service.of_virtual_pods) > 0
	some closed in site.closed("pods", {"load-balancer"})
	_node_ports(closed.row)
}

_node_ports(row) if {
	row.min == 30000
	row.protocol in service.protocols
}

_services := [{"item": item.id, "path": ["spec", "type"], "note": "makes a load balancer"} | some item in service.of_virtual_pods]
