package rules["self-managed"]["alarm-blind-to-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["alarm-blind-to-self-managed-nodes"] as rule

_given(modes, namespaces) := {
	"facts": testing.facts,
	"node_pools": [testing.resource($"p{i}", {"mode": mode}) | some i, mode in modes],
	"alarms": [testing.resource($"a{i}", object.union({"namespace": namespace}, {})) | some i, namespace in namespaces],
}

test_reported[note] if {
	some note, case in {
		"only OKE's": {"modes": ["self-managed"], "namespaces": ["oci_oke"], "count": 1},
		"both of OKE's": {"modes": ["self-managed"], "namespaces": ["oci_oke", "oci_oke"], "count": 2},
		"and the instances'": {"modes": ["self-managed"], "namespaces": ["oci_oke", "oci_computeagent"], "count": 0},
		"none at all": {"modes": ["self-managed"], "namespaces": [], "count": 0},
		"managed nodes too": {"modes": ["self-managed", "managed"], "namespaces": ["oci_oke"], "count": 0},
		"managed nodes": {"modes": ["managed"], "namespaces": ["oci_oke"], "count": 0},
		"no nodes": {"modes": [], "namespaces": ["oci_oke"], "count": 0},
	}
	found := rule.violations with input as _given(case.modes, case.namespaces)
	count(found) == case.count
}

test_silent_where_another_namespace_is_unknown if {
	given := object.union(_given(["self-managed"], ["oci_oke"]), {"alarms": [
		testing.resource("a0", {"namespace": "oci_oke"}),
		testing.resource("a1", {"unknown": {"namespace": "var.namespace"}}),
	]})
	count(rule.violations) == 0 with input as given
}
