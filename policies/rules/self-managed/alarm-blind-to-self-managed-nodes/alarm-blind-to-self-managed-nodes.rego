# METADATA
# title: Alarms that see no self-managed nodes
# description: |
#   The metrics of OKE in the namespace oci_oke do not cover self-managed nodes. Alarms on them say nothing about instances
#   that host such nodes.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Compute instance metrics
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/References/computemetrics.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-30]
#   message: "{subject} watches oci_oke, whose metrics leave out self-managed nodes, and no other alarm watches the instances."
#   remediation: "Add alarms on the metrics of the instances in oci_computeagent, or scrape the nodes in the cluster."
package rules["self-managed"]["alarm-blind-to-self-managed-nodes"]

import data.lib.self_managed
import data.lib.violation

violations contains violation.at(alarm, ["namespace"], {}) if {
	count(self_managed.pools) > 0
	count(self_managed.pools) == count(input.node_pools)
	every other in input.alarms {
		other.namespace == "oci_oke"
	}
	some alarm in input.alarms
}
