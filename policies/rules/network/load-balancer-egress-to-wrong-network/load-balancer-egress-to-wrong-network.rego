# METADATA
# title: Load balancers that may not send to pods
# description: |
#   A load balancer sends requests and health checks to the pods' subnet. Egress rules that name the load balancers' own
#   network instead are the commonest mistake in rules made by hand.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNL-05]
#   message: "{subject} does not let load balancers send {missing:plain}."
#   remediation: "Allow egress to the network of the pods on these ports."
package rules.network["load-balancer-egress-to-wrong-network"]

import data.lib.cluster as clusters
import data.lib.site
import data.lib.violation

violations contains violation.related(violation.at(closed.subnet, ["security_lists"], {"missing": concat(", ", closed.texts)}), clusters.related(closed.pools, "pods of this pool")) if {
	some closed in site.summary("load-balancer", {"pods"})
}
