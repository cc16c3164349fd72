package rules.network["exhausted-pod-subnet_test"]

import data.lib.testing
import data.rules.network["exhausted-pod-subnet"] as rule

_r := {"ref": "s1", "kind": "resource", "id": "s1"}

_input(cidrs, pools) := {
	"facts": testing.facts,
	"clusters": [],
	"subnets": [testing.resource("s1", {"cidrs": cidrs}), testing.resource("s2", {"cidrs": ["10.9.0.0/24"]})],
	"node_pools": [testing.resource($"p{i}", object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [_r]}, pool)) |
		some i, pool in pools
	],
}

test_reported[note] if {
	some note, case in {
		"/26 for four nodes of 31": {"cidrs": ["10.0.1.0/26"], "pools": [{"size": 4, "max_pods": 31}], "need": {128}},
		"/24 for four nodes of 31": {"cidrs": ["10.0.1.0/24"], "pools": [{"size": 4, "max_pods": 31}], "need": set()},
		"/24 for seven nodes": {"cidrs": ["10.0.1.0/24"], "pools": [{"size": 7, "max_pods": 31}], "need": set()},
		"/24 for eight nodes, as three addresses are kept": {"cidrs": ["10.0.1.0/24"], "pools": [{"size": 8, "max_pods": 31}], "need": {256}},
		"110 pods": {"cidrs": ["10.0.1.0/24"], "pools": [{"size": 2, "max_pods": 110}], "need": {256}},
		"number of pods not stated": {"cidrs": ["10.0.1.0/26"], "pools": [{"size": 4}], "need": {128}},
		"two pools together": {"cidrs": ["10.0.1.0/25"], "pools": [{"size": 2, "max_pods": 31}, {"size": 2, "max_pods": 31}], "need": {128}},
		"two blocks": {"cidrs": ["10.0.1.0/26", "10.0.2.0/24"], "pools": [{"size": 4, "max_pods": 31}], "need": set()},
		"grows": {"cidrs": ["10.0.1.0/26"], "pools": [{"size": 1, "max_size": 4, "max_pods": 31}], "need": {128}},
		"nodes in it as well": {"cidrs": ["10.0.1.0/26"], "pools": [{"size": 4, "max_pods": 31, "subnets": [_r]}], "need": {132}},
		"size unknown": {"cidrs": ["10.0.1.0/28"], "pools": [{"max_pods": 31, "unknown": {"size": "var.n"}}], "need": set()},
		"pods unknown": {"cidrs": ["10.0.1.0/28"], "pools": [{"size": 4, "unknown": {"max_pods": "var.n"}}], "need": set()},
		"self-managed": {"cidrs": ["10.0.1.0/26"], "pools": [{"mode": "self-managed", "size": 2, "max_pods": 31}], "need": {64}},
		"self-managed beside managed": {"cidrs": ["10.0.1.0/25"], "pools": [{"mode": "self-managed", "size": 1, "max_pods": 31}, {"size": 3, "max_pods": 31}], "need": {128}},
		"virtual, which takes none in advance": {"cidrs": ["10.0.1.0/28"], "pools": [{"mode": "virtual", "size": 4}], "need": set()},
		"flannel": {"cidrs": ["10.0.1.0/28"], "pools": [{"cni": "FLANNEL_OVERLAY", "size": 4}], "need": set()},
		"nodes in another": {"cidrs": ["10.0.1.0/26"], "pools": [{"size": 4, "max_pods": 31, "subnets": [{"ref": "s2", "kind": "resource", "id": "s2"}]}], "need": {128}},
		"not one address too few": {"cidrs": ["10.0.1.0/27", "10.0.2.0/30", "10.0.2.4/30", "10.0.2.8/30"], "pools": [{"size": 1, "max_pods": 31}], "need": set()},
	}
	found := rule.violations with input as _input(case.cidrs, case.pools)
	{violation.facts.need | some violation in found} == case.need
}

test_silent_when_the_block_is_unknown if {
	given := object.union(
		_input([], [{"size": 9, "max_pods": 31}]),
		{"subnets": [testing.resource("s1", {"unknown": {"cidrs": "var.c"}})]},
	)
	count(rule.violations) == 0 with input as given
}
