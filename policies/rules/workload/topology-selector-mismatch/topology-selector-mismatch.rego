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
	some label in _unmet(constraint.labelSelector, pod.pod_labels)
}

_unmet(selector, labels) := {$"{key}={value}" |
	some key, value in selector.matchLabels
	not _generated(key)
	is_string(value)
	object.get(labels, key, null) != value
} | {$"{expression.key} {expression.operator}" |
	some expression in selector.matchExpressions
	not _generated(expression.key)
	_fails(expression, labels)
}

_fails(expression, labels) if {
	expression.operator == "In"
	is_array(expression.values)
	not object.get(labels, expression.key, null) in expression.values
}

_fails(expression, labels) if {
	expression.operator == "NotIn"
	labels[expression.key] in expression.values
}

_fails(expression, labels) if {
	expression.operator == "Exists"
	not labels[expression.key]
}

_fails(expression, labels) if {
	expression.operator == "DoesNotExist"
	labels[expression.key]
}

# Controllers put these on the pods themselves.
_generated(key) if key in {"pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"}
