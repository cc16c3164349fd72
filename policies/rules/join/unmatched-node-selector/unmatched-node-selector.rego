# METADATA
# title: Node selector that no pool matches
# description: |
#   A pod whose node selector, or required node affinity, names a label that no node carries waits for ever.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Virtual nodes and virtual node pools
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithvirtualnodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [VNT-25, ARC-12]
#   message: "{subject} selects nodes labelled {label:plain}, which no node pool of the repository carries."
#   remediation: "Correct the selector, or give a pool the label."
package rules.join["unmatched-node-selector"]

import data.lib.cluster as clusters
import data.lib.node_label
import data.lib.violation

violations contains violation.at(pod, ["nodeSelector", key], {"label": $"{key}={value}"}) if {
	count(clusters.virtual_pools) > 0
	every pool in input.node_pools {
		node_label.known(pool)
	}
	some pod in input.index.pods
	some key, value in pod.node_selector
	not node_label.foreign(key)
	not _carried[[key, value]]
	not pod.unknown[$"nodeSelector.{key}"]
}

# Required affinity: each of its terms asks for a label that no pool carries.
violations contains violation.at(pod, _required, {"label": concat(" or ", sort({asked | some asked in unmet}))}) if {
	count(clusters.virtual_pools) > 0
	every pool in input.node_pools {
		node_label.known(pool)
	}
	some pod in input.index.pods
	not node_label.doubtful(pod)
	unmet := [_unmet(term)[0] | some term in pod.node_terms]
	count(unmet) > 0
	count(unmet) == count(pod.node_terms)
}

_required := ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"]

_unmet(term) := [$"{expression.key}={concat("|", expression.values)}" |
	some expression in term
	not node_label.foreign(expression.key)
	every value in expression.values {
		not _carried[[expression.key, value]]
	}
]

_carried := {[key, value] |
	some pool in input.node_pools
	some key, value in pool.labels
}
