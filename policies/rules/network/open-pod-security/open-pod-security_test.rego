package rules.network["open-pod-security_test"]

import data.lib.testing
import data.rules.network["open-pod-security"] as rule

_holder(kind) := {"ref": kind, "kind": "resource", "id": kind}

_input(rule_fields) := {
	"clusters": [],
	"subnets": [testing.resource("s1", {"security_lists": [_holder("l1")]})],
	"node_pools": [testing.resource("p1", {
		"mode": "managed",
		"cni": "OCI_VCN_IP_NATIVE",
		"pod_nsgs": [_holder("n1")],
		"pod_subnets": [_holder("s1")],
	})],
	"security_rules": [testing.resource("r1", object.union(
		{"holder": _holder("n1"), "holder_kind": "nsg", "direction": "ingress", "protocol": "all", "peer": "0.0.0.0/0", "peer_kind": "cidr"},
		rule_fields,
	))],
}

test_reported[note] if {
	some note, case in {
		"open group": {"rule": {}, "count": 1},
		"open to IPv6": {"rule": {"peer": "::/0"}, "count": 1},
		"open list of the pod subnet": {"rule": {"holder": _holder("l1"), "holder_kind": "security-list"}, "count": 1},
		"way out": {"rule": {"direction": "egress"}, "count": 0},
		"one protocol": {"rule": {"protocol": "tcp"}, "count": 0},
		"one network": {"rule": {"peer": "10.0.0.0/16"}, "count": 0},
		"group of something else": {"rule": {"holder": _holder("n2")}, "count": 0},
	}
	found := rule.violations with input as _input(case.rule)
	count(found) == case.count
}
