package rules.network["closed-node-ports_test"]

import data.lib.testing
import data.rules.network["closed-node-ports"] as rule

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

_open := [_rule("podsl", object.union({"peer": "10.0.1.0/24"}, _ports(30000, 32767)))]

test_reported[note] if {
	some note, case in {
		"no rule": {"rules": [], "services": [_service], "count": 1},
		"pods alone": {"rules": [_rule("podsl", {"peer": "10.0.2.0/24", "protocol": "all"})], "services": [_service], "count": 1},
		"the load balancers": {"rules": _open, "services": [_service], "count": 0},
		"everything from there": {"rules": [_rule("podsl", {"peer": "10.0.1.0/24", "protocol": "all"})], "services": [_service], "count": 0},
		"the network": {"rules": [_rule("podsl", {"peer": "10.0.0.0/16"})], "services": [_service], "count": 0},
		"one node port": {"rules": [_rule("podsl", object.union({"peer": "10.0.1.0/24"}, _ports(30080, 30080)))], "services": [_service], "count": 0},
		"health checks alone": {"rules": [_rule("podsl", object.union({"peer": "10.0.1.0/24"}, _ports(10256, 10256)))], "services": [_service], "count": 1},
		"no load balancer": {"rules": [], "services": [], "count": 0},
	}

	found := rule.violations with input as _given(case.rules, case.services)
	count(found) == case.count
}

test_listeners_of_both_protocols if {
	both := object.union(_service, {"value": {"spec": {"ports": [{"port": 53, "protocol": "UDP"}]}}})
	found := rule.violations with input as _given(_open, [both])
	{violation.facts.missing | some violation in found} == {"UDP node ports"}
}

test_silent_when_rules_are_not_all_known[note] if {
	some note, change in {
		"list": {"security_lists": [testing.resource("podsl", {"complete": false})]},
		"list elsewhere": {"security_lists": []},
		"subnet elsewhere": {"subnets": []},
		"group elsewhere": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": _at("c1"), "pod_subnets": [_at("pods")], "pod_nsgs": [{"ref": "var.nsg"}]})]},
		"group unknown": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": _at("c1"), "pod_subnets": [_at("pods")], "unknown": {"pod_nsgs": "var.nsgs"}})]},
		"pods elsewhere": {"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": _at("c1"), "pod_subnets": [{"ref": "var.s"}]})]},
		"load balancers elsewhere": {"clusters": [testing.resource("c1", {"lb_subnets": [{"ref": "var.lb"}]})]},
		"managed nodes": {"node_pools": [testing.resource("p1", {"mode": "managed", "cluster": _at("c1"), "pod_subnets": [_at("pods")]})]},
	}
	count(rule.violations) == 0 with input as object.union(_given([], [_service]), change)
}
