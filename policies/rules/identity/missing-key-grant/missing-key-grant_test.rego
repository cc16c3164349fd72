package rules.identity["missing-key-grant_test"]

import data.lib.testing
import data.rules.identity["missing-key-grant"] as rule

_key := {"ref": "ocid1.key.oc1..k", "kind": "ocid"}

_given(cluster, statements) := {
	"clusters": [testing.resource("c1", cluster)],
	"statements": statements,
	"dynamic_groups": [],
	"compartments": [],
}

_use(clauses) := testing.statement({"permissions": ["use keys"], "clauses": clauses})

test_reported[note] if {
	some note, case in {
		"granted": {"given": _given({"kms_key": _key}, [_use([[testing.term("request.principal.type", "cluster"), testing.term("target.key.id", "ocid1.key.oc1..k")]])]), "count": 0},
		"for another key": {"given": _given({"kms_key": _key}, [_use([[testing.term("target.key.id", "ocid1.key.oc1..x")]])]), "count": 1},
		"for a key that a variable names": {"given": _given({"kms_key": _key}, [_use([[{"variable": "target.key.id", "operator": "=", "value_kind": "hole", "ref": "var.key"}]])]), "count": 0},
		"not granted": {"given": _given({"kms_key": _key}, [testing.statement({})]), "count": 1},
		"granted by the module": {"given": _given({"kms_key": _key, "grants_by_module": ["use keys"]}, [testing.statement({})]), "count": 0},
		"perhaps granted by the module": {"given": _given({"kms_key": _key, "unknown": {"grants_by_module": "var.iam"}}, [testing.statement({})]), "count": 0},
		"no key": {"given": _given({}, [testing.statement({})]), "count": 0},
		"no identity in the repository": {"given": _given({"kms_key": _key}, []), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_counts_what_stays_open[note] if {
	some note, case in {
		"conditions that nobody knows": {"cluster": {"kms_key": _key}, "statements": [_use(null)], "count": 1},
		"perhaps by the module": {"cluster": {"kms_key": _key, "unknown": {"grants_by_module": "var.iam"}}, "statements": [testing.statement({})], "count": 1},
		"perhaps by the module, no identity here": {"cluster": {"kms_key": _key, "unknown": {"grants_by_module": "var.iam"}}, "statements": [], "count": 0},
		"not granted": {"cluster": {"kms_key": _key}, "statements": [testing.statement({})], "count": 0},
		"no key": {"cluster": {}, "statements": [_use(null)], "count": 0},
	}
	count(rule.undecided) == case.count with input as _given(case.cluster, case.statements)
}
