package lib.site_test

import data.lib.security
import data.lib.site
import data.lib.site_testing as network
import data.lib.testing

_texts(given, at, peers) := {found.row.text | some found in site.closed(at, peers) with input as given}

_node_ports := {"TCP node ports", "UDP node ports", "TCP 10256"}

_with_groups := object.union(network.service, {"annotations": {"oci.oraclecloud.com/oci-network-security-groups": "ocid1.nsg.oc1..a"}})

test_closed[note] if {
	some note, case in {
		"nothing admitted": {"given": network.given([], []), "at": "pods", "peers": {"load-balancer"}, "texts": _node_ports},
		"load balancers in groups of their own": {"given": network.given([], [_with_groups]), "at": "pods", "peers": {"load-balancer"}, "texts": _node_ports},
		"load balancers that are told something else": {
			"given": network.given([], [object.union(network.service, {"annotations": {"oci.oraclecloud.com/load-balancer-type": "lb"}})]),
			"at": "load-balancer", "peers": {"pods"}, "texts": {"TCP node ports", "TCP 10256"},
		},
		"rows of other nodes, and to the endpoint": {"given": _with_rows, "at": "pods", "peers": {"endpoint", "services"}, "texts": {"TCP 6443"}},
		"all of TCP": {"given": network.given([network.rule("podsl", {"peer": "10.0.1.0/24"})], []), "at": "pods", "peers": {"load-balancer"}, "texts": {"UDP node ports"}},
		"one port": {
			"given": network.given([network.rule("podsl", object.union({"peer": "10.0.1.0/24"}, network.ports(10256, 10256)))], []),
			"at": "pods", "peers": {"load-balancer"}, "texts": {"TCP node ports", "UDP node ports"},
		},
		"other peers": {"given": network.given([], []), "at": "pods", "peers": {"endpoint"}, "texts": set()},
		"endpoint": {"given": network.given([], []), "at": "endpoint", "peers": {"pods", "services"}, "texts": {"TCP 12250", "TCP 443"}},
		"endpoint, one of its peers": {"given": network.given([], []), "at": "endpoint", "peers": {"pods"}, "texts": {"TCP 12250"}},
		"load balancers": {"given": network.given([], []), "at": "load-balancer", "peers": {"pods"}, "texts": {"TCP node ports", "TCP 10256"}},
		"load balancers in groups that may admit it": {"given": network.given([], [_with_groups]), "at": "load-balancer", "peers": {"pods"}, "texts": set()},
	}
	_texts(case.given, case.at, case.peers) == case.texts
}

_with_rows := object.union(_given, {"tables": {"security_rules": {"rows": [
	{"nodes": "virtual", "at": "pods", "direction": "egress", "peer": "endpoint", "protocol": "tcp", "min": 6443, "max": 6443, "text": "TCP 6443"},
	{"nodes": "native", "at": "pods", "direction": "egress", "peer": "endpoint", "protocol": "tcp", "min": 443, "max": 443, "text": "TCP 443"},
]}}})

# The network with fields of its one pool, cluster or subnet replaced.
_changed(list, i, fields) := object.union(_given, {list: [entry |
	some j, old in _given[list]
	entry := {true: object.union(old, fields), false: old}[i == j]
]})

_given := network.given([], [])

# Where a part of a site is not known, nothing is certain about it.
test_unknown_parts[note] if {
	some note, given in {
		"subnets of pods": _changed("node_pools", 0, {"unknown": {"pod_subnets": "var.s"}}),
		"no subnets of pods": _changed("node_pools", 0, {"pod_subnets": []}),
		"a subnet of pods elsewhere": _changed("node_pools", 0, {"pod_subnets": [testing.at("pods"), {"ref": "var.s", "kind": "expression"}]}),
		"groups of pods": _changed("node_pools", 0, {"unknown": {"pod_nsgs": "var.n"}}),
		"lists of the subnet": _changed("subnets", 1, {"unknown": {"security_lists": "var.l"}}),
		"a list": _changed("security_lists", 1, {"complete": false}),
		"a pool of another kind": _changed("node_pools", 0, {"mode": "managed"}),
	}
	_texts(given, "pods", {"load-balancer"}) == set()
}

