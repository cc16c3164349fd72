package rules.network["load-balancer-egress-to-wrong-network_test"]

import data.lib.testing
import data.rules.network["load-balancer-egress-to-wrong-network"] as rule

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

_out(peer, ports) := _rule("lbl", object.union({"direction": "egress", "peer": peer}, ports))

test_reported[note] if {
	some note, case in {
		"own network": {"rules": [_out("10.0.1.0/24", {})], "missing": {"TCP 10256, TCP node ports"}},
		"node ports alone": {"rules": [_out("10.0.2.0/24", _ports(30000, 32767))], "missing": {"TCP 10256"}},
		"both": {"rules": [_out("10.0.2.0/24", _ports(30000, 32767)), _out("10.0.2.0/24", _ports(10256, 10256))], "missing": set()},
		"everywhere": {"rules": [_out("0.0.0.0/0", {"protocol": "all"})], "missing": set()},
		"unknown": {"rules": [_rule("lbl", {"direction": "egress", "unknown": {"peer": "var.x"}})], "missing": set()},
	}

	found := rule.violations with input as _given(case.rules, [])
	{violation.facts.missing | some violation in found} == case.missing
}

test_silent_when_load_balancers_have_groups if {
	grouped := object.union(_service, {"annotations": {"oci.oraclecloud.com/oci-network-security-groups": "ocid1.networksecuritygroup.oc1.fra.a"}})
	count(rule.violations) == 0 with input as _given([_out("10.0.1.0/24", {})], [grouped])
}
