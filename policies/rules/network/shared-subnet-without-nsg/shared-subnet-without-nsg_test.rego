package rules.network["shared-subnet-without-nsg_test"]

import data.lib.testing
import data.rules.network["shared-subnet-without-nsg"] as rule

_a := {"ref": "var.a", "kind": "expression"}

_b := {"ref": "var.b", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"neither": {"pool": {}, "path": {["nsgs"]}},
		"nodes only": {"pool": {"nsgs": [_b]}, "path": {["pod_nsgs"]}},
		"pods only": {"pool": {"pod_nsgs": [_b]}, "path": {["nsgs"]}},
		"empty list": {"pool": {"nsgs": [_b], "pod_nsgs": []}, "path": {["pod_nsgs"]}},
		"both": {"pool": {"nsgs": [_b], "pod_nsgs": [_b]}, "path": set()},
		"unknown": {"pool": {"unknown": {"nsgs": "var.n", "pod_nsgs": "var.n"}}, "path": set()},
		"subnets of their own": {"pool": {"pod_subnets": [_b]}, "path": set()},
		"self-managed": {"pool": {"mode": "self-managed", "nsgs": [_b]}, "path": {["pod_nsgs"]}},
		"self-managed with metadata that is not known": {"pool": {"mode": "self-managed", "nsgs": [_b], "unknown": {"metadata": "var.m"}}, "path": set()},
		"virtual, which has a rule of its own": {"pool": {"mode": "virtual"}, "path": set()},
		"perhaps some groups": {"pool": {"nsgs": [_b], "pod_nsgs": [], "unknown": {"pod_nsgs": "var.n"}}, "path": set()},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [_a], "subnets": [_a]}, case.pool)
	found := rule.violations with input as {"facts": testing.facts, "node_pools": [testing.resource("p1", pool)]}
	{violation.path | some violation in found} == case.path
}
