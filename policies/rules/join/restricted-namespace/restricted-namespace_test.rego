package rules.join["restricted-namespace_test"]

import data.lib.testing
import data.rules.join["restricted-namespace"] as rule

test_namespaces[note] if {
	some note, case in {
		"restricted": {"level": "restricted", "nodes": "virtual", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"baseline": {"level": "baseline", "nodes": "virtual", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 0},
		"label alone": {"level": "restricted", "nodes": "virtual", "security": {}, "count": 0},
		"managed": {"level": "restricted", "nodes": "managed", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 0},
	}
	fields := {"group": "", "name": "shop", "labels": {"pod-security.kubernetes.io/enforce": case.level}}
	given := {"index": {
		"pods": [{"id": "w1", "nodes": case.nodes, "namespace": "shop", "pod_security": case.security}],
		"objects": {"Namespace": [testing.entry("Namespace", fields, {})]},
	}}
	count(rule.violations) == case.count with input as given
}

test_other_namespaces[note] if {
	some note, fields in {"another name": {"group": "", "name": "bank"}, "of another API": {"group": "servicebus.azure.com", "name": "shop"}}
	namespace := object.union(fields, {"labels": {"pod-security.kubernetes.io/enforce": "restricted"}})
	given := {"index": {
		"pods": [{"id": "w1", "nodes": "virtual", "namespace": "shop", "pod_security": {"seccompProfile": {"type": "RuntimeDefault"}}}],
		"objects": {"Namespace": [testing.entry("Namespace", namespace, {})]},
	}}
	count(rule.violations) == 0 with input as given
}
