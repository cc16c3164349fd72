package rules.cluster["secondary-vnic-profile-limit_test"]

import data.lib.testing
import data.rules.cluster["secondary-vnic-profile-limit"] as rule

_two(a, b) := [{"ip_count": a}, {"ip_count": b}]

test_reported[note] if {
	some note, case in {
		"320 addresses": {"pool": {"secondary_vnics": _two(160, 160)}, "later": true, "paths": {["secondary_vnics"]}},
		"256 addresses and pods": {"pool": {"secondary_vnics": _two(128, 128), "max_pods": 256}, "later": true, "paths": set()},
		"more pods than addresses": {"pool": {"secondary_vnics": _two(16, 16), "max_pods": 64}, "later": true, "paths": {["max_pods"]}},
		"addresses of one profile unknown": {"pool": {"secondary_vnics": [{"ip_count": 16}, {}], "max_pods": 64}, "later": true, "paths": set()},
		"more profiles than VNICs": {"pool": {"secondary_vnics": _two(16, 16), "vnics": 2}, "later": true, "paths": {["secondary_vnics"]}},
		"as many as VNICs": {"pool": {"secondary_vnics": _two(16, 16), "vnics": 3}, "later": true, "paths": set()},
		"before they came": {"pool": {"secondary_vnics": _two(16, 16)}, "later": false, "paths": {["secondary_vnics"]}},
		"none": {"pool": {"max_pods": 31}, "later": false, "paths": set()},
		"an empty list, before they came": {"pool": {"secondary_vnics": [], "max_pods": 31}, "later": false, "paths": set()},
		"a node's own attachments": {"pool": {"mode": "self-managed", "secondary_vnics": _two(16, 16)}, "later": false, "paths": set()},
		"perhaps more profiles": {"pool": {"secondary_vnics": _two(16, 16), "unknown": {"secondary_vnics": "var.more"}, "max_pods": 64}, "later": true, "paths": set()},
	}
	found := rule.violations with input as {
		"facts": object.union(testing.facts, {"secondary_vnic_profiles": case.later}),
		"node_pools": [testing.resource("p1", object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, case.pool))],
	}
	{violation.path | some violation in found} == case.paths
}

test_a_new_feature_is_no_error if {
	given := {
		"facts": testing.facts,
		"node_pools": [testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "secondary_vnics": _two(160, 160)})],
	}
	found := rule.violations with input as given
	[object.get(violation, "severity", "error") | some violation in found] == ["warning"]
}
