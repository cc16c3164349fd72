package rules.identity["missing-cross-compartment-grant_test"]

import data.lib.testing
import data.rules.identity["missing-cross-compartment-grant"] as rule

_ocid(name) := {"ref": $"ocid1.compartment.oc1..{name}", "kind": "ocid"}

_given(cluster, pool, statements) := {
	"clusters": [testing.resource("c1", object.union({"cni": "OCI_VCN_IP_NATIVE", "compartment": _ocid("a")}, cluster))],
	"node_pools": [testing.resource("p1", object.union({"mode": "managed", "compartment": _ocid("a")}, pool))],
	"vcns": [testing.resource("v1", {"compartment": _ocid("b")})],
	"compartments": [],
	"dynamic_groups": [],
	"statements": statements,
}

_other := [testing.statement({})]

_vcn := {"vcn": {"ref": "v1", "kind": "resource", "id": "v1"}}

_wanted := ["manage instances", "use private-ips", "use network-security-groups"]

_granted := [testing.statement({"permissions": _wanted})]

test_missing[note] if {
	some note, case in {
		"network elsewhere": {"given": _given(_vcn, {}, _other), "missing": {name | some name in _wanted}},
		"pools elsewhere": {"given": _given({}, {"compartment": _ocid("b")}, _other), "missing": {name | some name in _wanted}},
		"all granted": {"given": _given(_vcn, {}, _granted), "missing": set()},
		"one granted by the module": {"given": _given(object.union(_vcn, {"grants_by_module": ["use network-security-groups"]}), {}, _other), "missing": {"manage instances", "use private-ips"}},
		"one granted": {"given": _given(_vcn, {}, [testing.statement({"permissions": ["use private-ips"]})]), "missing": {"manage instances", "use network-security-groups"}},
		"everything in one place": {"given": _given({}, {}, _other), "missing": set()},
		"a place that is not known": {"given": _given({}, {"compartment": {"ref": "var.pools", "kind": "expression"}}, _other), "missing": set()},
		"virtual pools": {"given": _given({}, {"mode": "virtual", "compartment": _ocid("b")}, _other), "missing": set()},
		"flannel": {"given": _given(object.union(_vcn, {"cni": "FLANNEL_OVERLAY"}), {}, _other), "missing": set()},
		"a network that is not known": {"given": _given({"vcn": {"ref": "var.vcn", "kind": "expression"}}, {}, _other), "missing": set()},
	}

	found := rule.violations with input as case.given
	{name | some violation in found; some name in violation.facts.missing} == case.missing
	every violation in found {
		count(violation.facts.missing) > 0
	}
}

test_milder_without_identity if {
	found := rule.violations with input as _given(_vcn, {}, [])
	{violation.severity | some violation in found} == {"notice"}
}

_in_b(permissions) := testing.statement({"permissions": permissions, "location": object.union({"hole": false}, _compartment_b)})

_compartment_b := {"kind": "compartment", "ref": "ocid1.compartment.oc1..b"}

_several_pools(pools) := object.union(_given(_vcn, {}, [_in_b(_wanted)]), {
	"node_pools": [testing.resource($"p{i}", pool) | some i, pool in pools],
	"compartments": [testing.resource(name, {"address": _ocid(name).ref, "ancestors": [], "ancestors_known": true}) | some name in ["a", "b", "z"]],
})

# The pools that are apart say where the instances are; the others are no reason to ask there.
test_place_of_the_instances[note] if {
	some note, case in {
		"beside a pool of its own compartment": [{"mode": "managed", "compartment": _ocid("a")}, {"mode": "managed", "compartment": _ocid("b")}],
		"beside a virtual pool elsewhere": [{"mode": "virtual", "compartment": _ocid("z")}, {"mode": "managed", "compartment": _ocid("b")}],
		"a virtual pool elsewhere, alone": [{"mode": "virtual", "compartment": _ocid("z")}],
	}
	count(rule.violations) == 0 with input as _several_pools(case)
	count(rule.violations) == 1 with input as object.union(_several_pools(case), {"statements": [testing.statement({})]})
}

test_counts_what_stays_open[note] if {
	some note, case in {
		"conditions that nobody knows": {"cluster": {}, "statements": [testing.statement({"permissions": _wanted, "clauses": null})], "count": 3},
		"perhaps by the module": {"cluster": {"unknown": {"grants_by_module": "var.iam"}}, "statements": _other, "count": 3},
		"perhaps by the module, no identity here": {"cluster": {"unknown": {"grants_by_module": "var.iam"}}, "statements": [], "count": 0},
		"not granted": {"cluster": {}, "statements": _other, "count": 0},
		"granted": {"cluster": {}, "statements": _granted, "count": 0},
	}
	count(rule.undecided) == case.count with input as _given(object.union(_vcn, case.cluster), {}, case.statements)
}
