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
