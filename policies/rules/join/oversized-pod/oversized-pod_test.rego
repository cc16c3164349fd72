package rules.join["oversized-pod_test"]

import data.lib.testing
import data.rules.join["oversized-pod"] as rule

_given(pod, shapes) := {
	"facts": {"virtual_nodes_max_ocpus": 64},
	"index": {"pods": [object.union({"id": "w1", "nodes": "virtual", "namespace": "shop"}, pod)], "objects": {}},
	"node_pools": [testing.resource($"p{i}", object.union({"mode": "virtual"}, fields)) | some i, fields in shapes],
}

_flex := {"shape": "Pod.Standard.E4.Flex"}

_arm := {"shape": "Pod.Standard.A1.Flex"}

test_reported[note] if {
	some note, case in {
		"too much": {"pod": {"cpu": 80}, "pools": [_flex], "severities": {"own"}},
		"too much for both": {"pod": {"cpu": 64.5}, "pools": [_flex, {"shape": "Pod.Standard.E3.Flex"}], "severities": {"own"}},
		"just enough": {"pod": {"cpu": 64}, "pools": [_flex], "severities": set()},
		"none stated": {"pod": {}, "pools": [_flex], "severities": set()},
		"shape without a known limit": {"pod": {"cpu": 80}, "pools": [_arm], "severities": set()},
		"one of two without a known limit": {"pod": {"cpu": 80}, "pools": [_flex, _arm], "severities": set()},
		"unknown shape": {"pod": {"cpu": 80}, "pools": [{"unknown": {"shape": "var.shape"}}], "severities": {"notice"}},
		"no pool": {"pod": {"cpu": 80}, "pools": [], "severities": {"notice"}},
		"managed nodes": {"pod": {"cpu": 80, "nodes": "managed"}, "pools": [_flex], "severities": set()},
		"managed pool": {"pod": {"cpu": 80}, "pools": [{"mode": "managed", "shape": "VM.Standard.E4.Flex"}], "severities": {"notice"}},
	}

	found := rule.violations with input as _given(case.pod, case.pools)
	{object.get(violation, "severity", "own") | some violation in found} == case.severities
}
