package rules.network["single-block-for-large-vnic_test"]

import data.lib.testing
import data.rules.network["single-block-for-large-vnic"] as rule

_input(profile, cidrs) := {
	"facts": object.union(testing.facts, {"secondary_vnic_profiles": true}),
	"clusters": [],
	"subnets": [testing.resource("s1", {"cidrs": cidrs}), testing.resource("s2", {"cidrs": ["10.1.0.0/24"]})],
	"node_pools": [testing.resource("p1", {
		"mode": "managed",
		"cni": "OCI_VCN_IP_NATIVE",
		"pod_subnets": [{"ref": "s1", "kind": "resource", "id": "s1"}],
		"secondary_vnics": [profile],
	})],
}

test_reported[note] if {
	some note, case in {
		"64 in one block": {"profile": {"ip_count": 64}, "cidrs": ["10.0.0.0/24"], "count": 1},
		"64 in two blocks": {"profile": {"ip_count": 64}, "cidrs": ["10.0.0.0/24", "10.0.1.0/24"], "count": 0},
		"32 in one block": {"profile": {"ip_count": 32}, "cidrs": ["10.0.0.0/24"], "count": 0},
		"a subnet of its own": {
			"profile": {"ip_count": 64, "subnet": {"ref": "s2", "kind": "resource", "id": "s2"}},
			"cidrs": ["10.0.0.0/24", "10.0.1.0/24"],
			"count": 1,
		},
		"a subnet that is not known": {"profile": {"ip_count": 64, "subnet": {"ref": "var.s", "kind": "expression"}}, "cidrs": ["10.0.0.0/24"], "count": 0},
	}
	found := rule.violations with input as _input(case.profile, case.cidrs)
	count(found) == case.count
}

test_silent[note] if {
	some note, change in {
		"before profiles came": {"facts": testing.facts},
		"perhaps more blocks": {"subnets": [testing.resource("s1", {"cidrs": ["10.0.0.0/24"], "unknown": {"cidrs": "var.more"}})]},
	}
	count(rule.violations) == 0 with input as object.union(_input({"ip_count": 64}, ["10.0.0.0/24"]), change)
}
