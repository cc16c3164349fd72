package rules.cluster["basic-cluster-with-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["basic-cluster-with-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"basic": {"cluster": {"type": "BASIC_CLUSTER"}, "pools": [_virtual], "ids": {"VNT-01"}},
		"basic by the module": {"cluster": {"type": "BASIC_CLUSTER", "notation": "module"}, "pools": [_virtual], "ids": {"VNT-01", "VNT-21"}},
		"the module's default": {"cluster": {"type": "BASIC_CLUSTER", "notation": "module", "defaults": ["type"]}, "pools": [_virtual], "ids": {"VNT-02", "VNT-21"}},
		"enhanced": {"cluster": {"type": "ENHANCED_CLUSTER"}, "pools": [_virtual], "ids": set()},
		"left out": {"cluster": {}, "pools": [_virtual], "ids": set()},
		"unknown": {"cluster": {"unknown": {"type": "var.type"}}, "pools": [_virtual], "ids": set()},
		"managed nodes": {"cluster": {"type": "BASIC_CLUSTER"}, "pools": [_managed], "ids": set()},
		"pool elsewhere": {
			"cluster": {"type": "BASIC_CLUSTER"},
			"pools": [{"mode": "virtual", "cluster": {"ref": "var.cluster_id", "kind": "expression", "id": "elsewhere"}}],
			"ids": set(),
		},
		"a default, though of no module": {"cluster": {"type": "BASIC_CLUSTER", "defaults": ["type"]}, "pools": [_virtual], "ids": {"VNT-01"}},
	}

	found := rule.violations with input as testing.node_pools(case.cluster, case.pools)
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_points_at_the_type_and_names_the_pools if {
	found := rule.violations with input as testing.node_pools({"type": "BASIC_CLUSTER"}, [_virtual, _virtual])
	some violation in found
	violation.path == ["type"]
	[other.item | some other in violation.related] == ["p0", "p1"]
}
