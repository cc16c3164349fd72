# METADATA
# title: Node selector for a GPU or Intel shape
# description: |
#   Virtual nodes come with AMD and Arm processors and without GPUs. A pod that insists on a GPU or Intel shape finds no
#   virtual node to run on.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-63]
#   message: "{subject} selects nodes by {selector:plain}, and virtual nodes have neither GPU nor Intel shapes."
#   remediation: "Drop the selector, or run this workload on managed nodes of that shape."
package rules.workload["gpu-or-intel-node-selector"]

import data.lib.violation
import data.lib.virtual

_place := ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"]

violations contains violation.at(pod, ["nodeSelector", key], {"selector": concat("=", [key, value])}) if {
	some pod in virtual.pods
	some key, value in pod.spec.nodeSelector
	_foreign(key, value)
}

# Terms are alternatives: one that any virtual node meets is enough.
violations contains violation.at(pod, array.concat(_place, path), {"selector": selector}) if {
	some pod in virtual.pods
	terms := pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms
	every term in terms {
		_expressions(term) != set()
	}
	some i, expression in terms[0].matchExpressions
	expression in _expressions(terms[0])
	path := [0, "matchExpressions", i]
	selector := concat(" ", [expression.key, expression.operator, concat(", ", object.get(expression, "values", []))])
}

_expressions(term) := {expression |
	some expression in term.matchExpressions
	expression.operator == "In"
	every value in expression.values {
		_foreign(expression.key, value)
	}
} | {expression |
	some expression in term.matchExpressions
	expression.operator == "Exists"
	_foreign(expression.key, "")
}

_foreign(key, shape) if {
	key in {"node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type"}
	regex.match(`^(VM|BM)\.(GPU|Standard[123]\.|Optimized3\.|DenseIO[12]\.|HPC2\.)`, shape)
}

_foreign(key, value) if {
	regex.match(`^(nvidia|amd)\.com/gpu`, key)
	value != "false"
}
