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
