package rules.network["pod-subnet-in-another-vcn_test"]

import data.lib.testing
import data.rules.network["pod-subnet-in-another-vcn"] as rule

_vcn(name) := {"ref": $"oci_core_vcn.{name}", "kind": "resource"}

_input(pods, nodes, fields) := {
	"subnets": [testing.resource("s1", {"vcn": nodes}), testing.resource("s2", {"vcn": pods})],
	"node_pools": [testing.resource("p1", object.union(
		{
			"mode": "managed",
			"cni": "OCI_VCN_IP_NATIVE",
			"pod_subnets": [{"ref": "s2", "kind": "resource", "id": "s2"}],
			"placements": [{"subnet": {"ref": "s1", "kind": "resource", "id": "s1"}, "unknown": {}}],
		},
		fields,
	))],
}

test_reported[note] if {
	some note, case in {
		"two VCNs": {"pods": _vcn("a"), "nodes": _vcn("b"), "fields": {}, "count": 1},
		"two OCIDs": {"pods": {"ref": "ocid1.vcn.oc1..a", "kind": "ocid"}, "nodes": {"ref": "ocid1.vcn.oc1..b", "kind": "ocid"}, "fields": {}, "count": 1},
		"one VCN": {"pods": _vcn("a"), "nodes": _vcn("a"), "fields": {}, "count": 0},
		"two variables": {"pods": {"ref": "var.a", "kind": "expression"}, "nodes": {"ref": "var.b", "kind": "expression"}, "fields": {}, "count": 0},
		"a variable": {"pods": _vcn("a"), "nodes": {"ref": "var.b", "kind": "expression"}, "fields": {}, "count": 0},
		"virtual": {"pods": _vcn("a"), "nodes": _vcn("b"), "fields": {"mode": "virtual"}, "count": 1},
		"self-managed": {"pods": _vcn("a"), "nodes": _vcn("b"), "fields": {"mode": "self-managed"}, "count": 1},
		"flannel": {"pods": _vcn("a"), "nodes": _vcn("b"), "fields": {"cni": "FLANNEL_OVERLAY"}, "count": 0},
	}
	found := rule.violations with input as _input(case.pods, case.nodes, case.fields)
	count(found) == case.count
}
