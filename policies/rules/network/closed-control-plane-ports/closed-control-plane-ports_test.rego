package rules.network["closed-control-plane-ports_test"]

import data.lib.testing
import data.rules.network["closed-control-plane-ports"] as rule

_at(id) := {"ref": id, "kind": "resource", "id": id}

_rows := [
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "tcp", "min": 30000, "max": 32767, "text": "TCP node ports"},
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "udp", "min": 30000, "max": 32767, "text": "UDP node ports"},
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "tcp", "min": 10256, "max": 10256, "text": "TCP 10256"},
	{"nodes": "virtual", "at": "load-balancer", "direction": "egress", "peer": "pods", "protocol": "tcp", "min": 30000, "max": 32767, "text": "TCP node ports"},
	{"nodes": "virtual", "at": "load-balancer", "direction": "egress", "peer": "pods", "protocol": "tcp", "min": 10256, "max": 10256, "text": "TCP 10256"},
	{"nodes": "virtual", "at": "endpoint", "direction": "ingress", "peer": "pods", "protocol": "tcp", "min": 12250, "max": 12250, "text": "TCP 12250"},
	{"nodes": "virtual", "at": "endpoint", "direction": "egress", "peer": "services", "protocol": "tcp", "min": 443, "max": 443, "text": "TCP 443"},
]

_service := {"id": "o1", "group": "", "nodes": "virtual", "annotations": {}, "value": {"spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}}

_subnet(id, cidr) := testing.resource(id, {"cidrs": [cidr], "security_lists": [_at($"{id}l")]})

_rule(list, fields) := object.union({"holder": _at(list), "peer_kind": "cidr", "protocol": "tcp", "direction": "ingress", "unknown": {}}, fields)

_given(rules, services) := {
	"facts": testing.facts,
	"tables": {"security_rules": {"rows": _rows}},
	"clusters": [testing.resource("c1", {"lb_subnets": [_at("lb")], "endpoint_subnet": _at("api")})],
	"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": _at("c1"), "pod_subnets": [_at("pods")]})],
	"subnets": [_subnet("lb", "10.0.1.0/24"), _subnet("pods", "10.0.2.0/24"), _subnet("api", "10.0.3.0/28")],
	"security_lists": [testing.resource(id, {"complete": true}) | some id in ["lbl", "podsl", "apil"]],
	"nsgs": [testing.resource("n1", {"complete": true})],
	"security_rules": rules,
	"index": {"pods": [], "objects": {"Service": services}},
}

_ports(min, max) := {"ports": {"min": min, "max": max}}

_in(ports) := _rule("apil", object.union({"peer": "10.0.2.0/24"}, ports))

_out := _rule("apil", {"direction": "egress", "peer": "all-fra-services-in-oracle-services-network", "peer_kind": "service"})

test_reported[note] if {
	some note, case in {
		"neither": {"rules": [], "missing": {"TCP 12250, TCP 443"}},
		"12250 closed": {"rules": [_in(_ports(6443, 6443)), _out], "missing": {"TCP 12250"}},
		"both": {"rules": [_in(_ports(12250, 12250)), _out], "missing": set()},
		"services closed": {"rules": [_in({})], "missing": {"TCP 443"}},
	}

	found := rule.violations with input as _given(case.rules, [])
	{violation.facts.missing | some violation in found} == case.missing
}

test_pods_that_do_not_reach_the_endpoint if {
	row := {"nodes": "virtual", "at": "pods", "direction": "egress", "peer": "endpoint", "protocol": "tcp", "min": 6443, "max": 6443, "text": "TCP 6443 to the API endpoint"}
	given := object.union(_given([], []), {"tables": {"security_rules": {"rows": [row]}}})
	found := rule.violations with input as given
	{[violation.item, violation.facts.missing] | some violation in found} == {["pods", "TCP 6443 to the API endpoint"]}
}

# Pods whose groups are all known are in no other group.
test_groups_of_the_pods[note] if {
	some note, case in {
		"their own": {"pool": {"pod_nsgs": [_at("n1")]}, "missing": set()},
		"another": {"pool": {"pod_nsgs": [_at("n2")]}, "missing": {"TCP 12250"}},
		"none": {"pool": {}, "missing": {"TCP 12250"}},
		"one that is not known": {"pool": {"pod_nsgs": [_at("n2"), {"ref": "var.nsg", "kind": "expression"}]}, "missing": set()},
		"not known": {"pool": {"unknown": {"pod_nsgs": "var.nsgs"}}, "missing": set()},
	}
	rules := [_out, _rule("apil", object.union({"peer_kind": "nsg", "peer_ref": _at("n1")}, _ports(12250, 12250)))]
	base := _given(rules, [])
	given := object.union(base, {
		"node_pools": [object.union(base.node_pools[0], case.pool)],
		"nsgs": [testing.resource(id, {"complete": true}) | some id in ["n1", "n2"]],
	})
	found := rule.violations with input as given
	{violation.facts.missing | some violation in found} == case.missing
}
