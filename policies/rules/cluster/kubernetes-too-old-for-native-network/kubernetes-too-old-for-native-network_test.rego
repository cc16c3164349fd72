package rules.cluster["kubernetes-too-old-for-native-network_test"]

import data.lib.testing
import data.rules.cluster["kubernetes-too-old-for-native-network"] as rule

test_reported[note] if {
	some note, case in {
		"1.21.5": {"version": [1, 21, 5], "count": 1},
		"1.9, which is less than 1.22": {"version": [1, 9, 11], "count": 1},
		"1.21 without a patch": {"version": [1, 21], "count": 1},
		"1.22.5": {"version": [1, 22, 5], "count": 0},
		"1.22.0": {"version": [1, 22, 0], "count": 0},
		"1.22 without a patch": {"version": [1, 22], "count": 0},
		"major alone": {"version": [1], "count": 0},
	}
	found := rule.violations with input as {
		"clusters": [testing.resource("c1", {"cni": "OCI_VCN_IP_NATIVE", "version": case.version})],
		"node_pools": [],
	}
	count(found) == case.count
}

test_silent_with_flannel if {
	given := {"clusters": [testing.resource("c1", {"cni": "FLANNEL_OVERLAY", "version": [1, 21, 5]})], "node_pools": []}
	count(rule.violations) == 0 with input as given
}

test_silent_where_virtual_nodes_ask_for_more if {
	pool := {"mode": "virtual", "cluster": {"ref": "c1", "kind": "resource", "id": "c1"}}
	given := {
		"clusters": [testing.resource("c1", {"cni": "OCI_VCN_IP_NATIVE", "version": [1, 21, 5]})],
		"node_pools": [testing.resource("p1", pool)],
	}
	count(rule.violations) == 0 with input as given
}
