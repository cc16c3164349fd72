package rules.cluster["missing-pod-subnet_test"]

import data.lib.testing
import data.rules.cluster["missing-pod-subnet"] as rule

test_reported[note] if {
	some note, case in {
		"absent": {"pool": {}, "count": 1},
		"empty list": {"pool": {"pod_subnets": []}, "count": 1},
		"empty or not": {"pool": {"pod_subnets": [], "unknown": {"pod_subnets": "var.s"}}, "count": 0},
		"one": {"pool": {"pod_subnets": [{"ref": "var.s", "kind": "expression"}]}, "count": 0},
		"unknown": {"pool": {"unknown": {"pod_subnets": "var.s"}}, "count": 0},
		"flannel": {"pool": {"cni": "FLANNEL_OVERLAY"}, "count": 0},
		"subnet in a profile": {"pool": {"secondary_vnics": [{"subnet": {"ref": "var.s", "kind": "expression"}}]}, "count": 0},
		"subnet in none of its profiles": {"pool": {"secondary_vnics": [{"ip_count": 32}]}, "count": 1},
		"profiles unknown": {"pool": {"unknown": {"secondary_vnics": "var.p"}}, "count": 0},
		"self-managed, where metadata names it": {"pool": {"mode": "self-managed"}, "count": 0},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, case.pool)
	found := rule.violations with input as {
		"facts": object.union(testing.facts, {"secondary_vnic_profiles": true}),
		"node_pools": [testing.resource("p1", pool)],
	}
	count(found) == case.count
}

test_profiles_name_none_before_they_came if {
	pool := {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "secondary_vnics": [{"subnet": {"ref": "var.s", "kind": "expression"}}]}
	count(rule.violations) == 1 with input as {"facts": testing.facts, "node_pools": [testing.resource("p1", pool)]}
}
