# METADATA
# title: Health check port closed to load balancers
# description: |
#   Load balancers check the health of virtual nodes on port 10256. When only node ports are open, a Service answers for
#   about half a minute and then stops, because every backend counts as dead.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNL-04]
#   message: "{subject} does not admit {missing:plain}, so that every backend fails its health check."
#   remediation: "Admit TCP 10256 from the subnet of the load balancers."
package rules.network["closed-health-check-port"]

import data.lib.cluster as clusters
import data.lib.security
import data.lib.service
import data.lib.site
import data.lib.violation

violations contains violation.related(violation.at(closed.subnet, ["security_lists"], {"missing": closed.row.text}), clusters.related(closed.pools, "pods of this pool")) if {
	some closed in site.closed("pods", {"load-balancer"})
	closed.row.min == 10256
	_balanced(closed)
}

# Somebody means to put load balancers before the pods.
_balanced(_) if count(service.of_virtual_pods) > 0

_balanced(closed) if {
	some row in site.rows("virtual", "pods", "load-balancer")
	row.min == 30000
	security.admits(closed.guard, row, closed.peer) == "yes"
}
