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

# A template with labels of Terraform's `merge(var.labels, {…})`, or with `tier: ${TIER}`.
test_labels_not_known[note] if {
	some note, case in {
		"one": {"unknown": ["tier"], "selector": {"matchLabels": {"tier": "back"}}, "labels": set()},
		"one, as an expression": {"unknown": ["x"], "selector": {"matchExpressions": [{"key": "x", "operator": "Exists"}]}, "labels": set()},
		"another": {"unknown": ["x"], "selector": {"matchLabels": {"tier": "back"}}, "labels": {"tier=back"}},
		"perhaps more": {"unknown": ["*"], "selector": {"matchLabels": {"x": "y"}}, "labels": set()},
		"perhaps more, but this one": {"unknown": ["*"], "selector": {"matchLabels": {"tier": "back"}}, "labels": {"tier=back"}},
	}
	found := {violation.facts.label | some violation in rule.violations} with input as _given({"unknown_labels": case.unknown}, case.selector)
	found == case.labels
}

test_labels_of_kustomizations[note] if {
	some note, case in {
		"that one": {"selector": {"matchLabels": {"team": "shop"}}, "labels": set()},
		"another value": {"selector": {"matchLabels": {"team": "bank"}}, "labels": {"team=bank"}},
		"instead of the template's": {"selector": {"matchLabels": {"tier": "back"}}, "labels": set()},
		"in": {"selector": {"matchExpressions": [{"key": "team", "operator": "In", "values": ["shop", "bank"]}]}, "labels": set()},
		"not in, perhaps": {"selector": {"matchExpressions": [{"key": "team", "operator": "NotIn", "values": ["shop"]}]}, "labels": set()},
		"not in, or another": {"selector": {"matchExpressions": [{"key": "tier", "operator": "NotIn", "values": ["front"]}]}, "labels": set()},
		"exists": {"selector": {"matchExpressions": [{"key": "team", "operator": "Exists"}]}, "labels": set()},
		"must not, perhaps": {"selector": {"matchExpressions": [{"key": "team", "operator": "DoesNotExist"}]}, "labels": set()},
	}
	given := _given({"added_labels": {"team": ["shop"], "tier": ["back"]}}, case.selector)
	found := {violation.facts.label | some violation in rule.violations} with input as given
	found == case.labels
}
