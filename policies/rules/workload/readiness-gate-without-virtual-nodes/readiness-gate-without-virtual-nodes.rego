# METADATA
# title: Pod readiness gates without virtual nodes
# description: |
#   The label that adds readiness gates of load balancers to the pods of a namespace works for virtual nodes only. On
#   other nodes it changes nothing.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
# custom:
#   severity: notice
#   target: any
#   requirements: [VNL-12]
#   message: "{subject} asks for readiness gates of load balancers, which only virtual nodes have."
#   remediation: "Remove the label, or run the workloads on virtual nodes."
package rules.workload["readiness-gate-without-virtual-nodes"]

import data.lib.violation

_key := "loadbalancer.oci.oraclecloud.com/pod-readiness-gate-inject"

violations contains violation.at(namespace, ["metadata", "labels", _key], {}) if {
	some namespace in input.workloads.objects.Namespace
	namespace.group == ""
	namespace.nodes in {"managed", "self-managed"}
	namespace.labels[_key] == "enabled"
}
