package rules.cluster["single-vnic-shape_test"]

import data.lib.testing
import data.rules.cluster["single-vnic-shape"] as rule

test_reported[note] if {
	some note, case in {
		"one VNIC": {"pool": {"vnics": 1}, "count": 1},
		"two VNICs": {"pool": {"vnics": 2}, "count": 0},
		"unknown": {"pool": {}, "count": 0},
		"flannel": {"pool": {"vnics": 1, "cni": "FLANNEL_OVERLAY"}, "count": 0},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "shape": "VM.Standard.E2.1.Micro"}, case.pool)
	found := rule.violations with input as {"facts": testing.facts, "node_pools": [testing.resource("p1", pool)]}
	count(found) == case.count
}
