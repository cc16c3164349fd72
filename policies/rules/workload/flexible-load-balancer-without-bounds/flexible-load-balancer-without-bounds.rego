# METADATA
# title: Flexible load balancer without bounds
# description: |
#   A flexible load balancer needs a minimum and a maximum of bandwidth. Without both the cloud controller makes none, and
#   the Service stays without an address.
# related_resources:
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-10, ARC-09]
#   message: "{subject} asks for a flexible load balancer without {missing:plain}."
#   remediation: "State both bounds in Mbps, as strings."
package rules.workload["flexible-load-balancer-without-bounds"]

import data.lib.balancer
import data.lib.violation

_shape := "service.beta.kubernetes.io/oci-load-balancer-shape"

violations contains violation.at(service, balancer.place(_shape), {"missing": concat(" and ", missing)}) if {
	some service in input.workloads.objects.Service
	balancer.is(service)
	not balancer.network(service)
	lower(service.annotations[_shape]) == "flexible"
	missing := [bound | some bound in ["shape-flex-min", "shape-flex-max"]; _without(service, $"service.beta.kubernetes.io/oci-load-balancer-{bound}")]
	count(missing) > 0
}

_without(service, bound) if balancer.without(service, bound)

# The cloud controller takes an empty text for none.
_without(service, bound) if trim_space(service.annotations[bound]) == ""
