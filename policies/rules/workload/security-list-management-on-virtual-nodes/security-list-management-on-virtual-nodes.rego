# METADATA
# title: Security list management on virtual nodes
# description: |
#   On managed nodes OKE can open security lists for load balancers. It never does so for virtual nodes: an annotation
#   that asks for it makes believe that rules exist.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNL-01, VNL-02]
#   message: "{subject} asks for security list management {mode}, which has no effect for virtual nodes."
#   remediation: "Set the mode to None and write the security rules yourself."
package rules.workload["security-list-management-on-virtual-nodes"]

import data.lib.balancer
import data.lib.violation
import data.lib.virtual

_newer := "oci.oraclecloud.com/security-rule-management-mode"

_older := {
	"oci-network-load-balancer.oraclecloud.com/security-list-management-mode",
	"service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode",
}

violations contains violation.of(violation.at(service, balancer.place(key), {"mode": mode}), ["VNL-01"]) if {
	some service in _services
	not service.annotations[_newer] # It wins over the others.
	some key in _older
	mode := service.annotations[key]
	mode != "None"
}

violations contains violation.of(violation.at(service, balancer.place(_newer), {"mode": mode}), ["VNL-02"]) if {
	some service in _services
	mode := service.annotations[_newer]
	lower(mode) in {"sl-all", "sl-frontend"}
}

_services contains service if {
	some service in input.workloads.objects.Service
	virtual.bound(service)
	balancer.is(service)
}
