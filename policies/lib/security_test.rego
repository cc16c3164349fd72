package lib.security_test

import data.lib.security
import data.lib.testing

_rule(fields) := object.union({"direction": "ingress", "protocol": "tcp", "peer_kind": "cidr", "unknown": {}}, fields)

_lb := {"cidrs": ["10.0.2.0/24"], "texts": set(), "nsgs": {"n1"}, "others": {"n2"}, "services": false}

_hidden := {"cidrs": [], "texts": {"var.lb"}, "nsgs": set(), "others": set(), "services": false}

_ports := {"direction": "ingress", "protocol": "tcp", "min": 30000, "max": 32767}

_ask(rule, traffic, other) := security.admits({"rules": [rule], "complete": true}, traffic, other)

test_addresses[note] if {
	some note, case in {
		"the block": {"rule": {"peer": "10.0.2.0/24"}, "answer": "yes"},
		"a wider one": {"rule": {"peer": "10.0.0.0/16"}, "answer": "yes"},
		"everywhere": {"rule": {"peer": "0.0.0.0/0"}, "answer": "yes"},
		"another": {"rule": {"peer": "10.0.3.0/24"}, "answer": "no"},
		"a part": {"rule": {"peer": "10.0.2.128/25"}, "answer": "unknown"},
		"IPv6 everywhere": {"rule": {"peer": "::/0"}, "answer": "no"},
		"not a block": {"rule": {"peer": "elsewhere"}, "answer": "no"},
		"unknown": {"rule": {"unknown": {"peer": "var.x"}}, "answer": "unknown"},
		"a part of a part": {"rule": {"peer": "10.0.2.7/32"}, "answer": "unknown"},
		"no kind that there is": {"rule": {"peer": "10.0.3.0/24", "peer_kind": null}, "answer": "no"},
		"its NSG": {"rule": {"peer_kind": "nsg", "peer_ref": {"ref": "n", "id": "n1"}}, "answer": "yes"},
		"own NSG": {"rule": {"peer_kind": "nsg", "peer_ref": {"ref": "n", "id": "n2"}}, "answer": "no"},
		"some NSG": {"rule": {"peer_kind": "nsg", "peer_ref": {"ref": "n", "id": "n3"}}, "answer": "unknown"},
		"NSG elsewhere": {"rule": {"peer_kind": "nsg", "peer_ref": {"ref": "var.n"}}, "answer": "unknown"},
		"services of some region": {"rule": {"peer_kind": "service", "unknown": {"peer": "data.oci_core_services.all.services[0].cidr_block"}}, "answer": "no"},
		"services": {"rule": {"peer_kind": "service", "peer": "all-fra-services-in-oracle-services-network"}, "answer": "no"},
	}
	_ask(_rule(case.rule), _ports, _lb) == case.answer
}

# A variable may say whether it is a block, a service or a group.
test_unknown_kinds[note] if {
	some note, rule in {
		"nothing": {},
		"its block": {"peer": "10.0.2.0/24"},
		"another block": {"peer": "10.0.3.0/24"},
		"its NSG": {"peer_ref": {"ref": "n", "id": "n1"}},
	}
	given := object.union({"direction": "ingress", "protocol": "tcp", "unknown": {"peer_kind": "var.k"}}, rule)
	_ask(given, _ports, _lb) == "unknown"
	_ask(given, _ports, security.services) == "unknown"
}

# With `all`, groups of the repository are other groups, and those from elsewhere may be its own.
test_groups_where_all_are_known[note] if {
	some note, case in {
		"its own": {"ref": {"ref": "n", "id": "n1"}, "answer": "yes"},
		"another of the repository": {"ref": {"ref": "n", "id": "n2"}, "answer": "no"},
		"one from elsewhere": {"ref": {"ref": "var.n"}, "answer": "unknown"},
	}
	other := object.union(_lb, {"others": "all"})
	rule := _rule({"peer_kind": "nsg", "peer_ref": case.ref})
	answer := _ask(rule, _ports, other) with input as {"nsgs": [testing.resource("n1", {}), testing.resource("n2", {})]}
	answer == case.answer
}

