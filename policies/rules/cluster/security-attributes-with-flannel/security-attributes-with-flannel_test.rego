package rules.cluster["security-attributes-with-flannel_test"]

import data.lib.testing
import data.rules.cluster["security-attributes-with-flannel"] as rule

_input(cni, mode, known) := {
	"facts": object.union(testing.facts, {"security_attributes_known": known}),
	"clusters": [testing.resource("c1", {"cni": cni, "security_attributes": true})],
	"node_pools": [testing.resource("p1", {"mode": mode, "security_attributes": true, "cluster": {"ref": "c1", "kind": "resource", "id": "c1"}})],
}

test_reported[note] if {
	some note, case in {
		"flannel": {"cni": "FLANNEL_OVERLAY", "mode": "managed", "known": true, "count": 2},
		"native": {"cni": "OCI_VCN_IP_NATIVE", "mode": "managed", "known": true, "count": 0},
		"virtual": {"cni": "OCI_VCN_IP_NATIVE", "mode": "virtual", "known": true, "count": 1},
		"before they came": {"cni": "FLANNEL_OVERLAY", "mode": "managed", "known": false, "count": 0},
	}
	found := rule.violations with input as _input(case.cni, case.mode, case.known)
	count(found) == case.count
}

test_who_has_them[note] if {
	some note, case in {
		"cluster alone": {"cluster": {"security_attributes": true}, "pool": {}, "found": {"c1": "a cluster with flannel"}},
		"pool alone": {"cluster": {}, "pool": {"security_attributes": true}, "found": {"p1": "a pool with flannel"}},
		"neither": {"cluster": {}, "pool": {}, "found": {}},
		"virtual pool": {"cluster": {}, "pool": {"mode": "virtual", "security_attributes": true}, "found": {"p1": "virtual nodes"}},
		"pool with a network of its own": {"cluster": {}, "pool": {"cni": "OCI_VCN_IP_NATIVE", "security_attributes": true}, "found": {}},
	}
	given := {
		"facts": object.union(testing.facts, {"security_attributes_known": true}),
		"clusters": [testing.resource("c1", object.union({"cni": "FLANNEL_OVERLAY"}, case.cluster))],
		"node_pools": [testing.resource("p1", object.union({"mode": "managed", "cluster": {"ref": "c1", "kind": "resource", "id": "c1"}}, case.pool))],
	}
	found := rule.violations with input as given
	{violation.item: violation.facts.where | some violation in found} == case.found
}
