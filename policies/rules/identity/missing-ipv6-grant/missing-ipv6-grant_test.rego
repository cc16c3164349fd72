package rules.identity["missing-ipv6-grant_test"]

import data.lib.testing
import data.rules.identity["missing-ipv6-grant"] as rule

_given(cluster, statements) := {
	"clusters": [testing.resource("c1", cluster)],
	"subnets": [testing.resource("s1", {"ipv6": true}), testing.resource("s2", {"ipv6": false})],
	"vcns": [testing.resource("v6", {"ipv6": true}), testing.resource("v4", {"ipv6": false})],
	"node_pools": [],
	"compartments": [],
	"dynamic_groups": [],
	"statements": statements,
}

_ref(id) := {"ref": id, "kind": "resource", "id": id}

_other := [testing.statement({})]

_native := "OCI_VCN_IP_NATIVE"

test_severity[note] if {
	some note, case in {
		"dual stack": {"given": _given({"cni": _native, "ip_families": ["IPv4", "IPv6"]}, _other), "severities": {"error"}},
		"without identity": {"given": _given({"cni": _native, "ip_families": ["IPv6"]}, []), "severities": {"warning"}},
		"perhaps by the module": {"given": _given({"cni": _native, "ip_families": ["IPv6"], "unknown": {"grants_by_module": "var.i"}}, []), "severities": set()},
		"not by the module": {"given": _given({"cni": _native, "ip_families": ["IPv6"], "grants_by_module": ["use keys"]}, []), "severities": {"warning"}},
		"IPv4": {"given": _given({"cni": _native, "ip_families": ["IPv4"]}, _other), "severities": set()},
		"flannel": {"given": _given({"cni": "FLANNEL_OVERLAY", "ip_families": ["IPv6"]}, _other), "severities": set()},
		"subnet with IPv6": {"given": _given({"cni": _native, "endpoint_subnet": {"ref": "s1", "kind": "resource", "id": "s1"}}, _other), "severities": {"error"}},
		"subnet without": {"given": _given({"cni": _native, "endpoint_subnet": {"ref": "s2", "kind": "resource", "id": "s2"}}, _other), "severities": set()},
		"VCN with IPv6": {"given": _given({"cni": _native, "vcn": _ref("v6"), "endpoint_subnet": {"ref": "var.s", "kind": "expression"}}, _other), "severities": {"error"}},
		"VCN with IPv6, subnets without": {"given": _given({"cni": _native, "vcn": _ref("v6"), "endpoint_subnet": _ref("s2")}, _other), "severities": {"warning"}},
		"VCN with IPv6, IPv4 chosen": {"given": _given({"cni": _native, "vcn": _ref("v6"), "ip_families": ["IPv4"]}, _other), "severities": set()},
		"VCN with IPv6, families unknown": {"given": _given({"cni": _native, "vcn": _ref("v6"), "unknown": {"ip_families": "var.f"}}, _other), "severities": set()},
		"VCN without": {"given": _given({"cni": _native, "vcn": _ref("v4")}, _other), "severities": set()},
		"granted by the module": {"given": _given({"cni": _native, "ip_families": ["IPv6"], "grants_by_module": ["use ipv6s"]}, _other), "severities": set()},
		"granted": {"given": _given({"cni": _native, "ip_families": ["IPv6"]}, [testing.statement({"permissions": ["use ipv6s"]})]), "severities": set()},
		"flannel in a VCN with IPv6": {"given": _given({"cni": "FLANNEL_OVERLAY", "vcn": _ref("v6")}, _other), "severities": set()},
		"flannel in a subnet with IPv6": {"given": _given({"cni": "FLANNEL_OVERLAY", "endpoint_subnet": _ref("s1")}, _other), "severities": set()},
	}

	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

test_counts_what_stays_open if {
	maybe := [testing.statement({"permissions": ["use ipv6s"], "clauses": null})]
	count(rule.undecided) == 1 with input as _given({"cni": _native, "ip_families": ["IPv6"]}, maybe)
	count(rule.undecided) == 0 with input as _given({"cni": _native, "ip_families": ["IPv6"]}, _other)
	count(rule.undecided) == 0 with input as _given({"cni": _native, "ip_families": ["IPv6"], "unknown": {"grants_by_module": "var.i"}}, [])
}