_partly := {"cidrs": ["10.0.2.0/24"], "texts": {"var.lb"}, "nsgs": set(), "others": set(), "services": false}

test_partly_hidden_addresses[note] if {
	some note, case in {
		"what is known": {"rule": {"peer": "10.0.0.0/16"}, "answer": "unknown"},
		"what is hidden": {"rule": {"unknown": {"peer": "var.lb"}}, "answer": "unknown"},
		"another block": {"rule": {"peer": "10.9.0.0/16"}, "answer": "unknown"},
		"everywhere": {"rule": {"peer": "0.0.0.0/0"}, "answer": "yes"},
		"services": {"rule": {"peer_kind": "service", "peer": "all-fra-services-in-oracle-services-network"}, "answer": "no"},
	}
	_ask(_rule(case.rule), _ports, _partly) == case.answer
}

test_addresses_of_which_nothing_is_known if {
	other := object.union(_lb, {"cidrs": []})
	_ask(_rule({"peer": "10.0.3.0/24"}), _ports, other) == "unknown"
	_ask(_rule({"peer": "0.0.0.0/0"}), _ports, other) == "yes"
}

test_peer if {
	subnets := [
		testing.resource("s1", {"cidrs": ["10.0.2.0/24", "fd00:2::/64"]}),
		testing.resource("s2", {"unknown": {"cidrs": "var.lb"}}),
	]
	nsgs := [{"ref": "a", "id": "n1"}, {"ref": "var.n"}]
	others := [{"ref": "a", "id": "n1"}, {"ref": "b", "id": "n2"}, {"ref": "var.m"}]
	security.peer(subnets, nsgs, others) == {
		"cidrs": ["10.0.2.0/24"],
		"texts": {"var.lb"},
		"nsgs": {"n1"},
		"others": {"n2"},
		"services": false,
	}
	security.peer(subnets, nsgs, "all").others == "all"
}

test_hidden_addresses[note] if {
	some note, case in {
		"the same expression": {"rule": {"unknown": {"peer": "var.lb"}}, "answer": "yes"},
		"another expression": {"rule": {"unknown": {"peer": "var.x"}}, "answer": "unknown"},
		"everywhere": {"rule": {"peer": "0.0.0.0/0"}, "answer": "yes"},
		"some block": {"rule": {"peer": "10.0.3.0/24"}, "answer": "unknown"},
	}
	_ask(_rule(case.rule), _ports, _hidden) == case.answer
}

test_ports[note] if {
	some note, case in {
		"all": {"rule": {}, "answer": "yes"},
		"exactly": {"rule": {"ports": {"min": 30000, "max": 32767}}, "answer": "yes"},
		"one short": {"rule": {"ports": {"min": 30001, "max": 32767}}, "answer": "unknown"},
		"the last of them": {"rule": {"ports": {"min": 32767, "max": 40000}}, "answer": "unknown"},
		"the first of them": {"rule": {"ports": {"min": 443, "max": 30000}}, "answer": "unknown"},
		"those above": {"rule": {"ports": {"min": 32768, "max": 40000}}, "answer": "no"},
		"those below": {"rule": {"ports": {"min": 443, "max": 29999}}, "answer": "no"},
		"others": {"rule": {"ports": {"min": 443, "max": 443}}, "answer": "no"},
		"unknown": {"rule": {"unknown": {"ports": "var.p"}}, "answer": "unknown"},
		"from certain ports": {"rule": {"source_ports": {"min": 1, "max": 2}}, "answer": "unknown"},
		"all protocols": {"rule": {"protocol": "all"}, "answer": "yes"},
		"another protocol": {"rule": {"protocol": "udp"}, "answer": "no"},
		"stateless": {"rule": {"stateless": true}, "answer": "unknown"},
		"with state": {"rule": {"stateless": false}, "answer": "yes"},
		"stateless or not": {"rule": {"unknown": {"stateless": "var.s"}}, "answer": "unknown"},
		"egress": {"rule": {"direction": "egress"}, "answer": "no"},
	}
	_ask(object.union(_rule({"peer": "10.0.2.0/24"}), case.rule), _ports, _lb) == case.answer
}

