package lib.pod_limit_test

import data.lib.pod_limit
import data.lib.testing

test_by_vnics[note] if {
	some note, case in {
		"one": {"vnics": 1, "limit": []},
		"two": {"vnics": 2, "limit": [31]},
		"three": {"vnics": 3, "limit": [62]},
		"four": {"vnics": 4, "limit": [93]},
		"five": {"vnics": 5, "limit": [110]},
		"many": {"vnics": 256, "limit": [110]},
	}
	found := [limit | limit := pod_limit.by_vnics({"vnics": case.vnics})] with input as {"facts": {"secondary_vnic_profiles": false}}
	found == case.limit
}

test_addresses[note] if {
	some note, case in {
		"not stated": {"pool": {"unknown": {}}, "addresses": [32]},
		"31": {"pool": {"max_pods": 31, "unknown": {}}, "addresses": [32]},
		"32": {"pool": {"max_pods": 32, "unknown": {}}, "addresses": [64]},
		"110": {"pool": {"max_pods": 110, "unknown": {}}, "addresses": [128]},
		"unknown": {"pool": {"unknown": {"max_pods": "var.n"}}, "addresses": []},
	}
	found := [n | n := pod_limit.addresses(case.pool)] with input as {"facts": {"secondary_vnic_profiles": false}}
	found == case.addresses
}

test_profiles_raise_the_limit if {
	pool := {"secondary_vnics": [{"ip_count": 128}], "vnics": 3, "unknown": {}}
	pod_limit.by_kubernetes(pool) == 256 with input as {"facts": {"secondary_vnic_profiles": true}}
	pod_limit.by_kubernetes(pool) == 110 with input as {"facts": {"secondary_vnic_profiles": false}}
}

test_pools[note] if {
	some note, case in {
		"native": {"pool": {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, "count": 1},
		"self-managed": {"pool": {"mode": "self-managed", "cni": "OCI_VCN_IP_NATIVE"}, "count": 1},
		"pod subnet only": {"pool": {"mode": "managed", "pod_subnets": [{"ref": "a", "kind": "expression"}]}, "count": 1},
		"flannel with a pod subnet": {
			"pool": {"mode": "managed", "cni": "FLANNEL_OVERLAY", "pod_subnets": [{"ref": "a", "kind": "expression"}]},
			"count": 0,
		},
		"flannel": {"pool": {"mode": "managed", "cni": "FLANNEL_OVERLAY"}, "count": 0},
		"nothing known": {"pool": {"mode": "managed"}, "count": 0},
		"virtual": {"pool": {"mode": "virtual"}, "count": 0},
	}
	found := pod_limit.pools with input as {"node_pools": [testing.resource("p1", case.pool)]}
	count(found) == case.count
}

# Profiles state addresses themselves.
test_profiles[note] if {
	some note, case in {
		"none": {"pool": {"secondary_vnics": [], "unknown": {}}, "vnics": [31], "kubernetes": [110], "addresses": [32]},
		"one": {"pool": {"secondary_vnics": [{}], "unknown": {}}, "vnics": [], "kubernetes": [256], "addresses": []},
		"not known": {"pool": {"unknown": {"secondary_vnics": "var.p"}}, "vnics": [31], "kubernetes": [], "addresses": []},
	}
	pool := object.union({"vnics": 2}, case.pool)
	[limit | limit := pod_limit.by_vnics(pool) with input as {"facts": {"secondary_vnic_profiles": true}}] == case.vnics
	[limit | limit := pod_limit.by_kubernetes(pool) with input as {"facts": {"secondary_vnic_profiles": true}}] == case.kubernetes
	[number | number := pod_limit.addresses(pool) with input as {"facts": {"secondary_vnic_profiles": true}}] == case.addresses
}
