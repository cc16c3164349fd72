package rules.workload["incomplete-vault-store_test"]

import data.lib.testing
import data.rules.workload["incomplete-vault-store"] as rule

_store(fields, oracle) := testing.object_of(
	object.get(fields, "kind", "SecretStore"),
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

test_reported[note] if {
	some note, case in {
		"both": {"oracle": {"vault": "v", "region": "r"}, "missing": set()},
		"no region": {"oracle": {"vault": "v"}, "missing": {["region"]}},
		"no vault": {"oracle": {"region": "r"}, "missing": {["vault"]}},
		"neither": {"oracle": {}, "missing": {["vault", "region"]}},
		"empty": {"oracle": {"vault": "", "region": null}, "missing": {["vault", "region"]}},
		"junk": {"oracle": {"vault": 7, "region": ["r"]}, "missing": set()},
		"no settings at all": {"oracle": "x", "missing": set()},
	}

	found := {violation.facts.missing | some violation in rule.violations} with input as _store({}, case.oracle)
	found == case.missing
}

test_other_stores[note] if {
	some note, case in {
		"cluster store": {"fields": {"kind": "ClusterSecretStore"}, "count": 1},
		"managed nodes": {"fields": {"nodes": "managed"}, "count": 1},
		"patch": {"fields": {"partial": true}, "count": 0},
		"not known": {"fields": {"unknown": {"spec.provider.oracle.region": "${REGION}"}}, "count": 0},
		"not known as a whole": {"fields": {"unknown": {"spec.provider": "var.provider"}}, "count": 0},
		"another group": {"fields": {"group": "example.com"}, "count": 0},
	}

	found := rule.violations with input as _store(case.fields, {"vault": "v"})
	count(found) == case.count
}
