# METADATA
# title: Pods as backends of a load balancer
# description: |
#   Load balancers that send straight to pods, without node ports, exist for managed nodes. On virtual nodes they reach
#   pods through node ports.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNL-11]
#   message: "{subject} takes pods as backends of its load balancer ({setting:plain}), which virtual nodes do not offer."
#   remediation: "Remove the setting."
package rules.workload["pods-as-load-balancer-backends"]

import data.lib.balancer
import data.lib.boolean
import data.lib.violation
import data.lib.virtual

_key := "oci-load-balancer.oraclecloud.com/backend-type"

violations contains violation.at(service, balancer.place(_key), {"setting": "backend-type"}) if {
	some service in _services
	lower(service.annotations[_key]) == "pod"
}

violations contains violation.at(service, ["spec", "allocateLoadBalancerNodePorts"], {"setting": "allocateLoadBalancerNodePorts"}) if {
	some service in _services
	boolean.off(service.value.spec.allocateLoadBalancerNodePorts)
}

_services contains service if {
	some service in input.workloads.objects.Service
	virtual.bound(service)
	balancer.is(service)
}
