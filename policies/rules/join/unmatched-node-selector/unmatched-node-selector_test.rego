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
		"value not known": {"pools": [_pool({})], "pods": [{"node_selector": {"disk": ""}, "unknown": {"nodeSelector.disk": "var.d"}}], "count": 0},
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

_disk := {"key": "disk", "values": ["ssd", "nvme"]}

_tier := {"key": "tier", "values": ["web"]}

test_required_affinity[note] if {
	some note, case in {
		"another label": {"pod": {"node_terms": [[_disk]]}, "labels": {"disk=ssd|nvme"}},
		"beside one that is there": {"pod": {"node_terms": [[_tier, _disk]]}, "labels": {"disk=ssd|nvme"}},
		"match": {"pod": {"node_terms": [[_tier]]}, "labels": set()},
		"one of the values": {"pod": {"node_terms": [[{"key": "tier", "values": ["data", "web"]}]]}, "labels": set()},
		"one of the terms": {"pod": {"node_terms": [[_disk], [_tier]]}, "labels": set()},
		"none of the terms": {"pod": {"node_terms": [[_disk], [{"key": "tier", "values": ["data"]}]]}, "labels": {"disk=ssd|nvme or tier=data"}},
		"a label of Kubernetes": {"pod": {"node_terms": [[{"key": "kubernetes.io/arch", "values": ["arm64"]}]]}, "labels": set()},
		"not known": {"pod": {"node_terms": [[_disk]], "unknown": {"affinity.nodeAffinity": "var.a"}}, "labels": set()},
		"no terms": {"pod": {"node_terms": []}, "labels": set()},
	}
	found := rule.violations with input as _given([_pool({})], [case.pod])
	{violation.facts.label | some violation in found} == case.labels
}

test_required_affinity_without_virtual_pools if {
	count(rule.violations) == 0 with input as _given([{"mode": "managed"}], [{"node_terms": [[_disk]]}])
}
