# METADATA
# title: Node selector of a load balancer on virtual nodes
# description: |
#   A Service can choose the nodes that its load balancer sends to by their labels. On virtual nodes nobody has seen that
#   work: they carry the label that excludes nodes from external load balancers, and are backends all the same.
# related_resources:
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNL-13]
#   message: "{subject} chooses the backends of its load balancer by node labels, which is not known to work with virtual nodes."
#   remediation: "Remove the annotation."
package rules.workload["load-balancer-node-selector"]

import data.lib.balancer
import data.lib.violation
import data.lib.virtual

_key := "oci.oraclecloud.com/node-label-selector"

violations contains violation.at(service, balancer.place(_key), {}) if {
	some service in input.workloads.objects.Service
	virtual.bound(service)
	balancer.is(service)
	service.annotations[_key] != ""
}
