package rules.cluster["several-pod-subnets_test"]

import data.lib.testing
import data.rules.cluster["several-pod-subnets"] as rule

_a := {"ref": "oci_core_subnet.a", "kind": "resource"}

_b := {"ref": "var.subnet", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"two": {"pool": {"pod_subnets": [_a, _b]}, "count": 1},
		"one": {"pool": {"pod_subnets": [_a]}, "count": 0},
		"the same twice": {"pool": {"pod_subnets": [_a, _a]}, "count": 0},
		"none": {"pool": {"pod_subnets": []}, "count": 0},
		"two branches of a condition": {"pool": {"pod_subnets": [_a, _b], "unknown": {"pod_subnets": "var.c ? …"}}, "count": 0},
		"virtual": {"pool": {"mode": "virtual", "pod_subnets": [_a, _b]}, "count": 0},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, case.pool)
	found := rule.violations with input as {"facts": testing.facts, "node_pools": [testing.resource("p1", pool)]}
	count(found) == case.count
}
