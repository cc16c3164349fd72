package rules.join["unused-node-label_test"]

import data.lib.testing
import data.rules.join["unused-node-label"] as rule

_pool(fields) := object.union({"mode": "virtual", "labels": {"tier": "web"}}, fields)

_given(pools, pods) := {
	"node_pools": [testing.resource($"p{i}", pool) | some i, pool in pools],
	"index": {"pods": [object.union({"id": $"w{i}", "nodes": "virtual", "node_selector": {}, "node_label_keys": [], "unknown": {}}, pod) | some i, pod in pods], "objects": {}},
}

test_reported[note] if {
	some note, case in {
		"nobody asks": {"pools": [_pool({})], "pods": [{}], "count": 1},
		"another value": {"pools": [_pool({})], "pods": [{"node_selector": {"tier": "data"}}], "count": 1},
		"selected": {"pools": [_pool({})], "pods": [{}, {"node_selector": {"tier": "web"}}], "count": 0},
		"in an affinity": {"pools": [_pool({})], "pods": [{"node_label_keys": ["tier"]}], "count": 0},
		"selector unknown": {"pools": [_pool({})], "pods": [{"unknown": {"nodeSelector": "x"}}], "count": 0},
		"a label of Kubernetes": {"pools": [_pool({"labels": {"node.kubernetes.io/x": "y"}})], "pods": [{"node_selector": {"tier": "web"}}], "count": 0},
		"no workloads": {"pools": [_pool({})], "pods": [], "count": 0},
		"workloads elsewhere": {"pools": [_pool({})], "pods": [{"nodes": "managed"}], "count": 0},
		"managed pool": {"pools": [{"mode": "managed", "labels": {"tier": "web"}}], "pods": [{}], "count": 0},
	}
	found := rule.violations with input as _given(case.pools, case.pods)
	count(found) == case.count
}
