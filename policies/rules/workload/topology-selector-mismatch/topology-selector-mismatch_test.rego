package rules.workload["topology-selector-mismatch_test"]

import data.lib.testing
import data.rules.workload["topology-selector-mismatch"] as rule

_given(fields, selector) := testing.pod_of(
	object.union({"pod_labels": {"app": "web", "tier": "front"}}, fields),
	{"topologySpreadConstraints": [{"labelSelector": selector}]},
)

test_reported[note] if {
	some note, case in {
		"same": {"selector": {"matchLabels": {"app": "web"}}, "labels": set()},
		"other value": {"selector": {"matchLabels": {"app": "wbe"}}, "labels": {"app=wbe"}},
		"no such label": {"selector": {"matchLabels": {"app": "web", "name": "web"}}, "labels": {"name=web"}},
		"in": {"selector": {"matchExpressions": [{"key": "app", "operator": "In", "values": ["web", "api"]}]}, "labels": set()},
		"not in it": {"selector": {"matchExpressions": [{"key": "app", "operator": "In", "values": ["api"]}]}, "labels": {"app In"}},
		"not in": {"selector": {"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["web"]}]}, "labels": {"app NotIn"}},
		"not in, absent": {"selector": {"matchExpressions": [{"key": "x", "operator": "NotIn", "values": ["web"]}]}, "labels": set()},
		"exists": {"selector": {"matchExpressions": [{"key": "tier", "operator": "Exists"}]}, "labels": set()},
		"does not": {"selector": {"matchExpressions": [{"key": "x", "operator": "Exists"}]}, "labels": {"x Exists"}},
		"must not": {"selector": {"matchExpressions": [{"key": "tier", "operator": "DoesNotExist"}]}, "labels": {"tier DoesNotExist"}},
		"must not, absent": {"selector": {"matchExpressions": [{"key": "x", "operator": "DoesNotExist"}]}, "labels": set()},
		"by the controller": {"selector": {"matchLabels": {"pod-template-hash": "1"}}, "labels": set()},
		"by the controller, as an expression": {"selector": {"matchExpressions": [{"key": "pod-template-hash", "operator": "Exists"}]}, "labels": set()},
		"number for a text": {"selector": {"matchLabels": {"app": 7}}, "labels": set()},
		"text for a list": {"selector": {"matchExpressions": [{"key": "app", "operator": "In", "values": "api"}]}, "labels": set()},
		"none": {"selector": null, "labels": set()},
		"junk": {"selector": {"matchLabels": 7, "matchExpressions": ["x"]}, "labels": set()},
	}

	found := {violation.facts.label | some violation in rule.violations} with input as _given({}, case.selector)
	found == case.labels
}

test_silent[note] if {
	some note, fields in {"patch": {"partial": true}, "managed nodes": {"nodes": "managed"}}
	count(rule.violations) == 0 with input as _given(fields, {"matchLabels": {"app": "x"}})
}

test_labels_of_controllers[key] if {
	some key in ["pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"]
	count(rule.violations) == 0 with input as _given({}, {"matchLabels": {key: "1"}})
}
