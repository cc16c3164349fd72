package rules.network["closed-node-ports_test"]

import data.lib.site_testing
import data.lib.testing
import data.rules.network["closed-node-ports"] as rule

_open := [site_testing.rule("podsl", object.union({"peer": "10.0.1.0/24"}, site_testing.ports(30000, 32767)))]

test_reported[note] if {
	some note, case in {
		"no rule": {"rules": [], "services": [site_testing.service], "count": 1},
		"pods alone": {"rules": [site_testing.rule("podsl", {"peer": "10.0.2.0/24", "protocol": "all"})], "services": [site_testing.service], "count": 1},
		"the load balancers": {"rules": _open, "services": [site_testing.service], "count": 0},
		"everything from there": {"rules": [site_testing.rule("podsl", {"peer": "10.0.1.0/24", "protocol": "all"})], "services": [site_testing.service], "count": 0},
		"the network": {"rules": [site_testing.rule("podsl", {"peer": "10.0.0.0/16"})], "services": [site_testing.service], "count": 0},
		"one node port": {"rules": [site_testing.rule("podsl", object.union({"peer": "10.0.1.0/24"}, site_testing.ports(30080, 30080)))], "services": [site_testing.service], "count": 0},
		"health checks alone": {"rules": [site_testing.rule("podsl", object.union({"peer": "10.0.1.0/24"}, site_testing.ports(10256, 10256)))], "services": [site_testing.service], "count": 1},
		"no load balancer": {"rules": [], "services": [], "count": 0},
	}

	found := rule.violations with input as site_testing.given(case.rules, case.services)
	count(found) == case.count
}

test_listeners_of_both_protocols if {
	both := object.union(site_testing.service, {"value": {"spec": {"ports": [{"port": 53, "protocol": "UDP"}]}}})
	found := rule.violations with input as site_testing.given(_open, [both])
	{violation.facts.missing | some violation in found} == {"UDP node ports"}
}

test_silent_when_rules_are_not_all_known[note] if {
	some note, change in {
		"list": {"security_lists": [testing.resource("podsl", {"complete": false})]},
		"list elsewhere": {"security_lists": []},
		"subnet elsewhere": {"subnets": []},
		"group elsewhere": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": testing.at("c1"), "pod_subnets": [testing.at("pods")], "pod_nsgs": [{"ref": "var.nsg"}]})]},
		"group unknown": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": testing.at("c1"), "pod_subnets": [testing.at("pods")], "unknown": {"pod_nsgs": "var.nsgs"}})]},
		"pods elsewhere": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": testing.at("c1"), "pod_subnets": [{"ref": "var.s"}]})]},
		"load balancers elsewhere": {"clusters": [testing.resource("c1", {"lb_subnets": [{"ref": "var.lb"}]})]},
		"managed nodes": {"node_pools": [testing.resource("p1", {"mode": "managed", "cluster": testing.at("c1"), "pod_subnets": [testing.at("pods")]})]},
	}
	count(rule.violations) == 0 with input as object.union(site_testing.given([], [site_testing.service]), change)
}

test_what_a_group_lets_in[note] if {
	some note, case in {
		"the pods": {"from": "n1", "services": [site_testing.service], "count": 1},
		"the nodes": {"from": "n2", "services": [site_testing.service], "count": 1},
		"the API endpoint": {"from": "n3", "services": [site_testing.service], "count": 1},
		"another group, perhaps that of load balancers": {"from": "n4", "services": [site_testing.service], "count": 0},
		"the nodes, with load balancers in a group": {
			"from": "n2",
			"services": [object.union(site_testing.service, {"annotations": {"oci.oraclecloud.com/oci-network-security-groups": "ocid1.networksecuritygroup.oc1..x"}})],
			"count": 0,
		},
	}

	rules := [site_testing.rule("n1", {"peer_kind": "nsg", "peer_ref": testing.at(case.from), "protocol": "all"})]
	found := rule.violations with input as object.union(site_testing.given(rules, case.services), {
		"nsgs": [testing.resource(id, {"complete": true}) | some id in ["n1", "n2", "n3", "n4"]],
		"clusters": [testing.resource("c1", {"lb_subnets": [testing.at("lb")], "endpoint_subnet": testing.at("api"), "endpoint_nsgs": [testing.at("n3")]})],
		"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": testing.at("c1"), "pod_subnets": [testing.at("pods")], "pod_nsgs": [testing.at("n1")], "nsgs": [testing.at("n2")]})],
	})
	count(found) == case.count
}
