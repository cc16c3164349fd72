package rules.network["closed-control-plane-ports_test"]

import data.lib.site_testing
import data.lib.testing
import data.rules.network["closed-control-plane-ports"] as rule

_in(ports) := site_testing.rule("apil", object.union({"peer": "10.0.2.0/24"}, ports))

_out := site_testing.rule("apil", {"direction": "egress", "peer": "all-fra-services-in-oracle-services-network", "peer_kind": "service"})

test_reported[note] if {
	some note, case in {
		"neither": {"rules": [], "missing": {"TCP 12250, TCP 443"}},
		"12250 closed": {"rules": [_in(site_testing.ports(6443, 6443)), _out], "missing": {"TCP 12250"}},
		"both": {"rules": [_in(site_testing.ports(12250, 12250)), _out], "missing": set()},
		"services closed": {"rules": [_in({})], "missing": {"TCP 443"}},
	}

	found := rule.violations with input as site_testing.given(case.rules, [])
	{violation.facts.missing | some violation in found} == case.missing
}

test_pods_that_do_not_reach_the_control_plane[peer] if {
	some peer, missing in {
		"endpoint": {["pods", "TCP 6443 to the other side"]},
		"services": {["pods", "TCP 6443 to the other side"]},
		"load-balancer": set(),
	}
	row := {"nodes": "virtual", "at": "pods", "direction": "egress", "peer": peer, "protocol": "tcp", "min": 6443, "max": 6443, "text": "TCP 6443 to the other side"}
	given := object.union(site_testing.given([], []), {"tables": {"security_rules": {"rows": [row]}}})
	found := rule.violations with input as given
	{[violation.item, violation.facts.missing] | some violation in found} == missing
}

# Pods whose groups are all known are in no other group.
test_groups_of_the_pods[note] if {
	some note, case in {
		"their own": {"pool": {"pod_nsgs": [testing.at("n1")]}, "missing": set()},
		"another": {"pool": {"pod_nsgs": [testing.at("n2")]}, "missing": {"TCP 12250"}},
		"none": {"pool": {}, "missing": {"TCP 12250"}},
		"one that is not known": {"pool": {"pod_nsgs": [testing.at("n2"), {"ref": "var.nsg", "kind": "expression"}]}, "missing": set()},
		"not known": {"pool": {"unknown": {"pod_nsgs": "var.nsgs"}}, "missing": set()},
	}
	rules := [_out, site_testing.rule("apil", object.union({"peer_kind": "nsg", "peer_ref": testing.at("n1")}, site_testing.ports(12250, 12250)))]
	base := site_testing.given(rules, [])
	given := object.union(base, {
		"node_pools": [object.union(base.node_pools[0], case.pool)],
		"nsgs": [testing.resource(id, {"complete": true}) | some id in ["n1", "n2"]],
	})
	found := rule.violations with input as given
	{violation.facts.missing | some violation in found} == case.missing
}
