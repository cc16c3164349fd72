package rules.network["closed-cluster-traffic_test"]

import data.lib.testing
import data.rules.network["closed-cluster-traffic"] as rule

_row(at, peer, direction, fields) := object.union({"nodes": "native", "at": at, "peer": peer, "direction": direction, "protocol": "tcp", "text": $"{at} {direction} {peer}"}, fields)

_rows := [
	_row("endpoint", "nodes", "ingress", {"min": 6443, "max": 6443}),
	_row("nodes", "pods", "ingress", {"protocol": "all", "min": 1, "max": 65535}),
	_row("pods", "services", "egress", {"min": 443, "max": 443}),
	{"nodes": "virtual", "at": "pods", "peer": "pods", "direction": "ingress", "protocol": "udp", "min": 1, "max": 65535, "text": "another table"},
]

_subnet(id, cidr) := testing.resource(id, {"cidrs": [cidr], "security_lists": [testing.at($"{id}l")]})

_rule(list, fields) := testing.resource("r", object.union(
	{"holder": testing.at(list), "holder_kind": "security-list", "peer_kind": "cidr", "protocol": "tcp", "direction": "ingress"},
	fields,
))

_given(rules, pool, complete) := {
	"facts": testing.facts,
	"tables": {"security_rules": {"rows": _rows}},
	"index": {"pods": [], "objects": {}},
	"vcns": [],
	"clusters": [testing.resource("c1", {"endpoint_subnet": testing.at("api")})],
	"subnets": [_subnet("api", "10.0.1.0/28"), _subnet("nodes", "10.0.2.0/24"), _subnet("pods", "10.0.16.0/20")],
	"security_lists": [testing.resource(id, {"complete": complete}) | some id in ["apil", "nodesl", "podsl"]],
	"nsgs": [testing.resource("n1", {"complete": true})],
	"security_rules": rules,
	"node_pools": [testing.resource("p1", object.union(
		{
			"mode": "managed",
			"cni": "OCI_VCN_IP_NATIVE",
			"cluster": testing.at("c1"),
			"pod_subnets": [testing.at("pods")],
			"placements": [{"subnet": testing.at("nodes"), "unknown": {}}],
		},
		pool,
	))],
}

_good := [
	_rule("apil", {"peer": "10.0.2.0/24", "ports": {"min": 6443, "max": 6443}}),
	_rule("nodesl", {"peer": "10.0.16.0/20", "protocol": "all"}),
	_rule("podsl", {"peer": "all-iad-services-in-oracle-services-network", "peer_kind": "service", "direction": "egress", "ports": {"min": 443, "max": 443}}),
]

test_reported[note] if {
	some note, case in {
		"all admitted": {"rules": _good, "pool": {}, "complete": true, "items": set()},
		"nothing admitted": {"rules": [], "pool": {}, "complete": true, "items": {"api", "nodes", "pods"}},
		"6443 closed": {"rules": array.slice(_good, 1, 3), "pool": {}, "complete": true, "items": {"api"}},
		"another port of the endpoint": {
			"rules": array.concat(array.slice(_good, 1, 3), [_rule("apil", {"peer": "10.0.2.0/24", "ports": {"min": 443, "max": 443}})]),
			"pool": {},
			"complete": true,
			"items": {"api"},
		},
		"from a wider block": {
			"rules": array.concat(array.slice(_good, 1, 3), [_rule("apil", {"peer": "10.0.0.0/16"})]),
			"pool": {},
			"complete": true,
			"items": set(),
		},
		"TCP instead of everything": {
			"rules": [_good[0], _good[2], _rule("nodesl", {"peer": "10.0.16.0/20"})],
			"pool": {},
			"complete": true,
			"items": set(),
		},
		"some TCP instead of everything": {
			"rules": [_good[0], _good[2], _rule("nodesl", {"peer": "10.0.16.0/20", "ports": {"min": 8080, "max": 8080}})],
			"pool": {},
			"complete": true,
			"items": set(),
		},
		"SSH alone": {
			"rules": [_good[0], _good[2], _rule("nodesl", {"peer": "10.0.16.0/20", "ports": {"min": 22, "max": 22}})],
			"pool": {},
			"complete": true,
			"items": {"nodes"},
		},
		"rules that are not all known": {"rules": [], "pool": {}, "complete": false, "items": set()},
		"groups that are not known": {"rules": [], "pool": {"pod_nsgs": [{"ref": "var.n", "kind": "expression"}]}, "complete": true, "items": {"api", "nodes"}},
		"flannel": {"rules": [], "pool": {"cni": "FLANNEL_OVERLAY"}, "complete": true, "items": set()},
		"virtual": {"rules": [], "pool": {"mode": "virtual"}, "complete": true, "items": set()},
	}
	found := rule.violations with input as _given(case.rules, case.pool, case.complete)
	{violation.item | some violation in found} == case.items
}

_self_managed := {"mode": "self-managed", "subnets": [testing.at("nodes")]}

test_self_managed_nodes[note] if {
	some note, case in {
		"flannel, closed": {"rules": array.slice(_good, 1, 3), "pool": {"cni": "FLANNEL_OVERLAY"}, "requirements": {["SMN-31"]}},
		"flannel, open": {"rules": _good, "pool": {"cni": "FLANNEL_OVERLAY"}, "requirements": set()},
		"flannel, closed between pods": {"rules": [_good[0]], "pool": {"cni": "FLANNEL_OVERLAY"}, "requirements": set()},
		"native, closed": {"rules": array.slice(_good, 1, 3), "pool": {}, "requirements": {["CNI-29", "SMN-31"]}},
		"native, closed between pods": {"rules": [_good[0], _good[2]], "pool": {}, "requirements": {["CNI-29"]}},
	}
	found := rule.violations with input as _given(case.rules, object.union(_self_managed, case.pool), true)
	{violation.requirements | some violation in found} == case.requirements
}

test_lists_what_is_missing if {
	found := rule.violations with input as _given(array.slice(_good, 1, 3), {}, true)
	[violation.facts | some violation in found] == [{"sites": "the API endpoint", "missing": "endpoint ingress nodes"}]
}

# Other traffic of pools with flannel is flannel's.
test_what_joining_takes[note] if {
	some note, row in {
		"the same port for pods": _row("endpoint", "pods", "ingress", {"min": 12250, "max": 12250}),
		"everything from the endpoint": _row("nodes", "endpoint", "ingress", {"protocol": "all", "min": 1, "max": 65535}),
	}
	given := object.union(
		_given(_good, object.union(_self_managed, {"cni": "FLANNEL_OVERLAY"}), true),
		{"tables": {"security_rules": {"rows": array.concat(_rows, [row])}}},
	)
	count(rule.violations) == 0 with input as given
}
