# METADATA
# title: Node label that no workload asks for
# description: |
#   Labels of virtual nodes steer where pods go. One that no workload of the repository asks for steers nothing.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Virtual nodes and virtual node pools
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithvirtualnodes.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-25, ARC-12]
#   message: "{subject} labels its nodes {label:plain}, but no workload of the repository asks for it."
#   remediation: "Select the label in the workloads that belong there, or remove it."
package rules.join["unused-node-label"]

import data.lib.cluster as clusters
import data.lib.node_label
import data.lib.violation
import data.lib.virtual

violations contains violation.at(pool, ["labels", key], {"label": $"{key}={value}"}) if {
	count(virtual.indexed_pods) > 0
	count([pod | some pod in input.index.pods; node_label.doubtful(pod)]) == 0
	some pool in clusters.virtual_pools
	some key, value in pool.labels
	not node_label.foreign(key)
	not _named[key]
	not _selected[[key, value]]
}

_selected := {[key, value] |
	some pod in input.index.pods
	some key, value in pod.node_selector
}

_named := {key |
	some pod in input.index.pods
	some key in pod.node_label_keys
}
