package rules.cluster["more-pods-than-kubernetes-allows_test"]

import data.lib.testing
import data.rules.cluster["more-pods-than-kubernetes-allows"] as rule

_profiles := {"secondary_vnics": [{"ip_count": 256}]}

test_reported[note] if {
	some note, case in {
		"250, shape unknown": {"pool": {"max_pods": 250}, "later": false, "limits": {110}},
		"111": {"pool": {"max_pods": 111}, "later": false, "limits": {110}},
		"110": {"pool": {"max_pods": 110}, "later": false, "limits": set()},
		"111 on a large shape": {"pool": {"max_pods": 111, "vnics": 24}, "later": false, "limits": {110}},
		"250 on two VNICs, which the VNICs decide": {"pool": {"max_pods": 250, "vnics": 2}, "later": false, "limits": set()},
		"flannel": {"pool": {"max_pods": 250, "cni": "FLANNEL_OVERLAY"}, "later": false, "limits": set()},
		"profiles before they came": {"pool": object.union({"max_pods": 250}, _profiles), "later": false, "limits": {110}},
		"profiles": {"pool": object.union({"max_pods": 250}, _profiles), "later": true, "limits": set()},
		"257 with profiles": {"pool": object.union({"max_pods": 257}, _profiles), "later": true, "limits": {256}},
		"250 without profiles, later": {"pool": {"max_pods": 250}, "later": true, "limits": {110}},
		"perhaps profiles": {"pool": {"max_pods": 250, "unknown": {"secondary_vnics": "var.v"}}, "later": true, "limits": set()},
		"unknown": {"pool": {"unknown": {"max_pods": "var.n"}}, "later": false, "limits": set()},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, case.pool)
	found := rule.violations with input as {
		"facts": object.union(testing.facts, {"secondary_vnic_profiles": case.later}),
		"node_pools": [testing.resource("p1", pool)],
	}
	{violation.facts.limit | some violation in found} == case.limits
}

test_requirements[note] if {
	some note, case in {
		"managed": {"pool": {"mode": "managed"}, "later": false, "ids": ["CNI-05", "CNI-07"]},
		"self-managed": {"pool": {"mode": "self-managed"}, "later": false, "ids": ["CNI-05", "CNI-07", "SMN-29"]},
		"module": {"pool": {"mode": "managed", "notation": "module"}, "later": false, "ids": ["CNI-05", "CNI-07", "CNI-34"]},
		"profiles": {"pool": object.union({"mode": "managed"}, _profiles), "later": true, "ids": ["CNI-07"]},
	}
	pool := object.union({"max_pods": 257, "cni": "OCI_VCN_IP_NATIVE"}, case.pool)
	found := rule.violations with input as {
		"facts": object.union(testing.facts, {"secondary_vnic_profiles": case.later}),
		"node_pools": [testing.resource("p1", pool)],
	}
	[violation.requirements | some violation in found] == [case.ids]
}
