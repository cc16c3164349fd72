package rules["self-managed"]["label-of-managed-pools-only_test"]

import data.lib.testing
import data.rules["self-managed"]["label-of-managed-pools-only"] as rule

_byon := "oci.oraclecloud.com/node.info.byon"

_given(nodes, selector, self) := {
	"facts": testing.facts,
	"index": {"objects": {}, "pods": [{"id": "w1", "nodes": nodes, "node_selector": selector}]},
	"node_pools": [
		testing.resource("p1", {"mode": "managed", "labels": {"pool": "web"}}),
		testing.resource("p2", object.union({"mode": "self-managed"}, self)),
	],
}

test_reported[note] if {
	some note, case in {
		"label of the pool": {"nodes": "self-managed", "selector": {"pool": "web"}, "self": {}, "count": 1},
		"meant for them by their label": {"nodes": "managed", "selector": {"pool": "web", _byon: "true"}, "self": {}, "count": 1},
		"meant for others by that label": {"nodes": "managed", "selector": {"pool": "web", _byon: "false"}, "self": {}, "count": 0},
		"another value": {"nodes": "self-managed", "selector": {"pool": "gpu"}, "self": {}, "count": 0},
		"both have it": {"nodes": "self-managed", "selector": {"pool": "web"}, "self": {"labels": {"pool": "web"}}, "count": 0},
		"may have it": {"nodes": "self-managed", "selector": {"pool": "web"}, "self": {"unknown": {"labels": "user_data"}}, "count": 0},
		"may have it in the module": {"nodes": "self-managed", "selector": {"pool": "web"}, "self": {"unknown": {"labels.pool": "var.p"}}, "count": 0},
		"has others": {"nodes": "self-managed", "selector": {"pool": "web"}, "self": {"labels": {"size": "big"}}, "count": 1},
		"meant for managed nodes": {"nodes": "managed", "selector": {"pool": "web"}, "self": {}, "count": 0},
		"target open": {"nodes": "mixed-unknown", "selector": {"pool": "web"}, "self": {}, "count": 0},
		"no selector": {"nodes": "self-managed", "selector": {}, "self": {}, "count": 0},
	}
	found := rule.violations with input as _given(case.nodes, case.selector, case.self)
	count(found) == case.count
}
