package lib.subnet_test

import data.lib.subnet
import data.lib.testing

test_capacity[note] if {
	some note, case in {
		"/28": {"fields": {"cidrs": ["10.0.0.0/28"]}, "sizes": {13}},
		"/20": {"fields": {"cidrs": ["10.0.0.0/20"]}, "sizes": {4093}},
		"two blocks": {"fields": {"cidrs": ["10.0.0.0/28", "10.0.1.0/28"]}, "sizes": {26}},
		"one of two unknown": {"fields": {"cidrs": ["10.0.0.0/28"], "unknown": {"cidrs": "var.x"}}, "sizes": set()},
		"not a block": {"fields": {"cidrs": ["none"]}, "sizes": set()},
		"no blocks": {"fields": {}, "sizes": set()},
		"an empty list": {"fields": {"cidrs": []}, "sizes": set()},
		"the smallest": {"fields": {"cidrs": ["10.0.0.0/30"]}, "sizes": {1}},
		"too small to be one": {"fields": {"cidrs": ["10.0.0.0/31"]}, "sizes": {0}},
		"the widest": {"fields": {"cidrs": ["10.0.0.0/8"]}, "sizes": {16777213}},
		"IPv6": {"fields": {"cidrs": ["2603:c020::/64"]}, "sizes": set()},
		"beside IPv6": {"fields": {"cidrs": ["10.0.0.0/28", "2603:c020::/64"]}, "sizes": set()},
	}
	{size | size := subnet.capacity(testing.resource("s", case.fields))} == case.sizes
}

_clusters(fields) := {
	"facts": {"dual_stack_clusters": true},
	"clusters": [testing.resource("c1", fields)],
}

_pool(reference) := testing.resource("p1", {"mode": "managed", "cluster": reference})

_here := {"ref": "c", "kind": "resource", "id": "c1"}

test_dual_stack[note] if {
	some note, case in {
		"both": {"subnet": {"ipv6": true}, "cluster": {"ip_families": ["IPv4", "IPv6"]}, "answer": true},
		"subnet alone": {"subnet": {"ipv6": true}, "cluster": {"ip_families": ["IPv4"]}, "answer": false},
		"subnet, families not stated": {"subnet": {"ipv6": true}, "cluster": {}, "answer": false},
		"cluster alone": {"subnet": {"ipv6": false}, "cluster": {"ip_families": ["IPv4", "IPv6"]}, "answer": false},
		"subnet unknown": {"subnet": {"unknown": {"ipv6": "var.x"}}, "cluster": {"ip_families": ["IPv6"]}, "answer": true},
		"families unknown": {"subnet": {"ipv6": true}, "cluster": {"unknown": {"ip_families": "var.x"}}, "answer": true},
	}
	answers := {yes | yes := subnet.dual_stack(testing.resource("s", case.subnet), _pool(_here))} with input as _clusters(case.cluster)
	count(answers) == {true: 1, false: 0}[case.answer]
}

test_dual_stack_of_a_cluster_elsewhere if {
	subnet.dual_stack(testing.resource("s", {"ipv6": true}), _pool({"ref": "var.c", "kind": "expression"})) with input as _clusters({})
}

test_no_dual_stack_before_it_existed if {
	given := object.union(_clusters({"ip_families": ["IPv6"]}), {"facts": {"dual_stack_clusters": false}})
	not subnet.dual_stack(testing.resource("s", {"ipv6": true}), _pool(_here)) with input as given
}

test_who_uses_what if {
	at := {"ref": "oci_core_subnet.a", "kind": "resource", "id": "s1"}
	given := {
		"subnets": [testing.resource("s1", {})],
		"node_pools": [
			testing.resource("p1", {"mode": "virtual", "pod_subnets": [at]}),
			testing.resource("p2", {"mode": "managed", "cni": "FLANNEL_OVERLAY", "subnets": [at]}),
			testing.resource("p3", {"mode": "managed", "placements": [{"subnet": at, "unknown": {}}]}),
		],
	}
	pods := subnet.for_pods with input as given
	nodes := subnet.for_nodes with input as given
	[[pool.id | some pool in entry.pools] | some entry in pods] == [["p1"]]
	[{pool.id | some pool in entry.pools} | some entry in nodes] == [{"p2", "p3"}]
}

test_prefix[text] if {
	some text, lengths in {
		"10.0.0.0/16": {16}, "192.168.10.0/8": {8}, "2603:c020::/56": set(), "x10.0.0.0/16": set(), "10.0.0.0/16x": set(), "10.0.0.0": set(),
		"10.0.0/16": set(), "x/16": set(),
	}
	{length | length := subnet.prefix(text)} == lengths
}
