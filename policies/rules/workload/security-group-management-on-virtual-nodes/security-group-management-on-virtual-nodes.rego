# METADATA
# title: Group management for load balancers on virtual nodes
# description: |
#   OKE can manage the rules of a network security group for a load balancer. No page of Oracle's says that it does so
#   where the pods run on virtual nodes.
# related_resources:
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNL-02]
#   message: "{subject} lets OKE manage a network security group, which is not documented for virtual nodes."
#   remediation: "Test it, or set the mode to None and write the rules yourself."
package rules.workload["security-group-management-on-virtual-nodes"]

import data.lib.balancer
import data.lib.violation
import data.lib.virtual

_key := "oci.oraclecloud.com/security-rule-management-mode"

violations contains violation.at(service, balancer.place(_key), {}) if {
	some service in input.workloads.objects.Service
	virtual.bound(service)
	balancer.is(service)
	lower(service.annotations[_key]) == "nsg"
}