test_unknown_load_balancers if {
	given := _changed("clusters", 0, {"unknown": {"lb_subnets": "var.s"}})
	_texts(given, "pods", {"load-balancer"}) == set()
	_texts(given, "load-balancer", {"pods"}) == set()
}

test_unknown_groups_of_the_endpoint if {
	given := _changed("clusters", 0, {"unknown": {"endpoint_nsgs": "var.n"}})
	_texts(given, "endpoint", {"pods", "services"}) == set()
}

# A rule for a group: of the load balancers, which are in none of the pods', or of anybody.
test_rules_for_groups[note] if {
	some note, case in {
		"the pods' own group": {"services": [], "groups": [testing.at("n1")], "id": "n1", "texts": _node_ports},
		"the pods' own group, when Services name some": {"services": [_with_groups], "groups": [testing.at("n1")], "id": "n1", "texts": {"UDP node ports"}},
		"another group": {"services": [], "groups": [], "id": "n1", "texts": {"UDP node ports"}},
	}
	rule := network.rule("podsl", {"peer_kind": "nsg", "peer_ref": testing.at(case.id)})
	given := network.given([rule], case.services)
	changed := object.union(given, {"node_pools": [object.union(given.node_pools[0], {"pod_nsgs": case.groups})]})
	_texts(changed, "pods", {"load-balancer"}) == case.texts
}

test_summary if {
	found := site.summary("pods", {"load-balancer"}) with input as _given
	[[entry.subnet.id, entry.texts, [pool.id | some pool in entry.pools]] | some entry in found] == [["pods", sort(_node_ports), ["p1"]]]
	count(site.summary("pods", {"endpoint"})) == 0 with input as _given
}

test_rows if {
	count(site.rows("virtual", "pods", "load-balancer")) == 3 with input as _given
	count(site.rows("virtual", "endpoint", "services")) == 1 with input as _given
	count(site.rows("native", "pods", "load-balancer")) == 0 with input as _given
	count(site.rows("virtual", "endpoint", "load-balancer")) == 0 with input as _given
}

_pool := {
	"id": "p1", "unknown": {}, "cluster": testing.at("c1"), "nsgs": [testing.at("n1")], "pod_nsgs": [testing.at("n2")],
	"pod_subnets": [testing.at("pods")], "subnets": [testing.at("lb")],
}

test_by_name[site_name] if {
	given := _changed("clusters", 0, {"endpoint_nsgs": [testing.at("n3")]})
	some site_name, case in {"nodes": ["lb", "n1"], "pods": ["pods", "n2"], "endpoint": ["api", "n3"]}
	found := site.at(site_name, _pool, []) with input as given
	[subnet.id | some subnet in found.subnets] == [case[0]]
	found.peer.nsgs == {case[1]}
	found.peer.others == "all"
	groups := site.groups(site_name, _pool) with input as given
	[nsg.id | some nsg in groups] == [case[1]]
}

test_others_where_groups_are_not_known if {
	pool := object.union(_pool, {"pod_nsgs": [{"ref": "var.n", "kind": "expression"}]})
	found := site.pods(pool, [testing.at("n7")]) with input as _given
	found.peer.others == {"n7"}
	security.services.others == "all"
}

test_others_where_there_may_be_more_groups if {
	pool := object.union(_pool, {"unknown": {"pod_nsgs": "var.n"}})
	found := site.pods(pool, [testing.at("n7")]) with input as _given
	found.peer.others == {"n7"}
	{entry.guard.complete | some entry in found.guards} == {false}
}

test_closed_in_full if {
	all_found := site.closed("endpoint", {"pods"}) with input as _given
	count(all_found) == 1
	every found in all_found {
		found.subnet.id == "api"
		found.missing == ["TCP 12250"]
		found.guard == {"rules": [], "complete": true}
		found.peer.cidrs == ["10.0.2.0/24"]
		[pool.id | some pool in found.pools] == ["p1"]
	}
}

test_no_subnets if not site.load_balancers({"unknown": {}, "lb_subnets": []}, []) with input as _given
