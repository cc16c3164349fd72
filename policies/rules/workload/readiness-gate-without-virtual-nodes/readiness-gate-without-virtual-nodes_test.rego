package rules.workload["readiness-gate-without-virtual-nodes_test"]

import data.lib.testing
import data.rules.workload["readiness-gate-without-virtual-nodes"] as rule

_key := "loadbalancer.oci.oraclecloud.com/pod-readiness-gate-inject"

test_reported[note] if {
	some note, case in {
		"managed nodes": {"nodes": "managed", "label": "enabled", "count": 1},
		"self-managed nodes": {"nodes": "self-managed", "label": "enabled", "count": 1},
		"switched off": {"nodes": "managed", "label": "disabled", "count": 0},
		"virtual nodes": {"nodes": "virtual", "label": "enabled", "count": 0},
		"both": {"nodes": "mixed-unknown", "label": "enabled", "count": 0},
		"unknown": {"nodes": "unknown", "label": "enabled", "count": 0},
	}
	given := testing.object_of("Namespace", {"group": "", "nodes": case.nodes, "labels": {_key: case.label}}, {})
	count(rule.violations) == case.count with input as given
}

test_silent_on_namespaces_of_other_products if {
	fields := {"group": "servicebus.azure.com", "nodes": "managed", "labels": {_key: "enabled"}}
	count(rule.violations) == 0 with input as testing.object_of("Namespace", fields, {})
}