test_every_port if _ask(_rule({"peer": "0.0.0.0/0"}), {"direction": "ingress", "protocol": "tcp", "min": 1, "max": 65535}, _lb) == "yes"

test_unknown_direction if _ask(object.remove(_rule({"peer": "10.0.2.0/24"}), ["direction"]), _ports, _lb) == "unknown"

test_unknown_protocol if _ask({"direction": "ingress", "peer": "10.0.2.0/24", "peer_kind": "cidr", "unknown": {"protocol": "var.p"}}, _ports, _lb) == "unknown"

test_icmp[note] if {
	some note, case in {
		"all": {"rule": {}, "answer": "yes"},
		"type": {"rule": {"icmp": {"type": 3}}, "answer": "yes"},
		"type and code": {"rule": {"icmp": {"type": 3, "code": 4}}, "answer": "yes"},
		"another code": {"rule": {"icmp": {"type": 3, "code": 1}}, "answer": "no"},
		"another type": {"rule": {"icmp": {"type": 8}}, "answer": "no"},
		"unknown": {"rule": {"unknown": {"icmp": "var.i"}}, "answer": "unknown"},
		"unknown ports, which it has not": {"rule": {"unknown": {"ports": "var.p"}}, "answer": "yes"},
		"all protocols": {"rule": {"protocol": "all", "unknown": {"icmp": "var.i"}}, "answer": "yes"},
		"tcp": {"rule": {"protocol": "tcp"}, "answer": "no"},
	}
	rule := object.union(_rule({"peer": "10.0.2.0/24", "protocol": "icmp"}), case.rule)
	_ask(rule, {"direction": "ingress", "protocol": "icmp", "type": 3, "code": 4}, _lb) == case.answer
}

test_services[note] if {
	some note, case in {
		"services": {"rule": {"peer_kind": "service", "unknown": {"peer": "data.x"}}, "answer": "yes"},
		"everywhere": {"rule": {"peer": "0.0.0.0/0"}, "answer": "yes"},
		"by name": {"rule": {"peer_kind": "service", "peer": "all-fra-services-in-oracle-services-network"}, "answer": "yes"},
		"Object Storage alone": {"rule": {"peer_kind": "service", "peer": "oci-fra-objectstorage"}, "answer": "no"},
		"a private block": {"rule": {"peer": "10.0.0.0/16"}, "answer": "no"},
		"a block that cannot be known": {"rule": {"unknown": {"peer": "var.x"}}, "answer": "unknown"},
		"a group": {"rule": {"peer_kind": "nsg", "peer_ref": {"ref": "n", "id": "n1"}}, "answer": "no"},
		"a group that cannot be known": {"rule": {"peer_kind": "nsg", "unknown": {"peer": "var.n"}}, "answer": "no"},
		"a public block": {"rule": {"peer": "134.70.0.0/16"}, "answer": "unknown"},
	}
	answer := _ask(_rule(object.union({"direction": "egress"}, case.rule)), {"direction": "egress", "protocol": "tcp", "min": 443, "max": 443}, security.services) with input as {"nsgs": []}
	answer == case.answer
}

_vcn := {"ref": "oci_core_vcn.v", "kind": "resource", "id": "v1"}

_named(id) := {"ref": id, "kind": "resource", "id": id}

