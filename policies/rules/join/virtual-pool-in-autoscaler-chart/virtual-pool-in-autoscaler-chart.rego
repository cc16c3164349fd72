# METADATA
# title: Virtual node pool in a chart of the Cluster Autoscaler
# description: |
#   The number of virtual nodes is fixed. A Cluster Autoscaler whose chart is given a virtual node pool as node group cannot
#   change it, and refuses to start or fails again and again.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNT-07, VNK-14]
#   message: "{subject} gives the Cluster Autoscaler a virtual node pool, whose size it cannot change."
#   remediation: "Name managed node pools only, and scale workloads on virtual nodes with a HorizontalPodAutoscaler."
package rules.join["virtual-pool-in-autoscaler-chart"]

import data.lib.installed
import data.lib.node_group
import data.lib.violation
import data.lib.virtual

# Where all nodes are virtual the chart itself is reported.
violations contains violation.at(chart, installed.place(chart), {}) if {
	some chart in input.charts
	not virtual.certain(chart)
	some name in node_group.of(chart)
	contains(name, "ocid1.virtualnodepool.")
}
