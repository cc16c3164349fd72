package rules.join["unmatched-node-selector_test"]

import data.lib.testing
import data.rules.join["unmatched-node-selector"] as rule

_pool(fields) := object.union({"mode": "virtual", "labels": {"tier": "web"}}, fields)

_given(pools, pods) := {
	"node_pools": [testing.resource($"p{i}", pool) | some i, pool in pools],
	"index": {"pods": [object.union({"id": $"w{i}", "nodes": "virtual", "node_selector": {}, "node_label_keys": [], "unknown": {}}, pod) | some i, pod in pods], "objects": {}},
}

test_reported[note] if {
	some note, case in {
		"another value": {"pools": [_pool({})], "pods": [{"node_selector": {"tier": "data"}}], "count": 1},
		"another label": {"pools": [_pool({})], "pods": [{"node_selector": {"disk": "ssd"}}], "count": 1},
		"match": {"pools": [_pool({})], "pods": [{"node_selector": {"tier": "web"}}], "count": 0},
		"a managed pool's": {
			"pools": [_pool({}), {"mode": "managed", "labels": {"disk": "ssd"}}],
			"pods": [{"node_selector": {"disk": "ssd"}}],
			"count": 0,
		},
		"a label of Kubernetes": {"pools": [_pool({})], "pods": [{"node_selector": {"kubernetes.io/arch": "amd64"}}], "count": 0},
		"labels unknown": {"pools": [_pool({"unknown": {"labels": "var.labels"}})], "pods": [{"node_selector": {"disk": "ssd"}}], "count": 0},
		"self-managed nodes too": {"pools": [_pool({}), {"mode": "self-managed"}], "pods": [{"node_selector": {"disk": "ssd"}}], "count": 0},
		"managed pools alone": {"pools": [{"mode": "managed"}], "pods": [{"node_selector": {"disk": "ssd"}}], "count": 0},
		"no pools": {"pools": [], "pods": [{"node_selector": {"disk": "ssd"}}], "count": 0},
	}
	found := rule.violations with input as _given(case.pools, case.pods)
	count(found) == case.count
}