_given := {
	"vcns": [testing.resource("v1", {})],
	"security_lists": [testing.resource("l1", {"complete": true}), testing.resource("l2", {"complete": false})],
	"nsgs": [testing.resource("n1", {"complete": true})],
	"security_rules": [testing.resource("r1", {"holder": _named("l1")}), testing.resource("r2", {"holder": _named("n1")})],
}

test_guards[note] if {
	some note, case in {
		"a list": {"subnet": {"security_lists": [_named("l1")]}, "nsgs": [], "rules": 1, "complete": true},
		"a list and an NSG": {"subnet": {"security_lists": [_named("l1")]}, "nsgs": [_named("n1")], "rules": 2, "complete": true},
		"a list that is not all known": {"subnet": {"security_lists": [_named("l2")]}, "nsgs": [], "rules": 0, "complete": false},
		"a list, and others that cannot be known": {
			"subnet": {"security_lists": [_named("l1")], "unknown": {"security_lists": "var.l"}},
			"nsgs": [],
			"rules": 1,
			"complete": false,
		},
		"no list": {"subnet": {"security_lists": []}, "nsgs": [], "rules": 0, "complete": true},
		"a list elsewhere": {"subnet": {"security_lists": [{"ref": "var.l", "kind": "expression"}]}, "nsgs": [], "rules": 0, "complete": false},
		"an NSG elsewhere": {"subnet": {"security_lists": [_named("l1")]}, "nsgs": [{"ref": "var.n"}], "rules": 1, "complete": false},
		"unknown": {"subnet": {"unknown": {"security_lists": "var.l"}}, "nsgs": [], "rules": 0, "complete": false},
		"a default that is elsewhere": {"subnet": {"vcn": _vcn}, "nsgs": [], "rules": 0, "complete": false},
		"made by the module": {"subnet": {"vcn": _vcn, "by_module": true}, "nsgs": [], "rules": 0, "complete": false},
	}
	guard := security.guard(testing.resource("s1", case.subnet), case.nsgs, true) with input as _given
	count(guard.rules) == case.rules
	guard.complete == case.complete
}

test_managed_default_list[note] if {
	some note, case in {
		"all known": {"complete": true, "subnet": {}, "rules": ["r1"], "answer": true},
		"partly known": {"complete": false, "subnet": {}, "rules": ["r1"], "answer": false},
		"perhaps not used": {"complete": true, "subnet": {"unknown": {"security_lists": "var.l"}}, "rules": [], "answer": false},
	}
	list := testing.resource("l1", {"complete": case.complete, "default_of": _vcn})
	given := object.union(_given, {"security_lists": [list]})
	guard := security.guard(testing.resource("s1", object.union({"vcn": _vcn}, case.subnet)), [], true) with input as given
	[rule.id | some rule in guard.rules] == case.rules
	guard.complete == case.answer
}

test_nothing_is_certain_beside_unknown_rules if {
	security.admits({"rules": [], "complete": false}, _ports, _lb) == "unknown"
	security.admits({"rules": [], "complete": true}, _ports, _lb) == "no"
}

test_one_rule_is_enough if {
	rules := [_rule({"peer": "10.0.2.0/24"}), _rule({"unknown": {"peer": "var.x"}})]
	security.admits({"rules": rules, "complete": false}, _ports, _lb) == "yes"
}

test_groups_may_not_be_all if {
	guard := security.guard(testing.resource("s1", {"security_lists": [_named("l1")]}), [_named("n1")], false) with input as _given
	not guard.complete
}

test_private[note] if {
	some note, case in {
		"ten": {"cidr": "10.3.0.0/16", "answer": true},
		"172.20": {"cidr": "172.20.0.0/16", "answer": true},
		"172.40": {"cidr": "172.40.0.0/16", "answer": false},
		"public": {"cidr": "130.10.0.0/16", "answer": false},
		"wider than private": {"cidr": "10.0.0.0/7", "answer": false},
	}
	count({yes | yes := security.private(case.cidr)}) == {true: 1, false: 0}[case.answer]
}
