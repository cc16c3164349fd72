# METADATA
# title: Load balancer of fixed bandwidth
# description: |
#   A load balancer of a fixed shape, which is also what a Service gets that states none (100 Mbps), neither grows with
#   its traffic nor costs less without. A flexible shape does both between two bounds.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: notice
#   target: any
#   requirements: [VNL-10, ARC-09]
#   message: "{subject} gets a load balancer of fixed bandwidth ({shape:plain})."
#   remediation: "Set the shape to flexible with a minimum and a maximum."
package rules.workload["fixed-load-balancer-bandwidth"]

import data.lib.balancer
import data.lib.violation

_shape := "service.beta.kubernetes.io/oci-load-balancer-shape"

violations contains violation.at(service, balancer.place(_shape), {"shape": shape}) if {
	some service in input.workloads.objects.Service
	balancer.is(service)
	not balancer.network(service)
	shape := _fixed(service)
}

_fixed(service) := shape if {
	shape := service.annotations[_shape]
	lower(shape) != "flexible"
}

_fixed(service) := "100Mbps, because it states no shape" if balancer.without(service, _shape)
