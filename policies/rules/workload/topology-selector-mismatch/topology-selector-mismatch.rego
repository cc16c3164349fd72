# METADATA
# title: Spread constraint that selects other pods
# description: |
#   A topology spread constraint counts the pods that its labelSelector selects. When the labels of the pod template are not
#   among them, the constraint counts nothing and the replicas are not spread.
# related_resources:
#   - description: Topology spread constraints
#     ref: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: virtual
#   requirements: [ARC-11]
#   message: "A topology spread constraint of {subject} selects pods by {label}, which its own pods do not have."
#   remediation: "Select the labels that the pod template has."
package rules.workload["topology-selector-mismatch"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["topologySpreadConstraints", i, "labelSelector"], {"label": label}) if {
	some pod in virtual.pods
	not pod.partial
	some i, constraint in pod.spec.topologySpreadConstraints
	some label in _unmet(constraint.labelSelector, pod)
}

_unmet(selector, pod) := {$"{key}={value}" |
	some key, value in selector.matchLabels
	not _elsewhere(pod, key)
	is_string(value)
	not value in _possible(pod, key)
} | {$"{expression.key} {expression.operator}" |
	some expression in selector.matchExpressions
	not _elsewhere(pod, expression.key)
	_fails(expression, pod)
}

# The template's value, and those that a kustomization or a patch may put there.
_possible(pod, key) := {value | value := pod.pod_labels[key]} | {value | some value in pod.added_labels[key]}

_fails(expression, pod) if {
	expression.operator == "In"
	is_array(expression.values)
	count({value | some value in expression.values} & _possible(pod, expression.key)) == 0
}

_fails(expression, pod) if {
	expression.operator == "NotIn"
	pod.pod_labels[expression.key]
	every value in _possible(pod, expression.key) {
		value in expression.values
	}
}

_fails(expression, pod) if {
	expression.operator == "Exists"
	count(_possible(pod, expression.key)) == 0
}

_fails(expression, pod) if {
	expression.operator == "DoesNotExist"
	pod.pod_labels[expression.key]
}

# Controllers put these on the pods themselves.
_elsewhere(_, key) if key in {"pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"}

_elsewhere(pod, key) if key in pod.unknown_labels

_elsewhere(pod, key) if {
	"*" in pod.unknown_labels
	not pod.pod_labels[key]
}
