package rules.network["security-list-instead-of-groups_test"]

import data.lib.testing
import data.rules.network["security-list-instead-of-groups"] as rule

_r(id) := {"ref": id, "kind": "resource", "id": id}

_input(pool, cluster, rule_fields, list) := {
	"facts": testing.facts,
	"index": {"pods": [], "objects": {}},
	"clusters": [testing.resource("c1", object.union({"endpoint_subnet": _r("s2")}, cluster))],
	"subnets": [testing.resource("s1", {"security_lists": [_r("l1")]}), testing.resource("s2", {"security_lists": [_r("l1")]})],
	"security_lists": [testing.resource("l1", list)],
	"security_rules": [testing.resource("r1", object.union(
		{"holder": _r("l1"), "holder_kind": "security-list", "direction": "ingress", "protocol": "tcp", "peer": "10.0.0.0/16"},
		rule_fields,
	))],
	"node_pools": [testing.resource("p1", object.union(
		{"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "cluster": _r("c1"), "pod_subnets": [_r("s1")]},
		pool,
	))],
}

test_reported[note] if {
	some note, case in {
		"lists alone": {"pool": {}, "cluster": {}, "rule": {}, "list": {}, "items": {"c1", "p1"}},
		"groups for pods": {"pool": {"pod_nsgs": [_r("n1")]}, "cluster": {}, "rule": {}, "list": {}, "items": set()},
		"groups for the endpoint": {"pool": {}, "cluster": {"endpoint_nsgs": [_r("n1")]}, "rule": {}, "list": {}, "items": {"p1"}},
		"unknown": {"pool": {"unknown": {"pod_nsgs": "var.n"}}, "cluster": {}, "rule": {}, "list": {}, "items": set()},
		"list that only lets out": {"pool": {}, "cluster": {}, "rule": {"direction": "egress"}, "list": {}, "items": set()},
		"list for path discovery": {"pool": {}, "cluster": {}, "rule": {"protocol": "icmp"}, "list": {}, "items": set()},
		"list of the VCN": {"pool": {}, "cluster": {}, "rule": {}, "list": {"default_of": _r("v1")}, "items": set()},
		"nodes in the same subnet": {"pool": {"subnets": [_r("s1")]}, "cluster": {"endpoint_nsgs": [_r("n1")]}, "rule": {}, "list": {}, "items": set()},
		"groups for the control plane's back end": {"pool": {}, "cluster": {"backend_nsgs": [_r("n1")]}, "rule": {}, "list": {}, "items": {"p1"}},
		"groups for nodes": {"pool": {"nsgs": [_r("n1")]}, "cluster": {}, "rule": {}, "list": {}, "items": {"p1"}},
		"an empty list of groups": {"pool": {"pod_nsgs": []}, "cluster": {}, "rule": {}, "list": {}, "items": {"c1", "p1"}},
		"perhaps some groups": {"pool": {"pod_nsgs": [], "unknown": {"pod_nsgs": "var.n"}}, "cluster": {}, "rule": {}, "list": {}, "items": set()},
		"metadata, which may name groups, unknown": {"pool": {"mode": "self-managed", "unknown": {"metadata": "var.m"}}, "cluster": {}, "rule": {}, "list": {}, "items": set()},
		"nodes in another subnet": {"pool": {"subnets": [_r("s2")]}, "cluster": {}, "rule": {}, "list": {}, "items": {"c1", "p1"}},
		"list for datagrams": {"pool": {}, "cluster": {}, "rule": {"protocol": "udp"}, "list": {}, "items": {"c1", "p1"}},
		"list for everything": {"pool": {}, "cluster": {}, "rule": {"protocol": "all"}, "list": {}, "items": {"c1", "p1"}},
	}
	found := rule.violations with input as _input(case.pool, case.cluster, case.rule, case.list)
	{violation.item | some violation in found} == case.items
}

test_services_may_name_groups[key] if {
	some key, items in {
		"oci.oraclecloud.com/oci-network-security-groups": {"p1"},
		"oci.oraclecloud.com/security-rule-management-mode": {"c1", "p1"},
	}
	service := testing.entry("Service", {"annotations": {key: "NSG"}}, {})
	given := object.union(_input({}, {}, {}, {}), {"index": {"pods": [], "objects": {"Service": [service]}}})
	found := rule.violations with input as given
	{violation.item | some violation in found} == items
}
